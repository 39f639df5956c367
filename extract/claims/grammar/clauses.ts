/**
 * Clauses of a sentence: a head, which is a verb or a noun that relates things, and what takes part in it. Each head
 * looks at a bounded stretch of pieces on either side of it, so the whole is linear in the sentence.
 */
import type { Piece, Sort } from './pieces.ts'
import type { VerbForm } from './verbs.ts'

/** Who or what takes part in a clause. */
export interface Part {
  /** Slots, in order; of "A, B and C" all three. */
  slots: readonly number[]
  /** A pronoun, where there are no slots. */
  pronoun?: string
  /** The noun at the head of the phrase, when it is not a slot: "the server", "our daemon". */
  noun?: string
  /** A noun after the last slot: the "bot" of "a <p0> bot". */
  tail?: string
  /** What determines the noun: "our", "the", "a". */
  determiner?: string
  /** Offsets in the skeleton. */
  start: number
  end: number
}

/** What a part does: who does it (`agent`), to what it is done (`theme`), whose it is (`owner`), or a preposition. */
export type Role = string

export interface Clause {
  /** The verb's lemma, or the noun in the singular. */
  head: string
  parts: ReadonlyMap<Role, Part>
  denied: boolean
  planned: boolean
  possible: boolean
  past: boolean
  /** Only what one can or would do. */
  able: boolean
  /** Asked, or left open: "would I use", "doesn't have to use". */
  open: boolean
  /** Offsets in the skeleton: from the first part to the last. */
  start: number
  end: number
}

/** What may be the head of a clause, by the forms in which it is said. */
export interface Heads {
  verbs: ReadonlyMap<string, VerbForm>
  nouns: ReadonlyMap<string, string>
}

/** How many words a noun phrase may have before its slot: "the good old open source …". */
const PHRASE = 6
/** How many pieces after a head its parts may begin. */
const REACH = 20
/** How many pieces before a head its subject is looked for. */
const BACK = 16

/** Nouns that stand for what comes after "of" or "like": "a bunch of", "things like". */
const TRANSPARENT = new Set(
  'lot lots ton tons plenty dozens hundreds thousands cluster clusters fleet fleets network bunch number couple pair set combination mix kind kinds sort sorts type types piece pieces part parts bit bits version versions instance instances copy copies power top core rest most some all thing things tool tools stuff system systems database databases technology technologies project projects something anything everything service services language languages platform platforms product products one ones form flavor concept idea style side stack ecosystem subset dialect variant variety range handful group family collection series backend backends provider providers cloud clouds framework frameworks library libraries format formats protocol protocols software solution solutions components component parts companies places names folks people'.split(
    ' ',
  ),
)
/** People, gatherings and writings: "<p0> users" are not <p0>. */
const OTHERS = new Set(
  'user users people folks folk community communities team teams guys developer developers engineer engineers programmer programmers maintainer maintainers contributor contributors meetup meetups conference conferences podcast podcasts channel channels slack book books course courses talk talks training trainings workshop workshops blog world fan fans expert experts administrator administrators admin admins experience skills knowledge background way days day event events conf con foundation summit weekly newsletter article articles post posts tutorial tutorials video videos certification job jobs shop shops sponsor sponsors consultant consultants customer customers person guy employee employees veteran alumni'.split(
    ' ',
  ),
)
/** Verbs before "to" and another verb, or before a form in -ing. */
const CATENATIVE = new Set(
  'want wants wanted wanting plan plans planned planning hope hopes hoping try tries tried trying go going decide decided decides deciding like love loves need needs needed used start started starts starting begin began continue continued continues tend tends able about end ended ends ending happen happens happened supposed intended designed meant prefer prefers looking working learn learned choose chose chosen manage managed have has had got keep kept stop stopped stopping consider considered considering'.split(
    ' ',
  ),
)
const WISHES = new Set(
  'want wants wanted wanting plan plans planned planning hope hopes hoping going looking wanna about trying considering'.split(
    ' ',
  ),
)
/** "lets you run", "makes it easy to run": what follows is done by means of the subject. */
const CONTROL = /^(?:let|allow|help|enable|mak|give|gives)\w{0,4}$/
const CONTROLLED = new Set(
  'you us people users developers everybody everyone anyone them folks teams it me'.split(' '),
)

/** Pronouns that are no subject: "people near me are working on …". */
const OBJECTS = /^(?:me|us|them)$/

const INSIDE_PHRASE: ReadonlySet<Sort> = new Set(['word', 'determiner', 'possessive', 'number', 'adverb'])

/** The clauses of a sentence, in order of their heads. */
export function clausesOf(pieces: readonly Piece[], heads: Heads): Clause[] {
  const clauses: Clause[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    if (piece.sort === 'slot' || piece.sort === 'preposition' || piece.sort === 'genitive') continue
    const form = heads.verbs.get(piece.lower)
    if (form && isVerb(pieces, i, form, heads)) {
      clauses.push(verbClause(pieces, i, form, heads))
      continue
    }
    const noun = heads.nouns.get(piece.lower)
    if (noun !== undefined) clauses.push(nounClause(pieces, i, noun, heads))
  }
  return clauses
}

/** Whether a word that may be a verb is one here: not after an article, an adjective's place, or a preposition. */
function isVerb(pieces: readonly Piece[], at: number, form: VerbForm, heads: Heads): boolean {
  const before = pieces[at - 1]
  const piece = pieces[at] as Piece
  if (!before) return true
  if (form.lemma === 'be') {
    for (let i = at + 1; i < Math.min(pieces.length, at + 4); i++) {
      const next = pieces[i] as Piece
      if (next.sort === 'adverb' || next.sort === 'not') continue
      const verb = heads.verbs.get(next.lower)
      return !(next.sort === 'be' || next.sort === 'auxiliary' || verb?.ing || verb?.participle)
    }
    return false
  }
  if (
    before.sort === 'determiner' ||
    before.sort === 'possessive' ||
    before.sort === 'genitive' ||
    before.sort === 'number'
  )
    return false
  if (before.sort === 'preposition') return form.ing
  const after = pieces[at + 1]
  // "a tool called <p0>" names it; "support for <p0>" is a noun.
  if (piece.lower === 'used' && after?.sort === 'to' && before.sort !== 'be') return false
  if (/^(?:called|named)$/.test(piece.lower) && after?.sort === 'slot') return false
  if (
    heads.nouns.has(piece.lower) &&
    after?.sort === 'preposition' &&
    /^(?:for|of|with|give|gives|gave)$/.test(after.lower)
  )
    return false
  // "the Kubernetes build", "<p0> code": a base form right after a noun is one itself, but for "A and B use".
  const isBase = form.base && !form.past
  if (isBase && before.sort === 'word' && !CATENATIVE.has(before.lower) && !PLURAL_SUBJECT.test(before.lower))
    return false
  if (isBase && before.sort === 'slot' && pieces[at - 2]?.sort !== 'and') return false
  return true
}

const PLURAL_SUBJECT = /^(?:let|help|make|developers|users|companies|teams|customers|both|all)$/

interface Group {
  /** Index of the first piece of the verb group. */
  first: number
  passive: boolean
  denied: boolean
  planned: boolean
  possible: boolean
  past: boolean
  able: boolean
  /** "have to", of which a denial denies nothing. */
  mayNot: boolean
  open: boolean
  infinitive: boolean
}

/** Reads the verb group that ends with the verb at `at`: "has never been", "is going to be", "want to". */
function groupAt(pieces: readonly Piece[], at: number, form: VerbForm): Group {
  const group: Group = {
    first: at,
    passive: false,
    denied: false,
    planned: false,
    possible: false,
    past: form.past && !form.participle,
    able: false,
    mayNot: false,
    open: false,
    infinitive: false,
  }
  let governed = form
  let hasHelper = false
  for (let i = at - 1; i >= Math.max(0, at - 9); i--) {
    const piece = pieces[i] as Piece
    const isGet = piece.sort === 'auxiliary' && /^g[eo]t/.test(piece.lower)
    if (piece.sort === 'be' || isGet) {
      if (!hasHelper && !group.infinitive && governed === form) {
        if (form.participle) group.passive = true
        else if (!form.ing && form.lemma !== 'be') break
      }
      if (/^(?:was|were)/.test(piece.lower)) group.past = true
      if (piece.lower.endsWith("n't")) group.denied = true
      hasHelper = true
    } else if (piece.sort === 'auxiliary') {
      if (/^(?:did|had)/.test(piece.lower)) group.past = true
      if (piece.lower.endsWith("n't")) group.denied = true
      // "doesn't have to use": neither that it does nor that it does not.
      if (/^ha(?:ve|s|d)$/.test(piece.lower) && group.infinitive) group.mayNot = true
      hasHelper = true
    } else if (piece.sort === 'modal') {
      if (/^(?:will|gonna|wanna|'ll)$/.test(piece.lower)) group.planned = true
      if (/^(?:may|might|could)$/.test(piece.lower)) group.possible = true
      if (/n't$|^cannot$/.test(piece.lower)) group.denied = true
      if (/^(?:can|could|would|should|'d)/.test(piece.lower)) group.able = true
      hasHelper = true
    } else if (piece.sort === 'not') {
      group.denied = true
      if (/^did/.test(piece.lower)) group.past = true
      hasHelper = true
    } else if (piece.sort === 'to') {
      group.infinitive = true
    } else if (piece.sort === 'word' && CATENATIVE.has(piece.lower) && (group.infinitive || form.ing)) {
      if (WISHES.has(piece.lower)) group.planned = true
      if (/^(?:stop|used)/.test(piece.lower)) group.past = true
      governed = { ...form, participle: false }
      group.infinitive = false
    } else if (piece.sort !== 'adverb') break
    group.first = i
  }
  if (!group.passive && !hasHelper && form.participle && !form.base) {
    // "a tool written in Go", "<p0>, built by …": without "be", what follows a noun and takes no object of its own.
    let next = at + 1
    while (pieces[next]?.sort === 'adverb') next++
    const after = pieces[next]
    group.passive = !form.past || (after?.sort === 'preposition' && after.lower !== 'like')
    if (!group.passive) group.past = true
  }
  return group
}

function verbClause(pieces: readonly Piece[], at: number, form: VerbForm, heads: Heads): Clause {
  const group = groupAt(pieces, at, form)
  if (group.mayNot && group.denied) group.open = true
  const parts = new Map<Role, Part>()
  let subject = subjectBefore(pieces, group, form, heads)
  if (subject?.pronoun && CONTROLLED.has(subject.pronoun))
    subject = controllerOf(pieces, subject, heads) ?? (OBJECTS.test(subject.pronoun) ? undefined : subject)
  if (subject) parts.set(group.passive ? 'theme' : 'agent', subject)
  if (subject?.pronoun && isAsked(pieces, subject)) group.open = true
  takeParts(pieces, at + 1, parts, heads, !group.passive)
  if (!group.passive && subject && !parts.get('theme')) {
    const theme = relativeTheme(pieces, subject, heads)
    if (theme) parts.set('theme', theme)
  }
  const by = parts.get('by')
  if (group.passive && by && !parts.has('agent')) parts.set('agent', by)
  return clauseOf(form.lemma, parts, pieces, group.first, at, group)
}

/** "would I use", "did we build": asked, not said. */
function isAsked(pieces: readonly Piece[], subject: Part): boolean {
  const before = pieces[pieces.findIndex((p) => p.start === subject.start) - 1]
  return before !== undefined && (before.sort === 'modal' || /^(?:do|does|did)$/.test(before.lower))
}

/** "<p0>, which we built", "a tool called <p0> that Google uses", "the <p0> we use": to what it is done. */
function relativeTheme(pieces: readonly Piece[], subject: Part, heads: Heads): Part | undefined {
  let at = pieces.findIndex((p) => p.start === subject.start) - 1
  const before = pieces[at]
  if (!before) return undefined
  if (before.sort === 'relative' && /^(?:that|which)$/.test(before.lower)) {
    at--
    if (pieces[at]?.sort === 'comma') at--
  } else if (before.sort !== 'slot' || subject.pronoun === undefined) return undefined
  const theme = named(pieces, at, heads, 0)
  return theme?.slots.length ? theme : undefined
}

/** Who or what does it: before the verb group, or left out because an earlier verb of the sentence has it. */
function subjectBefore(
  pieces: readonly Piece[],
  { first, infinitive }: Group,
  form: VerbForm,
  heads: Heads,
): Part | undefined {
  let at = first - 1
  const before = pieces[at]
  if (!before || before.sort === 'stop') return undefined
  if (before.sort === 'preposition') {
    // "by using <p0>": what the sentence is about does it.
    return form.ing && before.lower === 'by' ? firstOf(pieces, at, heads) : undefined
  }
  if (before.sort === 'comma' || before.sort === 'and' || before.sort === 'subordinator') {
    const earlier = firstOf(pieces, at, heads)
    if (earlier && before.sort !== 'subordinator') return earlier
    while (pieces[at]?.sort === 'comma') at--
    return before.sort === 'comma' ? phraseBefore(pieces, at, heads) : undefined
  }
  const part = phraseBefore(pieces, at, heads)
  // "use <p0> to deploy to <p1>": the means does it.
  if (infinitive && part && !part.slots.length) {
    const controller = controllerOf(pieces, part, heads)
    if (controller) return controller
  }
  return part
}

const EASY = /^(?:easy|easier|possible|simple|simpler|trivial|fast|faster|straightforward|convenient)$/

/** "<p0> lets you run …", "<p0> makes it easy to run …": what lets one do it. */
function controllerOf(pieces: readonly Piece[], part: Part, heads: Heads): Part | undefined {
  const at = pieces.findIndex((p) => p.start === part.start)
  for (let i = at; i >= Math.max(0, at - 4); i--) {
    const piece = pieces[i] as Piece
    if (piece.sort !== 'word' || !CONTROL.test(piece.lower)) continue
    if (part.pronoun === undefined && !EASY.test(part.noun ?? '')) return undefined
    let k = i - 1
    while (k >= 0 && ['modal', 'auxiliary', 'adverb', 'be', 'to', 'not'].includes((pieces[k] as Piece).sort))
      k--
    return pieces[k] && pieces[k]?.sort !== 'stop' ? phraseBefore(pieces, k, heads) : undefined
  }
  return undefined
}

/** What the clause before a place begins with: the subject that coordinated verbs share. */
function firstOf(pieces: readonly Piece[], before: number, heads: Heads): Part | undefined {
  let from = before
  for (let i = before - 1; i >= Math.max(0, before - 2 * BACK); i--) {
    const sort = (pieces[i] as Piece).sort
    if (sort === 'stop' || sort === 'subordinator') break
    from = i
  }
  for (let i = from; i < before; i++) {
    const piece = pieces[i] as Piece
    if (piece.sort === 'preposition') {
      // A phrase in front: "In production, …"
      while (i < before && pieces[i]?.sort !== 'comma' && pieces[i]?.sort !== 'pronoun') i++
      if (pieces[i]?.sort === 'pronoun') i--
      continue
    }
    if (piece.sort === 'slot') return listFrom(pieces, i, heads).part
    if (piece.sort === 'pronoun' && !/^(?:one|something)$/.test(piece.lower)) return pronounPart(piece)
    if (piece.sort === 'word' && i + 1 < before && pieces[i + 1]?.sort === 'word') continue
    if (piece.sort === 'word') {
      const part = phraseAfter(pieces, from, heads)?.part
      return part && (part.slots.length || part.noun) ? part : undefined
    }
  }
  return undefined
}

const pronounPart = (piece: Piece): Part => ({
  slots: [],
  pronoun: piece.lower,
  start: piece.start,
  end: piece.end,
})

/** The noun phrase that ends with the piece at `at`. */
function phraseBefore(pieces: readonly Piece[], at: number, heads: Heads, depth = 0): Part | undefined {
  const last = pieces[at]
  if (!last || depth > 3) return undefined
  if (last.sort === 'pronoun') return pronounPart(last)
  if (last.sort === 'relative') {
    if (!/^(?:that|which|who)$/.test(last.lower)) return undefined
    const before = pieces[at - 1]?.sort === 'comma' ? at - 2 : at - 1
    // "Which is …": of what was spoken of.
    if (before < 0 && last.lower === 'which')
      return { slots: [], pronoun: 'it', start: last.start, end: last.end }
    return named(pieces, before, heads, depth + 1)
  }
  if (last.sort === 'comma') return phraseBefore(pieces, at - 1, heads, depth + 1)
  return named(pieces, at, heads, depth)
}

/** The phrase that ends here; where it has no slot, what it is said of: "<p0> is a tool", "<p0>, a tool". */
function named(pieces: readonly Piece[], at: number, heads: Heads, depth: number): Part | undefined {
  const last = pieces[at]
  if (!last) return undefined
  if (last.sort === 'pronoun') return pronounPart(last)
  if (last.sort === 'slot') return slotsBefore(pieces, at, heads, depth)
  if (last.sort !== 'word' && last.sort !== 'number') return undefined
  let first = at
  let slot = -1
  for (let i = at - 1; i >= Math.max(0, at - PHRASE); i--) {
    const piece = pieces[i] as Piece
    if (piece.sort === 'slot') {
      slot = i
      break
    }
    if (piece.sort === 'genitive') continue
    if (!INSIDE_PHRASE.has(piece.sort)) break
    if (heads.verbs.get(piece.lower)?.third) break
    first = i
    if (piece.sort === 'determiner' || piece.sort === 'possessive') break
  }
  if (slot >= 0) {
    if (OTHERS.has(last.lower))
      return { slots: [], noun: last.lower, start: pieces[slot]?.start ?? 0, end: last.end }
    // "<p0>, which is the <t1> server that …": said of what comes before; but "it's the <p0> client that …" is of that.
    const said = depth > 0 ? predicatedOf(pieces, openingBefore(pieces, slot), heads, depth) : undefined
    if (said?.slots.length) return said
    const owner = slotsBefore(pieces, slot, heads, depth)
    return owner && { ...owner, tail: last.lower, end: last.end }
  }
  const opening = pieces[first] as Piece
  const part: Part = {
    slots: [],
    noun: last.lower,
    ...(opening.sort === 'determiner' || opening.sort === 'possessive' ? { determiner: opening.lower } : {}),
    start: opening.start,
    end: last.end,
  }
  // "the thing that …" as well, when it has a clause of its own.
  const isSaid = /^(?:a|an|another|one|this)$/.test(opening.lower) || (opening.lower === 'the' && depth > 0)
  return (isSaid ? predicatedOf(pieces, first, heads, depth) : undefined) ?? part
}

/** Where the noun phrase begins that holds the slot at `slot`. */
function openingBefore(pieces: readonly Piece[], slot: number): number {
  let first = slot
  for (let i = slot - 1; i >= Math.max(0, slot - PHRASE); i--) {
    const piece = pieces[i] as Piece
    if (!INSIDE_PHRASE.has(piece.sort) && piece.sort !== 'slot') break
    first = i
    if (piece.sort === 'determiner' || piece.sort === 'possessive') break
  }
  return first
}

/** What the phrase that begins at `first` says what it is: "<p0> is a …", "<p0>, a …". */
function predicatedOf(
  pieces: readonly Piece[],
  first: number,
  heads: Heads,
  depth: number,
): Part | undefined {
  if (!/^(?:a|an|the|another|one|this)$/.test(pieces[first]?.lower ?? '')) return undefined
  const before = pieces[first - 1]
  if (before?.sort === 'be') {
    let k = first - 2
    while (k >= 0 && ['adverb', 'not', 'modal', 'auxiliary', 'be'].includes((pieces[k] as Piece).sort)) k--
    return phraseBefore(pieces, k, heads, depth + 1)
  }
  return before?.sort === 'comma' && pieces[first - 2]?.sort === 'slot'
    ? slotsBefore(pieces, first - 2, heads, depth)
    : undefined
}

/** The slots that end here: "A, B and C". After a preposition they belong to a noun: "the author of <p0>". */
function slotsBefore(pieces: readonly Piece[], at: number, heads: Heads, depth: number): Part | undefined {
  const slots = [(pieces[at] as Piece).slot]
  let first = at
  for (;;) {
    let i = first - 1
    let opening = first
    while (
      i >= Math.max(0, first - 3) &&
      ['determiner', 'possessive', 'adverb'].includes(pieces[i]?.sort ?? '')
    )
      opening = i--
    if (pieces[i]?.sort !== 'and' && pieces[i]?.sort !== 'comma') {
      first = opening
      break
    }
    let k = i - 1
    const isParted = pieces[i]?.sort === 'and' && pieces[k]?.sort === 'comma'
    if (isParted) k--
    const next = pieces[k]
    // "…, and <p1> uses": a comma before "and" parts clauses, but for lists of three; nor are lists of mixed kinds.
    const isAlone = isParted && !['comma', 'and'].includes(pieces[k - 1]?.sort ?? '')
    if (next?.sort !== 'slot' || isAlone || next.lower[1] !== pieces[at]?.lower[1]) {
      first = opening
      break
    }
    slots.unshift(next.slot)
    first = k
  }
  const part: Part = { slots, start: pieces[first]?.start ?? 0, end: pieces[at]?.end ?? 0 }
  let i = first - 1
  while (i >= 0 && pieces[i]?.sort === 'word' && first - i < 3 && !heads.verbs.has(pieces[i]?.lower ?? ''))
    i--
  while (i >= 0 && ['determiner', 'possessive'].includes(pieces[i]?.sort ?? '')) i--
  const preposition = pieces[i]
  if (preposition?.sort !== 'preposition') return part
  const host = pieces[i - 1]
  if (host?.sort === 'word' && !TRANSPARENT.has(host.lower))
    return depth > 2 ? undefined : named(pieces, i - 1, heads, depth + 1)
  if (host?.sort === 'word' && /^(?:of|like)$/.test(preposition.lower)) return part
  return undefined
}

interface Phrase {
  part: Part
  /** Index of the first piece after it. */
  next: number
}

/** Of what is before "of": "most of <p0>". */
const QUANTITY = /^(?:most|some|all|many|any|both|each)$/

/** The noun phrase that begins here, with its slots. */
function phraseAfter(pieces: readonly Piece[], from: number, heads: Heads): Phrase | undefined {
  let noun: string | undefined
  let determiner: string | undefined
  let words = 0
  const start = pieces[from]?.start ?? 0
  let i = from
  for (; i < pieces.length && words <= PHRASE; i++) {
    const piece = pieces[i] as Piece
    if (piece.sort === 'slot') {
      const found = listFrom(pieces, i, heads)
      return { part: { ...found.part, start, ...(determiner ? { determiner } : {}) }, next: found.next }
    }
    if (piece.sort === 'pronoun') {
      const next = pieces[i + 1]
      if (
        /^(?:this|that|one|people|folks)$/.test(piece.lower) &&
        next &&
        ['word', 'slot'].includes(next.sort)
      )
        continue
      if (/thing$|^one$/.test(piece.lower) && next && /^(?:called|named|like)$/.test(next.lower)) {
        noun = piece.lower
        continue
      }
      if (noun !== undefined) break
      return { part: pronounPart(piece), next: i + 1 }
    }
    if (piece.sort === 'determiner' || piece.sort === 'possessive') {
      if (noun !== undefined) break
      determiner = piece.lower
    } else if (piece.sort === 'number' || piece.sort === 'adverb' || piece.sort === 'genitive') {
      if (piece.sort === 'adverb' && noun !== undefined) break
    } else if (piece.sort === 'word') {
      if (noun !== undefined && heads.verbs.get(piece.lower)?.third) break
      if (/^(?:called|named)$/.test(piece.lower)) {
        noun = undefined
        continue
      }
      noun = piece.lower
      words++
    } else if (
      piece.sort === 'preposition' &&
      ((piece.lower === 'of' &&
        (noun === undefined ? QUANTITY.test(determiner ?? '') : TRANSPARENT.has(noun))) ||
        piece.lower === 'like' ||
        piece.lower === 'including')
    ) {
      noun = undefined
      determiner = undefined
    } else if (piece.sort === 'comma' && pieces[i + 1]?.lower === 'like') {
      // "a database, like <p0>"
    } else break
  }
  if (noun === undefined) return undefined
  const listed = listedAfter(pieces, i, noun, heads)
  if (listed) return { part: { ...listed.part, start }, next: listed.next }
  return {
    part: { slots: [], noun, ...(determiner ? { determiner } : {}), start, end: pieces[i - 1]?.end ?? start },
    next: i,
  }
}

/** "all the cloud providers: <t0>, <t1> and <t2>": the names of what a plural noun stands for. */
function listedAfter(pieces: readonly Piece[], at: number, noun: string, heads: Heads): Phrase | undefined {
  const mark = pieces[at]
  const isColon = mark?.sort === 'stop' && /^(?::|-+|–|—)$/.test(mark.lower)
  if (!/[a-z]s$/.test(noun) || OTHERS.has(noun) || !(isColon || mark?.sort === 'comma')) return undefined
  if (pieces[at + 1]?.sort !== 'slot') return undefined
  const list = listFrom(pieces, at + 1, heads)
  return list.part.slots.length > 1 || (isColon && mark.lower === ':') ? list : undefined
}

/** "<p0>, <p1>, and maybe <p2>": the slots of a list that begins here. */
function listFrom(pieces: readonly Piece[], from: number, heads: Heads): Phrase {
  const slots: number[] = []
  let at = from
  let end = from
  let tail: string | undefined
  for (;;) {
    const slot = (pieces[at] as Piece).slot
    let next = at + 1
    tail = undefined
    for (let words = 0; words < 4; words++) {
      const piece = pieces[next]
      if (piece?.sort === 'genitive') {
        // "Google's <p1>": the second is what is meant.
        let k = next + 1
        while (k < next + 4 && ['word', 'determiner'].includes(pieces[k]?.sort ?? '')) k++
        if (pieces[k]?.sort === 'slot') {
          const owned = listFrom(pieces, k, heads)
          return {
            part: { ...owned.part, start: pieces[from]?.start ?? 0, slots: [...slots, ...owned.part.slots] },
            next: owned.next,
          }
        }
        next++
        continue
      }
      // "their <p0> system called <p1>": the second is what is meant.
      if (
        piece !== undefined &&
        /^(?:called|named)$/.test(piece.lower) &&
        pieces[next + 1]?.sort === 'slot'
      ) {
        const named = listFrom(pieces, next + 1, heads)
        return { part: { ...named.part, slots: [...slots, ...named.part.slots] }, next: named.next }
      }
      if (piece?.sort !== 'word' || heads.verbs.get(piece.lower)?.third || heads.verbs.get(piece.lower)?.past)
        break
      tail = piece.lower
      next++
    }
    if (tail === undefined || !OTHERS.has(tail)) slots.push(slot)
    end = next - 1
    // On to the next of a list.
    let k = next
    let parted = false
    while (pieces[k]?.sort === 'comma' || pieces[k]?.sort === 'and') {
      parted = true
      k++
    }
    if (!parted) break
    // "…, with the good <p1>" goes on; "…, and a plugin for <p1>" does not.
    const opening = k
    while (
      k < opening + 4 &&
      ['determiner', 'possessive', 'adverb', 'preposition', 'word'].includes(pieces[k]?.sort ?? '')
    ) {
      const piece = pieces[k] as Piece
      const isLate = piece.sort === 'preposition' && pieces.slice(opening, k).some((p) => p.sort === 'word')
      if (isLate || (piece.sort === 'word' && heads.verbs.has(piece.lower))) break
      k++
    }
    if (pieces[k]?.sort !== 'slot' || k - next > 5) break
    // "the creator of <p0>, at <e1>": another sort of thing behind a preposition is where, when or with what.
    if (
      pieces[k]?.lower[1] !== pieces[at]?.lower[1] &&
      pieces.slice(next, k).some((p) => p.sort === 'preposition')
    )
      break
    // After it a verb: another clause begins.
    let v = k + 1
    while (pieces[v]?.sort === 'adverb') v++
    const after = pieces[v]
    if (
      after &&
      (after.sort === 'be' ||
        after.sort === 'auxiliary' ||
        after.sort === 'modal' ||
        heads.verbs.get(after.lower)?.third)
    )
      break
    at = k
  }
  return {
    part: {
      slots,
      ...(tail === undefined ? {} : { tail }),
      start: pieces[from]?.start ?? 0,
      end: pieces[end]?.end ?? 0,
    },
    next: end + 1,
  }
}

/** Puts what follows a head into the parts: the object, and a phrase for each preposition. */
function takeParts(
  pieces: readonly Piece[],
  from: number,
  parts: Map<Role, Part>,
  heads: Heads,
  takesObject: boolean,
): void {
  let i = from
  let object = takesObject
  const end = Math.min(pieces.length, from + REACH)
  while (i < end) {
    const piece = pieces[i] as Piece
    if (piece.sort === 'stop' || piece.sort === 'subordinator' || piece.sort === 'relative') return
    if (piece.sort === 'preposition') {
      // "before we moved": a clause of its own.
      if (/^(?:i|we|he|she|they|you)$/.test(pieces[i + 1]?.lower ?? '')) return
      const phrase = phraseAfter(pieces, i + 1, heads)
      object = false
      if (!phrase) {
        i++
        continue
      }
      // "by many databases in Java, including <p0> and <p1>": the names of what was only counted.
      const counted =
        piece.lower === 'including' && phrase.part.slots.length ? countedIn(parts, piece.start) : undefined
      if (counted) {
        const [role, part] = counted
        parts.set(role, { ...part, slots: phrase.part.slots, end: phrase.part.end })
        i = phrase.next
        continue
      }
      const known = parts.get(piece.lower)
      if (!known) parts.set(piece.lower, phrase.part)
      // "on <p0>, on <p1> and on <p2>"
      else if (skipsFrom(pieces, i) === known.end && known.slots.length && phrase.part.slots.length)
        parts.set(piece.lower, {
          ...known,
          slots: [...known.slots, ...phrase.part.slots],
          end: phrase.part.end,
        })
      i = phrase.next
      continue
    }
    if (piece.sort === 'to') {
      // "to <p0>" is a preposition, "to deploy" is not.
      const phrase = phraseAfter(pieces, i + 1, heads)
      const next = pieces[i + 1]
      const isVerb = next?.sort === 'word' && (heads.verbs.has(next.lower) || !phrase?.part.slots.length)
      if (phrase && !isVerb) {
        if (!parts.has('to')) parts.set('to', phrase.part)
        i = phrase.next
        object = false
        continue
      }
      // "easier to set up than <p0>"
      const than = isGraded(parts.get('theme')) ? thanAfter(pieces, i) : -1
      if (than < 0) return
      i = than
      continue
    }
    if (piece.sort === 'be' || piece.sort === 'auxiliary' || piece.sort === 'modal' || piece.sort === 'not')
      return
    if (object) {
      const phrase = phraseAfter(pieces, i, heads)
      if (phrase && phrase.next > i) {
        parts.set('theme', phrase.part)
        i = phrase.next
        object = false
        continue
      }
    }
    if (piece.sort === 'comma' || piece.sort === 'and') {
      // "more sophisticated, I would say, than <p0>"
      const than = isGraded(parts.get('theme')) ? thanAfter(pieces, i) : -1
      if (than >= 0) {
        i = than
        continue
      }
      const next = pieces[i + 1]
      // "…, on <p0> and in <p1>": a further phrase of the same verb; anything else begins a clause.
      if (next?.sort === 'preposition' || next?.sort === 'and' || next?.sort === 'adverb') {
        i++
        continue
      }
      return
    }
    if (piece.sort === 'pronoun') return
    i++
  }
}

/** Where the words end that stand before a comma or "and" at a place. */
function skipsFrom(pieces: readonly Piece[], at: number): number {
  let i = at - 1
  while (i >= 0 && ['comma', 'and'].includes((pieces[i] as Piece).sort)) i--
  return i < at - 1 ? (pieces[i]?.end ?? -1) : -1
}

/** The last plural noun without a name among the parts that end before a place. */
function countedIn(parts: ReadonlyMap<Role, Part>, before: number): [Role, Part] | undefined {
  return [...parts]
    .filter(
      ([, part]) =>
        part.end <= before &&
        !part.slots.length &&
        /[^s]s$/.test(part.noun ?? '') &&
        !OTHERS.has(part.noun ?? ''),
    )
    .sort(([, a], [, b]) => b.end - a.end)[0]
}

const GRADED = /^(?!other)[a-z]{2,}er$|^(?:more|less|worse)$/
const isGraded = (part: Part | undefined): boolean =>
  part !== undefined && (GRADED.test(part.noun ?? '') || /^(?:more|less)$/.test(part.determiner ?? ''))

/** Where "than" stands after "to" and a few words, or -1. */
function thanAfter(pieces: readonly Piece[], to: number): number {
  for (let i = to + 1; i < Math.min(pieces.length, to + PHRASE); i++) {
    const piece = pieces[i] as Piece
    if (piece.lower === 'than') return i
    if (!['word', 'adverb', 'preposition', 'pronoun', 'comma', 'modal'].includes(piece.sort)) return -1
  }
  return -1
}

function nounClause(pieces: readonly Piece[], at: number, noun: string, heads: Heads): Clause {
  const parts = new Map<Role, Part>()
  let first = at
  const modifiers: number[] = []
  let owner: Part | undefined
  for (let i = at - 1; i >= Math.max(0, at - PHRASE); i--) {
    const piece = pieces[i] as Piece
    if (piece.sort === 'slot') {
      if (pieces[i + 1]?.sort === 'genitive')
        owner ??= { slots: [piece.slot], start: piece.start, end: piece.end }
      else modifiers.unshift(piece.slot)
      first = i
    } else if (piece.sort === 'genitive') first = i
    else if (piece.sort === 'possessive') {
      const whose = OWNERS[piece.lower]
      owner ??= {
        slots: [],
        ...(whose ? { pronoun: whose } : { noun, determiner: piece.lower }),
        start: piece.start,
        end: piece.end,
      }
      first = i
      break
    } else if (piece.sort === 'determiner') {
      first = i
      break
    } else if (piece.sort === 'and' || piece.sort === 'comma') {
      // "Go and Python clients"
      if (pieces[i - 1]?.sort !== 'slot' || pieces[i + 1]?.sort !== 'slot') break
      first = i
    } else if (!INSIDE_PHRASE.has(piece.sort) || heads.verbs.has(piece.lower)) break
    else first = i
  }
  // "the IntelliJ Kubernetes plugin": the first has a plugin for the second.
  const [host, joined] = modifiers
  if (host !== undefined && joined !== undefined && modifiers.length === 2 && owner === undefined) {
    const at = pieces.findIndex((p) => p.slot === host)
    if (pieces[at + 1]?.slot === joined) {
      owner = { slots: [host], start: pieces[at]?.start ?? 0, end: pieces[at]?.end ?? 0 }
      modifiers.shift()
    }
  }
  if (modifiers.length)
    parts.set('mod', { slots: modifiers, start: pieces[first]?.start ?? 0, end: (pieces[at] as Piece).start })
  const group: Group = {
    first,
    passive: false,
    denied: false,
    planned: false,
    possible: false,
    past: false,
    able: false,
    mayNot: false,
    open: false,
    infinitive: false,
  }
  let k = first - 1
  const before = pieces[k]
  if (before?.sort === 'comma' && pieces[k - 1]?.sort === 'slot') {
    const said = slotsBefore(pieces, k - 1, heads, 0)
    if (said) parts.set('theme', said)
  } else if (before && before.sort !== 'stop') {
    // "is a plugin for", "has a plugin for", "wrote a plugin for"
    while (k >= 0 && (pieces[k]?.sort === 'adverb' || pieces[k]?.sort === 'not')) {
      if (pieces[k]?.sort === 'not') group.denied = true
      k--
    }
    // "gives you an integration with …"
    if (/^(?:you|us|them)$/.test(pieces[k]?.lower ?? '') && GIVING.test(pieces[k - 1]?.lower ?? '')) k--
    const verb = pieces[k]
    const isBe = verb !== undefined && (verb.sort === 'be' || BECOMING.test(verb.lower))
    const isHave = verb !== undefined && (verb.sort === 'auxiliary' || HAVING.test(verb.lower))
    if (isBe || isHave) {
      let s = k - 1
      while (
        s >= 0 &&
        ['adverb', 'not', 'modal', 'auxiliary', 'be', 'to'].includes((pieces[s] as Piece).sort)
      ) {
        const helper = pieces[s] as Piece
        if (helper.sort === 'not') group.denied = true
        if (/^(?:will|gonna|'ll)$/.test(helper.lower)) group.planned = true
        s--
      }
      if (verb.lower.endsWith("n't")) group.denied = true
      // "there's a plugin for …": of what the talk is about.
      if (isBe && pieces[k - 1]?.lower === 'there')
        owner ??= { slots: [], pronoun: 'it', start: pieces[k - 1]?.start ?? 0, end: verb.end }
      const phrase = pieces[s] && pieces[s]?.sort !== 'stop' ? phraseBefore(pieces, s, heads) : undefined
      // "With me is the creator of <p0>": said of who comes after.
      const subject = OBJECTS.test(phrase?.pronoun ?? '') ? undefined : phrase
      if (subject) {
        if (isBe) parts.set('theme', subject)
        // "You get a plugin for …": by means of what the talk is about, whoever "you" are.
        else
          owner ??=
            subject.pronoun === 'you' && /^(?:get|have|got)$/.test(verb.lower)
              ? { ...subject, pronoun: 'it' }
              : subject
      } else if (!isBe) {
        const shared = pieces[s] ? firstOf(pieces, s, heads) : undefined
        if (shared) owner ??= shared
      }
    }
  }
  if (owner) parts.set('owner', owner)
  takeParts(pieces, at + 1, parts, heads, false)
  return clauseOf(noun, parts, pieces, first, at, group)
}

/** Whom a possessive stands for: "our plugin" is one that we have. */
const OWNERS: Record<string, string> = { our: 'we', its: 'it', their: 'they', your: 'you' }

const BECOMING = /^(?:become|becomes|became|becoming)$/
const GIVING = /^(?:give|gives|gave|offer|offers)$/
/** Verbs whose subject a thing belongs to. */
const HAVING =
  /^(?:have|has|had|offer|offers|provide|provides|provided|support|supports|ship|ships|shipped|include|includes|get|gets|got|add|added|adds|write|wrote|written|build|built|building|create|created|maintain|maintains|develop|developed|need|expose|exposes|come|comes|release|released|make|makes|made|publish|published|use|uses|using|with|give|gives|gave)$/

function clauseOf(
  head: string,
  parts: ReadonlyMap<Role, Part>,
  pieces: readonly Piece[],
  first: number,
  at: number,
  { denied, planned, possible, past, able, open }: Group,
): Clause {
  let start = pieces[first]?.start ?? 0
  let end = pieces[at]?.end ?? 0
  for (const part of parts.values()) {
    start = Math.min(start, part.start)
    end = Math.max(end, part.end)
  }
  return { head, parts, denied, planned, possible, past, able, open, start, end }
}
