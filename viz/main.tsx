import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { createStore } from './state/store.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en-US">
      <App store={createStore(window)} />
    </I18nProvider>
  </StrictMode>,
)
