/** What can be taken away. Loaded when the menu is opened. */
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { type Picture, usePicture, useShown } from '../data/context.ts'
import { copyLink, reach } from '../data/copy.ts'
import { save, saveGraph, type TextFormat } from '../data/download.ts'
import type { Data } from '../data/useData.ts'
import { captionOf } from '../export/caption.ts'
import type { Drawing } from '../export/drawing.ts'
import { pngOf, svgOf } from '../export/picture.ts'
import { scopeOf, type Visible, visible } from '../model/filter.ts'
import { pathOf } from '../model/path.ts'
import { embedSnippet, fileName, visibleFile, withWords } from '../model/taken.ts'
import { count, thousands } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { toHash } from '../state/url.ts'
import { NO_FILTERS } from '../state/view.ts'
import { hasWebGL } from '../ui/webgl.ts'

const FORMATS: { format: TextFormat; words: string; use: string }[] = [
  { format: 'json', words: 'JSON', use: 'the graph file itself' },
  { format: 'gexf', words: 'GEXF', use: 'Gephi' },
  { format: 'graphml', words: 'GraphML', use: 'yEd, NetworkX, igraph' },
  { format: 'claims.csv', words: 'CSV, claims', use: 'a spreadsheet' },
  { format: 'nodes.csv', words: 'CSV, entities', use: 'a spreadsheet' },
]

/** The size of a picture of what is not on the stage, in pixels. */
const APART = { width: 1400, height: 900 }

export default function ExportChoices({
  data,
  shown: seen,
  close,
}: {
  data: Data
  /** What is on the stage. */
  shown: Visible
  close: () => void
}) {
  const loaded = useShown()
  const { model, facets, name, title, marks } = loaded
  const store = useStore()
  const view = useView()
  const picture: Picture = usePicture()
  const [all, setAll] = useState(false)
  const part = all ? '' : 'visible'
  // While graphs are compared, both are on the screen as one; what is taken away as data is the one that is open.
  const open = data.loaded?.model ?? model
  const seenOf =
    open === model || !data.loaded
      ? seen
      : visible(data.loaded.facets, view.filters, scopeOf(view, pathOf(open, view.path)))

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
  const copyView = async (): Promise<void> => {
    close()
    data.say(await copyLink(location.hash.slice(1), 'this view', [name, view.compare]))
  }
  const copyEmbed = async (): Promise<string> => {
    const address = new URL(location.href)
    address.hash = toHash({ ...store.get(), view: 'graph', embed: true })
    await navigator.clipboard.writeText(embedSnippet(address.href, `${title} – Hallway`))
    return `The lines to embed this picture are copied; put them into another page.${reach([name, view.compare])}`
  }
  const download = (format: TextFormat) => async (): Promise<string> => {
    const bare = !open.file.attributes.quotes
    const transcripts = bare ? await data.wantAll() : new Map()
    const file = fileName(name, part, format)
    const graph = withWords(all ? open.file : visibleFile(open, seenOf), transcripts)
    saveGraph(graph, format, file)
    const brought =
      transcripts.size > 0 ? ` The words of ${count(transcripts.size, 'transcript')} are in it.` : ''
    return `Saved ${file}.${brought}`
  }
  const drawing = async (whole: Visible): Promise<Drawing> => {
    const stage = picture.current
    if (stage && !all) return stage.draw()
    if (!hasWebGL()) throw new Error('this browser has no WebGL, in which the graph is drawn')
    const { drawApart } = await import('../graph/apart.ts')
    return drawApart(model, { visible: whole, marks }, { pins: view.pins, grouped: view.communities }, APART)
  }
  const draw = (ending: 'svg' | 'png') => async (): Promise<string> => {
    const whole = all ? visible(facets, { ...NO_FILTERS, isolated: true, mentions: true }) : seen
    const drawn = await drawing(whole)
    const caption = captionOf(loaded, whole, all ? null : view, marks)
    const file = fileName(name, part, ending)
    if (ending === 'png') save(await pngOf(drawn, caption), file)
    else save(new Blob([svgOf(drawn, caption).svg], { type: 'image/svg+xml;charset=utf-8' }), file)
    return `Saved ${file}.`
  }
  const print = async (): Promise<string> => {
    // By the time the dialogue of the browser stands over the page, the menu is gone.
    await new Promise((done) => setTimeout(done, 50))
    window.print()
    return 'The page was given to the printer.'
  }
  return (
    <div className="export">
      <Button className="export-item" onPress={copyView}>
        Copy link to this view
      </Button>
      <Button className="export-item" onPress={() => take(copyEmbed)}>
        <span>Copy embed code</span>
        <small>for another page</small>
      </Button>
      <Button className="export-item" onPress={() => take(print)}>
        Print
      </Button>
      <fieldset>
        <legend>Download</legend>
        {[false, true].map((whole) => (
          <label key={String(whole)}>
            <input type="radio" name="export-part" checked={all === whole} onChange={() => setAll(whole)} />
            {whole ? 'All' : 'What is visible'}
            <small>{thousands(whole ? open.nodes.size : seenOf.nodes.size)} entities</small>
          </label>
        ))}
      </fieldset>
      <Button className="export-item" onPress={() => take(draw('png'))}>
        <span>Picture, PNG</span>
        <small>slides, mail</small>
      </Button>
      <Button className="export-item" onPress={() => take(draw('svg'))}>
        <span>Picture, SVG</span>
        <small>print, Inkscape</small>
      </Button>
      {FORMATS.map(({ format, words, use }) => (
        <Button key={format} className="export-item" onPress={() => take(download(format))}>
          <span>{words}</span>
          <small>{use}</small>
        </Button>
      ))}
    </div>
  )
}
