/** The graph on its stage, with the buttons around it. Loaded only where there is WebGL. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { usePicture, useShown } from '../data/context.ts'
import type { Lit } from '../model/changes.ts'
import type { Visible } from '../model/filter.ts'
import { type GraphModel, labelOf, type Pair } from '../model/model.ts'
import { matching } from '../model/search.ts'
import { count, predicateWords, thousands } from '../model/words.ts'
import { HopChoice } from '../panels/FocusActions.tsx'
import { type Pin, pinned } from '../state/pins.ts'
import { useStore, useView } from '../state/store.ts'
import { closePanel, NO_FILTERS, select, selectPair } from '../state/view.ts'
import { EntityLink } from '../ui/Entity.tsx'
import { Icon } from '../ui/icons.tsx'
import { onPaper, onThemeChange } from '../ui/theme.ts'
import { CommunityLegend } from './CommunityLegend.tsx'
import { earlyContainer, takeEarly } from './early.ts'
import { readPalette } from './palette.ts'
import { createScene, type Look, type Point, type Scene, type SceneEvents } from './scene.ts'
import { Tools } from './Tools.tsx'
import { useArrangement } from './useArrangement.ts'
import { useCommunities } from './useCommunities.ts'

interface Hint {
  title: string
  lines: string[]
  x: number
  y: number
}

/** The two names, the subject of the first claim first. */
function namesOf(model: GraphModel, pair: Pick<Pair, 'a' | 'b' | 'claims'>): string {
  const [first] = pair.claims
  const [from, to] = first ? [first.source, first.target] : [pair.a, pair.b]
  return `${labelOf(model, from)} – ${labelOf(model, to)}`
}

/** Pixels that Alt with an arrow key moves the selected node by. */
const NUDGE = 16

const predicatesOf = (pair: Pick<Pair, 'claims' | 'mentions'>): string => {
  const names = new Set(pair.claims.map((e) => predicateWords(e.attributes.predicate)))
  if (pair.mentions.length > 0) names.add('mentions')
  return [...names].join(', ')
}

export default function GraphView({ shown, lit }: { shown: Visible; lit: Lit | null }) {
  const data = useShown()
  const { model, marks } = data
  const store = useStore()
  const view = useView()
  const picture = usePicture()
  const stage = useRef<HTMLDivElement>(null)
  const scene = useRef<Scene | null>(null)
  const arrangement = useArrangement(model, view.pins)
  const { positions, places, problem } = arrangement
  const communities = useCommunities(model, positions, shown, view.communities)
  const [life, setLife] = useState(0)
  const [hint, setHint] = useState<Hint | null>(null)
  const [choice, setChoice] = useState<{ keys: string[]; x: number; y: number } | null>(null)
  const ready = positions !== null
  const pins = useMemo(() => new Set(view.pins.map((pin) => pin.id)), [view.pins])

  const look = useCallback(
    (): Look => ({
      visible: shown,
      selection: store.get().selection,
      // The index of the search is made when it is first asked for.
      matches: store.get().query ? matching(data.search, store.get().query) : null,
      marks,
      lit,
      pinned: pins,
      communities,
    }),
    [shown, store, data, marks, lit, pins, communities],
  )
  const newest = useRef({ look, shown, places })
  newest.current = { look, shown, places }
  const pin = useCallback(
    (id: string, at: Point, step: boolean): void => {
      const change = (state: { pins: readonly Pin[] }) => ({ pins: pinned(state.pins, id, at) })
      if (step) store.go(change)
      else store.set(change)
    },
    [store],
  )

  // Before the page is shown: what was drawn early stays in sight.
  useLayoutEffect(() => {
    const container = earlyContainer(model)
    if (container) stage.current?.append(container)
  }, [model])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `life` makes the scene anew after the context is lost
  useEffect(() => {
    const holder = stage.current
    if (!holder || !positions) return
    let timer = 0
    const events: SceneEvents = {
      node: (id) => {
        setChoice(null)
        store.go({ ...select(id), place: null })
      },
      lines: (keys, x, y) => {
        const [key] = keys
        if (keys.length > 1) setChoice({ keys: keys.slice(0, 8), x, y })
        else if (key) {
          const [a, b] = key.split('\n')
          if (a && b) store.go({ ...selectPair(a, b), place: null })
        }
      },
      stage: () => {
        setChoice(null)
        if (store.get().selection) store.go(closePanel())
      },
      camera: (camera) => {
        // Written into the address once it has come to rest.
        clearTimeout(timer)
        timer = window.setTimeout(() => store.set({ camera }), 250)
        setHint(null)
        setChoice(null)
      },
      hover: (at) => {
        if (!at) return setHint(null)
        const { node, lines = [], x, y } = at
        if (node) return setHint(null)
        const pairs = lines.flatMap((key) => newest.current.shown.pairs.get(key) ?? [])
        const [pair] = pairs
        if (!pair) return setHint(null)
        if (pairs.length === 1)
          setHint({
            title: namesOf(model, pair),
            lines: [predicatesOf(pair)],
            x,
            y,
          })
        else
          setHint({
            title: `${pairs.length} lines; click to choose`,
            lines: pairs.slice(0, 4).map((p) => namesOf(model, p)),
            x,
            y,
          })
      },
      moved: (id, to) => pin(id, to, true),
      lost: () => setLife((n) => n + 1),
    }
    const early = takeEarly(model)
    const container = early?.container ?? document.createElement('div')
    container.className = 'canvases'
    holder.append(container)
    if (early) Object.assign(early.events, events)
    const made =
      early?.scene ??
      createScene(
        container,
        model,
        {
          input: positions.input,
          places: positions.places,
          now: newest.current.places ?? positions.places,
        },
        { look: newest.current.look(), palette: readPalette(container), camera: store.get().camera },
        events,
      )
    scene.current = made
    picture.current = {
      draw: () => made.snapshot(),
      drawForPaper: () => made.snapshot(onPaper(() => readPalette(container))),
    }
    if (store.get().focus && !store.get().camera) made.zoom('fit')
    const stopWatching = onThemeChange(() => made.recolour(readPalette(container)))
    holder.dataset.ready = 'true'
    return () => {
      clearTimeout(timer)
      stopWatching()
      delete holder.dataset.ready
      picture.current = null
      made.kill()
      container.remove()
      scene.current = null
    }
  }, [model, positions, store, life, picture, pin])

  useEffect(() => {
    if (places) scene.current?.arrange(places)
  }, [places])

  // What lies over the stage, so that no label is drawn under it. It may come and go with every change.
  const cover = useCallback(() => {
    const box = stage.current?.getBoundingClientRect()
    // The note of a comparison comes beside the graph, and not in it.
    const around = stage.current?.closest('main')?.querySelectorAll('[data-over-stage]')
    if (!box || !around) return
    scene.current?.cover(
      [...around].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        return { x: left - box.left, y: top - box.top, width, height }
      }),
    )
  }, [])
  useEffect(cover)
  useEffect(() => {
    const area = stage.current?.parentElement?.parentElement
    const watch = new MutationObserver(cover)
    if (area) watch.observe(area, { childList: true })
    return () => watch.disconnect()
  }, [cover])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` reads selection and query from the store
  useEffect(() => {
    scene.current?.show(look())
  }, [look, view.selection])

  // biome-ignore lint/correctness/useExhaustiveDependencies: see above; a word is typed faster than a stage is drawn
  useEffect(() => {
    const timer = setTimeout(() => scene.current?.show(look()), 150)
    return () => clearTimeout(timer)
  }, [view.query])

  // Whoever travels in the history finds the camera where it was, also when a move was not yet written down.
  useEffect(() => {
    if (store.travelled()) scene.current?.setCamera(view.camera)
  }, [view, store])

  useEffect(() => {
    scene.current?.setCamera(view.camera)
  }, [view.camera])

  useEffect(() => {
    if (view.selection?.type !== 'node' || store.travelled()) return
    const { id } = view.selection
    // After the panel has taken its place and the stage its new size.
    const timer = setTimeout(() => scene.current?.reveal(id), 60)
    return () => clearTimeout(timer)
  }, [view.selection, store])

  // A path is never outside the view.
  useEffect(() => {
    if (!lit || store.travelled()) return
    const timer = setTimeout(() => scene.current?.frame([...lit.nodes]), 120)
    return () => clearTimeout(timer)
  }, [lit, store])

  // biome-ignore lint/correctness/useExhaustiveDependencies: more hops are more to fit in
  useEffect(() => {
    if (!view.focus || (store.travelled() && store.get().camera)) return
    const timer = setTimeout(() => scene.current?.zoom('fit'), 120)
    return () => clearTimeout(timer)
  }, [view.focus, view.hops, store])

  if (problem) throw new Error(problem)
  const keys = (event: React.KeyboardEvent): void => {
    const step = 0.12
    const moves: Record<string, [number, number]> = {
      arrowleft: [-step, 0],
      arrowright: [step, 0],
      arrowup: [0, step],
      arrowdown: [0, -step],
    }
    const zooms: Record<string, 'in' | 'out' | 'fit'> = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' }
    if (event.ctrlKey || event.metaKey) return
    const key = event.key.toLowerCase()
    const move = moves[key]
    if (event.altKey) {
      const { selection } = store.get()
      if (!move || selection?.type !== 'node') return
      // Also where there is nothing to move it by: in some browsers these keys leave the page.
      event.preventDefault()
      const [right, up] = move
      const at = scene.current?.beside(selection.id, Math.sign(right) * NUDGE, Math.sign(up) * NUDGE)
      // A key that is held down is one step in the history.
      if (at) pin(selection.id, at, !event.repeat)
      return
    }
    const zoom = zooms[key]
    if (move) scene.current?.pan(...move)
    else if (zoom) scene.current?.zoom(zoom)
    else if (key === 'escape') {
      setChoice(null)
      if (store.get().selection) store.go(closePanel())
    } else return
    event.preventDefault()
  }
  return (
    <div className="graph">
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: the stage is moved with the arrow keys */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: no element of HTML is a stage */}
      <div
        ref={stage}
        className="stage"
        role="group"
        tabIndex={0}
        aria-label={`Graph of ${thousands(shown.nodes.size)} entities and ${count(shown.claims, 'claim')}. Arrow keys move it, plus and minus zoom, 0 shows all; Alt with an arrow key moves the selected entity. The list view has the same entities as a table.`}
        onKeyDown={keys}
      />
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
      {!ready && (
        <p className="stage-note" role="status">
          <span className="spinner" aria-hidden="true" />
          Arranging {thousands(model.nodes.size)} entities…
        </p>
      )}
      {ready && shown.nodes.size === 0 && (
        <p className="stage-note">
          Nothing is left to show: the filters hide everything.
          <Button className="quiet" onPress={() => store.go({ filters: NO_FILTERS })}>
            Reset the filters
          </Button>
        </p>
      )}
      {hint && !choice && (
        <div
          className="hint-box"
          style={{
            insetInlineStart: `min(${hint.x}px, 100% - 19rem)`,
            insetBlockStart: `min(${hint.y}px, 100% - 7rem)`,
          }}
          aria-hidden="true"
        >
          <strong>{hint.title}</strong>
          {hint.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      )}
      {choice && (
        <div
          className="choice"
          role="dialog"
          aria-label="Several lines lie here"
          style={{
            insetInlineStart: `min(${choice.x}px, 100% - 17rem)`,
            insetBlockStart: `min(${choice.y}px, 100% - 12rem)`,
          }}
        >
          <p>
            Which line?
            <Button className="square small" aria-label="None" onPress={() => setChoice(null)}>
              <Icon name="close" size={14} />
            </Button>
          </p>
          <ul>
            {choice.keys.map((key) => {
              const pair = shown.pairs.get(key)
              if (!pair) return null
              return (
                <li key={key}>
                  <Button
                    className="choice-item"
                    onPress={() => {
                      setChoice(null)
                      store.go({ ...selectPair(pair.a, pair.b), place: null })
                    }}
                  >
                    <bdi>{namesOf(model, pair)}</bdi>
                    <small>{predicatesOf(pair)}</small>
                  </Button>
                </li>
              )
            })}
          </ul>
        </div>
      )}
      {view.focus && model.nodes.has(view.focus) && (
        <p className="focus-note" data-over-stage>
          Only <EntityLink id={view.focus} /> and what is within <HopChoice />
          <Button className="quiet small" onPress={() => store.go({ focus: null, camera: null })}>
            Show all
          </Button>
        </p>
      )}
      {communities && communities.length > 0 && (
        <CommunityLegend communities={communities} show={(ids) => scene.current?.frame(ids)} />
      )}
      <Tools shown={shown} ready={ready} arrangement={arrangement} zoom={(by) => scene.current?.zoom(by)} />
    </div>
  )
}
