/** Names that the registry knows, by their letters: exact, joined ("certmanager") or split ("Cert Manager"). */
import type { Lexicon } from '../lexicon.ts'
import type { Beginning, Names, Spelling } from '../names/index.ts'
import { NAMES_PROJECT } from '../text.ts'
import type { Mention, ReadTurn, Sentence, Token } from '../types.ts'

interface Hit {
  turn: ReadTurn
  first: number
  last: number
  start: number
  end: number
  spellings: Spelling[]
  /** All spellings are everyday words: it counts only with a reason. */
  everyday: boolean
}

/** What may stand between two words of one name. */
const isGap = (between: string, before: Token): boolean =>
  between === ' ' ||
  between === '-' ||
  between === '.' ||
  between === '/' ||
  between === ':' ||
  between === '\n' ||
  between === ' & ' ||
  between === ' + ' ||
  ((between === '. ' || between === '.') && before.text.length === 1)

const withoutEnding = (text: string): string => text.replace(/['’](?:s|re|ll|d|ve)?$/, '')
const isUpper = (word: string): boolean => /^[\p{Lu}\p{N}]+s?$/u.test(word) && /^\p{Lu}/u.test(word)
/** Capitals inside, as in `nVidia`, `KubeCudl`, `GitLab`. */
const isCamel = (word: string): boolean => /\p{Ll}\p{Lu}/u.test(word)

/** Whether the way these words are written allows this spelling. */
function fits(
  spelling: Spelling,
  words: readonly Token[],
  sentenceInitial: boolean,
  lexicon: Lexicon,
): boolean {
  const first = words[0]
  if (!first) return false
  const lowers = words.map((w) => w.word.bare)
  const length = lowers.reduce((sum, w) => sum + w.length, 0)
  // "was I" is no "WASI".
  if (words.length > 1 && words.some((w) => w.text === 'I')) return false
  const capital = words.some((w) => w.word.capital || isCamel(w.text))
  if (spelling.acronym && words.length === 1) {
    if (isUpper(withoutEnding(first.text)) || isCamel(first.text)) return true
    if (length <= 3) return false
    return capital
      ? !lexicon.isWord(lowers[0] ?? '') && !lexicon.isFirstName(lowers[0] ?? '')
      : length >= 5 && !spelling.everyday
  }
  if (spelling.everyday) {
    if (!words.every((w) => w.word.capital || /^\p{N}/u.test(w.text))) return false
    return words.length === spelling.words || !spelling.written.includes(' ')
  }
  const allWords = lowers.every((w) => lexicon.isWord(w) || w.length <= 2)
  if (words.length > spelling.words) {
    // "on EKS" is no "OneKS": a name does not begin with a word of the sentence.
    if (!first.word.capital && (first.lower.length <= 2 || lexicon.isWord(first.lower))) return false
    // Split where its owners do not split it: "Cert Manager", "data dog".
    if (!capital) return false
    if (words.every((w) => w.word.capital || /^\p{N}/u.test(w.text))) return true
    return allWords ? !sentenceInitial && length >= 8 : true
  }
  const isOccasion = spelling.kind === 'event' || spelling.kind === 'company'
  if (capital) {
    // "the Rails world", "Transform data": an organiser or owner writes all of it with capitals, talk does not.
    const isHalf =
      isOccasion &&
      words.length > 1 &&
      words.some((w, k) => k > 0 && !w.word.capital && lexicon.isWord(w.word.bare) && w.lower.length > 3) &&
      !/ \p{Ll}/u.test(spelling.written)
    return !isHalf || (spelling.kind === 'company' && !sentenceInitial && !lexicon.isWord(lowers[0] ?? ''))
  }
  if (words.length < spelling.words) return false
  // "write the docs" is what one does as well as an event.
  if (words.length > 1 && isOccasion) return !lowers.some((w) => lexicon.isWord(w))
  if (words.length > 1) return !allWords || /^[^\p{Lu}]+$/u.test(spelling.written)
  // In lower case the letters must be all there is: "reinvent" is no "re:Invent".
  return length >= 3 && !/[:.]/.test(spelling.written) && !lexicon.isWord(lowers[0] ?? '')
}

/** "She is a maintainer on harbor": after these words even a recogniser's lower case is a name. */
const isCued = (text: string, words: readonly Token[]): boolean => {
  const start = words[0]?.start ?? 0
  return NAMES_PROJECT.test(text.slice(Math.max(0, start - 40), start))
}

type Found = Pick<Hit, 'last' | 'end' | 'spellings'>

/** The longest name that begins at a word; letters are added word by word while some name begins with them. */
function longestAt(
  turn: ReadTurn,
  i: number,
  begins: Beginning,
  sentenceInitial: boolean,
  names: Names,
  lexicon: Lexicon,
): Found | null {
  const { tokens, text } = turn
  let key = ''
  let found: Found | null = null
  for (let j = i; j < tokens.length; j++) {
    const token = tokens[j] as Token
    if (j > i) {
      const before = tokens[j - 1] as Token
      if (!isGap(text.slice(before.end, token.start), before)) break
    }
    const word = token.word.bare
    const whole = key + word
    const accept = (candidate: string, end: number): boolean => {
      const spellings = names.spelled(candidate)
      if (!spellings) return false
      const words = tokens.slice(i, j + 1)
      const fitting = spellings.filter(
        (s) =>
          fits(s, words, sentenceInitial, lexicon) ||
          (s.everyday && s.words === words.length && isCued(text, words)),
      )
      if (fitting.length) found = { last: j, end, spellings: fitting }
      return fitting.length > 0
    }
    const isPrefix = j === i ? begins !== 'none' : names.begins(whole)
    const isNamed = isPrefix && accept(whole, token.start + withoutEnding(token.text).length)
    // "EBPFs", "SLOs", "the Red Hats": a plural of a name that is no ordinary word.
    if (!isNamed && word.length > 3 && token.word.capital && word.endsWith('s'))
      accept(whole.slice(0, -1), token.end - 1)
    if (!isPrefix || begins !== 'longer') break
    key = whole
  }
  return found
}

function hitsOf(turn: ReadTurn, names: Names, lexicon: Lexicon): Hit[] {
  const { tokens } = turn
  const hits: Hit[] = []
  let sentence = 0
  for (let i = 0; i < tokens.length; i++) {
    while ((turn.sentences[sentence + 1]?.firstToken ?? Number.POSITIVE_INFINITY) <= i) sentence++
    const { word } = tokens[i] as Token
    const begins = names.beginning(word)
    if (begins === 'none' && !(word.capital && word.bare.endsWith('s'))) continue
    const isInitial = turn.sentences[sentence]?.firstToken === i
    const hit = longestAt(turn, i, begins, isInitial, names, lexicon)
    if (!hit) continue
    hits.push({
      turn,
      first: i,
      start: (tokens[i] as Token).start,
      everyday: hit.spellings.every((s) => s.everyday),
      ...hit,
    })
    i = hit.last
  }
  return hits
}

const CUES_AFTER = new Set(
  'project projects maintainer maintainers community team operator operators cli release releases version cluster clusters chart charts plugin plugins controller tool tools framework library server client engine agent sidecar web programmer programmers developer developers compiler binary binaries code proxy docs documentation repo repository website users user pipeline pipelines module modules app apps application applications deployment deployments api sdk runtime package packages protocol'.split(
    ' ',
  ),
)
const CUES_BEFORE = new Set(
  'project called named maintain maintains maintainer using use uses used install installing adopt adopted adopting deploy deploying via like called installed run running runs integrates integrate'.split(
    ' ',
  ),
)
/** "She was at Oracle": what somebody is at, joins or leaves is where people work. */
const AT = new Set(['at', 'joined', 'left'])

/** "written mostly in Rust", "rewrote it in Go": a name after it is that of a language. */
const WRITTEN_IN =
  /\b(?:written|wrote|write|writing|rewritten|rewrote|rewrite|implemented|coded|programming|programmed|developed|prototyped|started|began|built)(?: [\w'’]+){0,4} in (?:pure |plain |good old )?$/i

/** "The backend is Go", "all of it is in Rust". */
const IS_IN =
  /\b(?:back-?end|server|engine|core|front-?end|client|agent|operator|controller|manager|proxy|rest|code|codebase|everything|whole thing|most of it|all of it|all of that|UI|CLI)(?: is| was|['’]s)(?: (?:all|mostly|still|now|in|pure|purely|just|written))* $/i

/** "a maintainer of Porter", "a release of Spin": the noun two words before. */
const NOUNS_OF = new Set(
  'maintainer maintainers contributor contributors release version creator creators author founder user users founders core part ceo cto cofounder'.split(
    ' ',
  ),
)

/**
 * Whether the words around an everyday name give a reason to take it for the name.
 * @param nearby other mentions of the same turn that need no reason, as [start, end]
 */
function hasReason(hit: Hit, nearby: readonly (readonly [number, number])[]): boolean {
  const { tokens, text } = hit.turn
  if (isLinked(text, hit.start, hit.end)) return true
  if (hit.end - hit.start === 1 && LETTER_CUE.test(text.slice(Math.max(0, hit.start - 24), hit.start)))
    return true
  if (LANGUAGE_CUE.test(text.slice(Math.max(0, hit.start - 48), hit.start))) return true
  const after = tokens[hit.last + 1]
  const before = tokens[hit.first - 1]
  const before2 = tokens[hit.first - 2]
  const touching = after !== undefined && /^[\s-]$/.test(text.slice(hit.end, after.start))
  if (touching && after && (CUES_AFTER.has(after.lower) || /^v?\d+$/.test(after.lower))) return true
  const follows = before !== undefined && /^\s?$/.test(text.slice(before.end, hit.start))
  if (follows && before && CUES_BEFORE.has(before.lower)) return true
  if (follows && before && AT.has(before.lower) && hit.spellings.some((s) => s.kind === 'company'))
    return true
  if (follows && before?.lower === 'the' && before2 && CUES_BEFORE.has(before2.lower)) return true
  const words = text.slice(Math.max(0, hit.start - 60), hit.start)
  if (hit.spellings.some((s) => s.kind === 'technology') && (WRITTEN_IN.test(words) || IS_IN.test(words)))
    return true
  if (
    follows &&
    before2 &&
    before &&
    /^(?:of|to|for|from)$/.test(before.lower) &&
    NOUNS_OF.has(before2.lower)
  )
    return true
  const listed =
    /^(?:\s*,\s*(?:and\s+|or\s+|then\s+)?|\s+and\s+|\s+or\s+|\s*\/\s*|\s+plus\s+|\s+versus\s+|\s+with\s+)$/
  return nearby.some(
    ([start, end]) =>
      (end <= hit.start && listed.test(text.slice(end, hit.start))) ||
      (start >= hit.end && listed.test(text.slice(hit.end, start))),
  )
}

/** A link in Markdown around the name, `[Cobra](https://…)`: writers link names, not words. */
const isLinked = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '[' && /^(?:['’]s)?\]\(http/.test(text.slice(end, end + 8))

/** "Months of work in C", "from C to Go", "plain C": what stands before a language of one letter. */
const LETTER_CUE = /\b(?:in|from|like|plain|pure|raw|old|some|know|learned|learnt|knew) $/

/** "It's written in Rust", "the old one was in Go": what a language follows. */
const LANGUAGE_CUE =
  /\b(?:writ(?:e|es|ing|ten)|wrote|re-?writ(?:e|ten|ing)|rewrote|implemented|coded|programm\w+|built) (?:it |them |this |that |purely |mostly |entirely |all |completely )*in $|(?:^|[.?!] |\bit['’]s )(?:all|pure|purely|entirely|plain) (?:in )?$/i

/** What a name does at the start of a sentence: "Rust is", "Caddy really changed", "Buoyant's". */
const SUBJECT_OF =
  /^(?! (?:is|was) (?:what|(?:an?|the|another) (?:word|term|way|state))\b) (?:(?:really|actually|also|just|still|itself|basically|already|kind of) )?(?:is|isn['’]t|was|wasn['’]t|has|hasn['’]t|had|does|doesn['’]t|did|didn['’]t|can|can['’]t|will|makes|gives|lets|uses|supports|provides|comes|runs|works)\b/

/** A question for a language at the end of a turn, and among how many first words of the next turn its answer stands. */
const ASKS_LANGUAGE =
  /\b(?:(?:written|implemented|programmed|coded|built|write it|write that|wrote it) in\b|languages?\b)[^.!?]{0,60}\?\s*$/i
const ANSWER = 8

/** How often an everyday word must stand with a capital of its own to be a name without another reason. */
const AGAIN = 2

const sentenceOf = (turn: ReadTurn, token: number): Sentence | undefined =>
  turn.sentences.find((s) => token >= s.firstToken && token < s.endToken)

/** The capital is of the name's own accord, not that of a sentence, a quotation or a longer name. */
function isPlainCapital(hit: Hit, lexicon: Lexicon): boolean {
  const { tokens, text } = hit.turn
  const sentence = sentenceOf(hit.turn, hit.first)
  if (!sentence || sentence.firstToken === hit.first) return false
  if (
    /["“‘'([:]\s*$/.test(text.slice(Math.max(0, hit.start - 3), hit.start)) &&
    !isLinked(text, hit.start, hit.end)
  )
    return false
  const before = tokens[hit.first - 1]
  const after = tokens[hit.last + 1]
  const beside = (token: Token | undefined, between: string): boolean =>
    token !== undefined &&
    /^\s$/.test(between) &&
    token.word.capital &&
    token.lower !== 'i' &&
    !/^i['’]/.test(token.lower)
  if (before && beside(before, text.slice(before.end, hit.start)) && hit.first - 1 > sentence.firstToken)
    return false
  if (
    before &&
    /^\s$/.test(text.slice(before.end, hit.start)) &&
    before.word.capital &&
    lexicon.isFirstName(before.lower)
  )
    return false
  return !(
    after &&
    hit.last + 1 < sentence.endToken &&
    beside(after, text.slice(hit.end, after.start)) &&
    !CUES_AFTER.has(after.lower)
  )
}

/**
 * Finds the registry's names in all turns. Names that are everyday words need a capital of their own and a
 * reason: a cue noun, a version, a list with other names, the subject of the conversation, or an earlier
 * mention that had one.
 * @param subjects ids named by the page's heading or an introduction
 * @param lowerCase the words that the talk uses in lower case; a CNCF project or technology that is none of them
 *   is a name wherever it has a capital
 */
export function findKnown(
  turns: readonly ReadTurn[],
  names: Names,
  lexicon: Lexicon,
  subjects: ReadonlySet<string>,
  lowerCase: ReadonlySet<string>,
): Mention[] {
  const hits = turns.flatMap((turn) => hitsOf(turn, names, lexicon))
  const settled = new Set(subjects)
  const plainSpans = new Map<number, [number, number][]>()
  for (const hit of hits)
    if (!hit.everyday) {
      const spans = plainSpans.get(hit.turn.index) ?? []
      spans.push([hit.start, hit.end])
      plainSpans.set(hit.turn.index, spans)
    }
  const idsOf = (hit: Hit): string[] => hit.spellings.map((s) => s.entry.id)
  const reasoned = new Set<Hit>()
  const plain = new Map<string, number>()
  for (const hit of hits) {
    if (!hit.everyday || !isPlainCapital(hit, lexicon)) continue
    for (const id of idsOf(hit)) plain.set(id, (plain.get(id) ?? 0) + 1)
    const nearby = plainSpans.get(hit.turn.index) ?? []
    const word = hit.turn.tokens[hit.first]?.word.bare ?? ''
    const isOwn =
      hit.end - hit.start > 2 &&
      !lowerCase.has(word) &&
      !lexicon.isFirstName(word) &&
      (!(lexicon.isPlace(word) || lexicon.isDoubtfulName(word)) ||
        hit.spellings.some((s) => s.entry.cncf || s.kind === 'technology'))
    if (isOwn || hasReason(hit, nearby) || idsOf(hit).some((id) => subjects.has(id))) {
      reasoned.add(hit)
      nearby.push([hit.start, hit.end])
      plainSpans.set(hit.turn.index, nearby)
    }
  }
  // "Rust is not an option": at the start of a sentence the capital says nothing, the verb of a subject does.
  for (const hit of hits) {
    const word = hit.turn.tokens[hit.first]?.word.bare ?? ''
    if (
      hit.everyday &&
      hit.end - hit.start > 2 &&
      !lowerCase.has(word) &&
      !lexicon.isFirstName(word) &&
      !lexicon.isPlace(word) &&
      !lexicon.isDoubtfulName(word) &&
      SUBJECT_OF.test(hit.turn.text.slice(hit.end, hit.end + 24))
    )
      reasoned.add(hit)
  }
  // "What is it written in?" "Rust, mostly.": whoever asks for a language gets one.
  for (const hit of hits)
    if (
      hit.everyday &&
      hit.first < ANSWER &&
      hit.spellings.some((s) => s.kind === 'technology') &&
      hit.turn.tokens[hit.first]?.word.capital &&
      ASKS_LANGUAGE.test(turns[hit.turn.index - 1]?.text.slice(-160) ?? '')
    )
      reasoned.add(hit)
  // Said again and again with a capital of its own and never without: a name, whatever it is a name of.
  for (const hit of hits)
    if (hit.everyday && !reasoned.has(hit) && hit.end - hit.start > 1 && isPlainCapital(hit, lexicon)) {
      const token = hit.turn.tokens[hit.first]
      if (
        token &&
        !lowerCase.has(token.lower) &&
        !lexicon.isFirstName(token.lower) &&
        idsOf(hit).some((id) => (plain.get(id) ?? 0) >= AGAIN)
      )
        reasoned.add(hit)
    }
  for (const hit of reasoned) for (const id of idsOf(hit)) settled.add(id)
  return hits
    .filter((hit) => {
      if (!hit.everyday || reasoned.has(hit)) return true
      if (!idsOf(hit).some((id) => settled.has(id))) return false
      if (isPlainCapital(hit, lexicon)) return true
      // At the start of a sentence only where the name is used often elsewhere or a cue stands beside it.
      return idsOf(hit).some((id) => (plain.get(id) ?? 0) >= 2 || subjects.has(id))
    })
    .map((hit) => ({
      turn: hit.turn.index,
      start: hit.start,
      end: hit.end,
      surface: hit.turn.text.slice(hit.start, hit.end),
      candidates: hit.spellings.map((s) => ({ id: s.entry.id, kind: s.kind, label: s.entry.name })),
      rule: `name:${hit.spellings[0]?.via ?? 'name'}`,
      confidence: hit.everyday ? 0.85 : hit.spellings[0]?.via === 'misheard' ? 0.9 : 1,
    }))
}
