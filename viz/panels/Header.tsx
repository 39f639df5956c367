/** The bar at the top: what is shown, the search, the ways to look at it. */
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import type { Data } from '../data/useData.ts'
import { count } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { compareWith, hiddenCount, switchGraph, type View } from '../state/view.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { nextTheme, setTheme, type Theme, theme } from '../ui/theme.ts'
import { Export } from './Export.tsx'
import { Search } from './Search.tsx'

const THEME_WORDS: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' }

function ThemeButton() {
  const [now, setNow] = useState<Theme>(theme)
  useEffect(() => setTheme(now), [now])
  const icon = now === 'light' ? 'sun' : now === 'dark' ? 'moon' : 'auto'
  return (
    <Button
      className="square"
      aria-label={`Colours: ${THEME_WORDS[now]}; change to ${THEME_WORDS[nextTheme(now)]}`}
      onPress={() => setNow(nextTheme(now))}
    >
      <Icon name={icon} />
    </Button>
  )
}

function GraphSwitch({ data }: { data: Data }) {
  const store = useStore()
  const offers = data.offers ?? []
  if (offers.length === 0) return null
  return (
    <Select
      className="switch-graph"
      aria-label="Graph"
      value={data.loaded?.name ?? null}
      onChange={(key) => {
        if (key !== null) store.go((state) => switchGraph(state, String(key)))
      }}
    >
      <Button className="select-button">
        <SelectValue className="select-value">{data.loaded?.title ?? 'Choose a graph'}</SelectValue>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="popover" offset={6}>
        <ListBox className="options" items={offers.map((o) => ({ ...o, id: o.name }))}>
          {(item) => (
            <ListBoxItem className="option" textValue={item.title}>
              <bdi>{item.title}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}

/** Chooses a graph to hold this one against; there only where there is another. */
function CompareButton({ data }: { data: Data }) {
  const store = useStore()
  const [open, setOpen] = useState(false)
  const others = (data.offers ?? []).filter((o) => o.name !== data.loaded?.name)
  if (!data.loaded || others.length === 0) return null
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="square" aria-label="Compare with another graph">
        <Icon name="changes" />
      </Button>
      <Popover className="popover" offset={6} placement="bottom end">
        <Dialog aria-label="Compare with" className="export">
          <p className="options-head">What is different since</p>
          {others.map(({ name, title }) => (
            <Button
              key={name}
              className="export-item"
              onPress={() => {
                setOpen(false)
                store.go(compareWith(name))
              }}
            >
              <bdi>{title}</bdi>
            </Button>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const VIEW_ITEMS: { view: View; words: string; long?: string; icon: IconName }[] = [
  { view: 'graph', words: 'Graph', icon: 'graph' },
  { view: 'list', words: 'List', icon: 'list' },
  { view: 'who', words: 'Who', long: 'Who represented what', icon: 'who' },
  { view: 'check', words: 'Check', long: 'Check against the record', icon: 'check' },
  { view: 'changes', words: 'Changes', icon: 'changes' },
]

/** The ways to look at it; on a phone at the bottom, with the filters. */
export function ViewSwitch({ filters = false }: { filters?: boolean }) {
  const store = useStore()
  const { view, panel, compare } = useView()
  return (
    <nav className={filters ? 'views views-bottom' : 'views'} aria-label="Views">
      {VIEW_ITEMS.filter(({ view: v }) => v !== 'changes' || compare).map(
        ({ view: v, words, long, icon }) => (
          <Button
            key={v}
            className="view"
            aria-current={v === view ? 'page' : false}
            aria-label={long ?? words}
            onPress={() => store.go({ view: v, ...(panel === 'filters' ? { panel: 'none' as const } : {}) })}
          >
            <Icon name={icon} />
            <span>{words}</span>
          </Button>
        ),
      )}
      {filters && <FilterButton words />}
    </nav>
  )
}

/** Opens the filters where they have no column of their own. */
export function FilterButton({ words = false }: { words?: boolean }) {
  const store = useStore()
  const { panel, filters, selection, place } = useView()
  const open = panel === 'filters'
  const n = hiddenCount(filters)
  return (
    <Button
      className={words ? 'view' : 'square filters-button'}
      aria-label={n > 0 ? `Filters and legend, ${count(n, 'filter')} in use` : 'Filters and legend'}
      aria-expanded={open}
      onPress={() =>
        store.go({ panel: open ? (place ? 'transcript' : selection ? 'details' : 'none') : 'filters' })
      }
    >
      <Icon name="filter" />
      {words && <span>Filters</span>}
      {n > 0 && <span className="badge">{n}</span>}
    </Button>
  )
}

export function Header({ data, of }: { data: Data; of: Parameters<typeof Export>[0]['of'] }) {
  return (
    <header className="bar">
      <h1 className="brand">
        <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="7" className="brand-ground" />
          <path d="M8 24V8l5 3v10zM24 24V8l-5 3v10z" className="brand-doors" />
          <circle cx="16" cy="16" r="1.8" className="brand-light" />
        </svg>
        <span>Hallway</span>
      </h1>
      <GraphSwitch data={data} />
      {data.loaded && <Search loaded={data.loaded} transcripts={data.transcripts} />}
      <ViewSwitch />
      <div className="tools">
        <FilterButton />
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={[
            '.json',
            '.txt',
            '.md',
            '.markdown',
            '.vtt',
            '.srt',
            '.html',
            '.htm',
            '.yml',
            '.yaml',
          ]}
          onSelect={(list) => data.open(list ? [...list] : [])}
        >
          <Button className="square" aria-label="Open transcripts or a graph from disk">
            <Icon name="open" />
          </Button>
        </FileTrigger>
        <CompareButton data={data} />
        {data.loaded && <Export of={of} data={data} />}
        <ThemeButton />
      </div>
    </header>
  )
}
