/** What a page says of its episode: front matter, headings and the lines above the first turn. */
import { parse, YAMLParseError } from 'yaml'
import { type Metadata, TranscriptError } from '../types.ts'
import { isFullName } from './names.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`
const DATES: readonly [RegExp, (m: RegExpExecArray) => string | null][] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/, (m) => iso(m[1], m[2], m[3])],
  [
    new RegExp(String.raw`\b${MONTH} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, 'i'),
    (m) => iso(m[3], m[1], m[2]),
  ],
  [
    new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (\d{4})\b`, 'i'),
    (m) => iso(m[3], m[2], m[1]),
  ],
  [new RegExp(String.raw`\b${MONTH},? (\d{4})\b`, 'i'), (m) => iso(m[2], m[1])],
  [/^(\d{4})-(\d{2})$/, (m) => iso(m[1], m[2])],
  [/^(\d{4})$/, (m) => iso(m[1])],
]

function iso(year?: string, month?: string, day?: string): string | null {
  if (!year || Number(year) < 1900 || Number(year) > 2199) return null
  if (!month) return year
  const m = /^\d/.test(month)
    ? Number(month)
    : MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase())) + 1
  if (m < 1 || m > 12) return null
  const pad = (n: number) => String(n).padStart(2, '0')
  if (!day) return `${year}-${pad(m)}`
  return Number(day) >= 1 && Number(day) <= 31 ? `${year}-${pad(m)}-${pad(Number(day))}` : null
}

/** The ISO date (year, year-month or day) that a line prints, or null. */
export function printedDate(line: string): string | null {
  for (const [pattern, build] of DATES) {
    const match = pattern.exec(line.trim())
    const date = match && build(match)
    if (date) return date
  }
  return null
}

/** The full names in a list such as `Anna Example (Acme), Bo Sample and Cy Person`. */
export const namesIn = (list: string): string[] =>
  list
    .replace(/\([^()]*\)/g, ' ')
    .split(/,|;|&|\band\b|\+|\||·|•/)
    .map((name) =>
      name
        .replace(/[*_[\]]/g, '')
        .replace(/\s+/g, ' ')
        .replace(/^[-\s]+|[.\s]+$/g, ''),
    )
    .filter(isFullName)

const EVENT =
  /\b(?:live|recorded|recording|reporting|on the floor|on location)(?: live)? (?:from|at|@) (?:the )?(.*(?:con\b|conf\b|conference|summit|days?\b|fest\b|festival|meet-?up|expo\b|forum|congress|symposium|week\b|world\b|connect\b|re:invent).*)/i

/** The event that a title names as the place of recording. */
export const eventIn = (title: string): string | null =>
  EVENT.exec(title)?.[1]
    ?.replace(/\s*[([|:–—].*$/, '')
    .trim() || null

/** `{title, hosts, …}` with the keys and types of {@link Metadata}, from whatever a front matter or side file holds. */
export function metadataFrom(record: Record<string, unknown>): Metadata {
  const field = (...keys: string[]): unknown => {
    for (const key of Object.keys(record)) {
      const value = record[key]
      if (keys.includes(key.toLowerCase()) && value !== null && value !== undefined) return value
    }
    return undefined
  }
  const word = (value: unknown): string | undefined =>
    typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined
  const list = (value: unknown): string[] | undefined => {
    const items = Array.isArray(value) ? value : value === undefined ? [] : [value]
    const names = items.flatMap((item): string[] => {
      if (typeof item === 'string') return item.split(/,|;|\band\b|&/).map((n) => n.trim())
      const name = item && typeof item === 'object' ? (item as { name?: unknown }).name : undefined
      return typeof name === 'string' ? [name.trim()] : []
    })
    const kept = names.filter(Boolean)
    return kept.length ? kept : undefined
  }
  const date = word(field('date', 'published', 'publish_date', 'pubdate', 'released', 'recorded'))
  const found = {
    title: word(field('title', 'episode_title')),
    show: word(field('show', 'podcast', 'series')),
    episode: word(field('episode', 'number', 'episode_number')),
    date: (date && printedDate(date)) || undefined,
    hosts: list(field('hosts', 'host')),
    guests: list(field('guests', 'guest')),
    event: word(field('event', 'conference')),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Metadata
}

/**
 * The YAML between two `---` lines at the top of a file.
 * @returns the metadata and how many lines to skip, or null where there is no front matter.
 * @throws {TranscriptError} where it is no valid YAML.
 */
export function frontMatter(lines: readonly string[]): { metadata: Metadata; lines: number } | null {
  if (lines[0]?.trimEnd() !== '---') return null
  const end = lines.findIndex((l, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(l))
  const body = lines.slice(1, end)
  if (end < 0 || !body.some((l) => /^[\w-]+:(?:\s|$)/.test(l))) return null
  try {
    const value: unknown = parse(body.join('\n'))
    const record = value && typeof value === 'object' && !Array.isArray(value) ? value : {}
    return { metadata: metadataFrom(record as Record<string, unknown>), lines: end + 1 }
  } catch (error) {
    const at = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) + 1 : 1
    throw new TranscriptError(
      'the front matter is no valid YAML; correct it, or remove the lines between ---',
      at,
    )
  }
}

const LISTS: readonly ['hosts' | 'guests', RegExp][] = [
  ['hosts', /^(?:co-?)?host(?:s|ed by|\(s\))?\s*[:–—-]?\s*(?=\p{Lu}|$)/u],
  ['hosts', /^(?:Co-?)?Host(?:s|ed by|\(s\))?\s*[:–—-]?\s*(?=\p{Lu}|$)/u],
  ['guests', /^(?:GUESTS?|Guests?|guests?|Featuring|Guest [Ss]peakers?)(?:\(s\))?\s*[:–—-]?\s*(?=\p{Lu}|$)/u],
]

/** Metadata from the lines above the first turn, as a copy of a web page leaves them. */
export function pageMetadata(lines: readonly string[]): Metadata {
  const found: Metadata = {}
  const plain = lines.map((l) =>
    l
      .replace(/^\s*(?:\d{1,2}\.\s+|[-*•]\s+)/, '')
      .replace(/\*\*|__/g, '')
      .trim(),
  )
  for (const [i, line] of plain.entries()) {
    if (!line || line.length > 1000) continue
    for (const [key, pattern] of LISTS) {
      const match = pattern.exec(line)
      if (!match || found[key]) continue
      // A heading on a line of its own stands above its names.
      const rest = line.slice(match[0].length) || (plain[i + 1] ?? '')
      const names = namesIn(rest)
      if (names.length) found[key] = names
    }
    if (line.length > 120) continue
    const entry =
      /^(Title|Episode title|Show|Podcast|Series|Episode|Date|Published|Recorded|Event)(?: on| at)?\s*:\s*(.+)$/i.exec(
        line,
      )
    if (entry) {
      const value = entry[2] as string
      const key = (entry[1] as string).toLowerCase()
      if (key === 'title' || key === 'episode title') found.title ??= value
      else if (key === 'show' || key === 'podcast' || key === 'series') found.show ??= value
      else if (key === 'episode') found.episode ??= value
      else if (key === 'event') found.event ??= value
      else {
        const date = printedDate(value)
        if (date) found.date ??= date
      }
      continue
    }
    const heading = /^#\s+(.+)$/.exec(line)?.[1]
    const numbered = /^(?:ep(?:isode)?\.?|season \d+,? episode)\s*#?\s*(\d+)\b/i.exec(heading ?? line)
    if (numbered) {
      found.episode ??= numbered[1] as string
      found.title ??= heading ?? line
    } else if (heading) found.title ??= heading
    if (
      !found.show &&
      /\b(?:Podcast|Show|Radio)\b/.test(line) &&
      line.length < 60 &&
      !/[.!?:,]/.test(line) &&
      !heading
    )
      found.show = line
    if (!found.date && line.length < 60) {
      const date = printedDate(line)
      // A bare year is as likely part of a title.
      if (date && date.length > 4) found.date = date
    }
  }
  const event = found.title && eventIn(found.title)
  if (event) found.event ??= event
  return found
}
