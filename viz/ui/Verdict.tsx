/** What the record says of a claim: a small mark that differs in shape as well as in colour, and words. */
import type { GraphEdge, Verdict } from '../../src/schema.ts'
import { useShown } from '../data/context.ts'
import { judged, witnessLines } from '../model/judged.ts'
import { recordSays, type Standing, VERDICT_WORDS } from '../model/verdict.ts'
import { dateWords, listWords } from '../model/words.ts'

const MARKS: Record<Standing, string> = {
  agrees: 'M5 8.3l2.2 2.2L11.2 6',
  conflicts: 'M5.5 5.5l5 5M10.5 5.5l-5 5',
  close: 'M4.8 8.8c1-1.6 2.2-1.6 3.2-.8s2.2.8 3.2-.8',
  unrecorded: 'M5.5 8h5',
  unchecked: '',
}

interface SignProps {
  standing: Standing
  dashed?: boolean
}

/** The mark in a square of 16, for other drawings. @param dashed with a broken ring */
export function VerdictSign({ standing, dashed = standing === 'unchecked' }: SignProps) {
  return (
    <g className={`verdict-mark verdict verdict-${standing}`}>
      <circle cx="8" cy="8" r="6.6" {...(dashed ? { strokeDasharray: '1.5 2.6' } : {})} />
      <path d={MARKS[standing]} />
    </g>
  )
}

/** Decoration: words stand beside it. */
export function VerdictMark(props: SignProps) {
  return (
    <svg className="verdict-svg" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <VerdictSign {...props} />
    </svg>
  )
}

/** The mark and its words. */
export function VerdictWords({ verdict }: { verdict: Verdict }) {
  return (
    <>
      <VerdictMark standing={verdict} />
      <strong className={`verdict verdict-${verdict}`}>{VERDICT_WORDS[verdict]}</strong>
    </>
  )
}

/**
 * The verdict on a claim at the time of each episode that makes it, and what the record itself has, with its
 * source. Nothing where the record does not speak of such claims.
 */
export function Witness({ edge }: { edge: GraphEdge }) {
  const { model } = useShown()
  const all = judged(model, edge)
  if (all.length === 0) return null
  const says = recordSays(model, edge)
  const lines = witnessLines(all)
  return (
    <ul className="witness">
      {lines.map(({ verdict, about, dates }, i) => (
        <li key={`${verdict} ${about}`}>
          <VerdictWords verdict={verdict} />
          <span className="witness-record">
            {about && ` on ${about}`}
            {i === 0 && says.length > 0 && (
              <>
                {' · '}
                {model.file.attributes.registry.source}: <bdi>{says.join(', ')}</bdi>
              </>
            )}
            {dates.length > 0 && ` · said in ${listWords(dates.map(dateWords))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
