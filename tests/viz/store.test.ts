import { expect, test } from 'vitest'
import { createStore } from '../../viz/state/store.ts'
import { select } from '../../viz/state/view.ts'

/** A window with an address bar, and nothing else. */
function page(hash = '') {
  const listeners: (() => void)[] = []
  const steps: string[] = [hash]
  return {
    steps,
    location: { hash, pathname: '/viewer/', search: '' } as Location,
    history: {
      pushState(_: unknown, __: string, url: string) {
        steps.push(url)
      },
      replaceState(_: unknown, __: string, url: string) {
        steps[steps.length - 1] = url
      },
    } as unknown as History,
    addEventListener: ((_: string, listener: () => void) => {
      listeners.push(listener)
    }) as Window['addEventListener'],
    goTo(next: string) {
      this.location.hash = next
      for (const listener of listeners) listener()
    },
  }
}

test('go adds a step to the history, set does not, and no change is no step', () => {
  const window = page()
  const store = createStore(window)
  store.go(select('project:a'))
  store.set({ query: 'x' })
  store.go(select('project:a'))
  expect(window.steps).toEqual(['', '#q=x&node=project:a'])
})

test('back to the start leaves no hash', () => {
  const window = page('#q=x')
  createStore(window).set({ query: '' })
  expect(window.steps).toEqual(['/viewer/'])
})

test('the back button and a typed address change the state and tell who listens', () => {
  const window = page()
  const store = createStore(window)
  let told = 0
  const stop = store.subscribe(() => told++)
  window.goTo('#node=project:b')
  expect(store.get().selection).toEqual({ type: 'node', id: 'project:b' })
  expect(told).toBe(1)
  stop()
  window.goTo('')
  expect(told).toBe(1)
})

test('what is typed in one go is one step; what comes between begins another', () => {
  const window = page()
  const store = createStore(window)
  for (const query of ['k', 'ke', 'kee']) store.edit('query', { query })
  store.set({ camera: { x: 1, y: 1, ratio: 1 } })
  store.edit('query', { query: 'keel' })
  expect(window.steps).toEqual(['', '#q=keel&camera=1,1,1'])
  store.go(select('project:a'))
  store.edit('query', { query: 'x' })
  expect(window.steps).toHaveLength(4)
  window.goTo('#q=keel')
  store.edit('query', { query: 'keels' })
  expect(window.steps).toHaveLength(5)
})

test('a state from the address is told from one that somebody made', () => {
  const window = page('#node=project:a')
  const store = createStore(window)
  expect(store.travelled()).toBe(true)
  store.set({ camera: { x: 1, y: 1, ratio: 1 } })
  expect(store.travelled()).toBe(true)
  store.go(select('project:b'))
  expect(store.travelled()).toBe(false)
  window.goTo('')
  expect(store.travelled()).toBe(true)
})
