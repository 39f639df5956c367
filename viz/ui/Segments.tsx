/** One of a few, side by side. */
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

interface Props<T extends string> {
  /** Read out; what is chosen here. */
  label: string
  items: readonly { value: T; words: string }[]
  value: T
  onChange(value: T): void
}

export function Segments<T extends string>({ label, items, value, onChange }: Props<T>) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([key]) => {
        const chosen = items.find((item) => item.value === key)
        if (chosen) onChange(chosen.value)
      }}
    >
      {items.map((item) => (
        <ToggleButton key={item.value} id={item.value} className="segment">
          {item.words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
