/** What a stranger who clones the repository relies on: nothing of one machine in it, and documents that hold. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** What git tracks, or would on the next `git add`; null outside a checkout (an unpacked archive). */
function trackedFiles(): string[] | null {
  try {
    const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return [...new Set(list.split('\0'))].filter((path) => path && existsSync(join(root, path))).sort()
  } catch {
    return null
  }
}

const tracked = trackedFiles()
const texts = tracked?.filter((path) => !/\.(png|gif|webp|woff2?)$/.test(path)) ?? []
const documents = texts.filter((path) => path.endsWith('.md') && !path.startsWith('data/transcripts/'))

/** Paths that exist on one machine only: homes, and the places given. */
function machinePaths(text: string, places: readonly string[]): string[] {
  const homes =
    text.match(/(?<![\w.:/-])\/(?:(?:home|Users)\/[\w.-]+|root)\/|\b[A-Z]:\\Users\\[\w.-]+/g) ?? []
  // A place such as `/` or `/app` is too short to tell a path from any other text.
  return [...homes, ...places.filter((place) => place.split('/').length > 2 && text.includes(place))]
}

/** The targets of links and pictures in Markdown, code left out. */
function linkTargets(markdown: string): string[] {
  const prose = markdown.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)[^)]*\)|\b(?:src|href)="([^"]+)"/g)].map((m) => m[1] ?? m[2] ?? '')
}

/** The anchors that GitHub gives the headings of a document. */
function anchors(markdown: string): string[] {
  const headings = [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} +(.+)$/gm)]
  return headings.map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}

/** The links of a document that lead to no file or heading of the repository; other sites are not visited. */
function brokenLinks(path: string, markdown: string): string[] {
  return linkTargets(markdown).filter((target) => {
    if (/^[a-z]+:/.test(target)) return false
    const [file = '', anchor] = target.split('#')
    const place = file ? join(root, dirname(path), decodeURIComponent(file)) : join(root, path)
    if (!existsSync(place)) return true
    if (!anchor || !place.endsWith('.md')) return false
    return !anchors(readFileSync(place, 'utf8')).includes(anchor)
  })
}

describe.skipIf(tracked === null)('the repository', () => {
  it('holds no path of one machine', () => {
    const places = [root, join(dirname(root), 'shared'), homedir()]
    const found = texts.flatMap((path) => machinePaths(read(path), places).map((text) => `${path}: ${text}`))
    expect(found).toEqual([])
  })

  it.each([
    // Put together here, so that this file is not found itself.
    [`see ${['', 'home', 'ada', 'hallway'].join('/')}`, 1],
    [`see ${['', 'root', 'hallway'].join('/')}`, 1],
    [`see ${['C:', 'Users', 'ada'].join('\\')}`, 1],
    ['built in /srv/build/hallway today', 1],
    ['see https://example.org/home/ada/ and ./home/ada/x', 0],
  ])('would see a path in: %s (%i)', (text, count) => {
    expect(machinePaths(text, ['/srv/build/hallway', '/app'])).toHaveLength(count)
  })

  it('names no package registry in the lock file', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, object> }
    const resolved = Object.entries(packages).filter(([, entry]) => 'resolved' in entry)
    expect(Object.keys(packages).length).toBeGreaterThan(1)
    expect(resolved.map(([name]) => name)).toEqual([])
  })

  it('says of every sample transcript that it is invented', () => {
    const samples = texts.filter((path) => path.startsWith('data/transcripts/'))
    expect(samples).not.toEqual([])
    const marked = (path: string): boolean => /\binvented\b/i.test(read(path))
    const sideFile = (path: string): string => path.replace(/\.\w+$/, '.meta.yml')
    const unmarked = samples.filter(
      (path) => !marked(path) && !(texts.includes(sideFile(path)) && marked(sideFile(path))),
    )
    expect(unmarked).toEqual([])
  })
})

describe.skipIf(tracked === null)('the documents', () => {
  it.each(documents)('%s: links lead to files and headings', (path) => {
    expect(brokenLinks(path, read(path))).toEqual([])
  })

  it.each(documents)('%s: npm scripts exist', (path) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...read(path).matchAll(/\bnpm run (?:--?\w+ )*([\w:-]+)/g)].map((m) => m[1] ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it.each([
    ['[x](LICENSE)', 0],
    ['[x](./nowhere.md)', 1],
    ['<img src="nowhere.png">', 1],
    ['## One thing: two\n[x](#one-thing-two) [y](#three)', 1],
    ['`[x](nowhere.md)` and [y](https://example.org/nowhere)', 0],
  ])('would see a broken link in: %s (%i)', (text, count) => {
    // The document's own anchors are looked up in the file, so this one is checked against its text.
    const own = linkTargets(text).filter((t) => t.startsWith('#') && !anchors(text).includes(t.slice(1)))
    const others = brokenLinks('README.md', text.replace(/\[\w\]\(#[^)]*\)/g, ''))
    expect(own.length + others.length).toBe(count)
  })
})
