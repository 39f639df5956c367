/** What compromise's lexicon knows of English: which words are ordinary, which are first names. */
import nlp from 'compromise/two'

export interface Lexicon {
  /** An ordinary English word, in lower case. */
  isWord(lower: string): boolean
  isFirstName(lower: string): boolean
  /** A first name that is also an ordinary word: "Mark", "Chase". */
  isDoubtfulName(lower: string): boolean
  /** A city, region or country. */
  isPlace(lower: string): boolean
}

const PLACE_TAGS = new Set(['Place', 'City', 'Country', 'Region'])
const NAME_TAGS = new Set(['FirstName', 'MaleName', 'FemaleName'])

/**
 * Words that are first names and ordinary words at once; a capital alone does not make them names.
 * compromise lists some of them only as names.
 */
const AMBIGUOUS = new Set(
  'apple buck will mark may art bill rob grant chase drew june april august rich sky faith hope joy grace rose dawn summer autumn page reed miles pat sue gene jack ray dean max kit star penny ruby jasmine crystal amber olive ivy iris lily angel christian earl duke king prince guy jade eve buddy chance cole dale dell forest frank glen harry heath hunter lane mason porter skip stone ward wade winter young long major art jay sandy cal ida nick trey ty van von chip cliff curt don rusty cash case'.split(
    ' ',
  ),
)

export function loadLexicon(): Lexicon {
  const words = (nlp.model() as { one: { lexicon: Record<string, string | string[] | undefined> } }).one
    .lexicon
  const tagsOf = (lower: string): string[] => {
    const tags = Object.hasOwn(words, lower) ? words[lower] : undefined
    return tags === undefined ? [] : typeof tags === 'string' ? [tags] : tags
  }
  const PROPER = new Set([
    ...NAME_TAGS,
    'LastName',
    'Person',
    'Place',
    'City',
    'Country',
    'Region',
    'Organization',
    'Company',
    'SportsTeam',
    'ProperNoun',
  ])
  return {
    isWord: (lower) => {
      const tags = tagsOf(lower)
      return tags.length > 0 && !tags.some((tag) => PROPER.has(tag))
    },
    isPlace: (lower) => tagsOf(lower).some((tag) => PLACE_TAGS.has(tag)),
    isDoubtfulName: (lower) => AMBIGUOUS.has(lower),
    isFirstName: (lower) => !AMBIGUOUS.has(lower) && tagsOf(lower).some((tag) => NAME_TAGS.has(tag)),
  }
}
