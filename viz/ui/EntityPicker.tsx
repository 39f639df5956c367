/** A box to choose one entity in, by name. */
import { useMemo, useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useShown } from '../data/context.ts'
import { labelOf } from '../model/model.ts'
import { search } from '../model/search.ts'
import { KIND_WORDS } from '../model/words.ts'
import { Glyph } from './Glyph.tsx'

interface Props {
  label: string
  /** Id of what is chosen; empty where nothing is. */
  value: string
  onChange(id: string): void
  autoFocus?: boolean
}

/** Give it the value as its key as well, so that it shows the name of what is chosen from elsewhere. */
export function EntityPicker({ label, value, onChange, autoFocus = false }: Props) {
  const { model, search: index } = useShown()
  const name = value ? labelOf(model, value) : ''
  const [text, setText] = useState(name)
  const items = useMemo(
    () => (text === name ? [] : search(index, text, 8).map(({ node }) => ({ id: node.id, node }))),
    [index, text, name],
  )
  return (
    <ComboBox
      className="picker"
      items={items}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={text !== '' && text !== name}
      menuTrigger="input"
    >
      <Label>{label}</Label>
      <Input
        autoFocus={autoFocus}
        placeholder="A name"
        autoComplete="off"
        onFocus={(event) => event.target.select()}
        onBlur={() => setText(name)}
      />
      <Popover className="popover search-popover" offset={4}>
        <ListBox
          className="options"
          renderEmptyState={() => <p className="nothing">Nothing is called that here.</p>}
        >
          {({ node }: (typeof items)[number]) => (
            <ListBoxItem className="option hit" textValue={node.label}>
              <Glyph kind={node.kind} />
              <span className="hit-name">
                <bdi>{node.label}</bdi>
              </span>
              <span className="hit-kind">{KIND_WORDS[node.kind].one}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
