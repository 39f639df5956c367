/**
 * The pieces of a sentence's skeleton: words with the sort of each, marks and slots. Only little words are known by
 * their sort, which are few and closed lists; every other word is taken for part of a noun phrase until a frame
 * knows it as its head (after Abney, "Parsing by chunks", 1991).
 */

export type Sort =
  | 'slot'
  | 'word'
  | 'number'
  | 'determiner'
  | 'possessive'
  | 'genitive'
  | 'preposition'
  | 'auxiliary'
  | 'be'
  | 'modal'
  | 'not'
  | 'adverb'
  | 'pronoun'
  | 'relative'
  | 'and'
  | 'subordinator'
  | 'to'
  | 'comma'
  | 'stop'
  | 'mark'

/** A word, a mark or a slot. */
export interface Piece {
  /** In lower case, with a plain apostrophe; several words that act as one preposition are one piece: "atop". */
  lower: string
  /** Offsets in the skeleton. */
  start: number
  end: number
  sort: Sort
  /** For a slot its number, otherwise -1. */
  slot: number
  /** Begins with a capital, inside a sentence. */
  capital: boolean
}

const SORTS = new Map<string, Sort>()
const sort = (name: Sort, words: string): void => {
  for (const word of words.split(' ')) SORTS.set(word, name)
}
sort(
  'determiner',
  'the a an some any various other another different this these those each every many several few lots no all both either more most such same own whole entire main own certain',
)
sort('possessive', 'its our your their his her my whose')
sort(
  'preposition',
  'of in on at by for from with without within into onto inside upon atop over under underneath behind around against between through via across after before during since until about off like as alongside besides beside per than toward towards including versus vs instead similar',
)
sort('be', "is are was were am be been being 's 're 'm isn't aren't wasn't weren't ain't")
sort(
  'auxiliary',
  "do does did have has had having don't doesn't didn't haven't hasn't hadn't 've 'd get gets got getting",
)
sort(
  'modal',
  "can could will would may might must shall should can't couldn't won't wouldn't cannot shouldn't 'll gonna wanna gotta",
)
sort('not', 'not never neither')
sort(
  'adverb',
  'also just actually already really basically now currently internally still then only always typically usually generally directly simply obviously definitely even very today itself themselves here there yet ever too quite pretty kind sort kinda sorta maybe perhaps probably first often sometimes later originally initially eventually soon together right back up out down away again once mostly mainly much well sure',
)
sort(
  'pronoun',
  'i me we us you he him she they them it everybody everyone someone somebody anyone anybody people folks nobody one something anything everything that this',
)
sort('relative', 'which who whom what where when why how')
sort('and', 'and or but plus nor &')
sort('subordinator', 'because if unless whether so although though while whereas cause')
sort('to', 'to')

/** Adverbs by their ending; these are none. */
const ADVERB = /^[a-z]{3,}ly$/
const NO_ADVERB = new Set('family assembly supply reply apply rely fly friendly multiply comply'.split(' '))

const WORD =
  /<[a-z](\d+)>|\p{L}+n['’]t\b|[\p{L}\p{N}]+(?:[.+#_/-]+[\p{L}\p{N}]+)*|['’](?:s|re|m|ve|ll|d)\b|,|[.!?…;:]+|-{1,3}|[–—]|[^\s\p{L}\p{N}<]/gu
const DENIED = /^(?:\p{L}+)n['’]t$/u
const FIGURE = /^\p{N}/u

/** Words that act as one: what is read, and the preposition or conjunction it is. */
const JOINED: readonly [readonly string[], string][] = [
  [['on', 'top', 'of'], 'atop'],
  [['in', 'front', 'of'], 'before'],
  [['as', 'well', 'as'], 'and'],
  [['as', 'opposed', 'to'], 'instead'],
  [['instead', 'of'], 'instead'],
  [['rather', 'than'], 'instead'],
  [['such', 'as'], 'like'],
  [['out', 'of'], 'from'],
  [['off', 'of'], 'from'],
  [['inside', 'of'], 'inside'],
  [['in', 'addition', 'to'], 'and'],
  [['along', 'with'], 'and'],
  [['similar', 'to'], 'similar'],
  [['next', 'to'], 'beside'],
]
const JOINED_BY = new Map<string, [readonly string[], string][]>()
for (const one of JOINED) {
  const first = one[0][0] as string
  JOINED_BY.set(first, [...(JOINED_BY.get(first) ?? []), one])
}

function sortOf(lower: string): Sort {
  const known = SORTS.get(lower)
  if (known) return known
  if (DENIED.test(lower)) return 'not'
  if (ADVERB.test(lower) && !NO_ADVERB.has(lower)) return 'adverb'
  if (FIGURE.test(lower)) return 'number'
  if (lower === ',') return 'comma'
  if (/^[.!?…;:]/.test(lower) || /^(?:-+|–|—)$/.test(lower)) return 'stop'
  return /^\p{L}/u.test(lower) ? 'word' : 'mark'
}

/** After a name, "'s" is "is" before these, and otherwise says whose something is. */
const AFTER_IS: ReadonlySet<Sort> = new Set([
  'determiner',
  'adverb',
  'not',
  'preposition',
  'be',
  'relative',
  'possessive',
])

/** The target of a Markdown link, which is no part of what is said: "[<p0>](<u1>)". */
const TARGET = /\]\(<u\d+>\)/g

/** Cuts a skeleton into pieces. Links and quotation marks are left out: they part nothing. */
export function piecesOf(skeleton: string): Piece[] {
  const pieces: Piece[] = []
  const said = skeleton.includes('](')
    ? skeleton.replace(TARGET, (target) => ' '.repeat(target.length))
    : skeleton
  for (const match of said.matchAll(WORD)) {
    const text = match[0]
    const start = match.index
    const lower = text.toLowerCase().replace('’', "'")
    const slot = match[1] === undefined ? -1 : Number(match[1])
    const one: Piece = {
      lower,
      start,
      end: start + text.length,
      sort: slot >= 0 ? 'slot' : sortOf(lower),
      slot,
      capital: pieces.length > 0 && /^\p{Lu}/u.test(text),
    }
    if (one.sort !== 'mark') pieces.push(one)
  }
  for (let i = 0; i < pieces.length; i++) join(pieces, i)
  for (let i = 1; i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    const before = pieces[i - 1] as Piece
    if (piece.lower === "'s" && (before.sort === 'slot' || before.sort === 'word')) {
      const next = pieces[i + 1]
      if (next && !AFTER_IS.has(next.sort)) piece.sort = 'genitive'
    }
    // "They're both using <p0>", "we all use it": of the subject.
    if (
      (piece.lower === 'both' || piece.lower === 'all') &&
      ['be', 'auxiliary', 'modal', 'pronoun'].includes(before.sort) &&
      pieces[i + 1]?.sort === 'word'
    )
      piece.sort = 'adverb'
    // "the thing that uses": a relative; "that uses …" at the beginning: a pronoun.
    if (
      piece.lower === 'that' &&
      (before.sort === 'slot' || before.sort === 'word' || before.sort === 'comma')
    )
      piece.sort = 'relative'
  }
  return pieces
}

/** Makes one piece of words that act as one, in place. */
function join(pieces: Piece[], at: number): void {
  const first = pieces[at] as Piece
  for (const [words, meaning] of JOINED_BY.get(first.lower) ?? []) {
    if (!words.every((word, i) => pieces[at + i]?.lower === word)) continue
    const last = pieces[at + words.length - 1] as Piece
    pieces.splice(at, words.length, {
      ...first,
      lower: meaning,
      end: last.end,
      sort: sortOf(meaning),
    })
    return
  }
}
