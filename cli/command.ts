/** Parts that commands share: how they are declared, their common options, and names on the command line. */

import { Command } from 'commander'
import type { NameIndex } from '../src/names.ts'
import { WorkError } from './errors.ts'
import type { GraphOptions } from './graphs.ts'
import type { Context } from './io.ts'

/** A command of Hallway. Work is imported when the command runs, so that `hallway --help` stays fast. */
export type MakeCommand = (context: Context) => Command

/**
 * A new command.
 * @param examples command lines with what they do, shown below the help
 */
export function command(
  name: string,
  summary: string,
  description: string,
  examples: [line: string, does: string][],
): Command {
  const width = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, does]) => `  $ ${line.padEnd(width)}  ${does}`)
  return new Command(name)
    .summary(summary)
    .description(description)
    .addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}

const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

/** Adds the options of every reading command. Changes the command. */
export const addGraphOptions = (target: Command): Command =>
  target
    .option('-g, --graph <file>', 'the graph to read (default: the one that comes with Hallway)')
    .option(
      '-t, --transcript <file>',
      'a transcript of the graph, to bring its quotes in (repeatable)',
      collect,
    )
    .option('--json', 'print JSON')

export interface ReadingOptions extends GraphOptions {
  json?: true
}

/**
 * The one id that a name on the command line stands for.
 * @param label how a node is called, for the messages
 * @param choose says which of several is meant; standard error tells that it was taken, and what else there is
 * @throws {WorkError} when it stands for several nodes or none; the message lists them, or the nearest names
 */
export async function resolveName(
  context: Context,
  names: NameIndex,
  name: string,
  label: (id: string) => string,
  among?: (id: string) => boolean,
  choose?: (ids: readonly string[]) => string | undefined,
): Promise<string> {
  const found = names.find(name, among)
  const list = (ids: string[]): string => ids.map((id) => `${id} (${label(id)})`).join(', ')
  const chosen = found.kind === 'several' ? choose?.(found.ids) : undefined
  if (found.kind === 'several' && chosen !== undefined) {
    const others = found.ids.filter((id) => id !== chosen)
    context.stderr.write(`hallway: taking “${name}” for ${chosen}; there is also ${list(others)}\n`)
    return chosen
  }
  if (found.kind === 'several')
    throw new WorkError(`“${name}” may be one of several; ask for one by its id: ${list(found.ids)}`)
  if (found.kind === 'none')
    throw new WorkError(
      found.nearest.length
        ? `the graph has no “${name}”; the nearest names: ${list(found.nearest)}`
        : `the graph has no “${name}”; hallway claims lists what it has`,
    )
  if (found.corrected) context.stderr.write(`hallway: taking “${name}” for ${label(found.id)}\n`)
  return found.id
}
