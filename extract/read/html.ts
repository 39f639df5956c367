/**
 * HTML: the Podcasting 2.0 form (`<cite>`, `<time>`, `<p>`) and saved pages with bold labels. The page is
 * rewritten as Markdown, line by line, and read as that.
 */
import { decode } from './markup.ts'

const BLOCK =
  /^(?:p|div|br|li|ul|ol|h[1-6]|section|article|main|header|footer|nav|aside|blockquote|tr|table|dl|dt|dd|hr|figure|body|html|title)$/
const SKIPPED = /^(?:script|style|noscript|template|svg|button|select|textarea|iframe)$/

export interface Rewritten {
  lines: string[]
  /** For each line, the line of the file it comes from, from 1. */
  from: number[]
}

/** Rewrites HTML as lines of Markdown. One pass over the text; nothing is executed or loaded. */
export function markdownOf(html: string): Rewritten {
  const lines: string[] = []
  const from: number[] = []
  let line = ''
  let began = 1
  let at = 1
  let afterCite = false
  const flush = (): void => {
    if (line.trim() !== '') {
      lines.push(line.replace(/\s+/g, ' ').trim(), '')
      from.push(began, began)
    }
    line = ''
  }
  const write = (text: string): void => {
    if (line.trim() === '' && text.trim() !== '') began = at
    line += text
  }
  const pass = (text: string): void => {
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 10) at++
  }

  const unclosed = new Set<string>()
  let position = 0
  while (position < html.length) {
    const open = html.indexOf('<', position)
    const until = open < 0 ? html.length : open
    const text = html.slice(position, until)
    const words = decode(text).replace(/\s+/g, ' ')
    if (words.trim() !== '') afterCite = false
    write(words)
    pass(text)
    if (open < 0) break
    if (!/[a-zA-Z/!?]/.test(html.charAt(open + 1))) {
      write('<')
      position = open + 1
      continue
    }
    const comment = html.startsWith('<!--', open)
    const close = comment ? html.indexOf('-->', open) : html.indexOf('>', open)
    if (close < 0) break
    const tag = html.slice(open, close + (comment ? 3 : 1))
    position = open + tag.length
    const [, slash, raw] = /^<(\/?)([a-zA-Z][a-zA-Z\d]*)/.exec(tag) ?? []
    const name = raw?.toLowerCase() ?? ''
    if ((SKIPPED.test(name) || name === 'time') && !slash && !tag.endsWith('/>')) {
      pass(tag)
      if (unclosed.has(name)) continue
      const end = new RegExp(`</${name}`, 'gi')
      end.lastIndex = position
      const until = end.exec(html)?.index
      if (until === undefined) unclosed.add(name)
      else {
        pass(html.slice(position, until))
        position = until
      }
      continue
    }
    if (name === 'cite') {
      if (!slash) {
        flush()
        write('**')
      } else {
        line = `${line.trimEnd().replace(/:$/, '')}:** `
        afterCite = true
      }
    } else if (name === 'strong' || name === 'b') write(slash ? '** ' : '**')
    else if (BLOCK.test(name) && !afterCite) {
      flush()
      if (!slash && /^h[1-6]$/.test(name)) write(`${'#'.repeat(Number(name[1]))} `)
    }
    pass(tag)
  }
  flush()
  return { lines, from }
}
