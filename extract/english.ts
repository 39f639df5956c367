/**
 * Lists of English words by what compromise's lexicon knows of them. The builds evaluate this module and ship the
 * lists (see vite.config.ts): unpacking the lexicon takes longer than reading a transcript.
 */
import nlp from 'compromise/two'

const NAMES = ['FirstName', 'MaleName', 'FemaleName']
const PLACES = ['Place', 'City', 'Country', 'Region']
const PROPER = new Set([
  ...NAMES,
  ...PLACES,
  'LastName',
  'Person',
  'Organization',
  'Company',
  'SportsTeam',
  'ProperNoun',
])

const { lexicon } = (nlp.model() as { one: { lexicon: Record<string, string | string[] | undefined> } }).one
const tagged = Object.entries(lexicon).map(([word, tags]) => ({
  word,
  tags: tags === undefined ? [] : typeof tags === 'string' ? [tags] : tags,
}))
const listed = (holds: (tags: readonly string[]) => boolean): string =>
  tagged
    .filter(({ tags }) => holds(tags))
    .map(({ word }) => word)
    .join('\n')

/** In lower case, one a line. */
export const ORDINARY_WORDS = listed((tags) => tags.length > 0 && !tags.some((tag) => PROPER.has(tag)))
export const FIRST_NAMES = listed((tags) => tags.some((tag) => NAMES.includes(tag)))
export const PLACE_NAMES = listed((tags) => tags.some((tag) => PLACES.includes(tag)))
