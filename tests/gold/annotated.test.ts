/** The annotations of bench/gold hold facts alone, and only such as the ontology allows. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseGold } from '../../src/evaluate.ts'
import { domainError, isFact, PREDICATE_NAMES, type Predicate } from '../../src/schema.ts'

const folder = join(import.meta.dirname, '..', '..', 'bench', 'gold')
const files = ['developed-with', 'held-out'].flatMap((part) =>
  readdirSync(join(folder, part)).map((name) => join(folder, part, name)),
)
/** Names are short; more words running would be somebody's sentence. */
const LONGEST_NAME = 8

describe.each(files.map((path) => [path.slice(folder.length + 1), path] as const))('%s', (_, path) => {
  const text = readFileSync(path, 'utf8')
  const gold = parseGold(JSON.parse(text))

  it('holds no words but names', () => {
    expect(text).not.toContain('"quote"')
    const names = gold.entities.flatMap((e) => [
      e.name,
      ...(e.surfaces ?? []).map((s) => (typeof s === 'string' ? s : s.surface)),
    ])
    expect(names.filter((name) => name.split(/\s+/).length > LONGEST_NAME)).toEqual([])
  })

  it('requires only what the ontology allows', () => {
    const wrong = gold.claims.filter(
      ({ s, p, o, required }) =>
        required !== false &&
        !isFact(p) &&
        !o.startsWith('episode:') &&
        (!(PREDICATE_NAMES as readonly string[]).includes(p) || domainError(s, p as Predicate, o) !== null),
    )
    expect(wrong).toEqual([])
  })

  it('names entities that it has', () => {
    const ids = new Set(gold.entities.map((e) => e.id))
    const known = (id: string): boolean => ids.has(id) || /^(?:episode|interview):/.test(id)
    expect(
      gold.claims
        .filter(({ s, p, o }) => !known(s) || !(isFact(p) || known(o)))
        .map(({ s, p, o }) => [s, p, o]),
    ).toEqual([])
  })
})
