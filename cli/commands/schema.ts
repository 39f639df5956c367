import { command, type MakeCommand } from '../command.ts'
import { printJson } from '../output.ts'

export const schemaCommand: MakeCommand = (context) =>
  command(
    'schema',
    'the JSON Schema of the graph file',
    'Prints the JSON Schema (draft 2020-12) that every graph file keeps to.',
    [['hallway schema > graph.schema.json', 'for editors and validators']],
  ).action(async () => {
    const { jsonSchema } = await import('../../src/schema.ts')
    printJson(context, jsonSchema())
  })
