/** The bar at the top: what is shown, the search, the ways to look at it. */
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { ListBox, ListBoxItem, ListBoxSection, Header as ListHeader } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import type { Data } from '../data/useData.ts'
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

/** Before the name of a graph that the one on the screen is to be compared with. */
const COMPARE = 'compare '

function GraphSwitch({ data }: { data: Data }) {
  const store = useStore()
  const offers = data.offers ?? []
  const now = data.loaded?.name
  if (offers.length === 0) return null
  const others = now === undefined ? [] : offers.filter((o) => o.name !== now)
  const item = (id: string, title: string) => (
    <ListBoxItem key={id} id={id} className="option" textValue={title}>
      <bdi>{title}</bdi>
    </ListBoxItem>
  )
  return (
    <Select
      className="switch-graph"
      aria-label="Graph"
      value={now ?? null}
      onChange={(key) => {
        if (key === null) return
        const name = String(key)
        if (name.startsWith(COMPARE)) store.go(compareWith(name.slice(COMPARE.length)))
        else store.go((state) => switchGraph(state, name))
      }}
    >
      <Button className="select-button">
        <SelectValue className="select-value">{data.loaded?.title ?? 'Choose a graph'}</SelectValue>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="popover" offset={6}>
        <ListBox className="options">
          <ListBoxSection>
            {others.length > 0 && <ListHeader className="options-head">Show</ListHeader>}
            {offers.map((o) => item(o.name, o.title))}
          </ListBoxSection>
          {others.length > 0 && (
            <ListBoxSection>
              <ListHeader className="options-head">Compare with</ListHeader>
              {others.map((o) => item(COMPARE + o.name, o.title))}
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}

const VIEW_ITEMS: { view: View; words: string; icon: IconName }[] = [
  { view: 'graph', words: 'Graph', icon: 'graph' },
  { view: 'list', words: 'List', icon: 'list' },
  { view: 'who', words: 'Who', icon: 'who' },
  { view: 'changes', words: 'Changes', icon: 'changes' },
]

/** Graph, list, who; on a phone at the bottom, with the filters. */
export function ViewSwitch({ filters = false }: { filters?: boolean }) {
  const store = useStore()
  const { view, panel, compare } = useView()
  return (
    <nav className={filters ? 'views views-bottom' : 'views'} aria-label="Views">
      {VIEW_ITEMS.filter(({ view: v }) => v !== 'changes' || compare).map(({ view: v, words, icon }) => (
        <Button
          key={v}
          className="view"
          aria-current={v === view ? 'page' : false}
          aria-label={v === 'who' ? 'Who represented what' : words}
          onPress={() => store.go({ view: v, ...(panel === 'filters' ? { panel: 'none' as const } : {}) })}
        >
          <Icon name={icon} />
          <span>{words}</span>
        </Button>
      ))}
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
      aria-label={n > 0 ? `Filters and legend, ${n} hidden` : 'Filters and legend'}
      aria-expanded={open}
      onPress={() =>
        store.go({ panel: open ? (place ? 'transcript' : selection ? 'details' : 'none') : 'filters' })
      }
    >
      <Icon name="filter" />
      {words && <span>Filters</span>}
      {n > 0 && <span className="dot" />}
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
      {data.loaded && <Search index={data.loaded.search} />}
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
        {data.loaded && <Export of={of} data={data} />}
        <ThemeButton />
      </div>
    </header>
  )
}
