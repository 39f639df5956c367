/** The shape of a kind, the same as in the graph (graph/shapes.ts draws them there). */
import type { MaturityLevel, NodeKind } from '../../src/schema.ts'
import { LEVEL_ARCS, ngon, OUTLINES } from '../model/outlines.ts'

/** @param label read out; without it the glyph is decoration */
export function Glyph({ kind, size = 16, label }: { kind: NodeKind; size?: number; label?: string }) {
  return (
    <>
      <svg className={`glyph kind-${kind}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        <path fillRule="evenodd" d={OUTLINES[kind]} />
      </svg>
      {label && <span className="vision-hidden">{label} </span>}
    </>
  )
}

/** The ring around a project: a third for each level reached, dashes for an archived one. */
export function MaturityGlyph({ level, size = 18 }: { level: MaturityLevel; size?: number }) {
  const third = (2 * Math.PI * 9) / 3
  return (
    <svg className="glyph kind-project" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={ngon(6, 5)} />
      {level === 'archived' ? (
        <circle cx="12" cy="12" r="9" className="ring-archived" />
      ) : (
        [0, 1, 2].map((i) => (
          <circle
            key={i}
            cx="12"
            cy="12"
            r="9"
            className={i < LEVEL_ARCS[level] ? 'ring-on' : 'ring-off'}
            strokeDasharray={`${third - 2.4} ${third * 2 + 2.4}`}
            transform={`rotate(${-90 + i * 120 + 7.5} 12 12)`}
          />
        ))
      )}
    </svg>
  )
}
