/** Copying an address. */
import type { Notice } from './useData.ts'

/**
 * Copies the address of this page with another hash.
 * @param hash without `#`
 * @param what "this view": what the link leads to
 * @param graph name of the graph; those of the reader's own are in this browser only, and the notice says so
 * @returns how it went, in words for the reader; never throws
 */
export async function copyLink(hash: string, what: string, graph: string): Promise<Notice> {
  const address = `${location.href.replace(/#.*$/, '')}${hash && '#'}${hash}`
  try {
    await navigator.clipboard.writeText(address)
  } catch {
    // No secure context, or no permission: whoever asked for the link can still take it from here.
    return { kind: 'bad', text: 'This browser does not let the page copy. The link is:', more: [address] }
  }
  return {
    kind: 'good',
    text: /^(file|made):/.test(graph)
      ? 'The link is copied. It works while this page is open: the graph itself is in this browser only.'
      : `The link to ${what} is copied.`,
  }
}
