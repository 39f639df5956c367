#!/usr/bin/env node
// Starts the bundled command. In a checkout whose sources are newer than the bundle, or that has none yet, it
// makes the bundle first, so that `npx hallway …` always runs the code that is there.
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import v8 from 'node:v8'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bundle = join(root, 'dist', 'cli', 'main.js')
const SOURCES = [
  'src',
  'extract',
  'cli',
  'viz/model',
  'data/registry/review',
  'package.json',
  'vite.config.ts',
]

/** When a file, or the newest file of a folder, was last changed, in milliseconds; 0 where there is none. */
function newest(path) {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status?.isDirectory()) return status?.mtimeMs ?? 0
  // The folder's own time tells of files that were taken away.
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), status.mtimeMs)
}

function isStale() {
  const made = newest(bundle)
  return made === 0 || SOURCES.some((source) => newest(join(root, source)) > made)
}

async function makeBundle() {
  process.stderr.write('hallway: building the command, because its sources are newer…\n')
  const { build } = await import('vite')
  // Made beside the old one and then put in its place: another hallway may be running.
  const made = join(root, 'dist', `.cli-${process.pid}`)
  const old = join(root, 'dist', `.cli-${process.pid}-old`)
  try {
    await build({ root, mode: 'cli', logLevel: 'silent', build: { outDir: made, emptyOutDir: true } })
    if (existsSync(dirname(bundle))) renameSync(dirname(bundle), old)
    renameSync(made, dirname(bundle))
  } finally {
    rmSync(made, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

if (isStale()) {
  try {
    await makeBundle()
  } catch (error) {
    // Another hallway that made the same bundle at the same time is as good.
    if (isStale()) {
      const reason = stripVTControlCharacters(error.message).trim()
      process.stderr.write(
        `hallway: the command could not be built; mend this, or run npm ci if a package is missing:\n${reason}\n`,
      )
      process.exit(1)
    }
  }
}
// A command runs for a second or two, and to optimise its functions as early as V8 11 does for a server costs more
// than it gives. Later versions have no such flag, nor the need for it.
if (process.versions.v8.startsWith('11.')) v8.setFlagsFromString('--interrupt-budget=1000000')
// Node 22 and newer keep compiled code between runs.
module.enableCompileCache?.()
const { main } = await import(pathToFileURL(bundle).href)
await main()
