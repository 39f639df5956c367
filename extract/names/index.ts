/** The names of the registry, compiled once so that a text can be scanned for all of them in one pass. */
import { entryKind, type Registry, type RegistryEntry } from '../../src/registry.ts'
import type { EntityKind } from '../../src/schema.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Word } from '../scan/words.ts'
import { squash } from '../text.ts'
import { soundCode, soundNeighbours } from './sound.ts'

/** One way to write one entry. */
export interface Spelling {
  entry: RegistryEntry
  kind: EntityKind
  written: string
  via: 'name' | 'alias' | 'misheard'
  /** Also a word of everyday English: needs a capital and a reason. */
  everyday: boolean
  /** Written in capitals or figures only; short ones must be written so in the text too. */
  acronym: boolean
  /** Number of words as written. */
  words: number
}

export interface Names {
  registry: Registry
  entry(id: string): RegistryEntry | undefined
  /** All spellings that are the same letters, or undefined. The key is squashed: letters and digits, lower case. */
  spelled(key: string): readonly Spelling[] | undefined
  /** Whether some spelling begins with these letters. */
  begins(key: string): boolean
  /**
   * What a word may begin, remembered by word: nothing; a name that is this word; or also a longer one. In small
   * letters an ordinary word begins only names that are written as several words: "on EKS" is no "OneKS".
   */
  beginning(word: Word): Beginning
  /** Spellings that sound alike: equal sound codes, or codes one class apart. */
  sounding(key: string): Iterable<Spelling>
}

/** What a word may begin: `none`, `itself` or `longer` names. */
export type Beginning = 'none' | 'itself' | 'longer'

const ACRONYM = /^[\p{Lu}\p{N}/&.-]+$/u

function spellingsOf(entry: RegistryEntry, lexicon: Lexicon): Spelling[] {
  const flagged = Array.isArray(entry.everyday) ? new Set(entry.everyday.map((w) => w.toLowerCase())) : null
  const spelling = (written: string, via: Spelling['via']): Spelling => {
    const lower = written.toLowerCase()
    const acronym = ACRONYM.test(written)
    const isFlagged = flagged ? flagged.has(lower) : entry.everyday === true && !/\s/.test(lower)
    return {
      entry,
      kind: entryKind(entry),
      written,
      via,
      acronym,
      everyday: isFlagged || (!acronym && (lexicon.isWord(lower) || lexicon.isFirstName(lower))),
      words: written.split(/[\s-]+/).length,
    }
  }
  return [
    spelling(entry.name, 'name'),
    ...(entry.aliases ?? []).map((a) => spelling(a, 'alias')),
    ...(entry.misheard ?? []).map((m) => spelling(m, 'misheard')),
  ]
}

/** A language that is called by one letter: C. As everyday as a word can be. */
const isLetter = ({ kind, everyday }: Spelling): boolean => kind === 'technology' && everyday

/** The longest key, in letters, that is looked up; longer names are cut off here. */
const LONGEST = 60

export function compileNames(registry: Registry, lexicon: Lexicon): Names {
  const byId = new Map<string, RegistryEntry>()
  const byKey = new Map<string, Spelling[]>()
  const firstWords = new Set<string>()
  const bySound = new Map<string, Spelling[]>()
  for (const entry of registry.entries) {
    byId.set(entry.id, entry)
    for (const spelling of spellingsOf(entry, lexicon)) {
      const key = squash(spelling.written)
      if ((key.length < 2 && !isLetter(spelling)) || key.length > LONGEST) continue
      const same = byKey.get(key)
      if (same?.some((s) => s.entry.id === entry.id && s.words === spelling.words)) continue
      if (same) same.push(spelling)
      else byKey.set(key, [spelling])
      if (spelling.words > 1) firstWords.add(squash(spelling.written.split(/[\s-]+/, 1)[0] ?? ''))
      if (key.length >= 4 && spelling.via !== 'misheard' && !spelling.everyday)
        for (const code of soundNeighbours(soundCode(key))) {
          const list = bySound.get(code)
          if (list) list.push(spelling)
          else bySound.set(code, [spelling])
        }
    }
  }
  const keys = [...byKey.keys()].sort()
  const begins = (key: string): boolean => {
    let low = 0
    let high = keys.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((keys[middle] as string) < key) low = middle + 1
      else high = middle
    }
    return keys[low]?.startsWith(key) ?? false
  }
  const answers: (Beginning | undefined)[] = []
  return {
    registry,
    entry: (id) => byId.get(id),
    spelled: (key) => byKey.get(key),
    begins,
    beginning: (word) => {
      const known = answers[word.number]
      if (known !== undefined) return known
      const { bare, lower, capital } = word
      const mayBeSplit = capital || (lower.length > 2 && !lexicon.isWord(lower)) || firstWords.has(bare)
      const answer = !begins(bare) ? 'none' : mayBeSplit ? 'longer' : byKey.has(bare) ? 'itself' : 'none'
      if (word.number >= 0) answers[word.number] = answer
      return answer
    },
    *sounding(key) {
      const seen = new Set<Spelling>()
      for (const code of soundNeighbours(soundCode(key)))
        for (const spelling of bySound.get(code) ?? [])
          if (!seen.has(spelling)) {
            seen.add(spelling)
            yield spelling
          }
    },
  }
}
