/**
 * Counts how often each rule is right on the annotated transcripts, and writes extract/claims/measured.json, which
 * the rules' confidence is made of. The first half of `npm run rules`; without the annotations beside the checkout
 * the counts stay as they are, for those of our own sample alone would say little.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RULES } from '../extract/index.ts'
import { type MarkedClaim, markClaims } from '../src/evaluate.ts'
import { findGolds, makeExtraction, root, shared } from './golds.ts'

export async function main(): Promise<void> {
  if (!existsSync(join(shared, 'gold'))) {
    console.log(
      'extract/claims/measured.json: kept, since there are no annotated transcripts beside the checkout',
    )
    return
  }
  const extract = await makeExtraction()
  const marked: MarkedClaim[] = []
  for (const { gold, transcript } of findGolds()) marked.push(...markClaims(await extract(transcript), gold))
  const lines = RULES.flatMap(({ id }) => {
    const own = marked.filter((claim) => claim.rules.includes(id))
    const right = own.filter((claim) => claim.right).length
    return own.length ? [`  ${JSON.stringify(id)}: [${right}, ${own.length}]`] : []
  })
  writeFileSync(join(root, 'extract', 'claims', 'measured.json'), `{\n${lines.sort().join(',\n')}\n}\n`)
  console.log(
    `extract/claims/measured.json: ${lines.length} of ${RULES.length} rules, ${marked.length} claims`,
  )
}
