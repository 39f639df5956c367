/** Dates in speech: absolute ones, and relative ones against the day of recording. */

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTH = `(${MONTHS.join('|')})`
const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  couple: 2,
  'a couple': 2,
  'a couple of': 2,
  'a few': 3,
}
const pad = (n: number): string => String(n).padStart(2, '0')

export interface TimeExpression {
  /** ISO year, year-month or date. */
  iso: string
  start: number
  end: number
  /** "around", "I think", "or so": said without certainty. */
  vague: boolean
}

const ABSOLUTE: readonly { pattern: RegExp; iso: (m: RegExpMatchArray) => string }[] = [
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ((?:19|20)\\d\\d)\\b`, 'gi'),
    iso: (m) => `${m[3]}-${pad(MONTHS.indexOf((m[2] ?? '').toLowerCase()) + 1)}-${pad(Number(m[1]))}`,
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, 'gi'),
    iso: (m) => `${m[3]}-${pad(MONTHS.indexOf((m[1] ?? '').toLowerCase()) + 1)}-${pad(Number(m[2]))}`,
  },
  {
    pattern: new RegExp(`\\b${MONTH}(?: of)?,? ((?:19|20)\\d\\d)\\b`, 'gi'),
    iso: (m) => `${m[2]}-${pad(MONTHS.indexOf((m[1] ?? '').toLowerCase()) + 1)}`,
  },
  { pattern: /(?<![\d.$-])((?:19[89]|20[0-3])\d)(?:\/\d\d)?(?![\d%]|\.\d)/g, iso: (m) => m[1] ?? '' },
]

const COUNT =
  'a couple of|a couple|couple|a few|a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}'
const RELATIVE: readonly {
  pattern: RegExp
  iso: (m: RegExpMatchArray, year: number, month: number | null) => string | null
}[] = [
  {
    pattern: new RegExp(`\\b(${COUNT})(?: or (?:${COUNT}))? (year|month)s?(?: or (?:so|two))? ago\\b`, 'gi'),
    iso: (m, year, month) => {
      const count = NUMBERS[(m[1] ?? '').toLowerCase()] ?? Number(m[1])
      if (m[2]?.toLowerCase() === 'year') return String(year - count)
      if (month === null) return null
      const total = year * 12 + (month - 1) - count
      return `${Math.floor(total / 12)}-${pad((total % 12) + 1)}`
    },
  },
  { pattern: /\blast year\b/gi, iso: (_, year) => String(year - 1) },
  { pattern: /\b(?:earlier |later )?this year\b/gi, iso: (_, year) => String(year) },
  { pattern: /\bnext year\b/gi, iso: (_, year) => String(year + 1) },
  {
    pattern: /\b(?:today|this week|last week|this month)\b/gi,
    iso: (_, year, month) => (month === null ? String(year) : `${year}-${pad(month)}`),
  },
]
const VAGUE =
  /\b(?:around|about|roughly|probably|maybe|I think|I believe|I guess|something like|or so|approximately|at least|or similar)\b/i

/**
 * The dates of a stretch of speech, in order.
 * @param recorded ISO date of the recording; without it relative dates are left out
 */
export function findTimes(text: string, recorded: string | undefined): TimeExpression[] {
  const vague = VAGUE.test(text)
  const found: TimeExpression[] = []
  const add = (start: number, end: number, iso: string | null): void => {
    if (iso && !found.some((t) => start < t.end && t.start < end)) found.push({ iso, start, end, vague })
  }
  for (const { pattern, iso } of ABSOLUTE)
    for (const m of text.matchAll(pattern)) add(m.index, m.index + m[0].length, iso(m))
  if (recorded) {
    const year = Number(recorded.slice(0, 4))
    const month = recorded.length >= 7 ? Number(recorded.slice(5, 7)) : null
    for (const { pattern, iso } of RELATIVE)
      for (const m of text.matchAll(pattern)) add(m.index, m.index + m[0].length, iso(m, year, month))
  }
  return found.sort((a, b) => a.start - b.start)
}
