/**
 * Makes the goldens again: outputs that are kept in the repository and compared byte for byte by
 * tests/goldens.test.ts. Read the difference before you commit it.
 *
 *     npm run goldens
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root, shared } from './golds.ts'

export interface Golden {
  /** Where it is kept, from the root of the repository. */
  path: string
  /** The transcript that it is made from. */
  transcript: string
  options: string[]
}

export const GOLDENS: readonly Golden[] = [
  {
    path: 'data/graphs/kubelist-39.json',
    transcript: join(shared, 'transcripts', 'kubelist-39.txt'),
    options: ['--no-quotes'],
  },
  {
    path: 'tests/goldens/hallway-sample-1.json',
    transcript: join(root, 'data', 'transcripts', 'hallway-sample-1.txt'),
    options: [],
  },
]

/** The arguments of `hallway` that make a golden. */
export const goldenArguments = ({ transcript, options }: Golden, output: string): string[] => [
  'extract',
  transcript,
  ...options,
  '-o',
  output,
]

export async function main(): Promise<void> {
  for (const golden of GOLDENS) {
    if (!existsSync(golden.transcript)) {
      console.log(`${golden.path}: left alone, its transcript is not at ${relative(root, golden.transcript)}`)
      continue
    }
    const command = [join(root, 'cli', 'bin.js'), ...goldenArguments(golden, golden.path)]
    const { status } = spawnSync(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    if (status !== 0) throw new Error(`${golden.path} could not be made`)
  }
}
