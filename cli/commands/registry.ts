import { Command } from 'commander'
import { command, type MakeCommand } from '../command.ts'
import { WorkError } from '../errors.ts'
import type { Context } from '../io.ts'
import { plural } from '../output.ts'

interface BuildOptions {
  output: string
  date?: string
}

export const registryCommand: MakeCommand = (context) =>
  new Command('registry')
    .summary('make the registry of known projects and companies')
    .description('The registry names what is known before anybody speaks; it comes with Hallway.')
    .addCommand(
      command(
        'build',
        'make the registry from the CNCF landscape file',
        'Reads the landscape.yml of github.com/cncf/landscape and writes landscape.json into a folder. The file does not say of which day it is: give the date of its commit. Without one, a date in a comment at its top counts, else the last day on which a project in it changed its level.',
        [
          ['hallway registry build landscape.yml -o my-registry', 'dated by its last change of a level'],
          [
            'hallway registry build landscape.yml --date 2026-08-07 -o data/registry',
            'the registry that Hallway reads',
          ],
        ],
      )
        .argument('<landscape>', 'the landscape.yml file')
        .requiredOption('-o, --output <folder>', 'where to write landscape.json')
        .option('--date <date>', 'the date of the landscape file, YYYY-MM-DD')
        .action(async (landscape: string, options: BuildOptions) => runBuild(context, landscape, options)),
    )

async function runBuild(context: Context, landscape: string, options: BuildOptions): Promise<void> {
  const { buildRegistry, RegistryBuildError } = await import('../registry.ts')
  try {
    const { path, date, dateFrom, entries, projects } = await buildRegistry(landscape, options.output, {
      date: options.date,
      cwd: context.cwd,
    })
    const projectCount = plural(projects, 'CNCF project')
    const how = {
      given: '',
      comment: ', which a comment in it says',
      'last change': ', its last change of a level; --date YYYY-MM-DD says better',
    }[dateFrom]
    context.stderr.write(
      `${plural(entries, 'entry')}, ${projectCount} among them, as of ${date}${how}: ${path}\n`,
    )
  } catch (error) {
    if (error instanceof RegistryBuildError) throw new WorkError(error.message)
    throw error
  }
}
