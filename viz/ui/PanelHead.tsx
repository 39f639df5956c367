/** The head of a panel: what it is about, a way back and a way out. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { useStore } from '../state/store.ts'
import { closePanel } from '../state/view.ts'
import { Icon } from './icons.tsx'

interface Props {
  /** Changes whenever the panel is about something else. */
  about: string
  kicker?: string
  glyph?: ReactNode
  title: ReactNode
  /** The name of what the panel showed before, when there is a way back to it. */
  back?: string | null
  onBack?(): void
  /** The class of the heading. */
  className?: string
  children?: ReactNode
}

export function PanelHead({ about, kicker, glyph, title, back, onBack, className, children }: Props) {
  const store = useStore()
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever opened the panel from the search or from a link in it (which is gone now) reads on at its heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever the panel is about something else
  useEffect(() => {
    const now = document.activeElement
    if (now === null || now === document.body) heading.current?.focus({ preventScroll: true })
  }, [about])
  return (
    <div className="panel-head">
      {back != null && (
        <Button className="square" aria-label={`Back to ${back}`} onPress={() => onBack?.()}>
          <Icon name="back" />
        </Button>
      )}
      {glyph}
      <div className="panel-title">
        {kicker && <p className="kicker">{kicker}</p>}
        <h2 ref={heading} tabIndex={-1} className={className}>
          {title}
        </h2>
      </div>
      {children}
      <Button className="square" aria-label="Close" onPress={() => store.go(closePanel())}>
        <Icon name="close" />
      </Button>
    </div>
  )
}
