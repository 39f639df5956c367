/**
 * The first picture: the stage drawn before the page around it is there, which weighs three times as much. It
 * stands in a house as empty as it may be, where the stage has the size that it will have; when the page comes, it
 * takes the scene over as it is (GraphView.tsx), so that nothing is drawn twice.
 */
import type { Loaded } from '../data/prepare.ts'
import { scopeOf, visible } from '../model/filter.ts'
import type { GraphModel } from '../model/model.ts'
import { matching } from '../model/search.ts'
import type { ViewState } from '../state/view.ts'
import { theme } from '../ui/theme.ts'
import { readPalette } from './palette.ts'
import { positionsNow, withPins } from './positions.ts'
import { createScene, type Scene, type SceneEvents } from './scene.ts'

export { warmUp } from './positions.ts'

export interface Early {
  /** What the scene is drawn in. */
  container: HTMLElement
  scene: Scene
  /** Given to the scene; whoever takes it over puts its own in. */
  events: SceneEvents
  /** The graphics card let go of it meanwhile. */
  lost: boolean
}

let drawn: { model: GraphModel; early: Early } | null = null

/** The scene that was drawn early, if it is one of this graph: once, for whoever will keep it. */
export function takeEarly(model: GraphModel): Early | null {
  const found = drawn
  drawn = null
  if (found && (found.model !== model || found.early.lost)) {
    found.early.scene.kill()
    return null
  }
  return found?.early ?? null
}

/** What the scene is drawn in before it is taken over, so that it can be put where it will stay without being taken. */
export const earlyContainer = (model: GraphModel): HTMLElement | null =>
  drawn?.model === model && !drawn.early.lost ? drawn.early.container : null

function element(name: string, className: string, ...children: HTMLElement[]): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.append(...children)
  return made
}

/**
 * Draws the stage of a plain view into an empty house.
 * @param root what the page will take the place of
 * @returns whether it did; not where the places are still to be found
 */
export function drawEarly(root: HTMLElement, loaded: Loaded, state: ViewState): boolean {
  const { model, facets } = loaded
  const positions = positionsNow(model)
  if (!positions) return false
  document.documentElement.dataset.theme = theme()
  const container = element('div', 'canvases')
  const stage = element('div', 'stage', container)
  const panel = (state.panel === 'details' && state.selection) || state.panel === 'transcript'
  const house = element(
    'div',
    `house view-graph${panel ? ' with-panel' : ''}`,
    element('div', 'side side-filters'),
    element('div', 'view-area', element('div', 'graph', stage)),
    ...(panel ? [element('div', 'side side-panel')] : []),
  )
  const app = element('div', 'app', element('div', 'bar'), house)
  root.append(app)
  const { selection, query, pins, camera } = state
  const nothing = (): void => undefined
  const early: Pick<Early, 'events' | 'lost'> = {
    events: {
      node: nothing,
      lines: nothing,
      stage: nothing,
      camera: nothing,
      hover: nothing,
      moved: nothing,
      lost: () => {
        ;(drawn?.early ?? early).lost = true
      },
    },
    lost: false,
  }
  try {
    const scene = createScene(
      container,
      model,
      {
        input: positions.input,
        places: positions.places,
        now: withPins(positions, positions.places, pins),
      },
      {
        look: {
          visible: visible(facets, state.filters, scopeOf(state, null)),
          selection,
          matches: query ? matching(loaded.search, query) : null,
          marks: null,
          pinned: new Set(pins.map(({ id }) => id)),
          communities: null,
        },
        palette: readPalette(container),
        camera,
      },
      early.events,
    )
    drawn = { model, early: { ...early, container, scene } }
  } catch (error) {
    app.remove()
    throw error
  }
  stage.dataset.drawn = 'true'
  return true
}
