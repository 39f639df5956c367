/** What a command touches of the outside world, passed in so that tests can stand in for it. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface TextOut {
  write(text: string): unknown
  isTTY?: boolean | undefined
  /** Width of the terminal in characters. */
  columns?: number | undefined
}

export interface Io {
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  stdin: AsyncIterable<Uint8Array | string> & { isTTY?: boolean | undefined }
  stdout: TextOut
  stderr: TextOut
  /** Folder of the package: where its data, viewer and registry are. */
  root: string
  version: string
  /** Resolves when the user asks to end what would go on for ever (`hallway view`). */
  interrupted(): Promise<void>
}

/** What a command gets: the world, and a way to report what went wrong without ending the rest of the work. */
export interface Context extends Io {
  /** Prints one line on standard error; the command ends with exit code 1, after doing the rest. */
  report(message: string): void
}

/** The package's folder and version, found upwards from this file (a source in `cli/`, a bundle in `dist/cli/`). */
export function findPackage(from: string = import.meta.url): { root: string; version: string } {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file)) {
      const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }
      if (name === 'hallway') return { root: folder, version: version ?? '0' }
    }
    if (dirname(folder) === folder)
      throw new Error('the package.json of hallway is missing; install it again')
  }
}
