/** A web address that leads out of the page, where it may be followed. */
import { safeUrl, shownUrl } from '../model/links.ts'
import { Icon } from './icons.tsx'

export function OutLink({ address }: { address: string }) {
  const url = safeUrl(address)
  if (!url) return <bdi>{shownUrl(address)}</bdi>
  return (
    <a className="out" href={url} target="_blank" rel="noopener noreferrer">
      <bdi>{shownUrl(address)}</bdi>
      <Icon name="out" size={13} />
    </a>
  )
}
