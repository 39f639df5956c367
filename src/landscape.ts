/** From the CNCF landscape file to the registry: which of its items are entities, of which kind, and what is on record. */
import * as z from 'zod'
import { entityId } from './ids.ts'
import { MATURITY_LEVELS, type MaturityLevel } from './ontology.ts'
import type { RegistryEntry, RegistryFile } from './registry.ts'
import type { RegistryRecord } from './schema.ts'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be an ISO date such as 2020-06-25')
const webAddress = z
  .string()
  .regex(/^https?:\/\/\S+$/, 'must be a web address that starts with http:// or https://')
/** The landscape leaves some addresses empty. */
const address = z.union([z.literal(''), webAddress]).nullish()

const Item = z.looseObject({
  name: z.string().trim().min(1),
  homepage_url: address,
  repo_url: address,
  project: z.enum(MATURITY_LEVELS).nullish(),
  extra: z
    .looseObject({
      lfx_slug: z.string().nullish(),
      accepted: isoDate.nullish(),
      incubating: isoDate.nullish(),
      graduated: isoDate.nullish(),
      archived: isoDate.nullish(),
    })
    .nullish(),
})
type Item = z.infer<typeof Item>

const Landscape = z.looseObject({
  landscape: z
    .array(
      z.looseObject({
        name: z.string(),
        subcategories: z.array(z.looseObject({ name: z.string(), items: z.array(z.unknown()).nullish() })),
      }),
    )
    .min(1),
})

export const LandscapeReview = z.record(
  z.string(),
  z.strictObject({
    /** Not an entity that speech could mean, or one that another item or file stands for. */
    omit: z.literal(true).optional(),
    name: z.string().min(1).optional(),
    /** All further names; replaces those that are found in the item. */
    aliases: z.array(z.string().min(1)).optional(),
    kind: z.enum(['project', 'technology', 'company', 'foundation']).optional(),
    reason: z.string().min(1),
  }),
)
/** What somebody decided about single items, by the item's name in the landscape file. */
export type LandscapeReview = z.infer<typeof LandscapeReview>

/** A file that is no landscape, or one with an item that breaks its format. The message names the item. */
export class LandscapeError extends Error {
  override name = 'LandscapeError'
}

/** Badges for services and membership: the same company once more, under a name nobody says. */
const SKIPPED_CATEGORIES = new Set(['Special'])
const MEMBERS = 'CNCF Members'

/** "Kubermatic (KCSP)", "Adyen (member)": how the item relates to the CNCF, no part of its name. */
const STANDING = /\s*\((?:member|supporter|contributor|KCSP|KCNTP|KTP)\)\s*$/i
/** "Istio (Wasm)": an item of another category listed once more because it can run WebAssembly. */
const LISTED_AGAIN = /\(wasm\)\s*$/i
/** A member that wants no name in public: "Non-Public Organization Moose (member)". */
const UNNAMED = /^Non-Public Organization\b/
const PARENTHESIS = /^([^()]+?)\s*\(([^()]+)\)\s*$/
const LEGAL_FORM =
  /[\s,]+(?:Inc\.?|LLC|Ltd\.?|Limited|GmbH|AG|S\.?p\.?A\.?|Co\.|Corp\.?|OÜ|Sdn Bhd|S\.?A\.?|B\.?V\.?|PLC)$/i

/**
 * A company's name as people say it: without legal forms.
 * @example companyName('Example Cloud Co., Ltd.') // 'Example Cloud'
 */
export function companyName(name: string): string {
  let bare = name.trim()
  for (;;) {
    const shorter = bare.replace(LEGAL_FORM, '').trim()
    if (shorter === bare || !shorter) return bare
    bare = shorter
  }
}

/** Names that differ only in case, spaces and punctuation are matched as one, so a second one adds nothing. */
const squash = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Hosts where many unlike projects live: sharing one says nothing about who owns what. */
const SHARED_HOSTS =
  /(^|\.)(github\.com|github\.io|gitlab\.com|gitlab\.io|netlify\.app|google\.com|linkedin\.com|twitter\.com|medium\.com|readthedocs\.io)$/

function hostOf(link: string | null | undefined): string | undefined {
  const host = link
    ?.replace(/^https?:\/\//, '')
    .replace(/[/?#:].*$/s, '')
    .replace(/^www\./i, '')
    .toLowerCase()
  return host && !SHARED_HOSTS.test(host) ? host : undefined
}

/**
 * The levels that a project has had, oldest first. Acceptance was at sandbox (before 2018: inception) unless it
 * falls on the day of a higher level.
 */
function maturityOf(item: Item, where: string): { level: MaturityLevel; since: string }[] {
  const { accepted, incubating, graduated, archived } = item.extra ?? {}
  const dates: [MaturityLevel, string | null | undefined][] = [
    ['sandbox', accepted !== incubating && accepted !== graduated ? accepted : null],
    ['incubating', incubating !== graduated ? incubating : null],
    ['graduated', graduated],
    ['archived', archived],
  ]
  const history = dates.flatMap(([level, since]) => (since ? [{ level, since }] : []))
  if (item.project && !history.some(({ level }) => level === item.project))
    throw new LandscapeError(`${where} is ${item.project}, but has no date for that level under extra`)
  const late = history.find(({ since }, i) => since < (history[i - 1]?.since ?? ''))
  if (late)
    throw new LandscapeError(`${where} became ${late.level} on ${late.since}, before the level below it`)
  return history
}

/** The name before a parenthesis, and the further names that the parenthesis and an "Apache" hold. */
function namesOf(item: Item, isMember: boolean): { name: string; aliases: string[] } {
  const whole = item.name.replace(STANDING, '')
  const [, outside, inside] = PARENTHESIS.exec(whole) ?? []
  const name = isMember ? companyName(outside ?? whole) : (outside ?? whole)
  const aliases = inside ? [inside.replace(/^formerly\s+/i, '')] : []
  if (name.startsWith('Apache ')) aliases.push(name.slice('Apache '.length))
  if (item.project && item.extra?.lfx_slug) aliases.push(item.extra.lfx_slug)
  return { name, aliases }
}

function distinct(name: string, aliases: readonly string[]): string[] {
  const seen = new Set([squash(name)])
  return aliases.filter((alias) => squash(alias) && !seen.has(squash(alias)) && seen.add(squash(alias)))
}

function recordOf(item: Item, where: string): RegistryRecord {
  const record: RegistryRecord = {}
  if (item.project) {
    record.maturity = maturityOf(item, where)
    record.foundation = 'foundation:cncf'
  }
  if (item.homepage_url) record.homepage = item.homepage_url
  if (item.repo_url) record.repository = item.repo_url
  return record
}

/** Of two items that mean one entity, the first one listed stands, the CNCF's own project before all. */
function merge(a: RegistryEntry, b: RegistryEntry): RegistryEntry {
  const [kept, other] = b.cncf && !a.cncf ? [b, a] : [a, b]
  const aliases = distinct(kept.name, [...(kept.aliases ?? []), ...(other.aliases ?? [])])
  return aliases.length ? { ...kept, aliases } : kept
}

/**
 * Makes the registry's first file from the CNCF landscape.
 *
 * Kinds: an item with a `project` level or a repository is a `project`; an item without a repository is a
 * product, a `technology`; a member is a `company`, or a `foundation` when its name says so. Service-provider
 * and training badges, unnamed organisations and items listed again for WebAssembly are left out. Descriptions,
 * logos and Crunchbase links are not carried over.
 *
 * @param yaml the parsed landscape file
 * @param options.date ISO date of that file
 * @param options.review decisions about single items
 * @throws {LandscapeError} when it is no landscape, or an item breaks its format
 */
export function landscapeRegistry(
  yaml: unknown,
  { date, review = {} }: { date: string; review?: LandscapeReview },
): RegistryFile {
  const parsed = Landscape.safeParse(yaml)
  if (!parsed.success)
    throw new LandscapeError(
      'this is no CNCF landscape file: it needs a list "landscape" of categories with subcategories',
    )
  const byId = new Map<string, RegistryEntry>()
  const hosts = new Map<string, string>()
  const products: { id: string; host: string }[] = []

  for (const category of parsed.data.landscape) {
    if (SKIPPED_CATEGORIES.has(category.name)) continue
    const isMember = category.name === MEMBERS
    for (const subcategory of category.subcategories)
      for (const [index, raw] of (subcategory.items ?? []).entries()) {
        const place = `${category.name} / ${subcategory.name}`
        const name = (raw as { name?: unknown } | null)?.name
        const where = typeof name === 'string' ? `item "${name}" (${place})` : `item ${index + 1} of ${place}`
        const checked = Item.safeParse(raw)
        if (!checked.success) {
          const issue = checked.error.issues[0]
          throw new LandscapeError(`${where}: ${issue?.path.join('.') || 'the item'}: ${issue?.message}`)
        }
        const item = checked.data
        const decision = Object.hasOwn(review, item.name) ? review[item.name] : undefined
        if (decision?.omit || LISTED_AGAIN.test(item.name) || (isMember && UNNAMED.test(item.name))) continue

        const found = namesOf(item, isMember)
        const label = decision?.name ?? found.name
        const aliases = distinct(label, decision?.aliases ?? found.aliases)
        const member = /\bFoundation$/.test(label) ? 'foundation' : 'company'
        const product = item.project || item.repo_url ? 'project' : 'technology'
        const kind = decision?.kind ?? (isMember ? member : product)
        const id = entityId(kind, label)
        const record = recordOf(item, where)
        const entry: RegistryEntry = { id, name: label }
        if (aliases.length) entry.aliases = aliases
        if (item.project) entry.cncf = true
        if (Object.keys(record).length) entry.record = record

        const known = byId.get(id)
        byId.set(id, known ? merge(known, entry) : entry)
        const host = hostOf(item.homepage_url)
        if (!host || item.project) continue
        if (kind === 'company') hosts.set(host, hosts.get(host) ?? id)
        else products.push({ id, host })
      }
  }
  for (const { id, host } of products) {
    const owner = hosts.get(host)
    const entry = byId.get(id)
    if (!owner || !entry || entry.cncf) continue
    // A member listed among the products under its own name, with no source code: the company once more.
    const company = byId.get(owner)
    if (!entry.record?.repository && company && squash(company.name) === squash(entry.name)) byId.delete(id)
    else byId.set(id, withOwner(entry, owner))
  }
  const entries = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { source: 'CNCF Landscape', date, entries }
}

/** Keys in the order of the registry's format, whatever order they were found in. */
function withOwner({ record, ...rest }: RegistryEntry, owner: string): RegistryEntry {
  return record ? { ...rest, owner, record } : { ...rest, owner }
}
