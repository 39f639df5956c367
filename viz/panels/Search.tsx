/** Search by name, by how it was heard, or by id. `/` leads here from anywhere. */
import { useEffect, useMemo, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { type SearchIndex, search } from '../model/search.ts'
import { count, KIND_WORDS } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { select } from '../state/view.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { Icon } from '../ui/icons.tsx'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

export function Search({ index }: { index: SearchIndex }) {
  const store = useStore()
  const { query } = useView()
  const input = useRef<HTMLInputElement>(null)
  const hits = useMemo(
    () => search(index, query).map(({ node, via }) => ({ id: node.id, node, via })),
    [index, query],
  )

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
      items={hits}
      inputValue={query}
      onInputChange={(text) => {
        if (text !== store.get().query) store.edit('query', { query: text })
      }}
      value={null}
      onChange={(key) => {
        if (key === null) return
        store.go({ ...select(String(key)), query: '', place: null })
        input.current?.blur()
      }}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={query.trim() !== ''}
      menuTrigger="input"
    >
      <Icon name="search" />
      <Input
        ref={input}
        placeholder="Search projects, people, companies…"
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query === '') input.current?.blur()
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
        <ListBox
          className="options"
          renderEmptyState={() => <p className="nothing">Nothing is called that here.</p>}
        >
          {({ node, via }: (typeof hits)[number]) => (
            <ListBoxItem className="option hit" textValue={node.label}>
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
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
