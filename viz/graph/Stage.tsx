/** The graph view, loaded when it is needed: it brings Sigma along, which cannot even be imported without WebGL. */
import { type ComponentType, useEffect, useState } from 'react'
import type { Lit } from '../model/changes.ts'
import type { Visible } from '../model/filter.ts'

interface Shown {
  shown: Visible
  lit: Lit | null
}

type View = ComponentType<Shown>

const load = (): Promise<{ default: View }> => import('./GraphView.tsx')

/** What came before the page was drawn, to be shown without a turn of waiting. */
let there: View | null = null

/** Resolves when it has come. Whether that works out is seen when it is shown. */
export async function stageCame(): Promise<void> {
  there = await load().then(
    (module) => module.default,
    () => null,
  )
}

// Not React's `lazy`: having shown that it loads, Suspense waits a third of a second before it shows what has come.
export function Stage({ shown, lit }: Shown) {
  const [came, setCame] = useState<{ View: View } | { why: unknown } | null>(there && { View: there })
  useEffect(() => {
    let gone = false
    load().then(
      ({ default: View }) => {
        if (!gone) setCame((before) => before ?? { View })
      },
      (why: unknown) => {
        if (!gone) setCame({ why })
      },
    )
    return () => {
      gone = true
    }
  }, [])
  if (!came) return <p className="stage-note">Loading the graph…</p>
  if ('why' in came) throw came.why
  return <came.View shown={shown} lit={lit} />
}
