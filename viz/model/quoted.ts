/** Finding quotes by the words in them. */
import type { Evidence } from '../../src/schema.ts'
import type { GraphModel } from './model.ts'
import { type Transcripts, wordsOf } from './transcript.ts'

export interface Quoted {
  evidence: Evidence
  words: string
  /** What is compared: lower case, without accents, with straight apostrophes. */
  folded: string
}

/** Shorter queries are in nearly every quote. */
const LEAST = 3

/** Lower case, no accents, straight apostrophes, single blanks; cheap for plain English. */
export function foldWords(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
  const ascii = /^[\u0000-\u007f]*$/.test(text)
  const bare = ascii
    ? text
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/[’‘]/g, "'")
  return bare.toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * Every quote of the graph's claims and facts once, in the order of the graph; those without words are left out.
 * One at a time, so that whoever has a page to draw can stop in between.
 */
export function* quotesIn(model: GraphModel, transcripts: Transcripts): Generator<Quoted, void> {
  const known = new Set<string>()
  const evidence = function* (): Generator<Evidence, void> {
    for (const edge of model.claims) yield* edge.attributes.evidence
    for (const { attributes } of model.nodes.values())
      if ('facts' in attributes) for (const fact of attributes.facts ?? []) yield* fact.evidence
  }
  for (const e of evidence()) {
    const key = `${e.episode} ${e.turn} ${e.start} ${e.end}`
    const words = known.has(key) ? null : wordsOf(e, transcripts)
    if (words === null) continue
    known.add(key)
    yield { evidence: e, words, folded: foldWords(words) }
  }
}

/**
 * The quotes that hold what was typed: as it stands, or where no quote does, all of its words in any order.
 * Quotation marks around the query ask for it as it stands.
 */
export function findQuotes(quotes: readonly Quoted[], query: string): Quoted[] {
  const quoted = /^["“”].*["“”]$/.test(query.trim())
  const asked = foldWords(query.replace(/["“”]/g, ' '))
  if (asked.length < LEAST) return []
  const phrase = quotes.filter((q) => q.folded.includes(asked))
  if (phrase.length > 0 || quoted) return phrase
  const words = asked.split(' ').filter((w) => w.length > 1)
  return words.length > 1 ? quotes.filter((q) => words.every((w) => q.folded.includes(w))) : []
}
