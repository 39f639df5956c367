/** The graph that is shown beside another one: what is different, and both as one graph to look at. */
import { useEffect, useState } from 'react'
import type { Comparison } from '../../src/compare.ts'
import { type Marks, marksOf } from '../model/marks.ts'
import { useStore, useView } from '../state/store.ts'
import { stopComparing } from '../state/view.ts'
import { pause } from './pieces.ts'
import { type Loaded, prepareInSteps } from './prepare.ts'
import type { Data } from './useData.ts'

export interface Comparing {
  /** Of the other graph, which counts as the earlier one. */
  name: string
  title: string
  comparison: Comparison
  /** Both graphs as one. */
  both: Loaded
  marks: Marks
}

/** Null while nothing is compared, and while it is being worked out. */
export function useComparison({ graphOf, say }: Data, loaded: Loaded): Comparing | null {
  const store = useStore()
  const { compare } = useView()
  const [comparing, setComparing] = useState<(Comparing & { to: Loaded }) | null>(null)
  useEffect(() => {
    if (!compare) return
    const stop = new AbortController()
    const work = async (): Promise<void> => {
      const [{ title, file }, { compareBeside, unionOf }] = await Promise.all([
        graphOf(compare),
        import('./comparing.ts'),
      ])
      const after = loaded.model.file
      const comparison = await compareBeside(file, after, stop.signal)
      // Each step of a large graph is as much as may be done at once.
      await pause()
      const { graph, changes } = unionOf(file, after, comparison)
      await pause()
      const both = await prepareInSteps(loaded.name, `${loaded.title}, compared with ${title}`, graph)
      const marks = marksOf(comparison, both.model, changes)
      await pause()
      if (stop.signal.aborted) return
      setComparing({ name: compare, title, comparison, both, marks, to: loaded })
    }
    work().catch((error: unknown) => {
      if (stop.signal.aborted) return
      say({
        kind: 'bad',
        text: `The graphs cannot be compared: ${error instanceof Error ? error.message : String(error)}`,
      })
      store.set(stopComparing)
    })
    return () => stop.abort()
  }, [compare, loaded, graphOf, say, store])
  return comparing && comparing.name === compare && comparing.to === loaded ? comparing : null
}
