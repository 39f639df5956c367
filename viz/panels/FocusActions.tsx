/** Narrowing from one entity: only what is around it, so many lines away, and the way to another one. */
import { Button } from 'react-aria-components/Button'
import { count } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { HOPS, type Hops, openPath } from '../state/view.ts'
import { Icon } from '../ui/icons.tsx'

/** How many lines away is still seen. */
export function HopChoice() {
  const store = useStore()
  const { hops } = useView()
  return (
    <select
      className="hops"
      aria-label="How many lines away"
      value={hops}
      onChange={(event) => store.go({ hops: Number(event.target.value) as Hops, camera: null })}
    >
      {HOPS.map((n) => (
        <option key={n} value={n}>
          {count(n, 'hop')}
        </option>
      ))}
    </select>
  )
}

export function FocusActions({ id }: { id: string }) {
  const store = useStore()
  const { focus, view } = useView()
  const on = focus === id
  return (
    <>
      <Button
        className="quiet"
        aria-pressed={on}
        // The list follows the focus as well: whoever reads there stays there.
        onPress={() =>
          store.go(
            on ? { focus: null } : { focus: id, view: view === 'list' ? 'list' : 'graph', camera: null },
          )
        }
      >
        <Icon name="focus" size={16} />
        {on ? 'Show the whole graph' : 'Only its neighbours'}
      </Button>
      {/* On the graph it stands in the note above it. */}
      {on && view !== 'graph' && <HopChoice />}
      <Button className="quiet" onPress={() => store.go({ ...openPath(id), view: 'graph' })}>
        <Icon name="path" size={16} />
        Path to…
      </Button>
    </>
  )
}
