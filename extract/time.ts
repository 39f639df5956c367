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
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  couple: 2,
  'a couple': 2,
  'a couple of': 2,
  'a few': 3,
}
const pad = (n: number): string => String(n).padStart(2, '0')
const monthNumber = (name: string | undefined): number => MONTHS.indexOf((name ?? '').toLowerCase()) + 1

export interface TimeExpression {
  /** ISO year, year-month or date. */
  iso: string
  start: number
  end: number
  /** "around", "I think", "or so": said without certainty. */
  vague: boolean
}

/** What a year-like figure counts, where it is no year: "2000 lines", "2010 nodes". */
const COUNTED =
  'lines|people|persons|users|developers|engineers|employees|attendees|contributors|members|stars|nodes|machines|servers|clusters|hosts|pods|containers|services|microservices|companies|customers|commits|issues|tests|files|requests|queries|messages|connections|downloads|repos|repositories|dollars|bucks|euros|hours|minutes|seconds|milliseconds|megabytes|words|times|of (?:them|these|those)|something|or so (?:people|lines)'

const ABSOLUTE: readonly { pattern: RegExp; iso: (m: RegExpMatchArray) => string }[] = [
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ((?:19|20)\\d\\d)\\b`, 'gi'),
    iso: (m) => `${m[3]}-${pad(monthNumber(m[2]))}-${pad(Number(m[1]))}`,
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, 'gi'),
    iso: (m) => `${m[3]}-${pad(monthNumber(m[1]))}-${pad(Number(m[2]))}`,
  },
  {
    pattern: new RegExp(`\\b${MONTH}(?: of| in)?,? ((?:19|20)\\d\\d)\\b`, 'gi'),
    iso: (m) => `${m[2]}-${pad(monthNumber(m[1]))}`,
  },
  {
    pattern: new RegExp(
      `(?<![\\d.$#/-])((?:19[789]|20[0-4])\\d)(?:\\/\\d\\d)?(?![\\d%+]|s\\b|\\.\\d|,\\d|-ish| (?:${COUNTED})\\b)`,
      'g',
    ),
    iso: (m) => m[1] ?? '',
  },
]

const COUNT =
  'a couple of|a couple|couple|a few|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|\\d{1,2}'
const countOf = (word: string | undefined): number =>
  NUMBERS[(word ?? '').toLowerCase()] ?? Number(word ?? Number.NaN)

/** An ISO year-month this many months before or after another. */
function shifted(year: number, month: number, by: number): string {
  const total = year * 12 + (month - 1) + by
  return `${Math.floor(total / 12)}-${pad((total % 12) + 1)}`
}

const RELATIVE: readonly {
  pattern: RegExp
  iso: (m: RegExpMatchArray, year: number, month: number | null) => string | null
}[] = [
  {
    pattern: new RegExp(
      `\\b(${COUNT})\\+?(?:(?: or |, | to )(?:${COUNT}))?(?:[ -]plus| and a half)? (year|month|decade)s?(?: or (?:so|two))?(?: and a half)? ago\\b`,
      'gi',
    ),
    iso: (m, year, month) => {
      const count = countOf(m[1])
      const unit = m[2]?.toLowerCase()
      if (unit !== 'month') return String(year - count * (unit === 'decade' ? 10 : 1))
      return month === null ? null : shifted(year, month, -count)
    },
  },
  {
    pattern: /\bhalf a year ago\b/gi,
    iso: (_, year, month) => (month === null ? null : shifted(year, month, -6)),
  },
  // "May of last year", "in October this year"
  {
    pattern: new RegExp(`\\b${MONTH}(?: of)? (last|this|next) year\\b`, 'gi'),
    iso: (m, year) => {
      const by = { last: -1, this: 0, next: 1 }[m[2]?.toLowerCase() ?? ''] ?? 0
      return `${year + by}-${pad(monthNumber(m[1]))}`
    },
  },
  { pattern: /\blast year\b/gi, iso: (_, year) => String(year - 1) },
  { pattern: /\b(?:earlier |later )?this year\b/gi, iso: (_, year) => String(year) },
  { pattern: /\bnext year\b/gi, iso: (_, year) => String(year + 1) },
  // "back in July", "in November", "last March": the latest month of that name that is past or present.
  {
    pattern: new RegExp(
      `\\b(?:in|since|from|until|last|this past)(?: early| late)? ${MONTH}\\b(?!,? \\d)`,
      'gi',
    ),
    iso: (m, year, month) => {
      if (month === null) return null
      const named = monthNumber(m[1])
      return `${named <= month ? year : year - 1}-${pad(named)}`
    },
  },
  {
    pattern: /\blast month\b/gi,
    iso: (_, year, month) => (month === null ? String(year) : shifted(year, month, -1)),
  },
  {
    pattern: /\bnext month\b/gi,
    iso: (_, year, month) => (month === null ? String(year) : shifted(year, month, 1)),
  },
  {
    pattern: /\b(?:today|yesterday|(?:earlier )?this (?:week|month)|last week|end of last week)\b/gi,
    iso: (_, year, month) => (month === null ? String(year) : `${year}-${pad(month)}`),
  },
]
const VAGUE =
  /\b(?:around|about|roughly|probably|maybe|I think|I believe|I guess|I wanna say|I want to say|something like|or so|or something|approximately|at least|or similar|almost|nearly|give or take|-?ish|if I remember|not sure)\b/i

function recordedParts(recorded: string): { year: number; month: number | null } {
  return {
    year: Number(recorded.slice(0, 4)),
    month: recorded.length >= 7 ? Number(recorded.slice(5, 7)) : null,
  }
}

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
    const { year, month } = recordedParts(recorded)
    for (const { pattern, iso } of RELATIVE)
      for (const m of text.matchAll(pattern)) add(m.index, m.index + m[0].length, iso(m, year, month))
  }
  return found.sort((a, b) => a.start - b.start)
}

const SPAN_OF_TIME = new RegExp(
  `\\b(${COUNT})\\+?(?:(?: or |, | to )(?:${COUNT}))?(?:[ -]plus)?(?: and a half)?(?: or so)? (year|month|decade)s?\\b(?!['’ ]*old (?:developer|engineer|kid|guy|boy|girl|man|woman|person|laptop|app|code))`,
  'gi',
)

/**
 * Lengths of time that reach to the present ("for four years", "about three years now"), each as the date on which
 * it began. Empty without the date of the recording, and for months without its month.
 */
export function findBeginnings(text: string, recorded: string | undefined): TimeExpression[] {
  if (!recorded) return []
  const vague = VAGUE.test(text)
  const { year, month } = recordedParts(recorded)
  return [...text.matchAll(SPAN_OF_TIME)].flatMap((m) => {
    const count = countOf(m[1])
    const unit = m[2]?.toLowerCase()
    const iso =
      unit === 'month'
        ? month === null
          ? null
          : shifted(year, month, -count)
        : String(year - count * (unit === 'decade' ? 10 : 1))
    return iso ? [{ iso, start: m.index, end: m.index + m[0].length, vague }] : []
  })
}
