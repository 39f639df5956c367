/** An entity by name, as a link to its panel. */
import { useShown } from '../data/context.ts'
import { KIND_WORDS } from '../model/words.ts'
import { useStore } from '../state/store.ts'
import { toHash } from '../state/url.ts'
import { select } from '../state/view.ts'
import { Glyph } from './Glyph.tsx'

export function EntityLink({ id, chip = false }: { id: string; chip?: boolean }) {
  const { model } = useShown()
  const store = useStore()
  const node = model.nodes.get(id)
  if (!node) return <span className="missing">{id}</span>
  return (
    <a
      className={chip ? 'entity chip' : 'entity'}
      href={`#${toHash({ ...store.get(), ...select(id), place: null })}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        store.go({ ...select(id), place: null })
      }}
    >
      <Glyph kind={node.kind} size={14} label={KIND_WORDS[node.kind].one} />
      <bdi>{node.label}</bdi>
    </a>
  )
}
