/** Names that a recogniser misspelt, compared by sound and by letters with the names the talk is likely about. */
import type { Lexicon } from '../lexicon.ts'
import type { Names, Spelling } from '../names/index.ts'
import { similarity, soundCode } from '../names/sound.ts'
import { squash } from '../text.ts'
import type { Mention, ReadTurn, Token } from '../types.ts'

/** "Dockerized" is made of a name and no other name. */
const DERIVED = /^(?:i[sz]e[ds]?|i[sz]ing|ing|ed|ers?|ish|esque|y|s)$/

/** "LLMs" are several of what the letters stand for, and no name that was misheard. */
const PLURAL = /^\p{Lu}{2,5}s$/u

/** "Cloud Custodia" shares a word with "Cloud Custodian"; "Dan one" shares none with "Danone". */
const sharesWord = (surface: string, written: string): boolean => {
  if (!/\s/.test(surface)) return false
  const words = new Set(written.toLowerCase().split(/[\s-]+/))
  return (
    words.size > 1 &&
    surface
      .toLowerCase()
      .split(/\s+/)
      .some((w) => words.has(w))
  )
}

/** Least likeness of letters for a name that the conversation is about, a CNCF project, an acronym or several words, or any other name. */
const LIKENESS = { near: 0.66, cncf: 0.74, close: 0.75, other: 0.86 }

/**
 * Finds misspelt names among capitalised words that are neither English nor a name yet. Candidates sound alike
 * (Refined Soundex codes at most one class apart) and are ranked by likeness of letters, with a bonus for what
 * the same transcript names elsewhere; a tie is no answer.
 * @param taken spans that are already names, by turn
 * @param named ids that the transcript names outright
 * @param lowerCase the words that the talk uses in lower case
 */
export function findMisheard(
  turns: readonly ReadTurn[],
  names: Names,
  lexicon: Lexicon,
  taken: ReadonlyMap<number, readonly (readonly [number, number])[]>,
  named: ReadonlySet<string>,
  lowerCase: ReadonlySet<string>,
): Mention[] {
  const mentions: Mention[] = []
  const answers = new Map<string, { spelling: Spelling; score: number } | null>()
  const answer = (surface: string): { spelling: Spelling; score: number } | null => {
    const known = answers.get(surface)
    if (known !== undefined) return known
    const key = squash(surface)
    const acronym = /^\p{Lu}{3,6}$/u.test(surface)
    let best: { spelling: Spelling; score: number } | null = null
    let tied = false
    for (const spelling of names.sounding(key)) {
      if (spelling.everyday || spelling.via === 'misheard') continue
      // Capitals stand for capitals: an acronym is misheard as another one, a name as a name.
      if (
        acronym !== (spelling.acronym || /^\p{Lu}{3,}/u.test(spelling.written)) &&
        !/-/.test(spelling.written)
      )
        continue
      const target = squash(spelling.written)
      if (
        Math.abs(target.length - key.length) > 2 ||
        (key.startsWith(target) && DERIVED.test(key.slice(target.length)))
      )
        continue
      const likeness = similarity(key, target)
      const near = named.has(spelling.entry.id)
      // An unknown acronym that sounds just like a known one, or words of which one is spelt right.
      const isClose =
        (acronym && soundCode(key) === soundCode(target)) || sharesWord(surface, spelling.written)
      const least = near
        ? LIKENESS.near
        : spelling.entry.cncf
          ? LIKENESS.cncf
          : isClose
            ? LIKENESS.close
            : LIKENESS.other
      if (likeness < least) continue
      const score = likeness + (near ? 0.15 : 0) + (spelling.entry.cncf ? 0.05 : 0)
      if (!best || score > best.score) {
        best = { spelling, score }
        tied = false
      } else if (score === best.score && spelling.entry.id !== best.spelling.entry.id) tied = true
    }
    const result = tied ? null : best
    answers.set(surface, result)
    return result
  }
  /**
   * A single word in plain title case is a misspelt name only where the name is of the talk or the field, the
   * word is not used in lower case, and it is no part of a longer name ("Ann Pinto").
   */
  const isOrdinary = (turn: ReadTurn, i: number, found: { spelling: Spelling; score: number }): boolean => {
    const token = turn.tokens[i] as Token
    const lower = token.lower.replace(/['’]\p{L}+$/u, '')
    if (/\p{Ll}\p{Lu}|^\p{Lu}{3,}$/u.test(token.text)) return false
    const forms = [
      lower,
      lower.replace(/s$/, ''),
      lower.replace(/(?:ed|ing)$/, ''),
      lower.replace(/ies$/, 'y'),
    ]
    if (
      forms.some((f) => lexicon.isWord(f) || lowerCase.has(f)) ||
      token.text.includes("'") ||
      token.text.includes('’')
    )
      return true
    const before = turn.tokens[i - 1]
    const after = turn.tokens[i + 1]
    if (before?.word.capital && before.text !== 'I') return true
    if (after?.word.capital && turn.text.slice(token.end, after.start) === ' ') return true
    return !(found.spelling.entry.cncf || named.has(found.spelling.entry.id))
  }
  for (const turn of turns) {
    const spans = taken.get(turn.index) ?? []
    const isFree = (t: Token): boolean => !spans.some(([start, end]) => t.start < end && start < t.end)
    let done = -1
    for (const i of turn.capitals) {
      if (i <= done) continue
      const token = turn.tokens[i] as Token
      if (!isFree(token) || /^(?:the|an?|i|my|our|his|her|this|that)$/.test(token.lower)) continue
      for (let size = 3; size >= 1; size--) {
        const words = turn.tokens.slice(i, i + size)
        const last = words.at(-1)
        if (words.length < size || !last || !words.every((w) => w.word.capital && isFree(w))) continue
        if (words.some((w, k) => k > 0 && turn.text.slice(words[k - 1]?.end, w.start) !== ' ')) continue
        const end = last.start + last.text.replace(/['’]s?$/, '').length
        const surface = turn.text.slice(token.start, end)
        if (
          squash(surface).length < 4 ||
          PLURAL.test(surface) ||
          words.every(
            (w) => lexicon.isWord(w.lower) || lexicon.isFirstName(w.lower) || lexicon.isPlace(w.lower),
          )
        )
          continue
        if (
          size === 1 &&
          turn.sentences.some((s) => s.firstToken === i) &&
          !/\p{Ll}\p{Lu}|\p{Lu}{3}/u.test(surface)
        )
          continue
        const found = answer(surface)
        if (!found || (size === 1 && isOrdinary(turn, i, found))) continue
        mentions.push({
          turn: turn.index,
          start: token.start,
          end,
          surface,
          candidates: [
            { id: found.spelling.entry.id, kind: found.spelling.kind, label: found.spelling.entry.name },
          ],
          rule: 'name:sound',
          confidence: Math.round(Math.min(0.8, 0.5 + (found.score - 0.6)) * 100) / 100,
        })
        done = i + size - 1
        break
      }
    }
  }
  return mentions
}
