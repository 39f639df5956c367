/**
 * The pattern language of the rules: regular expressions over the skeleton of a sentence, in which every
 * mention is a slot such as `<p0>`.
 *
 * - `{S:project|it}` a slot or pronoun, named S. Kinds by name; pronouns by their first form.
 * - `{~3}` up to three words that are no slots; `{^3}` up to three words of any sort.
 * - `{be}` a form of "to be", contracted or not, with the space before it.
 * - `{role}` the name of a job, captured as `role`.
 * - `{list:O:company}` a list of slots, captured as `O`: "A, B and C"; a pronoun only as its first.
 *
 * A slot may stand in a Markdown link, `[<p0>](<u1>)`, as show notes write names.
 *
 * All repetition is bounded, so matching is linear in the sentence.
 */
import { ENTITY_KINDS, type EntityKind } from '../../src/schema.ts'
import { EMPLOYED } from '../trades.ts'

/** The letter of each kind in a skeleton. */
export const KIND_LETTERS: Record<EntityKind, string> = {
  project: 'p',
  company: 'c',
  person: 'n',
  maturity: 'm',
  url: 'u',
  foundation: 'f',
  technology: 't',
  event: 'e',
  channel: 'h',
}

const PRONOUNS: Record<string, string> = {
  I: String.raw`\bI\b`,
  my: String.raw`\b[Mm]y\b`,
  you: String.raw`\b[Yy]ou\b`,
  he: String.raw`\b(?:[Hh]e|[Ss]he|[Tt]hey)\b`,
  it: String.raw`\b(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]he (?:project|tool|software|company)|[Tt]his (?:project|tool|software)|[Oo]ur (?:project|tool|software)|[Pp]roject)\b`,
  // As `it`, without "this" and "that", which as often begin a clause of their own.
  thing: String.raw`\b(?:[Ii]t|(?:[Tt]he|[Tt]his|[Oo]ur) (?:whole |entire )?(?:project|tool|software|platform|system|codebase))\b`,
  we: String.raw`\b(?:[Ww]e|[Uu]s|[Oo]ur)\b`,
}

/** "senior staff engineer", "director of technical evangelism", "head of Corporate Communications". */
const ROLE = String.raw`(?<role>(?:(?!the\b|a\b|an\b)[\w-]+ ){0,4}?${EMPLOYED}(?: (?:of|for) (?!the\b)[\w-]+(?: [\w-]+){0,2})?)`

const slotOf = (kinds: readonly string[]): string => {
  const letters = kinds.map((k) => KIND_LETTERS[k as EntityKind]).join('')
  return String.raw`<[${letters}]\d+>`
}
/** Opening and closing of a Markdown link around a slot; the dot is that of `.NET`, which is no part of the name. */
const LINK = [String.raw`\[?\.?`, String.raw`(?:\]\(<u\d+>\))?`] as const
const isKind = (name: string): boolean => (ENTITY_KINDS as readonly string[]).includes(name)

function alternatives(names: string): string {
  const parts = names.split(/[|,]/)
  const kinds = parts.filter(isKind)
  const rest = parts.filter((p) => !isKind(p))
  const unknown = rest.find((p) => !(p in PRONOUNS))
  if (unknown) throw new Error(`a pattern names "${unknown}", which is neither a kind nor a pronoun`)
  return [...(kinds.length ? [slotOf(kinds)] : []), ...rest.map((p) => PRONOUNS[p] as string)].join('|')
}

/** One bit for each kind, so that what a sentence names is one number. */
export const kindBits = (letters: string): number => {
  let bits = 0
  for (const letter of letters) bits |= 1 << (letter.charCodeAt(0) - 97)
  return bits
}

/** @throws when a placeholder is unknown, which is an error in a rule */
export function compilePattern(pattern: string): RegExp {
  const source = pattern.replace(/\{([^}]*)\}/g, (whole, body: string) => {
    if (/^\d+(?:,\d+)?$/.test(body)) return whole
    if (body === 'be') return "(?:['’](?:s|re|m)| (?:is|are|am|was|were|has been|have been))"
    if (body === 'role') return ROLE
    const gap = body.match(/^([~^])(\d)$/)
    if (gap)
      return gap[1] === '~' ? String.raw`(?:[^\s<>]+ ){0,${gap[2]}}` : String.raw`(?:\S+ ){0,${gap[2]}}`
    const list = body.match(/^list:([A-Z]):(.+)$/)
    if (list) {
      const kinds = (list[2] ?? '').split(/[|,]/).filter(isKind)
      const first = `${LINK[0]}(?:${alternatives(list[2] ?? '')})${LINK[1]}`
      const next = LINK[0] + slotOf(kinds) + LINK[1]
      // After a bare comma a name may begin the next clause: "… on HTTP, GraphQL is too".
      const verb = String.raw`(?! (?:is|are|was|were|has|does|can|will|also)\b)`
      const linking = String.raw`,? (?:and|or|as well as|plus) (?:(?:also|even|maybe|the|from|to|for|with|on|in|by) )?| & |\/`
      const comma = ', (?:(?:the|from|to|for|with|on|in|by) )?'
      return `(?<${list[1]}>${first}(?:(?:${linking})${next}|${comma}${next}${verb}){0,12})`
    }
    const named = body.match(/^([A-Z]\d?):(.+)$/)
    if (!named) throw new Error(`a pattern has the unknown placeholder ${whole}`)
    const names = named[2] ?? ''
    return `${LINK[0]}(?<${named[1]}>${alternatives(names)})${LINK[1]}`
  })
  const whole = (/^\w/.test(source) ? String.raw`\b` : '') + source
  return new RegExp(whole, 'gd')
}
