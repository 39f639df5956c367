import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { warmUp } from './graph/positions.ts'
import { preloadStage } from './graph/Stage.tsx'
import { createStore } from './state/store.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
const store = createStore(window)
if (store.get().view === 'graph') {
  // What the stage needs comes last and weighs most, so it is asked for first.
  preloadStage()
  warmUp()
}
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-US">
      <App store={store} />
    </I18nProvider>
  </StrictMode>,
)
