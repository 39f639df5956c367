/**
 * Turns of a text in which a line begins with a label: plain text (`Anna: …`, `[0:01:23] AR: …`,
 * `Anna Example  0:12`) and Markdown (`**Anna:** …`, `**Anna**: …`).
 */
import { namesNobody } from '../labels.ts'
import type { Turn } from '../types.ts'
import { isPageKey, labelShape } from './names.ts'

/** How the labels of a text are written. One text keeps to one way. */
export type LabelStyle = 'bold' | 'colon' | 'timed' | 'heading'

interface Candidate {
  /** Index of the line. */
  at: number
  label: string
  /** Offset into the line at which the speech begins. */
  from: number
  /** In bold, with the colon behind it: `**Anna**:`. */
  outside?: boolean
}

export interface LabelledText {
  style: LabelStyle | null
  turns: Turn[]
  /** Index of the line of the first label: everything above is the page. */
  head: number
}

const TIME = String.raw`\\?[[(]?(?:\d{1,2}:)?\d{1,3}:\d{2}(?:\.\d{1,3})?\\?[\])]?`
const LEAD = String.raw`^[ \t]{0,3}(?:[-•>] )?[ \t]*(?:${TIME}[ \t]*[-–—]?[ \t]*)?`
const BOLD = new RegExp(`${LEAD}(?:\\*\\*|__)([^*\\n]{1,100}?)(?:\\*\\*|__)`)
const COLON = new RegExp(`${LEAD}([^:\\n]{1,60}?)[ \\t]*(?:${TIME})?[ \\t]*:(?=\\s|$)`)
const TIMED = new RegExp(`^[ \\t]*([^:\\n\\d]{1,60}?)[ \\t]*[-–—|]?[ \\t]*${TIME}[ \\t]*$`)
const HEADING = /^[ \t]{0,3}(?:#{2,6} +([^#\n]{1,60})|(?:\*\*|__)([^*\n]{1,60})(?:\*\*|__))[ \t]*$/
const TRAILING_TIME = new RegExp(`[ \\t]*${TIME}[ \\t]*$`)
const LEADING_TIME = new RegExp(`^${TIME}[ \\t]*`)

const COLON_OUTSIDE = new RegExp(`^[ \\t]*(?:${TIME})?[ \\t]*:`)

/** A word in small letters among names is a handle when it begins more lines than prose would. */
const HANDLE_TURNS = 8

/** `Anna: Anna` is a label written twice, and a time inside it says when and not who. */
function tidyLabel(raw: string): string {
  const label = raw
    .replace(LEADING_TIME, '')
    .replace(TRAILING_TIME, '')
    .replace(/[:\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const half = label.split(/: ?/)
  return half.length === 2 && half[0] === half[1] ? (half[0] as string) : label
}

const finders: Record<LabelStyle, (line: string) => Omit<Candidate, 'at'> | null> = {
  bold(line) {
    const match = BOLD.exec(line)
    if (!match) return null
    const inner = match[1] as string
    const after = COLON_OUTSIDE.exec(line.slice(match[0].length))
    const inside = /:\s*$/.test(inner.replace(TRAILING_TIME, ''))
    if (!inside && !after) return null
    const from = match[0].length + (!inside && after ? after[0].length : 0)
    return { label: tidyLabel(inner), from, outside: !inside }
  },
  colon(line) {
    const match = COLON.exec(line)
    return match ? { label: tidyLabel(match[1] as string), from: match[0].length } : null
  },
  timed(line) {
    const match = TIMED.exec(line)
    return match ? { label: tidyLabel(match[1] as string), from: line.length } : null
  },
  heading(line) {
    const match = HEADING.exec(line)
    return match ? { label: tidyLabel((match[1] ?? match[2]) as string), from: line.length } : null
  },
}

/** "The Sample Show #12: …" heads a page, and nobody is called so. */
const OF_EPISODE = /#\s?\d|\b(?:episode|ep|part|season|chapter|vol)\b\.? ?\d/i

const blank = (line: string | undefined): boolean => line === undefined || line.trim() === ''

/**
 * Of the lines that might begin a turn, those that do. A label recurs, or is a full name, or shares a word
 * with a label that does; prose with a colon does neither, and seldom stands where labels stand.
 */
function accept(candidates: Candidate[], style: LabelStyle, lines: readonly string[], known: Set<string>) {
  const counts = new Map<string, number>()
  for (const { label } of candidates) counts.set(label, (counts.get(label) ?? 0) + 1)
  const shaped = candidates.filter(
    (c) => labelShape(c.label) !== null || (style === 'bold' && namesNobody(c.label)),
  )
  const recurring = shaped.filter((c) => (counts.get(c.label) as number) > 1)

  // Where nearly all recurring labels follow a blank line, one in the middle of a paragraph is prose.
  const afterBlank = recurring.filter((c) => c.at === 0 || blank(lines[c.at - 1])).length
  const wantsBlank = recurring.length > 3 && afterBlank >= recurring.length * 0.8

  // Names in small letters are labels where all names are written so, as in a chat.
  const allLower = recurring.filter((c) => labelShape(c.label) === 'lower').length * 2 > recurring.length

  const words = new Set(known)
  for (const c of recurring) if (!isPageKey(c.label)) for (const w of c.label.split(' ')) words.add(w)
  for (const c of shaped) if (labelShape(c.label) === 'full') words.add(c.label.split(' ')[0] as string)

  // Where labels are written `**Anna:**`, a line `**Break**: 12:30` is a mark of the page and no turn.
  const people = shaped.filter((c) => !namesNobody(c.label))
  const inside = people.filter((c) => !c.outside).length * 2 > people.length

  const accepted = shaped.filter((c) => {
    const count = counts.get(c.label) as number
    const shape = labelShape(c.label)
    if (wantsBlank && c.at > 0 && !blank(lines[c.at - 1])) return false
    if (namesNobody(c.label)) return !(inside && c.outside)
    // "Host:" may well be how a speaker is labelled, but then more than once.
    if (isPageKey(c.label)) return count > 2 && /^(?:co-?host|host|guest)$/i.test(c.label)
    if (style === 'bold') return true
    if (style === 'colon') {
      if (count === 1 && OF_EPISODE.test(c.label)) return false
      if (shape === 'full') return true
      if (shape === 'single') return count > 1 || words.has(c.label)
      return count > (allLower ? 2 : HANDLE_TURNS)
    }
    return shape !== 'lower' && (count > 1 || (shape === 'full' && style === 'timed'))
  })
  if (accepted.length > 0 || style !== 'colon') return accepted
  // A few lines of dialogue, in which nobody has spoken twice yet.
  const few = shaped.filter((c) => labelShape(c.label) === 'single' && !isPageKey(c.label))
  return few.length > 1 && lines.slice(0, few[0]?.at).every(blank) ? few : []
}

/** A line below the conversation that belongs to the page: navigation, copyright, an invitation to subscribe. */
const CHROME =
  /^(?:[#*_\s]*)(?:©|\(c\) \d|copyright\b|all rights reserved|privacy\b|terms (?:of|and)|cookie|subscribe\b|sign up|newsletter|follow us|share\b|related\b|previous\b|next\b|more (?:episodes|from|content|podcasts)|up next|read (?:more|next)|show ?notes|links?\b|resources\b|references\b|comments?\b|leave a|powered by|listen (?:on|to)|available on|back to|end of (?:the )?transcript|transcript (?:ends?|provided|by)|transcribed by|about the (?:show|podcast|host|author)|footer|home\b|library\b|contact\b|made (?:with|by)|light mode|dark mode)/i

/** Offset at which the page begins again below the last turn; the length of the text where it does not. */
function chromeBelow(text: string): number {
  const blocks: { start: number; lines: string[] }[] = []
  let start = 0
  for (const block of text.split('\n\n')) {
    blocks.push({ start, lines: block.split('\n') })
    start += block.length + 2
  }
  const ends = (line: string) => /[.?!…"”')\]*–—-]\s*$/.test(line)
  for (const [i, { start, lines }] of blocks.entries()) {
    if (i === 0) continue
    const first = lines[0] as string
    if (first.length < 80 && CHROME.test(first) && !ends(first.replace(/[.…]+$/, ''))) return start
    // Speech ends in a full stop; three short lines in a row that do not are a menu.
    const following = blocks
      .slice(i, i + 3)
      .flatMap((b) => b.lines)
      .slice(0, 3)
    if (following.length === 3 && following.every((l) => l.length < 60 && !ends(l))) return start
  }
  return text.length
}

const MARK = /^\s*$|^#{1,6} |^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/

function isMark(line: string): boolean {
  if (MARK.test(line)) return true
  const bold = finders.bold(line)
  return bold?.outside === true && namesNobody(bold.label)
}

/** The speech from an offset in one line up to (not including) another line, trimmed, blank runs made one. */
function speech(lines: readonly string[], at: number, from: number, until: number): string {
  const body = [(lines[at] as string).slice(from), ...lines.slice(at + 1, until)]
  // A Markdown heading, rule or mark after a turn parts it from the next and is not said.
  while (body.length > 1 && isMark(body.at(-1) as string)) body.pop()
  return body
    .map((l) => l.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * Splits a text into labelled turns.
 * @param lines of the text, without line ends
 * @param styles the ways of labelling to look for, in order of preference
 * @param known names that the page lists
 */
export function readLines(
  lines: readonly string[],
  styles: readonly LabelStyle[],
  known: readonly string[],
): LabelledText {
  const names = new Set(known.flatMap((name) => name.split(/\s+/)))
  let best: { style: LabelStyle; found: Candidate[] } | null = null
  for (const style of styles) {
    const candidates: Candidate[] = []
    for (const [at, line] of lines.entries()) {
      const found = finders[style](line.length > 400 ? line.slice(0, 400) : line)
      if (found) candidates.push({ at, ...found })
    }
    const found = accept(candidates, style, lines, names)
    if (found.length > (best?.found.length ?? 0)) best = { style, found }
  }
  if (!best) return { style: null, turns: [], head: lines.length }
  const { found } = best
  const turns = found.map((c, index): Turn => {
    const text = speech(lines, c.at, c.from, found[index + 1]?.at ?? lines.length)
    return { index, label: c.label, text, line: c.at + 1 }
  })
  const last = turns.at(-1)
  if (last) last.text = last.text.slice(0, chromeBelow(last.text)).trimEnd()
  return { style: best.style, turns, head: found[0]?.at ?? lines.length }
}
