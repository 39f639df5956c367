/** The one view state, kept in step with the address bar. Knows no React: the stage is drawn before there is any. */
import { fromHash, toHash } from './url.ts'
import type { ViewState } from './view.ts'

export type Change = Partial<ViewState> | ((state: ViewState) => Partial<ViewState>)

export interface Store {
  get(): ViewState
  /** Changes the state and adds a step to the browser's history. */
  go(change: Change): void
  /**
   * Like `go` for the first of several changes of one kind, and like `set` for those that follow at once: a word
   * that is typed, or a slider that is dragged, is one step. Any step of another kind, and travelling in the
   * history, begin anew.
   * @param run names the kind of change
   */
  edit(run: string, change: Change): void
  /** Changes the state without a step: the moving camera. */
  set(change: Change): void
  /**
   * Whether the newest state came from the address (a link, a reload, back or forward) and is to be shown exactly,
   * rather than from somebody's doing, which may move the camera.
   */
  travelled(): boolean
  subscribe(listener: () => void): () => void
}

/** @param page the window, or what stands in for it in tests */
export function createStore(page: Pick<Window, 'location' | 'history' | 'addEventListener'>): Store {
  let state = fromHash(page.location.hash)
  let travelled = true
  let running: string | null = null
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const change = (by: Change, push: boolean): boolean => {
    const next = { ...state, ...(typeof by === 'function' ? by(state) : by) }
    const hash = toHash(next)
    const same = hash === toHash(state)
    state = next
    if (push) travelled = false
    if (!same) {
      const address = hash ? `#${hash}` : page.location.pathname + page.location.search
      if (push) page.history.pushState(null, '', address)
      else page.history.replaceState(null, '', address)
    }
    tell()
    return !same
  }
  const read = (): void => {
    const next = fromHash(page.location.hash)
    if (toHash(next) === toHash(state)) return
    state = next
    travelled = true
    running = null
    tell()
  }
  page.addEventListener('popstate', read)
  page.addEventListener('hashchange', read)
  return {
    get: () => state,
    go: (by) => {
      running = null
      change(by, true)
    },
    edit: (run, by) => {
      const first = running !== run
      if (change(by, first)) running = run
    },
    set: (by) => {
      change(by, false)
    },
    travelled: () => travelled,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
