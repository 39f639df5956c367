/** What is known of the world before anybody speaks: names, aliases, and the record of the CNCF landscape. */
import type { EntityKind, RegistryRecord } from './schema.ts'

/** One known entity. Kept as one line of JSON in `data/registry/`. */
export interface RegistryEntry {
  /** `project:keptn`; the kind is the part before the colon. */
  id: string
  /** The name its owners use. */
  name: string
  /** Further names that people say or write: short forms, former names. */
  aliases?: string[]
  /** Spellings that speech recognisers make of the name, reviewed by hand; the reason stands in the data file. */
  misheard?: string[]
  /**
   * The name, or the listed aliases of it, are also words of everyday English: they count only with a capital
   * and a reason (a cue noun, the interview's subject, an earlier plain mention).
   */
  everyday?: true | string[]
  /** A project of the CNCF, of any level; names are matched more willingly. */
  cncf?: true
  /** For a product or project, the company behind it, so that a name shared by both can be told apart. */
  owner?: string
  record?: RegistryRecord
}

export interface Registry {
  source: string
  /** ISO date of the landscape file. */
  date: string
  entries: readonly RegistryEntry[]
}

/** One file of `data/registry/`. */
export interface RegistryFile {
  source: string
  date: string
  entries: RegistryEntry[]
}

export const entryKind = (entry: RegistryEntry): EntityKind =>
  entry.id.slice(0, entry.id.indexOf(':')) as EntityKind

const union = (a: string[] | undefined, b: string[] | undefined): string[] | undefined =>
  a || b ? [...new Set([...(a ?? []), ...(b ?? [])])] : undefined

/**
 * Joins the landscape's facts with the files written by hand. Of two entries with one id, the later file's
 * name, owner and record fields win, and the lists are united.
 * @param files the landscape first, then the rest
 */
export function joinRegistry(files: readonly RegistryFile[]): Registry {
  const byId = new Map<string, RegistryEntry>()
  for (const file of files)
    for (const entry of file.entries) {
      const known = byId.get(entry.id)
      if (!known) {
        byId.set(entry.id, entry)
        continue
      }
      const joined: RegistryEntry = { ...known, ...entry }
      const aliases = union(known.aliases, entry.aliases)
      const misheard = union(known.misheard, entry.misheard)
      if (aliases) joined.aliases = aliases
      if (misheard) joined.misheard = misheard
      if (known.record || entry.record) joined.record = { ...known.record, ...entry.record }
      byId.set(entry.id, joined)
    }
  const first = files[0]
  return {
    source: first?.source ?? 'none',
    date: first?.date ?? '1970-01-01',
    entries: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}
