/** Which words are ordinary English, which are first names or places. */
import { FIRST_NAMES, ORDINARY_WORDS, PLACE_NAMES } from './english.ts'

export interface Lexicon {
  /** An ordinary English word, in lower case. */
  isWord(lower: string): boolean
  isFirstName(lower: string): boolean
  /** A first name that is also an ordinary word: "Mark", "Chase". */
  isDoubtfulName(lower: string): boolean
  /** A city, region or country. */
  isPlace(lower: string): boolean
}

/**
 * Words that are first names and ordinary words at once; a capital alone does not make them names.
 * compromise lists some of them only as names.
 */
const AMBIGUOUS = new Set(
  'apple buck will mark may art bill rob grant chase drew june april august rich sky faith hope joy grace rose dawn summer autumn page reed miles pat sue gene jack ray dean max kit star penny ruby jasmine crystal amber olive ivy iris lily angel christian earl duke king prince guy jade eve buddy chance cole dale dell forest frank glen harry heath hunter lane mason porter skip stone ward wade winter young long major art jay sandy cal ida nick trey ty van von chip cliff curt don rusty cash case'.split(
    ' ',
  ),
)

/** Tools and languages whose names are in no other use, or hardly, however they are written in talk of software. */
const TOOLS = new Set('curl bash wget vim emacs grep sed awk ssh'.split(' '))

export function loadLexicon(): Lexicon {
  const ordinary = new Set(ORDINARY_WORDS.split('\n'))
  const firstNames = new Set(FIRST_NAMES.split('\n'))
  const places = new Set(PLACE_NAMES.split('\n'))
  return {
    isWord: (lower) => ordinary.has(lower) && !TOOLS.has(lower),
    isPlace: (lower) => places.has(lower),
    isDoubtfulName: (lower) => AMBIGUOUS.has(lower),
    isFirstName: (lower) => !AMBIGUOUS.has(lower) && firstNames.has(lower),
  }
}
