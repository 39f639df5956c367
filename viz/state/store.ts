/** The view state as the components see it. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Store } from './history.ts'
import { START, type ViewState } from './view.ts'

export { type Change, createStore, type Store } from './history.ts'

export const StoreContext = createContext<Store>({
  get: () => START,
  go: () => undefined,
  edit: () => undefined,
  set: () => undefined,
  travelled: () => true,
  subscribe: () => () => undefined,
})

export const useStore = (): Store => useContext(StoreContext)

/** The view state; the component is drawn again when it changes. */
export function useView(): ViewState {
  const store = useStore()
  return useSyncExternalStore(store.subscribe, store.get)
}
