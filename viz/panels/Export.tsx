/** Taking away what is seen: a link, a file for another tool, a picture. */
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { usePicture } from '../data/context.ts'
import type { TextFormat } from '../data/download.ts'
import type { Data, Loaded } from '../data/useData.ts'
import { type Visible, visible } from '../model/filter.ts'
import { fileName, visibleFile } from '../model/taken.ts'
import { count, FAMILY_ORDER, KIND_ORDER, thousands } from '../model/words.ts'
import { useView } from '../state/store.ts'
import { Icon } from '../ui/icons.tsx'

const FORMATS: { format: TextFormat; words: string; use: string }[] = [
  { format: 'json', words: 'JSON', use: 'the graph file itself' },
  { format: 'gexf', words: 'GEXF', use: 'Gephi' },
  { format: 'graphml', words: 'GraphML', use: 'yEd, NetworkX, igraph' },
  { format: 'claims.csv', words: 'CSV, claims', use: 'a spreadsheet' },
  { format: 'nodes.csv', words: 'CSV, entities', use: 'a spreadsheet' },
]

function captionOf(loaded: Loaded, shown: Visible) {
  const { model } = loaded
  const kinds = new Set([...shown.nodes].map((id) => model.nodes.get(id)?.kind))
  const families = new Set([...shown.pairs.values()].map((pair) => pair.family))
  const { generator, registry } = model.file.attributes
  return {
    title: loaded.title,
    note: `${count(shown.nodes.size, 'entity', 'entities')}, ${count(shown.claims, 'claim')} · ${generator} · names: ${registry.source}, ${registry.date}`,
    kinds: KIND_ORDER.filter((kind) => kinds.has(kind)),
    families: FAMILY_ORDER.filter((family) => families.has(family)),
  }
}

function Choices({ loaded, data, close }: { loaded: Loaded; data: Data; close: () => void }) {
  const { model, name } = loaded
  const { filters, focus, selection, view } = useView()
  const picture = usePicture()
  const [all, setAll] = useState(false)
  const shown = visible(model, filters, focus, selection?.type === 'node' ? selection.id : null)
  const part = all ? '' : 'visible'

  /** Does it, closes, and says how it went. */
  const take = async (work: () => Promise<string>): Promise<void> => {
    close()
    try {
      data.say({ kind: 'good', text: await work() })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      data.say({ kind: 'bad', text: `That did not work: ${why}` })
    }
  }
  const copy = async (): Promise<string> => {
    await navigator.clipboard.writeText(location.href)
    return /^(file|made):/.test(name)
      ? 'The link is copied. It works while this page is open: the graph itself is in this browser only.'
      : 'The link to this view is copied.'
  }
  const download = (format: TextFormat) => async (): Promise<string> => {
    const { saveGraph } = await import('../data/download.ts')
    const file = fileName(name, part, format)
    saveGraph(all ? model.file : visibleFile(model, shown), format, file)
    return `Saved ${file}.`
  }
  const draw = async (): Promise<string> => {
    const [{ save }, drawing] = await Promise.all([
      import('../data/download.ts'),
      picture.current?.(captionOf(loaded, shown)),
    ])
    const blob = await new Promise<Blob | null>((done) => {
      if (drawing) drawing.toBlob(done, 'image/png')
      else done(null)
    })
    if (!blob) throw new Error('the graph is not drawn; go to the graph view first')
    const file = fileName(name, '', 'png')
    save(blob, file)
    return `Saved ${file}.`
  }
  return (
    <div className="export">
      <Button className="export-item" onPress={() => take(copy)}>
        Copy link to this view
      </Button>
      <Button className="export-item" isDisabled={view !== 'graph'} onPress={() => take(draw)}>
        <span>Picture, PNG</span>
        <small>{view === 'graph' ? 'with the legend' : 'in the graph view'}</small>
      </Button>
      <fieldset>
        <legend>Download</legend>
        {[false, true].map((whole) => (
          <label key={String(whole)}>
            <input type="radio" name="export-part" checked={all === whole} onChange={() => setAll(whole)} />
            {whole ? 'All' : 'What is visible'}
            <small>{thousands(whole ? model.nodes.size : shown.nodes.size)} entities</small>
          </label>
        ))}
      </fieldset>
      {FORMATS.map(({ format, words, use }) => (
        <Button key={format} className="export-item" onPress={() => take(download(format))}>
          <span>{words}</span>
          <small>{use}</small>
        </Button>
      ))}
    </div>
  )
}

export function Export({ loaded, data }: { loaded: Loaded; data: Data }) {
  const [open, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="square" aria-label="Export">
        <Icon name="download" />
      </Button>
      <Popover className="popover" offset={6} placement="bottom end">
        <Dialog aria-label="Export">
          <Choices loaded={loaded} data={data} close={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
