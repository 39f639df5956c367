/** What the record says of a claim: a small mark that differs in shape as well as in colour, and words. */
import type { GraphEdge } from '../../src/schema.ts'
import { useShown } from '../data/context.ts'
import { recordSays, type Standing, VERDICT_WORDS } from '../model/verdict.ts'

const MARKS: Record<Standing, string> = {
  agrees: 'M5 8.3l2.2 2.2L11.2 6',
  conflicts: 'M5.5 5.5l5 5M10.5 5.5l-5 5',
  close: 'M4.8 8.8c1-1.6 2.2-1.6 3.2-.8s2.2.8 3.2-.8',
  unrecorded: 'M5.5 8h5',
  unchecked: '',
}

/** Decoration: words stand beside it. */
export function VerdictMark({ standing }: { standing: Standing }) {
  return (
    <svg
      className={`verdict-mark verdict verdict-${standing}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6.6" {...(standing === 'unchecked' ? { strokeDasharray: '1.5 2.6' } : {})} />
      <path d={MARKS[standing]} />
    </svg>
  )
}

/** The verdict on a claim, and what the record itself has, with its source. Nothing where it was not asked. */
export function Witness({ edge }: { edge: GraphEdge }) {
  const { model } = useShown()
  const { verdict } = edge.attributes
  if (!verdict) return null
  const says = recordSays(model, edge)
  return (
    <p className="witness">
      <VerdictMark standing={verdict} />
      <span>
        <strong className={`verdict verdict-${verdict}`}>{VERDICT_WORDS[verdict]}</strong>
        {says.length > 0 && (
          <span className="witness-record">
            {' · '}
            {model.file.attributes.registry.source}: <bdi>{says.join(', ')}</bdi>
          </span>
        )}
      </span>
    </p>
  )
}
