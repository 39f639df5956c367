/** What is loaded: the offers of the server, the graph that is shown, its transcripts, and what went wrong. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { GraphFile } from '../../src/schema.ts'
import { findPositions } from '../graph/positions.ts'
import { buildModel, type GraphModel } from '../model/model.ts'
import { buildSearch, type SearchIndex } from '../model/search.ts'
import { episodeFor, type TranscriptDoc, type Transcripts } from '../model/transcript.ts'
import { type WhoRow, whoRows } from '../model/who.ts'
import { useStore, useView } from '../state/store.ts'
import { switchGraph } from '../state/view.ts'
import { loadGraph, loadOffers, loadTranscripts, type Offer } from './load.ts'
import { changedWords, madeWords, noticeOf, type Own, ownGraph, type Stranger } from './opened.ts'

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
  /** Further lines, one a file. */
  more?: readonly string[]
}

/** Work on files that takes its time. */
export interface Busy {
  doing: 'Reading' | 'Extracting'
  done: number
  total: number
  file: string
}

export interface Data {
  /** null while it is not known yet what there is. */
  offers: readonly { name: string; title: string }[] | null
  /** null while it loads, and where loading failed (see `problem`). */
  loaded: Loaded | null
  problem: string | null
  transcripts: Transcripts
  notice: Notice | null
  /** null when no file is being worked on. */
  busy: Busy | null
  cancel(): void
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
  const [own, setOwn] = useState<Own[]>([])
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [transcripts, setTranscripts] = useState<Transcripts>(new Map())
  const [notice, setNotice] = useState<Notice | null>(null)
  const [busy, setBusy] = useState<Busy | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const cancelling = useRef<AbortController | null>(null)
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
      return episode ? [[episode.id, doc] as const] : []
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
      setTranscripts(new Map(mine.docs.map((doc) => [doc.id, doc])))
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
          // Laid out while the page is drawn around the stage.
          if (store.get().view === 'graph') void findPositions(current.current.model)
          setLoaded(current.current)
          return loadTranscripts(offer.transcripts, (doc) => keep([doc]), stop.signal)
        })
        .catch((error: unknown) => {
          if (!stop.signal.aborted) setProblem(words(error))
        })
    } else setLoaded(null)
    return () => stop.abort()
  }, [offers, own, wanted, keep, store])

  const addOwn = useCallback(
    (graph: Own) => {
      current.current = prepare(graph.name, graph.title, graph.file)
      // At once, so that the graph is there before anybody looks for it, and before its transcripts come.
      flushSync(() => {
        setOwn((before) => [...before.filter((o) => o.name !== graph.name), graph])
        store.go((state) => switchGraph(state, graph.name))
      })
    },
    [store],
  )

  const openNow = useCallback(
    async (files: readonly File[]) => {
      const stop = new AbortController()
      cancelling.current = stop
      const good: string[] = []
      const bad: string[] = []
      const strangers: Stranger[] = []
      const changed: string[] = []
      const { readOwnFile, extractOwn } = await import('./own.ts')
      // A graph first, so that transcripts dropped along with it find their episodes.
      const sorted = [...files].sort(
        (a, b) =>
          Number(/\.json$/i.test(b.name)) - Number(/\.json$/i.test(a.name)) || (a.name < b.name ? -1 : 1),
      )
      for (const [done, file] of sorted.entries()) {
        if (stop.signal.aborted) break
        if (sorted.length > 1) setBusy({ doing: 'Reading', done, total: sorted.length, file: file.name })
        try {
          const read = await readOwnFile(file)
          if (read.type === 'graph') {
            addOwn({ name: `file:${file.name}`, title: file.name, file: read.graph, docs: [] })
            good.push(`Opened ${file.name}. It stays in this browser.`)
            continue
          }
          const model = current.current?.model
          const episode = model ? episodeFor(model.file, read.doc) : null
          if (episode) {
            keep([read.doc])
            good.push(`The words of “${episode.title}” are here now.`)
            continue
          }
          const why = model && changedWords(model.file, read.doc)
          if (why) changed.push(why)
          strangers.push({ doc: read.doc, source: read.source })
        } catch (error) {
          bad.push(`${file.name} cannot be opened: ${words(error)}`)
        }
      }
      if (strangers.length > 0 && !stop.signal.aborted)
        try {
          const { length: total } = strangers
          const told = (done: number, file: string): void =>
            setBusy({ doing: 'Extracting', done, total, file })
          told(0, strangers[0]?.doc.file ?? '')
          const { graph, problems } = await extractOwn(
            strangers.map((s) => s.source),
            told,
            stop.signal,
          )
          for (const { file, problem } of problems) bad.push(`${file} cannot be extracted: ${problem}`)
          if (graph) {
            addOwn(ownGraph(graph, strangers))
            good.push(madeWords(graph), ...changed)
          }
        } catch (error) {
          if (!stop.signal.aborted) bad.push(`The transcripts could not be extracted: ${words(error)}`)
        }
      setBusy(null)
      if (stop.signal.aborted) setNotice({ kind: 'good', text: 'Stopped. Nothing was made.' })
      else if (good.length + bad.length > 0) setNotice(noticeOf(good, bad))
    },
    [addOwn, keep],
  )

  const open = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return
      // One after the other: what is dropped meanwhile waits its turn.
      queue.current = queue.current
        .then(() => openNow(files))
        .catch((error: unknown) => {
          setBusy(null)
          setNotice({ kind: 'bad', text: `The files cannot be opened: ${words(error)}` })
        })
    },
    [openNow],
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
    busy,
    cancel: useCallback(() => cancelling.current?.abort(), []),
    dismiss: useCallback(() => setNotice(null), []),
    say: setNotice,
    open,
  }
}
