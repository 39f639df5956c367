import type { Format } from '../types.ts'

/** Share of control characters from which a file counts as binary. Speech has none but tabs and line ends. */
const BINARY_SHARE = 0.01

/** Whether this is no text: NUL bytes, or many control or undecodable characters near the beginning. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, 65_536)
  let odd = 0
  for (let i = 0; i < head.length; i++) {
    const c = head.charCodeAt(i)
    if (c === 0) return true
    if ((c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13) || c === 127 || c === 0xfffd) odd++
  }
  return odd > head.length * BINARY_SHARE
}

const CUE_TIME = /^(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3} +--> +(?:\d+:)?\d{1,2}:\d{2}[,.]\d{1,3}/m

/**
 * Recognises the formats that say what they are. Text and Markdown are told apart later, by their labels.
 * @param text with LF line ends and no byte order mark
 */
export function detectFormat(text: string): Exclude<Format, 'markdown'> {
  const head = text.slice(0, 4096).trimStart()
  if (/^WEBVTT(?:\s|$)/.test(head)) return 'vtt'
  if (CUE_TIME.test(head) && /^\d+\s*\n/.test(head)) return 'srt'
  if (head.startsWith('{') || (head.startsWith('[') && /^\[\s*[{\]]/.test(head))) return 'json'
  if (/^<(?:!doctype html|\?xml|html|head|body|cite|time|article|section|div|p)\b/i.test(head)) return 'html'
  return 'text'
}
