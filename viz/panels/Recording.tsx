/** Of an interview or episode: when and where in it, and the way to its transcript. */
import { Button } from 'react-aria-components/Button'
import { useShown } from '../data/context.ts'
import type { ModelNode } from '../model/model.ts'
import { dateWords } from '../model/words.ts'
import { useStore } from '../state/store.ts'
import { openPlace } from '../state/view.ts'
import { EntityLink } from '../ui/Entity.tsx'
import { Terms } from '../ui/Terms.tsx'

/** The interviews of an episode, in the order they were held. */
function InterviewList({ episode }: { episode: string }) {
  const { model } = useShown()
  const talks = [...model.nodes.values()].flatMap(({ id, attributes: a }) =>
    a.kind === 'interview' && a.episode === episode ? [{ id, first: a.firstTurn }] : [],
  )
  return (
    <ul className="plain">
      {talks
        .sort((x, y) => x.first - y.first)
        .map(({ id }) => (
          <li key={id}>
            <EntityLink id={id} />
          </li>
        ))}
    </ul>
  )
}

export function Recording({ node }: { node: ModelNode }) {
  const { model } = useShown()
  const store = useStore()
  const a = node.attributes
  if (a.kind !== 'interview' && a.kind !== 'episode') return null
  const talk = a.kind === 'interview' ? a : null
  const episode = talk ? talk.episode : node.id
  const summary = model.file.attributes.episodes.find((e) => e.id === episode)
  const holds = [...model.nodes.values()].some(
    (n) => n.attributes.kind === 'interview' && n.attributes.episode === node.id,
  )
  return (
    <section className="card" aria-label="Recording">
      <Terms
        items={[
          ['Show', summary?.show && <bdi>{summary.show}</bdi>],
          ['Recorded', summary?.date && dateWords(summary.date)],
          ['Episode', talk && <EntityLink id={episode} />],
          ['Turns', talk ? `${talk.firstTurn} to ${talk.lastTurn}` : (summary?.turns ?? 'unknown')],
          ['Interviews', holds && <InterviewList episode={episode} />],
        ]}
      />
      <Button
        className="primary"
        onPress={() => store.go(openPlace({ episode, turn: talk ? talk.firstTurn : 0 }))}
      >
        Read the transcript
      </Button>
    </section>
  )
}
