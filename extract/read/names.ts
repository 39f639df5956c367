/** The shapes of labels and names, as they are written. */

const PARTICLE =
  /^(?:al|ap|bin|da|das|de|del|della|den|der|di|do|dos|du|e|el|la|le|of|st|ten|ter|the|van|von|y|zu)$/i

/**
 * Words that begin a sentence or a note and no name. A line "The question: …" is prose.
 * Compared in lower case.
 */
const PROSE = new Set(
  (
    'a about actually after again all also although always an and another any anyway are as at basically ' +
    'because before but by can caution clearly context could definition did disclaimer do does e.g edit email even ' +
    'every example examples exactly fact finally first firstly fix for fun hence here hint how however i idea if ' +
    'imagine important in instead is it its just last lastly later let let’s lets like look main many maybe ' +
    'me meaning more most my namely never next no not note notes nope now of oh ok okay on once one only or otherwise ' +
    'our p.s perhaps phone please point ps quote really reason reminder result right same second secondly see she ' +
    'short should since so some sometimes soon sorry spoiler start step still story sure that the their then ' +
    'there these they thing things third this those though three thus tip tl;dr to todo two under update ' +
    'usually warning we well what when where whether which while who why will with without would yeah yep yes ' +
    'yet you your https http ftp mailto'
  ).split(' '),
)

/** Headings of a page: what they introduce is about the episode and not said in it. */
const PAGE_KEY =
  /^(?:title|show|podcast|series|episode(?: (?:number|title))?|date|published(?: on)?|release(?:d| date)|recorded(?: (?:on|at))?|hosts?|hosted by|co-?hosts?|guests?|guest speakers?|featuring|with|participants|speakers|panel(?:ists)?|event|location|venue|duration|length|runtime|time|topics?|tags?|keywords|category|categories|summary|description|abstract|about|overview|transcript(?:ion)?(?: by)?|transcribed by|edited by|produced by|music(?: by)?|links?|show ?notes|resources|references|mentioned|chapters|timestamps|contents|author|url|website|web|source|sources|twitter|email|phone|subscribe|sponsors?|sponsored by|copyright|license|licence|language|format|key takeaways|takeaways|highlights)$/i

export const isPageKey = (label: string): boolean => PAGE_KEY.test(label.trim())

const FORBIDDEN = /[?!;"“”<>{}=@\\/|~^$%]/

/**
 * How much a label looks like a name: `full` (several capitalised words), `single` (one capitalised word,
 * initials, `Speaker 1`), `lower` (a handle), or null where it is prose.
 */
export function labelShape(label: string): 'full' | 'single' | 'lower' | null {
  if (/^\p{Lu}$/u.test(label)) return 'single'
  if (label.length > 60 || FORBIDDEN.test(label) || !/\p{L}/u.test(label)) return null
  const words = label
    .replace(/\([^()]{0,40}\)/g, ' ')
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
  if (words.length === 0 || words.length > 6) return null
  if (PROSE.has((words[0] as string).toLowerCase().replace(/[.,’']+$/, ''))) return null
  const names = words.filter((w) => !/^(?:#?\d{1,3}|&|\+|and)$/.test(w))
  if (names.length === 0) return null
  const capital = names.filter((w) => /^[\p{P}]?\p{Lu}/u.test(w)).length
  const particles = names.filter((w) => /^\p{Ll}/u.test(w) && PARTICLE.test(w)).length
  // A name may begin with a particle ("van der Berg"), but has at least one capital and no other small word.
  if (capital > 0 && capital + particles === names.length) return names.length > 1 ? 'full' : 'single'
  return capital === 0 && names.length <= 2 && words.every((w) => /^[\p{Ll}\p{N}_.-]+$/u.test(w))
    ? 'lower'
    : null
}

/** Whether this is the name of a person as a page lists it: two to four capitalised words, particles allowed. */
export const isFullName = (name: string): boolean =>
  labelShape(name) === 'full' && !/\d/.test(name) && name.split(/\s+/).length <= 4
