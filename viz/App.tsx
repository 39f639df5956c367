/** The house: a bar, a column of filters, the view, and a panel at the side (a sheet on a phone). */
import {
  Component,
  lazy,
  type ReactNode,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { Begun } from './data/begin.ts'
import { DataContext, type Picture, PictureContext, type Shown } from './data/context.ts'
import { useComparison } from './data/useComparison.ts'
import { type Data, type Loaded, useData } from './data/useData.ts'
import { Stage } from './graph/Stage.tsx'
import { scopeOf, visible, withPinned } from './model/filter.ts'
import { labelOf } from './model/model.ts'
import { nodesOf, pairsOfPath, pathOf } from './model/path.ts'
import { Filters } from './panels/Filters.tsx'
import { Header, ViewSwitch } from './panels/Header.tsx'
import { type Store, StoreContext, useStore, useView } from './state/store.ts'
import { closePanel } from './state/view.ts'
import { Icon } from './ui/icons.tsx'
import { later } from './ui/later.tsx'
import { hasWebGL } from './ui/webgl.ts'

const Check = later(async () => (await import('./panels/Check.tsx')).Check)
const Details = later(async () => (await import('./panels/Details.tsx')).Details)
const List = later(async () => (await import('./panels/List.tsx')).List)
const Transcript = later(async () => (await import('./panels/Transcript.tsx')).Transcript)
const Who = later(async () => (await import('./panels/Who.tsx')).Who)
const Path = later(async () => (await import('./panels/Path.tsx')).default)
/** What is opened sooner or later; fetched once the page has come to rest. */
const SOON = [Details, List, Who, Check, Transcript, Path]
const Changes = later(async () => (await import('./panels/Changes.tsx')).Changes)
const ChangesNote = lazy(async () => ({ default: (await import('./panels/Changes.tsx')).ChangesNote }))
const Embed = lazy(() => import('./panels/Embed.tsx'))
const Paper = lazy(() => import('./panels/Paper.tsx'))

/** Milliseconds after which what may be needed later is loaded. */
const REST = 2500

/** Whether the page has come to rest, so that loading something does not delay what is waited for. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), REST)
    return () => clearTimeout(timer)
  }, [])
  return settled
}

/** Whatever the graphics do, the words are still there. */
class Fallback extends Component<
  { instead: (why: string, again: () => void) => ReactNode; children: ReactNode },
  { why: string | null }
> {
  override state = { why: null as string | null }
  static getDerivedStateFromError(error: unknown): { why: string } {
    return { why: error instanceof Error ? error.message : String(error) }
  }
  override render(): ReactNode {
    const { why } = this.state
    return why === null ? this.props.children : this.props.instead(why, () => this.setState({ why: null }))
  }
}

function Empty({ data }: { data: Data }) {
  return (
    <div className="empty">
      <h2>{data.problem ? 'This graph cannot be shown' : 'No graph yet'}</h2>
      {data.problem ? (
        <p role="alert">{data.problem}</p>
      ) : (
        <p>
          Open transcripts of interviews, and this page makes a graph of them; or open a graph that{' '}
          <code>npx hallway extract TRANSCRIPT -o graph.json</code> has made.
        </p>
      )}
      <FileTrigger allowsMultiple onSelect={(list) => data.open(list ? [...list] : [])}>
        <Button className="primary">Open transcripts or a graph</Button>
      </FileTrigger>
      <p className="small">You can also drop files anywhere on this page. They never leave this browser.</p>
    </div>
  )
}

/** Files may be dropped anywhere. */
function useDrop(open: Data['open']): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const holds = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const move = (event: DragEvent): void => {
      if (!holds(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (!holds(event)) return
      event.preventDefault()
      open([...(event.dataTransfer?.files ?? [])])
    }
    addEventListener('dragover', move)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', move)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [open])
  return over
}

const NO_WEBGL =
  'This browser has no WebGL, so the graph cannot be drawn. Here is everything in words; search, details and transcripts work as usual.'

/** What is on the screen: the graph, or, while graphs are compared, both as one; and what of it is visible. */
function useScreen(data: Data, loaded: Loaded) {
  const { transcripts, coming, want, open, say } = data
  const { view: asked, compare, filters, focus, hops, path: ends, selection } = useView()
  const comparing = useComparison(data, loaded)
  // Without another graph there is nothing to tell of changes.
  const view = asked === 'changes' && !compare ? 'graph' : asked
  const both = comparing && (view === 'graph' || view === 'changes') ? comparing : null
  const whole = both?.both ?? loaded
  const path = useMemo(() => pathOf(whole.model, ends), [whole.model, ends])
  // The option that was chosen shows it at once; what it makes of a large graph comes a moment later.
  const sieved = useDeferredValue(filters)
  const scope = useMemo(() => scopeOf({ focus, hops, selection: null }, path), [focus, hops, path])
  const base = useMemo(() => visible(whole.facets, sieved, scope), [whole.facets, sieved, scope])
  const pinned = selection?.type === 'node' ? selection.id : null
  const shown = useMemo(
    () => withPinned(whole.facets, sieved, scope, base, pinned),
    [whole.facets, sieved, scope, base, pinned],
  )
  const lit = useMemo(
    () =>
      path && {
        // Where no chain links them, the two that were asked for: not what was looked at before.
        nodes: new Set(path.steps ? nodesOf(path) : [path.from.id, path.to.id]),
        pairs: new Set(pairsOfPath(path)),
      },
    [path],
  )
  const marks = both?.marks ?? null
  const context = useMemo(
    // What of the whole is made when it is first asked for stays so: a copy would ask for it.
    (): Shown => Object.assign(Object.create(whole), { transcripts, coming, want, open, say, marks }),
    [whole, transcripts, coming, want, open, say, marks],
  )
  return { view, comparing, shown, path, lit, context }
}

type Screen = ReturnType<typeof useScreen>

/** The graph, or the table where it cannot be drawn. */
function Graph({ screen: { shown, lit, context, comparing } }: { screen: Screen }) {
  const [webgl] = useState(hasWebGL)
  if (!webgl) return <List shown={shown} reason={NO_WEBGL} />
  return (
    <Fallback
      key={context.name}
      instead={(why, again) => (
        <List
          shown={shown}
          reason={`The graph cannot be drawn (${why}). Here is everything in words.`}
          again={again}
        />
      )}
    >
      <Stage shown={shown} lit={lit} />
      <Suspense>{comparing && context.marks && <ChangesNote comparing={comparing} />}</Suspense>
    </Fallback>
  )
}

function Views({ screen, title }: { screen: Screen; title: string }) {
  const { comparing, shown, path, context: loaded } = screen
  // The view that one leaves stays until the next one is there.
  const view = useDeferredValue(screen.view)
  const store = useStore()
  const { path: ends, selection, panel, place } = useView()
  const [tall, setTall] = useState(false)
  const settled = useSettled()
  useEffect(() => {
    if (settled) for (const component of SOON) component.fetch()
  }, [settled])
  const subject =
    panel === 'transcript' && place
      ? loaded.model.file.attributes.episodes.find((e) => e.id === place.episode)?.title
      : panel === 'path' && path
        ? `${path.from.label} to ${path.to.label}`
        : selection?.type === 'node'
          ? labelOf(loaded.model, selection.id)
          : undefined
  useEffect(() => {
    document.title = [subject, loaded.title, 'Hallway'].filter(Boolean).join(' – ')
  }, [subject, loaded.title])

  const side =
    panel === 'details' && selection ? (
      <Details />
    ) : panel === 'transcript' ? (
      <Transcript />
    ) : panel === 'path' && ends ? (
      <Path chain={path} />
    ) : null
  return (
    <DataContext value={loaded}>
      <main
        className={`house view-${view}${side ? ' with-panel' : ''}${panel === 'filters' ? ' with-filters' : ''}${tall ? ' tall' : ''}`}
      >
        <aside className="side side-filters" aria-label="Filters and legend">
          <div className="sheet-handle">
            <Button
              className="square"
              aria-label="Close the filters"
              onPress={() => store.go({ panel: 'none' })}
            >
              <Icon name="close" />
            </Button>
          </div>
          <Filters shown={shown} />
        </aside>
        <div className="view-area">
          <Suspense fallback={<p className="stage-note">Loading…</p>}>
            {view === 'who' && <Who />}
            {view === 'check' && <Check shown={shown} />}
            {view === 'list' && <List shown={shown} />}
            {view === 'graph' && <Graph screen={screen} />}
            {view === 'changes' &&
              (comparing ? (
                <Changes comparing={comparing} title={title} />
              ) : (
                <p className="stage-note" role="status">
                  <span className="spinner" aria-hidden="true" />
                  Comparing…
                </p>
              ))}
          </Suspense>
          <Suspense>{view === 'graph' && settled && <Paper shown={shown} />}</Suspense>
        </div>
        {side && (
          <aside
            className="side side-panel"
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              const under = ends ? 'path' : selection ? 'details' : null
              store.go(panel === 'transcript' && under ? { panel: under, place: null } : closePanel())
            }}
            aria-label={panel === 'details' ? 'Details' : panel === 'path' ? 'Path' : 'Transcript'}
          >
            <Button
              className="grow"
              aria-label={tall ? 'Make the panel smaller' : 'Make the panel larger'}
              onPress={() => setTall(!tall)}
            >
              <Icon name="up" size={16} />
            </Button>
            <Suspense>{side}</Suspense>
          </aside>
        )}
      </main>
    </DataContext>
  )
}

function Screens({ data, loaded }: { data: Data; loaded: Loaded }) {
  const { embed } = useView()
  const screen = useScreen(data, loaded)
  if (embed)
    return (
      <DataContext value={screen.context}>
        <Suspense>
          <Embed title={screen.context.title}>
            <Graph screen={screen} />
          </Embed>
        </Suspense>
      </DataContext>
    )
  return (
    <>
      <Header data={data} of={screen} />
      <Views screen={screen} title={loaded.title} />
      <ViewSwitch filters />
    </>
  )
}

/** Milliseconds after which good news of one line goes by itself: it lies on what is read. */
const GOOD_NEWS = 10_000

function Notices({ data }: { data: Data }) {
  const { notice, busy, dismiss } = data
  useEffect(() => {
    if (notice?.kind !== 'good' || notice.more?.length) return
    const timer = setTimeout(dismiss, GOOD_NEWS)
    return () => clearTimeout(timer)
  }, [notice, dismiss])
  return (
    <div className="notices" aria-live="polite">
      {busy ? (
        <div className="notice notice-busy">
          <div className="busy">
            <p>
              {busy.doing} {busy.total > 1 && `${busy.done + 1} of ${busy.total}: `}
              <bdi>{busy.file}</bdi>
            </p>
            <progress
              aria-label={`${busy.doing} files`}
              max={busy.total}
              {...(busy.total > 1 ? { value: busy.done } : {})}
            />
          </div>
          <Button className="quiet small" onPress={data.cancel}>
            Cancel
          </Button>
        </div>
      ) : (
        notice && (
          <div className={`notice notice-${notice.kind}`}>
            <div>
              {[notice.text, ...(notice.more ?? [])].map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            <Button className="square small" aria-label="Dismiss" onPress={data.dismiss}>
              <Icon name="close" size={16} />
            </Button>
          </div>
        )
      )}
    </div>
  )
}

function Page({ begun }: { begun: Begun }) {
  const data = useData(begun)
  const over = useDrop(data.open)
  const picture = useRef<Picture['current']>(null)
  const { offers, loaded, problem } = data
  return (
    <PictureContext value={picture}>
      <div className="app">
        {loaded ? (
          <Screens data={data} loaded={loaded} />
        ) : (
          <>
            <Header data={data} of={null} />
            <main className="house">
              {offers === null || (offers.length > 0 && !problem) ? (
                <p className="stage-note" role="status">
                  <span className="spinner" aria-hidden="true" />
                  Loading…
                </p>
              ) : (
                <Empty data={data} />
              )}
            </main>
          </>
        )}
        <Notices data={data} />
        {over && (
          <div className="drop" aria-hidden="true">
            Drop transcripts or a graph
          </div>
        )}
      </div>
    </PictureContext>
  )
}

export function App({ store, begun }: { store: Store; begun: Begun }) {
  return (
    <StoreContext value={store}>
      <Page begun={begun} />
    </StoreContext>
  )
}
