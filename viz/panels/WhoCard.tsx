/** Of a project or company, its guests; of a person, what they stood for: role, employer, interview and words. */
import { useShown } from '../data/context.ts'
import type { ModelNode } from '../model/model.ts'
import { whoFor } from '../model/who.ts'
import { EntityLink } from '../ui/Entity.tsx'
import { Quote } from '../ui/Evidence.tsx'

export function WhoCard({ node }: { node: ModelNode }) {
  const { who } = useShown()
  const rows = whoFor(who, node.id)
  if (rows.length === 0) return null
  const person = node.kind === 'person'
  const heading = person ? 'Represented' : 'Represented by'
  return (
    <section className="card" aria-label={heading}>
      <h3>{heading}</h3>
      <ul className="who-list">
        {rows.map((row) => (
          <li key={row.key}>
            <EntityLink id={person ? row.represents : row.guest} />
            <p className="who-in">
              {row.role && <bdi>{row.role}</bdi>}
              {row.employers.map((e) => (
                <span key={e}>
                  at <EntityLink id={e} />
                </span>
              ))}
              <span>
                in <EntityLink id={row.interview} />
              </span>
            </p>
            <Quote evidence={row.evidence} showEpisode={false} />
          </li>
        ))}
      </ul>
    </section>
  )
}
