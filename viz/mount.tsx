/** Draws the page. A module of its own, so that the first picture need not wait for what the page is made of. */
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import type { Begun } from './data/begin.ts'
import { stageCame } from './graph/Stage.tsx'
import type { Store } from './state/history.ts'

/** @param begun what was asked for before */
export async function mount(root: HTMLElement, store: Store, begun: Begun): Promise<void> {
  // Where there is a picture already, the page takes it over in one go.
  if (begun.now) await stageCame()
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="en-US">
        <App store={store} begun={begun} />
      </I18nProvider>
    </StrictMode>,
  )
}
