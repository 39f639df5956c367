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
