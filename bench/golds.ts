/** The gold annotations that are at hand, and the graphs that are extracted of the same transcripts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { readSource } from '../cli/inputs.ts'
import { findPackage, type Io } from '../cli/io.ts'
import { loadRegistry } from '../cli/registries.ts'
import { createExtractor } from '../extract/index.ts'
import { withVerdicts } from '../src/check.ts'
import { type Gold, parseGold } from '../src/evaluate.ts'
import { buildGraph } from '../src/graph.ts'
import type { GraphFile } from '../src/schema.ts'

export const root = resolve(import.meta.dirname, '..')
/** Transcripts and annotations that are not ours to publish, beside the checkout. */
export const shared = resolve(root, '..', 'shared')

/** How much a figure says: what rules were made on, they are right about. */
export type Acquaintance = 'ours' | 'developed with' | 'held out'

const FOLDERS: { gold: string; transcripts: string; acquaintance: Acquaintance }[] = [
  { gold: join(root, 'tests', 'gold'), transcripts: join(root, 'data', 'transcripts'), acquaintance: 'ours' },
  { gold: join(shared, 'gold'), transcripts: join(shared, 'transcripts'), acquaintance: 'developed with' },
  ...(['developed with', 'held out'] as const).map((acquaintance) => ({
    gold: join(root, 'bench', 'gold', acquaintance.replace(' ', '-')),
    transcripts: join(shared, 'corpus', 'gotime'),
    acquaintance,
  })),
]
const TRANSCRIPT = /\.(txt|md|vtt|srt|json|html)$/

export interface Annotated {
  name: string
  gold: Gold
  transcript: string
  acquaintance: Acquaintance
}

/** In order of their names, folder by folder; those whose transcript is here. */
export function findGolds(): Annotated[] {
  return FOLDERS.filter(({ gold, transcripts }) => existsSync(gold) && existsSync(transcripts)).flatMap(
    ({ gold, transcripts, acquaintance }) =>
      readdirSync(gold)
        .filter((file) => file.endsWith('.gold.json'))
        .sort()
        .flatMap((file) => {
          const name = file.slice(0, -'.gold.json'.length)
          const transcript = readdirSync(transcripts)
            .filter((other) => other.startsWith(`${name}.`) && TRANSCRIPT.test(other))
            .sort()[0]
          if (!transcript) return []
          return [
            {
              name,
              gold: parseGold(JSON.parse(readFileSync(join(gold, file), 'utf8'))),
              transcript: join(transcripts, transcript),
              acquaintance,
            },
          ]
        }),
  )
}

/** Where these scripts work: in the root of the repository, without a terminal. */
export const io: Io = {
  cwd: root,
  env: {},
  stdin: (async function* () {})(),
  stdout: process.stdout,
  stderr: process.stderr,
  ...findPackage(),
  interrupted: async () => {},
}

/** Returns the function that makes the graph of one transcript, as `hallway extract` does. */
export async function makeExtraction(): Promise<(path: string) => Promise<GraphFile>> {
  const registry = await loadRegistry(io)
  const extract = createExtractor(registry)
  return async (path) =>
    withVerdicts(
      buildGraph([extract(await readSource(io, relative(io.cwd, path)))], {
        registry: { source: registry.source, date: registry.date },
        generator: `hallway ${io.version}`,
      }),
    )
}
