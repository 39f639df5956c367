/** The one view state, kept in step with the address bar. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import { fromHash, toHash } from './url.ts'
import { START, type ViewState } from './view.ts'

export type Change = Partial<ViewState> | ((state: ViewState) => Partial<ViewState>)

export interface Store {
  get(): ViewState
  /** Changes the state and adds a step to the browser's history. */
  go(change: Change): void
  /** Changes the state without a step: typing, and the moving camera. */
  set(change: Change): void
  subscribe(listener: () => void): () => void
}

/** @param page the window, or what stands in for it in tests */
export function createStore(page: Pick<Window, 'location' | 'history' | 'addEventListener'>): Store {
  let state = fromHash(page.location.hash)
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const change = (by: Change, push: boolean): void => {
    const next = { ...state, ...(typeof by === 'function' ? by(state) : by) }
    const hash = toHash(next)
    const same = hash === toHash(state)
    state = next
    if (!same) {
      const address = hash ? `#${hash}` : page.location.pathname + page.location.search
      if (push) page.history.pushState(null, '', address)
      else page.history.replaceState(null, '', address)
    }
    tell()
  }
  const read = (): void => {
    const next = fromHash(page.location.hash)
    if (toHash(next) === toHash(state)) return
    state = next
    tell()
  }
  page.addEventListener('popstate', read)
  page.addEventListener('hashchange', read)
  return {
    get: () => state,
    go: (by) => change(by, true),
    set: (by) => change(by, false),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const StoreContext = createContext<Store>({
  get: () => START,
  go: () => undefined,
  set: () => undefined,
  subscribe: () => () => undefined,
})

export const useStore = (): Store => useContext(StoreContext)

/** The view state; the component is drawn again when it changes. */
export function useView(): ViewState {
  const store = useStore()
  return useSyncExternalStore(store.subscribe, store.get)
}
