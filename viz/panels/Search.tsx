/**
 * Search by name, by how it was heard, by words that are quoted, or as a question. `/` leads here from anywhere.
 * Questions are read by a module of its own, fetched when somebody begins to type.
 */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import type { Data, Loaded } from '../data/useData.ts'
import type { Answer } from '../model/answers.ts'
import { labelOf, type ModelNode } from '../model/model.ts'
import type { Quoted } from '../model/quoted.ts'
import { type Hit, search, searchAll } from '../model/search.ts'
import { count, KIND_WORDS, thousands } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { openPlace, select, type ViewState } from '../state/view.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { Icon } from '../ui/icons.tsx'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const MOST_NAMES = 10
const MOST_QUOTES = 4

type Asking = typeof import('../model/asking.ts')

/** The module that answers questions, once somebody comes to the box, with the names that it looks up. */
function useAsking(wanted: boolean, names: Loaded['search']): Asking | null {
  const [asking, setAsking] = useState<{ module: Asking; names: Loaded['search'] } | null>(null)
  useEffect(() => {
    if (!wanted || asking?.names === names) return
    let isWanted = true
    import('../model/asking.ts').then(
      (module) =>
        // Tasks of their own: no letter waits for the names to be put in order and for the list at once.
        setTimeout(() => {
          if (!isWanted) return
          names.prepare()
          setTimeout(() => isWanted && setAsking({ module, names }))
        }),
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [wanted, asking, names])
  return asking?.names === names ? asking.module : null
}

/** Milliseconds of work at a time. */
const SLICE = 12

/** All quotes, gathered in slices that hold up no letter. */
function useQuotes(
  asking: Asking | null,
  model: Loaded['model'],
  transcripts: Data['transcripts'],
): Quoted[] {
  const [quotes, setQuotes] = useState<Quoted[]>([])
  useEffect(() => {
    if (!asking) return
    const found: Quoted[] = []
    const rest = asking.quotesIn(model, transcripts)
    let timer = 0
    const gather = (): void => {
      const end = performance.now() + SLICE
      while (performance.now() < end) {
        const { value, done } = rest.next()
        if (done) {
          setQuotes(found)
          return
        }
        found.push(value)
      }
      timer = window.setTimeout(gather)
    }
    gather()
    return () => clearTimeout(timer)
  }, [asking, model, transcripts])
  return quotes
}

type Item = { id: string; go: Partial<ViewState> } & (
  | { type: 'answer'; answer: Answer }
  | { type: 'node'; hit: Hit }
  | { type: 'all'; total: number }
  | { type: 'quote'; quote: Quoted }
)

interface Section {
  id: string
  title: string
  items: Item[]
}

const nodeItem = (hit: Hit): Item => ({
  id: `node ${hit.node.id}`,
  go: { ...select(hit.node.id), place: null },
  type: 'node',
  hit,
})

/** "9 names: 3 projects, 2 people, 1 event", "3 projects": what the matches are. */
function namesTitle(hits: readonly Hit[]): string {
  const counts = new Map<ModelNode['kind'], number>()
  for (const { node } of hits) counts.set(node.kind, (counts.get(node.kind) ?? 0) + 1)
  const kinds = [...counts]
    .sort((x, y) => y[1] - x[1])
    .slice(0, 3)
    .map(([kind, n]) => `${thousands(n)} ${KIND_WORDS[kind][n === 1 ? 'one' : 'many'].toLowerCase()}`)
    .join(', ')
  return counts.size === 1 ? kinds : `${count(hits.length, 'name')}: ${kinds}`
}

function AnswerOption({ answer, loaded, words }: { answer: Answer; loaded: Loaded; words: string | null }) {
  const speaker = answer.evidence?.speaker
  return (
    <ListBoxItem id={answer.key} className="option answer" textValue={sentence(answer, loaded)}>
      <span className="answer-say">
        {answer.say.map((piece, i) =>
          typeof piece === 'string' ? (
            piece
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence, in its order
            <bdi key={i}>{labelOf(loaded.model, piece.id)}</bdi>
          ),
        )}
      </span>
      {words !== null && (
        <q className="answer-words">
          <bdi>{words}</bdi>
        </q>
      )}
      <span className="answer-leads dotted">
        {answer.note && <span>{answer.note}</span>}
        {words !== null && speaker && <bdi>{labelOf(loaded.model, speaker)}</bdi>}
        <span>{answer.leads}</span>
      </span>
    </ListBoxItem>
  )
}

const sentence = ({ say }: Answer, { model }: Loaded): string =>
  say.map((piece) => (typeof piece === 'string' ? piece : labelOf(model, piece.id))).join('')

export function Search({ loaded, transcripts }: { loaded: Loaded; transcripts: Data['transcripts'] }) {
  const store = useStore()
  const { query } = useView()
  const input = useRef<HTMLInputElement>(null)
  const [isFocused, setFocused] = useState(false)
  const asking = useAsking(isFocused || query !== '', loaded.search)
  // The list follows when there is time for it, so that no letter waits for it.
  const asked = useDeferredValue(query)
  const quotes = useQuotes(asking, loaded.model, transcripts)
  const sectionsFor = useCallback(
    (text: string): Section[] => {
      const answers = asking?.answers(loaded, text) ?? []
      const hits = searchAll(loaded.search, text)
      const quoted = asking?.findQuotes(quotes, text) ?? []
      const names: Item[] = search(loaded.search, text, MOST_NAMES).map(nodeItem)
      if (hits.length > names.length)
        names.push({ id: 'all', go: { view: 'list', query: text }, type: 'all', total: hits.length })
      const list: Section[] = [
        {
          id: 'answers',
          title: answers.length > 1 ? 'Answers' : 'Answer',
          items: answers.map((answer) => ({ id: answer.key, go: answer.go, type: 'answer', answer })),
        },
        {
          id: 'names',
          title: namesTitle(hits),
          items: names,
        },
        {
          id: 'quotes',
          title: count(quoted.length, 'quote'),
          items: quoted.slice(0, MOST_QUOTES).map((quote): Item => {
            const { episode, turn, start, end } = quote.evidence
            const place = { episode, turn, start, end }
            return {
              id: `quote ${episode} ${turn} ${start} ${end}`,
              go: openPlace(place),
              type: 'quote',
              quote,
            }
          }),
        },
      ]
      return list.filter((s) => s.items.length > 0)
    },
    [asking, loaded, quotes],
  )
  const sections = useMemo(() => {
    const found = sectionsFor(asked)
    const near = found.length === 0 && asking ? asking.nearest(loaded, asked) : []
    if (near.length === 0) return found
    const title = `Nothing here is called “${asked.trim()}”. Did you mean`
    return [{ id: 'near', title, items: near.map((node) => nodeItem({ node, rank: 9 })) }]
  }, [sectionsFor, asking, loaded, asked])
  const items = new Map(sections.flatMap((s) => s.items.map((item) => [item.id, item])))

  const choose = (item: Item): void => {
    input.current?.blur()
    store.go({ query: '', ...item.go })
    // After a click the list gives the focus back to the box; whoever chose something goes on reading there.
    setTimeout(() => {
      if (document.activeElement !== input.current) return
      input.current?.blur()
      document.querySelector<HTMLElement>('.side-panel h2')?.focus({ preventScroll: true })
    }, 50)
  }

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  return (
    <ComboBox
      className="search"
      aria-label="Search the graph"
      items={sections}
      inputValue={query}
      onInputChange={(text) => {
        // The box empties itself after a choice; what was chosen says what stands in it.
        if (document.activeElement === input.current && text !== store.get().query)
          store.edit('query', { query: text })
      }}
      value={null}
      onChange={(key) => {
        const item = items.get(String(key))
        if (item) choose(item)
      }}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={query.trim() !== ''}
      menuTrigger="input"
    >
      <Icon name="search" />
      <Input
        ref={input}
        placeholder="Search or ask a question"
        autoComplete="off"
        onFocus={() => setFocused(true)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query === '') input.current?.blur()
          // With no option in focus, Enter takes the first one, also before the list has followed.
          if (event.key !== 'Enter' || input.current?.getAttribute('aria-activedescendant')) return
          const [first] = sectionsFor(query)
          if (first?.items[0]) choose(first.items[0])
        }}
      />
      {query === '' ? (
        <kbd>/</kbd>
      ) : (
        <Button
          slot={null}
          className="clear"
          aria-label="Clear the search"
          onPress={() => store.go({ query: '' })}
        >
          <Icon name="close" size={16} />
        </Button>
      )}
      <Popover className="popover search-popover" offset={6}>
        <ListBox className="options" renderEmptyState={() => <Nothing loaded={loaded} query={asked} />}>
          {(section: Section) => (
            <ListBoxSection id={section.id} className="option-section">
              <Header className="option-header">{section.title}</Header>
              {section.items.map((item) => (
                <Option
                  key={item.id}
                  item={item}
                  loaded={loaded}
                  wordsOf={asking?.wordsOf}
                  transcripts={transcripts}
                />
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

interface OptionProps {
  item: Item
  loaded: Loaded
  wordsOf: Asking['wordsOf'] | undefined
  transcripts: Data['transcripts']
}

function Option({ item, loaded, wordsOf, transcripts }: OptionProps) {
  if (item.type === 'answer') {
    const { evidence } = item.answer
    const words = evidence && wordsOf ? wordsOf(evidence, transcripts) : null
    return <AnswerOption answer={item.answer} loaded={loaded} words={words} />
  }
  if (item.type === 'all')
    return (
      <ListBoxItem id={item.id} className="option option-all" textValue={`All ${item.total} in the list`}>
        All {thousands(item.total)} in the list
      </ListBoxItem>
    )
  if (item.type === 'quote') {
    const { words, evidence } = item.quote
    return (
      <ListBoxItem id={item.id} className="option answer" textValue={words}>
        <q className="answer-words">
          <bdi>{words}</bdi>
        </q>
        <span className="answer-leads dotted">
          {evidence.speaker && <bdi>{labelOf(loaded.model, evidence.speaker)}</bdi>}
          <span>turn {evidence.turn}</span>
        </span>
      </ListBoxItem>
    )
  }
  const { node, via } = item.hit
  return (
    <ListBoxItem id={item.id} className="option hit" textValue={node.label}>
      <Glyph kind={node.kind} />
      <span className="hit-name">
        <bdi>{node.label}</bdi>
        {via && (
          <span className="via">
            heard as <bdi>{via}</bdi>
          </span>
        )}
      </span>
      <span className="hit-kind">{KIND_WORDS[node.kind].one}</span>
      <span className="hit-count">{count(node.out.length + node.in.length, 'claim')}</span>
    </ListBoxItem>
  )
}

/** Nothing was found: what could be tried. */
function Nothing({ loaded, query }: { loaded: Loaded; query: string }) {
  const known = loaded.search.entries.find((e) => e.node.kind === 'project')?.node.label
  return (
    <div className="nothing search-nothing">
      <p>
        Nothing here is called “<bdi>{query.trim()}</bdi>”, and nobody is quoted with these words.
      </p>
      {known && (
        <p>
          Try the beginning of a name, or a question: “who represented <bdi>{known}</bdi>”, “
          <bdi>{known}</bdi> maturity”, “what does <bdi>{known}</bdi> use”, “path from <bdi>{known}</bdi> to
          …”.
        </p>
      )}
    </div>
  )
}
