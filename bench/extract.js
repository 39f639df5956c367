/**
 * How fast `hallway extract` is, as a ratio: the whole command, start to finish on one thread, against
 * compromise's full tagging of the same text, a process each, in turns, in one run. Seconds of one machine say
 * little about another; the ratio travels.
 *
 *     npm run bench                        the Go Time corpus beside the checkout, or our own sample
 *     npm run bench -- FOLDER              any folder of transcripts
 *     npm run bench -- FOLDER --megabytes 2 --runs 5
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { globSync } from 'tinyglobby'

const root = resolve(import.meta.dirname, '..')
const self = fileURLToPath(import.meta.url)
const command = join(root, 'cli', 'bin.js')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    megabytes: { type: 'string', default: '8' },
    runs: { type: 'string', default: '3' },
    /** Tags the files given and ends: what the measurement starts for compromise. */
    tag: { type: 'boolean', default: false },
  },
})

if (values.tag) await tag(positionals)
else measure()

/** @param {string[]} files */
async function tag(files) {
  const { default: nlp } = await import('compromise')
  let terms = 0
  for (const file of files) terms += nlp(readFileSync(file, 'utf8')).termList().length
  process.stdout.write(`${terms}\n`)
}

function measure() {
  const folder = positionals[0] ?? defaultFolder()
  const { files, bytes } = choose(folder, Number(values.megabytes) * 1e6)
  const runs = Number(values.runs)
  if (files.length === 0 || !(runs >= 1)) {
    process.stderr.write(
      `bench: no transcripts in ${folder}, or --runs is no number; give a folder of them\n`,
    )
    process.exit(2)
  }
  // In a checkout whose sources changed, the first call makes the bundle; that is no part of the work.
  time([command, '--version'])
  const place = mkdtempSync(join(tmpdir(), 'hallway-bench-'))
  const graph = join(place, 'graph.json')
  try {
    /** @type {Record<string, number[]>} */
    const seconds = { hallway: [], compromise: [] }
    for (let run = 0; run < runs; run++) {
      seconds.hallway.push(time([command, 'extract', ...files, '-o', graph]))
      seconds.compromise.push(time([self, '--tag', ...files]))
    }
    const reference = median(seconds.compromise)
    const megabytes = bytes / 1e6
    const where = relative(process.cwd(), folder) || '.'
    console.log(
      `${files.length} ${files.length === 1 ? 'transcript' : 'transcripts'} of ${where}, ${megabytes.toFixed(2)} MB; one thread, start to finish, ` +
        `median of ${runs} ${runs === 1 ? 'run' : 'runs'}, Node ${process.versions.node}\n`,
    )
    console.log('                            seconds     MB/s   × compromise')
    for (const [name, times] of [
      ['hallway extract', seconds.hallway],
      ['compromise, full tagging', seconds.compromise],
    ]) {
      const middle = median(times)
      const columns = [
        name.padEnd(26),
        middle.toFixed(2).padStart(9),
        (megabytes / middle).toFixed(3).padStart(9),
        (reference / middle).toFixed(1).padStart(15),
      ]
      console.log(columns.join(''))
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** @returns {string} the corpus where there is one, otherwise the sample that the repository ships */
function defaultFolder() {
  const corpus = resolve(root, '..', 'shared', 'corpus')
  return existsSync(corpus) ? corpus : join(root, 'data', 'transcripts')
}

/**
 * The first transcripts of a folder, in order of their names, until the limit is reached.
 * @param {string} folder
 * @param {number} limit bytes
 */
function choose(folder, limit) {
  const all = globSync('**/*.{txt,md,vtt,srt,html}', { cwd: resolve(folder), absolute: true }).sort()
  const files = []
  let bytes = 0
  for (const file of all) {
    if (/README|LICENSE|\.meta\./.test(file)) continue
    if (files.length > 0 && bytes + statSync(file).size > limit) break
    files.push(file)
    bytes += statSync(file).size
  }
  return { files, bytes }
}

/**
 * Runs Node once.
 * @param {string[]} args
 * @returns {number} seconds from start to end
 */
function time(args) {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 })
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`${relative(root, args[0] ?? '')} ended with ${status}:\n${stderr}`)
  return seconds
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
