/** Builds the viewer once for all files of tests here, before the first of them runs. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildInto } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built viewer. */
    built: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-viz-'))
  await buildInto(folder)
  project.provide('built', folder)
  return () => rm(folder, { recursive: true, force: true })
}
