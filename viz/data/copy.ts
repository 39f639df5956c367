/** Copying an address. */
import { isOneFile } from './home.ts'
import type { Notice } from './useData.ts'

/** Where an address leads only while this page is open, or only on this computer, whoever copies it should know. */
export function reach(graphs: readonly string[]): string {
  if (graphs.some((name) => /^(file|made):/.test(name)))
    return ' It works while this page is open: the graph itself is in this browser only.'
  if (isOneFile()) return ' It works on this computer; to show it elsewhere, send the file.'
  return /^(localhost|127\.|\[::1\])/.test(location.hostname) ? ' It works on this computer.' : ''
}

/**
 * Copies the address of this page with another hash.
 * @param hash without `#`
 * @param what "this view": what the link leads to
 * @param graphs names of the graphs that it shows (reach)
 * @returns how it went, in words for the reader; never throws
 */
export async function copyLink(hash: string, what: string, graphs: readonly string[]): Promise<Notice> {
  const address = `${location.href.replace(/#.*$/, '')}${hash && '#'}${hash}`
  try {
    await navigator.clipboard.writeText(address)
  } catch {
    // No secure context, or no permission: whoever asked for the link can still take it from here.
    return { kind: 'bad', text: 'This browser does not let the page copy. The link is:', more: [address] }
  }
  return { kind: 'good', text: `The link to ${what} is copied.${reach(graphs)}` }
}
