/** Finding quotes by the words in them. */
import type { Evidence } from '../../src/schema.ts'
import type { GraphModel } from './model.ts'
import { type Transcripts, wordsOf } from './transcript.ts'

export interface Quoted {
  evidence: Evidence
  words: string
  /** What is compared: lower case, without accents, with straight apostrophes. */
  folded: string
}

/** Shorter queries are in nearly every quote. */
const LEAST = 3

/** Lower case, no accents, straight apostrophes, single blanks; cheap for plain English. */
export function foldWords(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
  const ascii = /^[\u0000-\u007f]*$/.test(text)
  const bare = ascii
    ? text
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/[’‘]/g, "'")
  return bare.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Every quote of the graph's claims and facts once, in the order of the graph; those without words are left out. */
export function quotesOf(model: GraphModel, transcripts: Transcripts): Quoted[] {
  const found = new Map<string, Quoted>()
  const add = (evidence: Evidence): void => {
    const key = `${evidence.episode} ${evidence.turn} ${evidence.start} ${evidence.end}`
    if (found.has(key)) return
    const words = wordsOf(evidence, transcripts)
    if (words !== null) found.set(key, { evidence, words, folded: foldWords(words) })
  }
  for (const edge of model.claims) edge.attributes.evidence.forEach(add)
  for (const { attributes } of model.nodes.values())
    if ('facts' in attributes) for (const fact of attributes.facts ?? []) fact.evidence.forEach(add)
  return [...found.values()]
}

/**
 * The quotes that hold what was typed: as it stands, or where no quote does, all of its words in any order.
 * Quotation marks around the query ask for it as it stands.
 */
export function findQuotes(quotes: readonly Quoted[], query: string): Quoted[] {
  const quoted = /^["“”].*["“”]$/.test(query.trim())
  const asked = foldWords(query.replace(/["“”]/g, ' '))
  if (asked.length < LEAST) return []
  const phrase = quotes.filter((q) => q.folded.includes(asked))
  if (phrase.length > 0 || quoted) return phrase
  const words = asked.split(' ').filter((w) => w.length > 1)
  return words.length > 1 ? quotes.filter((q) => words.every((w) => q.folded.includes(w))) : []
}
