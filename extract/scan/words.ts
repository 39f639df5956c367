/** The different words of all talk, each looked at once. */

export interface Word {
  /** From 0 in order of appearance, for tables by word; -1 for a word too many. */
  number: number
  text: string
  lower: string
  /** Begins with a capital. */
  capital: boolean
  /** `lower` without a possessive or contracted ending, apostrophes and the backslash of Markdown's "C\\#": what a name's letters are. */
  bare: string
}

/** So that no input, however odd, fills the memory with words. */
const MOST = 2_000_000

const words = new Map<string, Word>()

const bare = (lower: string): string => lower.replace(/['’](?:s|re|ll|d|ve)?$|['’\\]/g, '')

/** The word that is written like this; the same object each time. */
export function wordOf(text: string): Word {
  const known = words.get(text)
  if (known) return known
  const lower = text.toLowerCase()
  const isFull = words.size >= MOST
  const word: Word = {
    number: isFull ? -1 : words.size,
    text,
    lower,
    capital: /^\p{Lu}/u.test(text),
    bare: /['’\\]/.test(lower) ? bare(lower) : lower,
  }
  if (!isFull) words.set(text, word)
  return word
}
