/** Lays the graph out beside the page, so that it can be used meanwhile. */
import { type LayoutInput, layout } from '../model/layout.ts'

self.onmessage = (event: MessageEvent<LayoutInput>) => {
  self.postMessage(layout(event.data))
}
