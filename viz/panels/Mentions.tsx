/** For an entity, where it is mentioned; for an interview or episode, what is. */
import { Button } from 'react-aria-components/Button'
import { useShown } from '../data/context.ts'
import type { ModelNode } from '../model/model.ts'
import { episodeOf } from '../model/transcript.ts'
import { useStore } from '../state/store.ts'
import { openPlace } from '../state/view.ts'
import { EntityLink } from '../ui/Entity.tsx'

export function Mentions({ node }: { node: ModelNode }) {
  const { model } = useShown()
  const store = useStore()
  if (node.mentions.length === 0) return null
  const own = node.mentions.some((e) => e.source === node.id)
  const list = [...node.mentions].sort(
    (x, y) => (y.attributes.count ?? 0) - (x.attributes.count ?? 0) || (x.key < y.key ? -1 : 1),
  )
  return (
    <section className="group">
      <h3>{own ? 'Mentions' : 'Is mentioned in'}</h3>
      <ul className={own ? 'chips' : 'places'}>
        {list.map((edge) => {
          const [turn, start, end] = edge.attributes.spans?.[0] ?? []
          const episode = episodeOf(model, edge.source)
          const times = edge.attributes.count ?? 1
          return (
            <li key={edge.key}>
              <EntityLink id={own ? edge.target : edge.source} chip={own} />
              {turn !== undefined && start !== undefined && end !== undefined && !own ? (
                <Button
                  className="quiet small"
                  onPress={() => store.go(openPlace({ episode, turn, start, end }))}
                >
                  {times === 1 ? 'once' : `${times} times`}, first in turn {turn}
                </Button>
              ) : (
                <span className="chip-count">{times}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
