/** Labels become people: full names, first names, initials, upper case, small misspellings. */
import { nameKey, namesNobody, withinOneEdit } from '../labels.ts'
import { tokenize } from '../text.ts'
import type { ReadTurn, Transcript, Turn } from '../types.ts'

export interface Person {
  /** Fullest form of the name that is known. */
  name: string
  /** Labels that stand for this person, in order of appearance. */
  labels: string[]
  /** Indexes of the turns, ascending. */
  turns: number[]
  /** What a label itself says of the role, as in `Anna Example (host)`. */
  stated: 'host' | 'guest' | null
  /** Only `Speaker 2` or `Guest` is known: not the same person as in another transcript. */
  unnamed: boolean
}

const UNNAMED =
  /^(?:(?:speaker|participant|caller|person|(?:co-?)?host|guest|interviewer|interviewee|moderator|presenter|panell?ist|questioner)(?:[ _-]?#?(?:\d{1,2}|[a-z]))?|[a-hq])$/i
const TITLE = /^(?:dr|mr|mrs|ms|mx|prof|professor|sir)\.? +(?=\p{Lu})/iu
const ASIDE = /\(([^()]*)\)|\[([^[\]]*)\]|,(.*)$/
const SAYS_HOST = /\b(?:co-?)?host\b|\bmoderator\b|\binterviewer\b|\bpresenter\b|^q$/i
const SAYS_GUEST = /\bguest\b|\binterviewee\b|\bpanell?ist\b/i

/** Capitalised words that may follow a first name without being its surname. */
const NO_SURNAME = new Set(
  'i and or but so the from at of is was here with in on to for you we he she they it what who how why when where this that thanks thank welcome hello hi hey yes no okay ok great good tell let do does did can could would are'.split(
    ' ',
  ),
)
const PARTICLES = new Set(
  'van von de der den del della di da dos du la le el al bin ibn st ter ten zu'.split(' '),
)

/** How far before a person's first word the introduction may stand, and how far after: "I'm Ann." – "Ann Example, everybody." */
const INTRODUCTION_TURNS = 4
const AFTERWARDS = 3

/** The name that a label gives, without titles, affiliations and stage directions. */
const nameIn = (label: string): string =>
  label
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/,.*$/, '')
    .replace(/[*_]{2,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(TITLE, '')

const wordsOf = (name: string): string[] => nameKey(name).split(' ')
const firstOf = (name: string): string => wordsOf(name)[0] ?? ''
const initialsOf = (name: string): string =>
  wordsOf(name)
    .map((w) => w.charAt(0))
    .join('')
const mixedCase = (name: string): boolean => /\p{Lu}/u.test(name) && /\p{Ll}/u.test(name)
const titleCase = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

/** The full names in a text that begin with this first name: `Vera Lindqvist` for `vera`. */
function fullNamesIn(text: string, first: string): string[] {
  if (!text.toLowerCase().includes(first)) return []
  const tokens = tokenize(text)
  const found: string[] = []
  for (const [i, token] of tokens.entries()) {
    if (nameKey(token.text) !== first || !/^\p{Lu}/u.test(token.text)) continue
    const parts = [token.text]
    for (let j = i + 1; j < tokens.length && parts.length < 4; j++) {
      const [before, next] = [tokens[j - 1], tokens[j]]
      if (!before || !next || !/^(?:[ -]|\. )$/.test(text.slice(before.end, next.start))) break
      const particle = PARTICLES.has(next.lower)
      if (text[before.end] === '.' && !PARTICLES.has(before.lower)) break
      if (!particle && (!/^\p{Lu}\p{Ll}/u.test(next.text) || NO_SURNAME.has(next.lower))) break
      parts.push(
        text
          .slice(before.end, next.end)
          .replace(/^ /, '')
          .replace(/['’]s$/, ''),
      )
      if (!particle) break
    }
    const last = parts.at(-1) as string
    if (parts.length > 1 && !PARTICLES.has(nameKey(last))) found.push(parts.join(' ').replace(/ -/g, '-'))
  }
  return found
}

/** The runs of capitalised words in a text that have these initials: `Milo Okafor` for `mo`. */
function namesWithInitials(text: string, initials: string): string[] {
  const tokens = tokenize(text)
  const found: string[] = []
  for (let i = 0; i + initials.length <= tokens.length; i++) {
    const run = tokens.slice(i, i + initials.length)
    const fits = run.every(
      (token, k) =>
        /^\p{Lu}\p{Ll}/u.test(token.text) &&
        nameKey(token.text).startsWith(initials.charAt(k)) &&
        !NO_SURNAME.has(token.lower) &&
        (k === 0 || text.slice(run[k - 1]?.end, token.start) === ' '),
    )
    if (fits) found.push(run.map((token) => token.text.replace(/['’]s$/, '')).join(' '))
  }
  return found
}

/** Other first names under which a turn names somebody: "Bo Example" where the label is "Boris Example". */
export function nicknamesIn(turns: readonly ReadTurn[], people: readonly Person[]): Map<string, number> {
  const bySurname = new Map<string, number>()
  const firsts = new Set<string>()
  for (const [i, { name }] of people.entries()) {
    const words = wordsOf(name)
    const last = words.at(-1) ?? ''
    firsts.add(words[0] ?? '')
    if (words.length > 1 && last.length > 3) bySurname.set(last, bySurname.has(last) ? -1 : i)
  }
  const found = new Map<string, number>()
  for (const { text, tokens, capitals } of turns)
    for (const at of capitals) {
      const [token, next] = [tokens[at], tokens[at + 1]]
      if (!token || !next?.word.capital || text.slice(token.end, next.start) !== ' ') continue
      const person = bySurname.get(nameKey(next.text.replace(/['’]s?$/, '')))
      if (person === undefined || person < 0) continue
      const nickname = nameKey(token.text)
      const isOwn = nickname.charAt(0) === nameKey(people[person]?.name ?? '').charAt(0)
      if (isOwn && nickname.length > 1 && !firsts.has(nickname) && !NO_SURNAME.has(nickname))
        found.set(nickname, found.has(nickname) && found.get(nickname) !== person ? -1 : person)
    }
  return new Map([...found].filter(([, person]) => person >= 0))
}

const SAYS_NAME =
  /\b(?:[Ii](?:'|’)?m|[Ii] am|[Mm]y name(?:'|’)?s|[Mm]y name is|[Tt]his is) (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\p{Ll}[\p{L}'’-]*){1,2})/gu

/** The names that somebody may give of themselves in their first words; "this is" may also name the show. */
const ownNames = (turns: readonly Turn[], indexes: readonly number[]): string[] =>
  indexes
    .slice(0, 3)
    .flatMap((index) => [...(turns[index]?.text ?? '').matchAll(SAYS_NAME)].map((match) => match[1] ?? ''))
    .filter((name) => name && !name.split(' ').some((word) => NO_SURNAME.has(word.toLowerCase())))

/** The one element that all agree on, or null. */
function only(names: Iterable<string>): string | null {
  const byKey = new Map<string, string>()
  for (const name of names) if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), name)
  const [first] = byKey.values()
  return byKey.size === 1 ? (first ?? null) : null
}

/**
 * Resolves the labels of a transcript, the surest first: full names; then single words as somebody's first
 * name, as a name the page lists, as one that is introduced just before, as a surname, as initials.
 * @returns the people in order of their first turn, and for each turn the index of its speaker, -1 for nobody.
 */
export function resolveLabels(transcript: Transcript): { people: Person[]; speakerOf: number[] } {
  const { turns, metadata } = transcript
  const listed = [...(metadata.hosts ?? []), ...(metadata.guests ?? [])].filter((n) => wordsOf(n).length > 1)
  const turnsOf = new Map<string, number[]>()
  for (const { label, index } of turns) {
    const at = turnsOf.get(label)
    if (at) at.push(index)
    else turnsOf.set(label, [index])
  }

  const people = new Map<string, Person>()
  const owner: (Person | undefined)[] = new Array(turns.length)
  const personNamed = (name: string, unnamed = false): Person => {
    const key = nameKey(name)
    const known = people.get(key)
    if (known) {
      // A spelling with capitals and small letters is how its owner writes it.
      if (!mixedCase(known.name) && mixedCase(name)) known.name = name
      return known
    }
    const person: Person = { name, labels: [], turns: [], stated: null, unnamed }
    people.set(key, person)
    return person
  }
  const give = (person: Person, label: string, indexes: readonly number[]): void => {
    if (!person.labels.includes(label)) person.labels.push(label)
    const aside = ASIDE.exec(label)?.slice(1).find(Boolean) ?? ''
    if (SAYS_HOST.test(aside)) person.stated ??= 'host'
    else if (SAYS_GUEST.test(aside)) person.stated ??= 'guest'
    for (const index of indexes) owner[index] = person
  }

  // "Wei Lin" beside the label or the listed name "Wei Lin Gao" is its beginning.
  const whole = [...turnsOf.keys()].map(nameIn).concat(listed)
  const wholeName = (name: string): string => {
    const start = `${nameKey(name)} `
    return (
      only(
        whole.filter((other) => `${nameKey(other)} `.startsWith(start) && nameKey(other) !== nameKey(name)),
      ) ?? name
    )
  }

  const single: string[] = []
  const unnamed: string[] = []
  for (const [label, indexes] of turnsOf) {
    const name = nameIn(label)
    if (!name || namesNobody(name) || / and |[/&+]/.test(name)) continue
    if (UNNAMED.test(name)) unnamed.push(label)
    else if (wordsOf(name).length > 1) give(personNamed(wholeName(name)), label, indexes)
    else single.push(label)
  }
  joinMisspelt(people, owner)
  const labelled = [...people.values()]
  const bearers = new Map<string, Person[]>()
  for (const person of labelled) {
    const first = firstOf(person.name)
    bearers.set(first, [...(bearers.get(first) ?? []), person])
  }

  const shared = new Map<string, string>()
  for (const label of single) {
    const name = nameIn(label)
    const word = nameKey(name)
    const indexes = turnsOf.get(label) as number[]
    const named = bearers.get(word) ?? []
    if (named.length > 1) shared.set(label, word)
    else if (named[0]) give(named[0], label, indexes)
    else give(personNamed(fullName(name, word, indexes) ?? name), label, indexes)
  }

  // Two bear the name: the nearest who spoke before, and at the beginning the first who will.
  if (shared.size > 0) {
    const nearest = new Map<string, Person>()
    for (const { label, index } of turns) {
      const word = shared.get(label)
      if (word) give(nearest.get(word) ?? ((bearers.get(word) as Person[])[0] as Person), label, [index])
      const person = owner[index]
      if (person) nearest.set(firstOf(person.name), person)
    }
  }

  for (const label of unnamed) {
    const name = nameIn(label)
    const indexes = turnsOf.get(label) as number[]
    const list = SAYS_HOST.test(name) ? metadata.hosts : SAYS_GUEST.test(name) ? metadata.guests : undefined
    const known = (list?.length === 1 ? list[0] : undefined) ?? ownNames(turns, indexes)[0]
    const person = personNamed(known ?? name, !known)
    if (SAYS_HOST.test(name)) person.stated ??= 'host'
    else if (SAYS_GUEST.test(name)) person.stated ??= 'guest'
    give(person, label, indexes)
  }

  /** The full name behind a single word, where exactly one fits. */
  function fullName(name: string, word: string, indexes: readonly number[]): string | null {
    const fromList = only(listed.filter((full) => firstOf(full) === word))
    if (fromList) return fromList
    const first = indexes[0] ?? 0
    const near = turns.slice(Math.max(0, first - INTRODUCTION_TURNS), first)
    const nearby = only(near.flatMap((turn) => fullNamesIn(turn.text, word)))
    if (nearby) return nearby
    const isOwn = (full: string): boolean => firstOf(full) === word || initialsOf(full) === word
    const own = ownNames(turns, indexes).find(isOwn)
    if (own) return own
    const after = turns
      .slice(first + 1, first + AFTERWARDS)
      .filter((turn) => turn.label !== turns[first]?.label)
    const called = only(after.flatMap((turn) => fullNamesIn(turn.text, word)))
    if (called) return called
    // Many a host says who spoke in parting.
    const signed = ownNames(turns, indexes.slice(-2)).find(isOwn)
    if (signed) return signed
    const names = [...labelled.map((p) => p.name), ...listed]
    const byLast = only(names.filter((full) => wordsOf(full).at(-1) === word))
    if (byLast) return byLast
    const letters = name.replace(/\./g, '')
    if (/^\p{Lu}{2,4}$/u.test(letters)) {
      const wanted = letters.toLowerCase()
      const ends = (full: string): string => initialsOf(full).replace(/^(.).*(.)$/, '$1$2')
      const byInitials = only(names.filter((full) => initialsOf(full) === wanted || ends(full) === wanted))
      if (byInitials) return byInitials
      const introduced = only(near.flatMap((turn) => namesWithInitials(turn.text, wanted)))
      if (introduced) return introduced
    }
    // "Alex" where the page or another label has Alexander; not where the two speak to each other.
    if (word.length < 3) return null
    const close = only(
      names.filter((full) => {
        const other = firstOf(full)
        return (
          other.length > 2 && (other.startsWith(word) || word.startsWith(other) || withinOneEdit(other, word))
        )
      }),
    )
    return close && !talkTogether(people.get(nameKey(close)), indexes, owner) ? close : null
  }

  const speakers: Person[] = []
  const indexOf = new Map<Person, number>()
  const speakerOf = turns.map(({ index }) => {
    const person = owner[index]
    if (!person) return -1
    let at = indexOf.get(person)
    if (at === undefined) {
      at = speakers.push(person) - 1
      indexOf.set(person, at)
    }
    person.turns.push(index)
    return at
  })
  for (const person of speakers) {
    const spelt = listed.find((full) => nameKey(full) === nameKey(person.name))
    if (!mixedCase(person.name) && !person.unnamed) person.name = spelt ?? titleCase(person.name)
  }
  return { people: speakers, speakerOf }
}

/** Whether somebody speaks directly before or after one of these turns, as only another person would. */
const talkTogether = (
  person: Person | undefined,
  indexes: readonly number[],
  owner: readonly (Person | undefined)[],
): boolean => person !== undefined && indexes.some((i) => owner[i - 1] === person || owner[i + 1] === person)

/** A name may be misspelt in a few labels; two people would be labelled more evenly, or answer each other. */
const RARE_SHARE = 0.1

/** Changes `people` and `owner`: a rare label one letter off a frequent one becomes that person's. */
function joinMisspelt(people: Map<string, Person>, owner: (Person | undefined)[]): void {
  const turns = new Map<Person, number[]>()
  for (const [i, person] of owner.entries()) {
    if (!person) continue
    const at = turns.get(person)
    if (at) at.push(i)
    else turns.set(person, [i])
  }
  const entries = [...people]
  if (entries.length > 100) return
  for (const [key, person] of entries) {
    const own = turns.get(person) ?? []
    const twins = entries.filter(
      ([other, candidate]) =>
        candidate !== person &&
        withinOneEdit(key, other) &&
        own.length <= Math.max(1, (turns.get(candidate)?.length ?? 0) * RARE_SHARE),
    )
    const twin = twins.length === 1 ? twins[0]?.[1] : undefined
    if (!twin || own.length >= (turns.get(twin)?.length ?? 0) || talkTogether(twin, own, owner)) continue
    people.delete(key)
    for (const label of person.labels) if (!twin.labels.includes(label)) twin.labels.push(label)
    for (const i of own) owner[i] = twin
  }
}
