/** The buttons at the edge of the stage, and the notes that say what was done to the arrangement. */
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useShown } from '../data/context.ts'
import type { Visible } from '../model/filter.ts'
import { labelOf } from '../model/model.ts'
import { count } from '../model/words.ts'
import { MOST_PINS } from '../state/pins.ts'
import { useStore, useView } from '../state/store.ts'
import { Icon } from '../ui/icons.tsx'
import type { Arrangement } from './useArrangement.ts'

export function Tools({
  shown,
  ready,
  arrangement,
  zoom,
}: {
  shown: Visible
  ready: boolean
  arrangement: Arrangement
  zoom: (by: 'in' | 'out' | 'fit') => void
}) {
  const { model } = useShown()
  const store = useStore()
  const view = useView()
  const { running, elsewhere, run, stop, reset } = arrangement
  const pins = view.pins.filter((pin) => model.nodes.has(pin.id))
  const chosen = view.selection?.type === 'node' ? view.selection.id : null
  const one = pins.find((pin) => pin.id === chosen)
  const unpin = (id: string): void => store.go(({ pins }) => ({ pins: pins.filter((pin) => pin.id !== id) }))
  return (
    <>
      <div className="stage-notes" data-over-stage>
        {(running || elsewhere) && (
          <p role="status">
            {running ? 'Arranging…' : 'Arranged anew. A link shows the first arrangement.'}{' '}
            {!running && (
              <Button className="quiet small" onPress={reset}>
                Put back
              </Button>
            )}
          </p>
        )}
        {pins.length > 0 && (
          <p>
            <span role="status">
              {count(pins.length, 'entity', 'entities')} pinned
              {pins.length > MOST_PINS && `; a link keeps ${MOST_PINS} of them, the others stay in this tab`}
            </span>{' '}
            {one && (
              <Button className="quiet small" onPress={() => unpin(one.id)}>
                Unpin {labelOf(model, one.id)}
              </Button>
            )}
            {(!one || pins.length > 1) && (
              <Button className="quiet small" onPress={() => store.go({ pins: [] })}>
                Unpin {pins.length > 1 ? 'all' : labelOf(model, pins[0]?.id ?? '')}
              </Button>
            )}
          </p>
        )}
        {ready && shown.isolated > 0 && !view.focus && (
          <p>
            {count(shown.isolated, 'entity', 'entities')} without a claim{' '}
            <Button
              className="quiet small"
              onPress={() => store.go({ filters: { ...view.filters, isolated: true, mentions: true } })}
            >
              Show
            </Button>
          </p>
        )}
      </div>
      <div className="stage-tools" data-over-stage>
        <div className="zoom" role="toolbar" aria-label="Arrangement" aria-orientation="vertical">
          <ToggleButton
            className="square"
            aria-label="Show communities"
            isSelected={view.communities}
            onChange={(communities) => store.go({ communities })}
          >
            <Icon name="groups" />
          </ToggleButton>
          <Button
            className="square"
            isDisabled={!ready}
            aria-label={running ? 'Stop arranging' : 'Arrange further'}
            onPress={running ? stop : run}
          >
            <Icon name={running ? 'stop' : 'play'} />
          </Button>
        </div>
        <div className="zoom" role="toolbar" aria-label="Zoom" aria-orientation="vertical">
          <Button className="square" aria-label="Zoom in" onPress={() => zoom('in')}>
            <Icon name="plus" />
          </Button>
          <Button className="square" aria-label="Zoom out" onPress={() => zoom('out')}>
            <Icon name="minus" />
          </Button>
          <Button className="square" aria-label="Show all" onPress={() => zoom('fit')}>
            <Icon name="fit" />
          </Button>
        </div>
      </div>
    </>
  )
}
