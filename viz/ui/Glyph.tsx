/** The shape of a kind, the same as in the graph (graph/shapes.ts draws them there). */
import type { MaturityLevel, NodeKind } from '../../src/schema.ts'

/** Points of a regular polygon around 12,12, the first at the top. */
const ngon = (n: number, r: number, turn = 0): string =>
  Array.from({ length: n }, (_, i) => {
    const a = (2 * Math.PI * (i + turn)) / n
    return `${(12 + r * Math.sin(a)).toFixed(2)},${(12 - r * Math.cos(a)).toFixed(2)}`
  }).join(' ')

const star = Array.from({ length: 10 }, (_, i) => {
  const a = (Math.PI * i) / 5
  const r = i % 2 ? 4.4 : 9.6
  return `${(12 + r * Math.sin(a)).toFixed(2)},${(12 - r * Math.cos(a)).toFixed(2)}`
}).join(' ')

const SHAPES: Record<NodeKind, React.ReactNode> = {
  project: <polygon points={ngon(6, 9.2)} />,
  company: <rect x="4.5" y="4.5" width="15" height="15" rx="2.5" />,
  person: <circle cx="12" cy="12" r="8.2" />,
  technology: <polygon points={ngon(4, 9.8)} />,
  foundation: <polygon points={ngon(5, 9.4)} />,
  maturity: <polygon points={ngon(3, 10)} />,
  event: <polygon points={star} />,
  url: <rect x="2.5" y="7.5" width="19" height="9" rx="4.5" />,
  channel: <polygon points={ngon(3, 10, 0.5)} />,
  interview: (
    <path
      fillRule="evenodd"
      d="M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM12 7.6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8z"
    />
  ),
  episode: (
    <path
      fillRule="evenodd"
      d="M12 2.8a9.2 9.2 0 1 0 0 18.4a9.2 9.2 0 1 0 0-18.4zM12 6a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z"
    />
  ),
}

/** @param label read out; without it the glyph is decoration */
export function Glyph({ kind, size = 16, label }: { kind: NodeKind; size?: number; label?: string }) {
  return (
    <>
      <svg className={`glyph kind-${kind}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        {SHAPES[kind]}
      </svg>
      {label && <span className="vision-hidden">{label} </span>}
    </>
  )
}

const ARCS: Record<MaturityLevel, number> = { sandbox: 1, incubating: 2, graduated: 3, archived: 0 }

/** The ring around a project: a third for each level reached, dashes for an archived one. */
export function MaturityGlyph({ level, size = 18 }: { level: MaturityLevel; size?: number }) {
  const third = (2 * Math.PI * 9) / 3
  return (
    <svg className="glyph kind-project" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <polygon points={ngon(6, 5)} />
      {level === 'archived' ? (
        <circle cx="12" cy="12" r="9" className="ring-archived" />
      ) : (
        [0, 1, 2].map((i) => (
          <circle
            key={i}
            cx="12"
            cy="12"
            r="9"
            className={i < ARCS[level] ? 'ring-on' : 'ring-off'}
            strokeDasharray={`${third - 2.4} ${third * 2 + 2.4}`}
            transform={`rotate(${-90 + i * 120 + 7.5} 12 12)`}
          />
        ))
      )}
    </svg>
  )
}
