/** What the README shows is what the command prints: its `console` blocks are run, one command after the other. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPackage } from '../cli/io.ts'
import { run } from '../cli/main.ts'

const root = resolve(import.meta.dirname, '..')

interface Shown {
  command: string
  output: string[]
}

/** The commands of a document's `console` blocks (`$ npx hallway …`) with the lines printed below each. */
function shownCommands(markdown: string): Shown[] {
  const shown: Shown[] = []
  for (const [, block = ''] of markdown.matchAll(/^```console\n([\s\S]*?)^```/gm)) {
    let current: Shown | undefined
    for (const line of block.trimEnd().split('\n')) {
      if (line.startsWith('$ ')) {
        current = { command: line.slice(2).replace(/ +# .*$/, ''), output: [] }
        shown.push(current)
      } else current?.output.push(line)
    }
  }
  return shown
}

/** The arguments of a shell command without variables or escapes. */
const words = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '')

/** Whether the lines printed are those shown; a line `…` stands for any number of lines left out. */
function agrees(shown: readonly string[], printed: readonly string[]): boolean {
  const [first, ...rest] = shown
  if (first === undefined) return printed.length === 0
  if (first !== '…') return printed[0] === first && agrees(rest, printed.slice(1))
  return printed.some((_, i) => agrees(rest, printed.slice(i))) || rest.length === 0
}

/** Runs one command line as a user's terminal would, and returns what it prints. */
async function hallway(argv: readonly string[]): Promise<{ code: number; out: string; complaints: string }> {
  const out: string[] = []
  const complaints: string[] = []
  const code = await run(argv, {
    cwd: root,
    env: { NO_COLOR: '1' },
    stdin: (async function* () {})(),
    stdout: { write: (text) => out.push(text), columns: 100 },
    stderr: { write: (text) => complaints.push(text), columns: 100 },
    ...findPackage(),
    interrupted: async () => {},
  })
  return { code, out: out.join(''), complaints: complaints.join('') }
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

describe('the README', () => {
  it.each(shownCommands(read('README.md')))('shows what $command prints', async ({ command, output }) => {
    const [npx, name, ...argv] = words(command)
    expect([npx, name]).toEqual(['npx', 'hallway'])
    const { code, out, complaints } = await hallway(argv)
    expect({ code, complaints }).toEqual({ code: 0, complaints: '' })
    const lines = out.trimEnd().split('\n')
    // On a difference, the whole of what is printed is worth seeing.
    if (!agrees(output, lines)) expect(lines).toEqual(output)
  })

  it.each([
    ['a\nb', 'a\nb', true],
    ['a\n…', 'a\nb\nc', true],
    ['a\n…\nc', 'a\nb\nb\nc', true],
    ['a\n…\nd', 'a\nb\nc', false],
    ['a', 'a\nb', false],
    ['a\nb', 'a', false],
  ])('comparison of %j with %j: %s', (shownText, printedText, same) => {
    expect(agrees(shownText.split('\n'), printedText.split('\n'))).toBe(same)
  })
})

describe('the documents', () => {
  it.each(['README.md', 'CONTRIBUTING.md', 'data/transcripts/README.md'])(
    '%s: names commands that exist',
    async (path) => {
      const { out } = await hallway(['--help'])
      const known = new Set([...out.matchAll(/^ {2}([a-z]+)\b/gm)].map((m) => m[1]))
      const named = [...read(path).matchAll(/(?:npx |`)hallway ([a-z]+)/g)].map((m) => m[1] ?? '')
      expect(named).not.toEqual([])
      expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([])
    },
  )
})
