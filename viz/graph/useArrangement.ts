/** Where the nodes lie: as the layout puts them, as it runs on, and as the hand has put them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Places } from '../model/layout.ts'
import type { GraphModel } from '../model/model.ts'
import type { Pin } from '../state/pins.ts'
import { findPositions, type Positions, positionsNow, runOn, withPins } from './positions.ts'

export interface Arrangement {
  /** null until the layout has found them. */
  positions: Positions | null
  /** Where everything lies now, the pinned nodes where they are pinned. */
  places: Places | null
  /** The layout runs on. */
  running: boolean
  /** It has run on: things lie elsewhere than a link would show them. */
  elsewhere: boolean
  /** Why the layout could not start. */
  problem: string | null
  run(): void
  stop(): void
  /** Puts everything that is not pinned back to where the layout put it first. */
  reset(): void
}

export function useArrangement(model: GraphModel, pins: readonly Pin[]): Arrangement {
  const [found, setFound] = useState<{ model: GraphModel; positions: Positions } | null>(() => {
    const positions = positionsNow(model)
    return positions && { model, positions }
  })
  const [later, setLater] = useState<{ positions: Positions; places: Places } | null>(null)
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const runner = useRef<ReturnType<typeof runOn> | null>(null)
  const positions = found?.model === model ? found.positions : null

  useEffect(() => {
    let gone = false
    findPositions(model).then(
      (at) => {
        if (!gone) setFound((before) => (before?.positions === at ? before : { model, positions: at }))
      },
      (error: unknown) => {
        if (!gone) setProblem(error instanceof Error ? error.message : String(error))
      },
    )
    return () => {
      gone = true
      runner.current?.kill()
      runner.current = null
      setRunning(false)
    }
  }, [model])

  const elsewhere = later !== null && later.positions === positions
  const unpinned = elsewhere ? later.places : positions?.places
  const places = useMemo(
    () => (positions && unpinned ? withPins(positions, unpinned, pins) : null),
    [positions, unpinned, pins],
  )

  // What is pinned while the layout runs has to stay: it runs on from where things lie, with the new pins.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `places` changes with every picture of the run itself
  useEffect(() => {
    if (!running || !positions || !places) return
    const rows = pins.flatMap((pin) => positions.rows.get(pin.id) ?? [])
    const run = runOn({ ...positions, places }, rows, (next, done) => {
      setLater({ positions, places: next })
      if (done) setRunning(false)
    })
    runner.current = run
    return () => {
      run.kill()
      if (runner.current === run) runner.current = null
    }
  }, [running, positions, pins])

  return {
    positions,
    places,
    running,
    elsewhere,
    problem,
    run: useCallback(() => setRunning(true), []),
    stop: useCallback(() => runner.current?.stop(), []),
    reset: useCallback(() => {
      setRunning(false)
      setLater(null)
    }, []),
  }
}
