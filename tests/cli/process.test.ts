/** What only a process of its own shows: exit codes, broken pipes, signals, and the launcher. */
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { serialize } from '../../src/graph.ts'
import { bothTalks } from '../src/fixture.ts'
import { type Ran, workplace } from './harness.ts'

const root = resolve(import.meta.dirname, '../..')
const large = bothTalks()
for (let i = 0; i < 4000; i++)
  large.nodes.push({
    key: `url:many.example/${i}`,
    attributes: { kind: 'url', label: `many.example/${i}`, surfaces: ['x'.repeat(300)], mentions: 1 },
  })
const place = workplace({
  'g.json': serialize(bothTalks()),
  'large.json': serialize(large),
  'empty.txt': '',
  'dist/viz/index.html': '',
})

/** @param during gets the process while it runs */
function start(
  launcher: string,
  argv: string[],
  during?: (child: ReturnType<typeof spawn>, printed: string) => void,
): Promise<Ran> {
  return new Promise((done, failed) => {
    const env = { ...process.env, NO_COLOR: '1', DISPLAY: '', WAYLAND_DISPLAY: '' }
    const child = spawn(process.execPath, [launcher, ...argv], { cwd: place.folder, env })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      during?.(child, out)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', failed)
    child.on('close', (code, signal) =>
      done({ code: code ?? -1, out, err: signal ? `${err}${signal}` : err }),
    )
  })
}
const hallway = (argv: string[], during?: Parameters<typeof start>[2]): Promise<Ran> =>
  start(join(root, 'cli', 'bin.js'), argv, during)

describe('the process', () => {
  // The first one may have to make the bundle, and says so.
  beforeAll(async () => {
    await hallway(['--version'])
  }, 60_000)

  it.each([
    [['who', 'lumen mesh', '-g', 'g.json'], 0, ''],
    [['extract', 'empty.txt'], 1, 'hallway: empty.txt: is empty; give another file\n'],
    [['who', 'x', '-g', 'gone.json'], 1, 'hallway: gone.json: cannot be read: no such file or folder\n'],
    [['who'], 2, "hallway: missing required argument 'name'\n"],
  ])('%j exits with %i', async (argv, code, firstLines) => {
    const ran = await hallway(argv)
    expect({ code: ran.code, err: ran.err.slice(0, firstLines.length) }).toEqual({ code, err: firstLines })
  })

  it('ends quietly when the reader of its output has seen enough', async () => {
    const { code, err } = await hallway(['export', 'json', '-g', 'large.json'], (child) =>
      child.stdout?.destroy(),
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('writes all of a large output into a pipe', async () => {
    const { out } = await hallway(['export', 'json', '-g', 'large.json'])
    expect(out).toBe(serialize(large))
  })
})

describe('the launcher', () => {
  it('makes the bundle when it is missing or older than its sources, and only then', async () => {
    const { folder } = workplace({
      'cli/main.ts': "export const main = () => console.log('one')\n",
      'viz/model/makeAhead.ts': 'export const placesAhead = () => null\n',
    })
    for (const name of ['package.json', 'vite.config.ts', 'cli/bin.js'])
      copyFileSync(join(root, name), join(folder, name))
    for (const name of ['src', 'extract']) mkdirSync(join(folder, name))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const launcher = join(folder, 'cli', 'bin.js')
    const built = 'hallway: building the command, because its sources are newer…\n'

    expect(await start(launcher, [])).toEqual({ code: 0, out: 'one\n', err: built })
    expect(await start(launcher, [])).toEqual({ code: 0, out: 'one\n', err: '' })

    const change = (text: string): void => {
      writeFileSync(join(folder, 'cli/main.ts'), text)
      const soon = Date.now() / 1000 + 5
      utimesSync(join(folder, 'cli/main.ts'), soon, soon)
    }
    change("export const main = () => console.log('two')\n")
    expect(await start(launcher, [])).toEqual({ code: 0, out: 'two\n', err: built })

    change('export const main = (\n')
    const broken = await start(launcher, [])
    expect({ code: broken.code, out: broken.out }).toEqual({ code: 1, out: '' })
    expect(broken.err).toContain('the command could not be built; mend this, or run npm ci')
    expect(broken.err).toContain('cli/main.ts')
  }, 60_000)
})
