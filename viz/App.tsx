/** The house: a bar, a column of filters, the view, and a panel at the side (a sheet on a phone). */
import { Component, lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { DataContext, type Picture, PictureContext } from './data/context.ts'
import { type Data, useData } from './data/useData.ts'
import { visible } from './model/filter.ts'
import { labelOf } from './model/model.ts'
import { Filters } from './panels/Filters.tsx'
import { Header, ViewSwitch } from './panels/Header.tsx'
import { type Store, StoreContext, useStore, useView } from './state/store.ts'
import { closePanel } from './state/view.ts'
import { Icon } from './ui/icons.tsx'
import { hasWebGL } from './ui/webgl.ts'

const GraphView = lazy(() => import('./graph/GraphView.tsx'))
const Check = lazy(async () => ({ default: (await import('./panels/Check.tsx')).Check }))
const Details = lazy(async () => ({ default: (await import('./panels/Details.tsx')).Details }))
const List = lazy(async () => ({ default: (await import('./panels/List.tsx')).List }))
const Transcript = lazy(async () => ({ default: (await import('./panels/Transcript.tsx')).Transcript }))
const Who = lazy(async () => ({ default: (await import('./panels/Who.tsx')).Who }))

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

function Views({ data }: { data: Data & { loaded: NonNullable<Data['loaded']> } }) {
  const { loaded, transcripts, open, say } = data
  const store = useStore()
  const { view, filters, focus, selection, panel, place } = useView()
  const [tall, setTall] = useState(false)
  const [webgl] = useState(hasWebGL)
  const pinned = selection?.type === 'node' ? selection.id : null
  const shown = useMemo(
    () => visible(loaded.model, filters, focus, pinned),
    [loaded.model, filters, focus, pinned],
  )
  const context = useMemo(() => ({ ...loaded, transcripts, open, say }), [loaded, transcripts, open, say])
  const subject =
    panel === 'transcript' && place
      ? loaded.model.file.attributes.episodes.find((e) => e.id === place.episode)?.title
      : selection?.type === 'node'
        ? labelOf(loaded.model, selection.id)
        : undefined
  useEffect(() => {
    document.title = [subject, loaded.title, 'Hallway'].filter(Boolean).join(' – ')
  }, [subject, loaded.title])

  const side = panel === 'details' && selection ? <Details /> : panel === 'transcript' ? <Transcript /> : null
  return (
    <DataContext value={context}>
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
            {view === 'graph' && !webgl && <List shown={shown} reason={NO_WEBGL} />}
            {view === 'graph' && webgl && (
              <Fallback
                key={loaded.name}
                instead={(why, again) => (
                  <List
                    shown={shown}
                    reason={`The graph cannot be drawn (${why}). Here is everything in words.`}
                    again={again}
                  />
                )}
              >
                <GraphView shown={shown} />
              </Fallback>
            )}
          </Suspense>
        </div>
        {side && (
          <aside
            className="side side-panel"
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              store.go(panel === 'transcript' && selection ? { panel: 'details', place: null } : closePanel())
            }}
            aria-label={panel === 'details' ? 'Details' : 'Transcript'}
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

function Page() {
  const data = useData()
  const over = useDrop(data.open)
  const picture = useRef<Picture['current']>(null)
  const { offers, loaded, problem, notice, busy } = data
  return (
    <PictureContext value={picture}>
      <div className="app">
        <Header data={data} />
        {loaded ? (
          <Views data={{ ...data, loaded }} />
        ) : (
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
        )}
        {loaded && <ViewSwitch filters />}
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
        {over && (
          <div className="drop" aria-hidden="true">
            Drop transcripts or a graph
          </div>
        )}
      </div>
    </PictureContext>
  )
}

export function App({ store }: { store: Store }) {
  return (
    <StoreContext value={store}>
      <Page />
    </StoreContext>
  )
}
