/** Finds communities beside the page: of a large graph it takes a while. */
import { communities } from '../model/communities.ts'
import type { LayoutInput } from '../model/layout.ts'

self.onmessage = ({ data }: MessageEvent<LayoutInput>) => {
  self.postMessage(communities(data))
}
