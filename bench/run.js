/**
 * Runs a TypeScript file of this folder: `node bench/run.js bench/eval.ts …`. Node 20 reads no TypeScript, and
 * vite, which builds everything else here, does.
 */
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [file, ...args] = process.argv.slice(2)
if (!file) {
  process.stderr.write('bench: name a file to run, such as bench/eval.ts\n')
  process.exit(2)
}
const { module } = await runnerImport(resolve(file), { logLevel: 'error' })
try {
  await module.main(args)
} catch (error) {
  process.stderr.write(`${file}: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
