/** Only the picture, for another page to hold: its name, and the way to the whole. */
import type { ReactNode } from 'react'
import { useView } from '../state/store.ts'
import { toHash } from '../state/url.ts'
import { Icon } from '../ui/icons.tsx'

export default function Embed({ title, children }: { title: string; children: ReactNode }) {
  const view = useView()
  return (
    <>
      <header className="embed-bar">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <a href={`#${toHash({ ...view, embed: false })}`} target="_blank" rel="noopener">
          Open in Hallway <Icon name="out" size={14} />
        </a>
      </header>
      <main className="embed">{children}</main>
    </>
  )
}
