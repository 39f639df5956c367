/** The command `hallway`: declares the commands, runs one, and turns what went wrong into a line and an exit code. */
import { Command, CommanderError } from 'commander'
import { checkCommand } from './commands/check.ts'
import { claimsCommand } from './commands/claims.ts'
import { compareCommand } from './commands/compare.ts'
import { evalCommand } from './commands/eval.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { extractCommand } from './commands/extract.ts'
import { pathCommand } from './commands/path.ts'
import { registryCommand } from './commands/registry.ts'
import { schemaCommand } from './commands/schema.ts'
import { showCommand } from './commands/show.ts'
import { viewCommand } from './commands/view.ts'
import { whoCommand } from './commands/who.ts'
import { bugReport, USAGE_WRONG, UsageError, WORK_FAILED, WorkError } from './errors.ts'
import { type Context, findPackage, type Io } from './io.ts'

const COMMANDS = [
  extractCommand,
  whoCommand,
  showCommand,
  claimsCommand,
  pathCommand,
  checkCommand,
  compareCommand,
  explainCommand,
  exportCommand,
  viewCommand,
  evalCommand,
  registryCommand,
  schemaCommand,
]

function makeProgram(context: Context): Command {
  const program = new Command('hallway')
    .description('Turns cloud-native interviews into a knowledge graph one can question and explore.')
    .version(context.version, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText(
      'after',
      `
Start here:
  $ hallway who keptn                          who spoke for Keptn in the graph that comes along
  $ hallway extract transcripts/ -o mine.json  a graph of your own transcripts
  $ hallway view mine.json                     explore it in the browser

Exit codes: 0 done, 1 the work failed, 2 the command line is wrong.`,
    )
  for (const make of COMMANDS) program.addCommand(make(context))
  for (const each of [program, ...descendants(program)])
    each
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => context.stdout.write(text),
        writeErr: (text) => context.stderr.write(text),
        outputError: (text, write) => write(text.replace(/^error: /, 'hallway: ')),
        getOutHelpWidth: () => Math.min(context.stdout.columns ?? 80, 100),
        getErrHelpWidth: () => Math.min(context.stderr.columns ?? 80, 100),
      })
  return program
}

const descendants = (parent: Command): Command[] =>
  parent.commands.flatMap((child) => [child, ...descendants(child)])

/**
 * Runs one command line.
 * @param argv the arguments after `hallway`
 * @returns the exit code: 0 done, 1 the work failed, 2 the command line is wrong
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0
  const context: Context = {
    ...io,
    report(message) {
      io.stderr.write(`hallway: ${message}\n`)
      code = WORK_FAILED
    },
  }
  try {
    await makeProgram(context).parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_WRONG
    if (error instanceof UsageError) {
      context.report(error.message)
      return USAGE_WRONG
    }
    if (error instanceof WorkError) context.report(error.message)
    else {
      context.report(bugReport(error))
      if (io.env.HALLWAY_DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`)
    }
  }
  return code
}

/** Runs the command line of this process. */
export async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
      throw error
    })
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    ...findPackage(),
    // Listening for the signal takes its meaning away, so only a command that ends by it does.
    interrupted: () =>
      new Promise((done) => {
        for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => done())
      }),
  })
}
