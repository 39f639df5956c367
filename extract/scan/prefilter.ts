/**
 * Tells in one pass over the words of a text which of many regular expressions could match it at all, so that
 * only those few are tried. What is found is the same; what is saved is nearly all of the matching.
 */
import type { Required } from './literals.ts'
import type { Word } from './words.ts'

/** One word of a text. */
export interface Spoken {
  word: Word
}

/**
 * Finds the expressions that could match a text.
 * @param tokens the words of the text
 * @param slots for the skeleton of a sentence, the letters of the kinds it names
 * @returns the places of the expressions in the list that the filter was made of, ascending
 */
export type Prefilter = (tokens: readonly Spoken[], from: number, to: number, slots?: string) => number[]

/** A set of words of which one must be there. */
interface WordSet {
  /** The text in which one of the words was last met, so that nothing has to be cleared. */
  met: number
  /** The expressions that are looked at only when this set, their rarest, is met. */
  opens: number[]
}

const NOTHING: readonly WordSet[] = []

/** @param expressions for each regular expression the words that it cannot match without */
export function makePrefilter(expressions: readonly Required[]): Prefilter {
  const sets = new Map<string, WordSet>()
  /** The sets of words that begin so, and of words that are just this. */
  const beginning = new Map<string, WordSet[]>()
  const whole = new Map<string, WordSet[]>()
  let longest = 0
  const always: number[] = []
  const needs = expressions.map((all, number) => {
    const required = all.map((literals) => {
      const key = literals.map((one) => one.text + (one.whole ? '' : '*')).join(' ')
      const known = sets.get(key)
      if (known) return known
      const set: WordSet = { met: 0, opens: [] }
      sets.set(key, set)
      for (const one of literals) {
        const index = one.whole ? whole : beginning
        const list = index.get(one.text)
        if (list) list.push(set)
        else index.set(one.text, [set])
        if (!one.whole) longest = Math.max(longest, one.text.length)
      }
      return set
    })
    const [rarest] = required
    if (rarest) rarest.opens.push(number)
    else always.push(number)
    return required
  })

  const setsOf = (lower: string): readonly WordSet[] => {
    const found = new Set<WordSet>()
    // `\b` sees a word after every apostrophe, and none in a letter beyond ASCII.
    for (const part of lower.split(/[^a-z\d]+/)) {
      for (const set of whole.get(part) ?? NOTHING) found.add(set)
      for (let end = Math.min(part.length, longest); end > 0; end--)
        for (const set of beginning.get(part.slice(0, end)) ?? NOTHING) found.add(set)
    }
    return found.size ? [...found] : NOTHING
  }
  /** The sets of each word, by the word's number: talk repeats its words. */
  const known: (readonly WordSet[] | undefined)[] = []
  const setsOfWord = (word: Word): readonly WordSet[] => {
    const list = known[word.number]
    if (list) return list
    const found = setsOf(word.lower)
    if (word.number >= 0) known[word.number] = found
    return found
  }
  let text = 0
  return (tokens, from, to, slots = '') => {
    text++
    const opened = [...always]
    const note = (list: readonly WordSet[]): void => {
      for (const set of list)
        if (set.met !== text) {
          set.met = text
          for (const number of set.opens) opened.push(number)
        }
    }
    for (const kind of slots) note(whole.get(`<${kind}`) ?? NOTHING)
    for (let i = from; i < to; i++) {
      const list = setsOfWord((tokens[i] as Spoken).word)
      if (list.length) note(list)
    }
    return opened.filter((number) => needs[number]?.every((set) => set.met === text)).sort((a, b) => a - b)
  }
}
