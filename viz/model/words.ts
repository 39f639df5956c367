/** What the viewer calls things. English only; one place, so that a translation has one place to begin. */
import type { Family, NodeKind, Predicate, Qualifiers } from '../../src/schema.ts'

export const KIND_WORDS: Record<NodeKind, { one: string; many: string }> = {
  project: { one: 'Project', many: 'Projects' },
  company: { one: 'Company', many: 'Companies' },
  person: { one: 'Person', many: 'People' },
  technology: { one: 'Technology', many: 'Technologies' },
  foundation: { one: 'Foundation', many: 'Foundations' },
  maturity: { one: 'Maturity level', many: 'Maturity levels' },
  event: { one: 'Event', many: 'Events' },
  url: { one: 'Address', many: 'Addresses' },
  channel: { one: 'Channel', many: 'Channels' },
  interview: { one: 'Interview', many: 'Interviews' },
  episode: { one: 'Episode', many: 'Episodes' },
}

/** Order in which kinds are listed: what one comes to look for first. */
export const KIND_ORDER = Object.keys(KIND_WORDS) as NodeKind[]

export const FAMILY_WORDS: Record<Family, string> = {
  people: 'People and their work',
  standing: 'Standing',
  structure: 'Origin and make-up',
  use: 'Use and comparison',
  place: 'Where to find it',
  stage: 'On the record',
  mention: 'Mentions',
}

export const FAMILY_ORDER = Object.keys(FAMILY_WORDS) as Family[]

/** @example predicateWords('built_on') // 'built on' */
export const predicateWords = (predicate: Predicate | string): string => predicate.replaceAll('_', ' ')

/** @example count(1, 'claim') // '1 claim' */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${thousands(n)} ${n === 1 ? one : many}`

/** Groups of three digits with a thin space, the same in every locale. */
export const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f')

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** @example dateWords('2020-06-09') // '9 June 2020'; anything that is no ISO date comes back as it is. */
export function dateWords(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso) ?? []
  const name = month ? MONTHS[Number(month) - 1] : undefined
  if (!year || (month && !name)) return iso
  return [day ? String(Number(day)) : '', name ?? '', year].filter(Boolean).join(' ')
}

/** Qualifiers as short tags, in a fixed order; empty for a plain, present, affirmed claim. */
export function qualifierTags(q: Qualifiers): string[] {
  const tags: string[] = []
  if (q.polarity) tags.push('denied')
  if (q.status) tags.push(q.status)
  if (q.modality === 'possible') tags.push('a guess')
  if (q.modality === 'planned') tags.push('planned')
  if (q.role) tags.push(q.role)
  if (q.since) tags.push(`since ${dateWords(q.since)}`)
  if (q.until) tags.push(`until ${dateWords(q.until)}`)
  return tags
}

/** A confidence as words; the number itself stands beside it where there is room. */
export const confidenceWords = (c: number): string =>
  c >= 0.9 ? 'sure' : c >= 0.7 ? 'likely' : c >= 0.5 ? 'uncertain' : 'a long shot'

/** @example listWords(['a', 'b', 'c']) // 'a, b and c' */
export const listWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
