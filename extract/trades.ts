/** What people are at a company or to a project, as sources for regular expressions. */

/** As a title is written within a sentence and on a card: "director", "Director". */
const eitherCase = (words: string): string =>
  words
    .split(' ')
    .map((word) => word.replace(/^[a-z]/, (letter) => `[${letter.toUpperCase()}${letter}]`))
    .join('|')

const TITLES = eitherCase(
  'presidents? directors? engineers? developers? programmers? architects? managers? leads? head evangelists? advocates? researchers? scientists? consultants? strategists? staff principal interns? analysts? designers? writers? marketers? specialists? administrators? technologists? instructors? trainers? professors? fellow',
)

/** What one is employed as. */
export const EMPLOYED = `(?:CTO|CEO|COO|CIO|CISO|CPO|CRO|CMO|SRE|DBA|[ES]?VP|AVP|[Vv]ice [Pp]resident|(?:[Cc]o-?)?(?:[Ff]ounders?|[Oo]wners?)|[Mm]anaging [Pp]artner|${TITLES}|[Cc]hief [A-Za-z]+ [Oo]fficer)`

/** What one's trade is in: "director of engineering", "head of developer relations", "VP for open source". */
export const OF_A_FIELD = String.raw`(?: (?:of|for) (?!(?:the|an?)\b)[A-Za-z][\w-]*(?: (?:and |& )?(?!(?:at|for|of|from|with)\b)[A-Za-z][\w-]*){0,2})?`

/** What one is to a project. */
export const OF_A_PROJECT = `(?:${eitherCase('maintainers? creators? authors? contributors? committers? leads? chairs? members?')}|(?:[Cc]o-?)?[Ff]ounders?|core developers?)`
