/** Links that change the view: an entity by name, or anything else that has an address. */
import type { ReactNode } from 'react'
import { useShown } from '../data/context.ts'
import { KIND_WORDS } from '../model/words.ts'
import { useStore } from '../state/store.ts'
import { toHash } from '../state/url.ts'
import { select, type ViewState } from '../state/view.ts'
import { Glyph } from './Glyph.tsx'

interface LinkProps {
  to: Partial<ViewState>
  className?: string
  'aria-label'?: string
  children: ReactNode
}

/** A link to the present view with something changed; with a modifier key it opens in a tab of its own. */
export function ViewLink({ to, children, ...rest }: LinkProps) {
  const store = useStore()
  return (
    <a
      {...rest}
      href={`#${toHash({ ...store.get(), ...to })}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        store.go(to)
      }}
    >
      {children}
    </a>
  )
}

export function EntityLink({ id, chip = false }: { id: string; chip?: boolean }) {
  const { model } = useShown()
  const node = model.nodes.get(id)
  if (!node) return <span className="missing">{id}</span>
  return (
    <ViewLink className={chip ? 'entity chip' : 'entity'} to={{ ...select(id), place: null }}>
      <Glyph kind={node.kind} size={14} label={KIND_WORDS[node.kind].one} />
      <bdi>{node.label}</bdi>
    </ViewLink>
  )
}
