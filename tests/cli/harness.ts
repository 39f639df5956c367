/** Runs the command in this process, with the outside world in memory, in a folder of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { findPackage, type Io } from '../../cli/io.ts'
import { run } from '../../cli/main.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

export interface Workplace {
  folder: string
  path(name: string): string
  write(name: string, content: string | Uint8Array): string
  read(name: string): string
  hallway(argv: string[], changes?: Partial<Io>): Promise<Ran>
}

/** A folder that goes when the tests are done. Files are written into it first. */
export function workplace(files: Record<string, string | Uint8Array> = {}): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string): string => join(folder, name)
  const write = (name: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), content)
    return path(name)
  }
  for (const [name, content] of Object.entries(files)) write(name, content)
  return {
    folder,
    path,
    write,
    read: (name) => readFileSync(path(name), 'utf8'),
    async hallway(argv, changes = {}) {
      const out: string[] = []
      const err: string[] = []
      const code = await run(argv, {
        cwd: folder,
        env: {},
        stdin: (async function* () {})(),
        stdout: { write: (text) => out.push(text) },
        stderr: { write: (text) => err.push(text) },
        ...findPackage(),
        interrupted: async () => {},
        ...changes,
      })
      return { code, out: out.join(''), err: err.join('') }
    },
  }
}

/** An invented conversation, as plain text. */
export const TALK = `Odile Varga: Welcome to Quay Talks. I'm Odile Varga, and today we have Petra Achterberg here. Petra, who are you?

Petra Achterberg: Hi, I'm Petra, and I work at Quillsoft. I'm a maintainer of Kubernetes.

Odile Varga: Is it a sandbox project?

Petra Achterberg: No, Kubernetes is graduated. You find us at kubernetes.io.

Odile Varga: Thank you so much, Petra.

Petra Achterberg: Thanks for having me.
`

export const OTHER_TALK = TALK.replaceAll('Petra Achterberg', 'Tomas Bellweather')
  .replaceAll('Petra', 'Tomas')
  .replaceAll('Quillsoft', 'Tidewater')
