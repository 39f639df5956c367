/**
 * Where the page begins: it asks for the data at once, shows the graph as soon as that can be drawn, and then
 * draws everything around it.
 */
import { begin } from './data/begin.ts'
import { createStore } from './state/history.ts'
import type { ViewState } from './state/view.ts'

/** The bar has two rows there, and the size of the stage is not known without it. */
const NARROW = '(max-width: 640px)'

/** Whether a view is so plain that the stage can be drawn before the page. */
const isPlain = ({ view, compare, path, focus, embed }: ViewState): boolean =>
  view === 'graph' && !compare && !path && !focus && !embed && !matchMedia(NARROW).matches

/** Until the browser has shown what is there. */
const shown = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    // A page in the background is shown no frames.
    setTimeout(resolve, 200)
  })

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no element with the id "root"')
  const store = createStore(window)
  const state = store.get()
  const { begun, first } = begin(state.graph)
  // Sigma cannot be imported without WebGL: then the page shows words.
  const coming = state.view === 'graph' ? import('./graph/early.ts').catch(() => null) : null
  const there = isPlain(state) ? await first : null
  if (there?.now) {
    const early = await coming
    try {
      if (early?.drawEarly(root, there.now.loaded, state)) await shown()
    } catch {
      // The page tries again, and says what is wrong.
    }
  } else void coming?.then((early) => early?.warmUp())
  const { mount } = await import('./mount.tsx')
  await mount(root, store, there ?? begun)
}
void start()
