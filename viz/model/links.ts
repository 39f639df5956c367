/** Web addresses that may be followed. Addresses come from transcripts and files: nothing is taken on trust. */

/**
 * The address as one that may stand in a link, or null. Only http and https; a host with a dot; no user name,
 * password, blank or control character. An address without a scheme is taken to be https.
 */
export function safeUrl(text: string): string | null {
  const bare = text.trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  if (!bare || bare.length > 2000 || /[\s\u0000-\u001f\u007f\\<>"`]/.test(bare)) return null
  const given = /^[a-z][a-z0-9+.-]*:/i.exec(bare)
  const scheme = given && !/^[^/:]+\.[^/:]+:\d/.test(bare) ? given[0].toLowerCase() : null
  if (scheme && scheme !== 'http:' && scheme !== 'https:') return null
  let url: URL
  try {
    url = new URL(scheme ? bare : `https://${bare}`)
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.username || url.password) return null
  if (!/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]+$/u.test(url.hostname)) return null
  return url.href
}

/** How an address is shown: no scheme, no `www.`, no trailing slash. */
export const shownUrl = (url: string): string =>
  url
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
