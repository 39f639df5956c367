/** Light, dark, or as the system says. Kept in the browser, not in the address: it is the reader's, not the view's. */
export type Theme = 'system' | 'light' | 'dark'

const KEY = 'hallway-theme'

export function theme(): Theme {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

export const nextTheme = (now: Theme): Theme =>
  now === 'system' ? 'light' : now === 'light' ? 'dark' : 'system'

export function setTheme(to: Theme): void {
  document.documentElement.dataset.theme = to
  try {
    if (to === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, to)
  } catch {
    // A browser that keeps nothing shows the choice until the page is left.
  }
}

/** Calls back whenever colours may have changed; returns the way to stop. */
export function onThemeChange(then: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((q) => matchMedia(q))
  for (const q of queries) q.addEventListener('change', then)
  const watch = new MutationObserver(then)
  watch.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    for (const q of queries) q.removeEventListener('change', then)
    watch.disconnect()
  }
}

/** Does something while the page has the colours of the light theme, and gives back what comes of it. */
export function onPaper<T>(work: () => T): T {
  // By the attribute: the style sheet that is built reads it, and not the `color-scheme` of an element's own style.
  const { dataset } = document.documentElement
  const before = dataset.theme
  dataset.theme = 'light'
  try {
    return work()
  } finally {
    if (before === undefined) delete dataset.theme
    else dataset.theme = before
  }
}
