/**
 * The house rules that a compiler does not know: who imports whom, that `src/` and `extract/` run anywhere,
 * and that they give the same bytes everywhere. Each check is first shown to fail on code that breaks it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { globSync } from 'tinyglobby'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const temporary = mkdtempSync(join(tmpdir(), 'hallway-architecture-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

/** Writes a little project of its own and returns its folder. */
function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(temporary, 'project-'))
  for (const [path, text] of Object.entries({ 'package.json': '{}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** The imports that break a rule of `.dependency-cruiser.cjs`, as `rule: from → to`. */
async function importViolations(folder: string): Promise<string[]> {
  const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.cjs'))
  const folders = ['src', 'extract', 'cli', 'viz', 'tests', 'bench'].filter(
    (name) => globSync(`${name}/**/*.{ts,tsx,js}`, { cwd: folder }).length > 0,
  )
  const { output } = await cruise(folders, { ...options, baseDir: folder, validate: true })
  return (output as ICruiseResult).summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)
}

/** What the compiler says of these files when it knows neither Node nor a browser. */
function foreignNames(files: readonly string[]): string[] {
  const path = join(root, 'tsconfig.pure.json')
  const read = ts.getParsedCommandLineOfConfigFile(
    path,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (d) => {
        throw new Error(ts.flattenDiagnosticMessageText(d.messageText, '\n'))
      },
    },
  )
  if (!read) throw new Error(`${path} cannot be read`)
  const compiled = ts.createProgram(files, read.options)
  return ts.getPreEmitDiagnostics(compiled).map((d) => {
    const line = d.file ? d.file.getLineAndCharacterOfPosition(d.start ?? 0).line + 1 : 0
    return `${relative(root, d.file?.fileName ?? path)}:${line} ${ts.flattenDiagnosticMessageText(d.messageText, '\n')}`
  })
}

/** Where code asks for the time, a locale or a random number; comments and strings do not count. */
function impureCalls(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)
  const found: string[] = []
  const report = (node: ts.Node): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
    found.push(`${path}:${line + 1} ${node.getText(file).split('\n')[0]}`)
  }
  const isDate = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'Date'
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const member = node.name.text
      const owner = node.expression.getText(file)
      if (/^toLocale|^localeCompare$/.test(member)) report(node)
      if (['Date.now', 'Math.random', 'performance.now'].includes(`${owner}.${member}`)) report(node)
    } else if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) report(node)
    else if (ts.isCallExpression(node) && isDate(node.expression)) report(node)
    else if (ts.isIdentifier(node) && ['Intl', 'crypto'].includes(node.text)) report(node)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const pureFiles = globSync(['src/**/*.ts', 'extract/**/*.ts'], { cwd: root }).sort()

/** Reading the whole project takes seconds, and many more on a machine that is busy with other tests. */
const wholeProject = { timeout: 120_000 }

describe('the direction of imports', () => {
  it('is kept', wholeProject, async () => {
    expect(await importViolations(root)).toEqual([])
  })

  const types = 'export type T = string\n'
  const value = 'export const x = 1\n'
  const importing = (path: string): string => `import { x } from '${path}'\nexport const y = x\n`
  const importingType = (path: string): string => `import type { T } from '${path}'\nexport type U = T\n`

  it.each<[rule: string, from: string, to: string, text: string]>([
    ['src-imports', 'src/a.ts', 'extract/types.ts', importingType('../extract/types.ts')],
    ['extract-imports', 'extract/text.ts', 'cli/b.ts', importing('../cli/b.ts')],
    ['cli-imports', 'cli/a.ts', 'viz/b.ts', importing('../viz/b.ts')],
    ['cli-imports', 'cli/a.ts', 'tests/b.ts', importing('../tests/b.ts')],
    ['viz-imports', 'viz/a.tsx', 'cli/b.ts', importing('../cli/b.ts')],
    ['stages-apart', 'extract/link/index.ts', 'extract/read/b.ts', importing('../read/b.ts')],
    ['stages-apart', 'extract/claims/rules/a.ts', 'extract/mentions.ts', importingType('../../mentions.ts')],
    ['stages-through-index', 'extract/text.ts', 'extract/read/b.ts', importing('./read/b.ts')],
    ['extract-by-its-doors', 'viz/a.ts', 'extract/link/b.ts', importing('../extract/link/b.ts')],
    ['extract-by-its-doors', 'cli/a.ts', 'extract/read/b.ts', importing('../extract/read/b.ts')],
  ])('%s: refuses %s → %s', async (rule, from, to, text) => {
    const folder = project({ [from]: text, [to]: types + value })
    expect(await importViolations(folder)).toContain(`${rule}: ${from} → ${to}`)
  })

  it.each<[from: string, to: string]>([
    ['extract/text.ts', 'src/b.ts'],
    ['extract/index.ts', 'extract/read/b.ts'],
    ['extract/claims/rules/a.ts', 'extract/claims/b.ts'],
    ['extract/claims/a.ts', 'extract/types.ts'],
    ['cli/a.ts', 'extract/index.ts'],
    ['viz/a.ts', 'extract/read/index.ts'],
    ['viz/a.ts', 'src/b.ts'],
    ['tests/a.ts', 'extract/link/b.ts'],
    ['bench/a.ts', 'cli/b.ts'],
  ])('allows %s → %s', async (from, to) => {
    const up = '../'.repeat(from.split('/').length - 1)
    expect(await importViolations(project({ [from]: importing(up + to), [to]: types + value }))).toEqual([])
  })

  it('refuses cycles, Node modules and modules that are not there', async () => {
    const folder = project({
      'src/a.ts': `import type { U } from './b.ts'\nexport type T = U\n`,
      'src/b.ts': importingType('./a.ts'),
      'extract/node.ts': `import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`,
      'cli/lost.ts': importing('./nowhere.ts'),
    })
    expect((await importViolations(folder)).map((v) => v.replace(/ →.*/, '')).sort()).toEqual([
      'no-cycles: src/a.ts',
      'no-node-modules: extract/node.ts',
      'no-unknown-modules: cli/lost.ts',
    ])
  })
})

describe('src and extract', () => {
  it('know no global of Node or of a browser', wholeProject, () => {
    expect(pureFiles).toContain('src/schema.ts')
    expect(foreignNames(pureFiles.map((path) => join(root, path)))).toEqual([])
  })

  // One program for all of them: a compiler is slow to start.
  const globals = [
    ...['process', 'Buffer', 'require', '__dirname', 'setImmediate'],
    ...['window', 'document', 'localStorage', 'navigator', 'fetch'],
  ]
  const folder = project(
    Object.fromEntries(globals.map((name) => [`src/${name}.ts`, `export const x = ${name}\n`])),
  )
  const complaints = foreignNames(globals.map((name) => join(folder, 'src', `${name}.ts`)))
  it.each(globals)('are refused %s', (name) => {
    expect(complaints.some((text) => text.includes(`Cannot find name '${name}'`))).toBe(true)
  })

  it('ask for no time, locale or random number', () => {
    const found = pureFiles.flatMap((path) => impureCalls(path, ts.sys.readFile(join(root, path)) ?? ''))
    expect(found).toEqual([])
  })

  it.each([
    ['const t = Date.now()', 1],
    ['const t = new Date()', 1],
    ['const t = Date()', 1],
    ['const r = Math.random()', 1],
    ['names.sort((a, b) => a.localeCompare(b))', 1],
    ['names.map((n) => n.toLocaleUpperCase())', 1],
    ['const f = new Intl.NumberFormat()', 1],
    ['const year = new Date(2023, 1).getFullYear()', 0],
    ["// Date.now() would differ\nconst s = 'Math.random()'", 0],
  ])('scan: %s → %i', (text, count) => {
    expect(impureCalls('a.ts', text)).toHaveLength(count)
  })
})
