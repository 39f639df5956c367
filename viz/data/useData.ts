/** What is loaded: the offers of the server, the graph that is shown, its transcripts, and what went wrong. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { GraphFile } from '../../src/schema.ts'
import { buildModel, type GraphModel } from '../model/model.ts'
import { buildSearch, type SearchIndex } from '../model/search.ts'
import { episodeFor, type TranscriptDoc, type Transcripts } from '../model/transcript.ts'
import { type WhoRow, whoRows } from '../model/who.ts'
import { useStore, useView } from '../state/store.ts'
import { switchGraph } from '../state/view.ts'
import { loadGraph, loadOffers, loadTranscripts, type Offer } from './load.ts'

export interface Loaded {
  name: string
  title: string
  model: GraphModel
  search: SearchIndex
  who: readonly WhoRow[]
}

export interface Notice {
  kind: 'good' | 'bad'
  text: string
}

export interface Data {
  /** null while it is not known yet what there is. */
  offers: readonly { name: string; title: string }[] | null
  /** null while it loads, and where loading failed (see `problem`). */
  loaded: Loaded | null
  problem: string | null
  transcripts: Transcripts
  notice: Notice | null
  dismiss(): void
  say(notice: Notice): void
  open(files: readonly File[]): void
}

const prepare = (name: string, title: string, file: GraphFile): Loaded => {
  const model = buildModel(file)
  return { name, title, model, search: buildSearch(model), who: whoRows(model) }
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function useData(): Data {
  const store = useStore()
  const { graph: wanted } = useView()
  const [offers, setOffers] = useState<Offer[] | null>(null)
  const [own, setOwn] = useState<{ name: string; title: string; file: GraphFile }[]>([])
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [transcripts, setTranscripts] = useState<Transcripts>(new Map())
  const [notice, setNotice] = useState<Notice | null>(null)
  const current = useRef<Loaded | null>(null)
  current.current = loaded

  useEffect(() => {
    let gone = false
    loadOffers().then((found) => {
      if (!gone) setOffers(found)
    })
    return () => {
      gone = true
    }
  }, [])

  const keep = useCallback((docs: readonly TranscriptDoc[]) => {
    const model = current.current?.model
    if (!model) return
    const fits = docs.flatMap((doc) => {
      const episode = episodeFor(model.file, doc)
      return typeof episode === 'string' ? [] : [[episode.id, doc] as const]
    })
    if (fits.length > 0) setTranscripts((before) => new Map([...before, ...fits]))
  }, [])

  useEffect(() => {
    if (!offers) return
    const mine = own.find((o) => o.name === wanted)
    const offer = offers.find((o) => o.name === wanted) ?? (wanted && own.length > 0 ? undefined : offers[0])
    const stop = new AbortController()
    setProblem(null)
    if (mine) {
      setLoaded(prepare(mine.name, mine.title, mine.file))
      setTranscripts(new Map())
    } else if (offer) {
      setLoaded(null)
      setTranscripts(new Map())
      if (wanted && offer.name !== wanted)
        setNotice({
          kind: 'bad',
          text: `There is no graph called “${wanted}” here; this is “${offer.title}”.`,
        })
      loadGraph(offer.graph)
        .then((file) => {
          if (stop.signal.aborted) return
          current.current = prepare(offer.name, offer.title, file)
          setLoaded(current.current)
          return loadTranscripts(offer.transcripts, (doc) => keep([doc]), stop.signal)
        })
        .catch((error: unknown) => {
          if (!stop.signal.aborted) setProblem(words(error))
        })
    } else setLoaded(null)
    return () => stop.abort()
  }, [offers, own, wanted, keep])

  const open = useCallback(
    async (files: readonly File[]) => {
      // A graph first, so that transcripts dropped along with it find their episodes.
      const sorted = [...files].sort(
        (a, b) =>
          Number(/\.json$/i.test(b.name)) - Number(/\.json$/i.test(a.name)) || (a.name < b.name ? -1 : 1),
      )
      for (const file of sorted) {
        try {
          const { readOwnFile } = await import('./own.ts')
          const read = await readOwnFile(file)
          if (read.type === 'graph') {
            const name = `file:${file.name}`
            current.current = prepare(name, file.name, read.graph)
            // At once, so that the graph is there before anybody looks for it, and before its transcripts come.
            flushSync(() => {
              setOwn((before) => [
                ...before.filter((o) => o.name !== name),
                { name, title: file.name, file: read.graph },
              ])
              store.go((state) => switchGraph(state, name))
            })
            setNotice({ kind: 'good', text: `Opened ${file.name}. It stays in this browser.` })
            continue
          }
          const model = current.current?.model
          const episode = model
            ? episodeFor(model.file, read.doc)
            : 'Open a graph first; a transcript alone shows nothing yet.'
          if (typeof episode === 'string') {
            setNotice({ kind: 'bad', text: episode })
            continue
          }
          keep([read.doc])
          setNotice({ kind: 'good', text: `The words of “${episode.title}” are here now.` })
        } catch (error) {
          setNotice({ kind: 'bad', text: `${file.name} cannot be opened: ${words(error)}` })
        }
      }
    },
    [store, keep],
  )

  const all = useMemo(
    () => (offers ? [...offers, ...own].map(({ name, title }) => ({ name, title })) : null),
    [offers, own],
  )
  return {
    offers: all,
    loaded,
    problem,
    transcripts,
    notice,
    dismiss: useCallback(() => setNotice(null), []),
    say: setNotice,
    open,
  }
}
