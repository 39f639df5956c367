/** What is loaded: the offers of the server, the graph that is shown, its transcripts, and what went wrong. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { GraphFile } from '../../src/schema.ts'
import { findPositions } from '../graph/positions.ts'
import { episodeFor, type TranscriptDoc, type Transcripts } from '../model/transcript.ts'
import { useStore, useView } from '../state/store.ts'
import { switchGraph } from '../state/view.ts'
import type { Begun } from './begin.ts'
import { loadGraph, type Offer, offered, openShelf, type Shelf } from './load.ts'
import { changedWords, madeWords, noticeOf, type Own, ownGraph } from './opened.ts'
import { type Loaded, loadOffer, prepare } from './prepare.ts'

export type { Loaded } from './prepare.ts'

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
  /** Episodes whose transcripts are on their way. */
  coming: ReadonlySet<string>
  /** Fetches the transcript of an episode, where the server has it and it is not here yet. */
  want(episode: string): void
  /** Fetches all transcripts that the server has, and resolves with all that are here then. */
  wantAll(): Promise<Transcripts>
  /**
   * A graph by its name, to be looked at beside the one that is shown.
   * @throws when there is none, or it does not come; the message is meant for the user
   */
  graphOf(name: string): Promise<{ title: string; file: GraphFile }>
  notice: Notice | null
  /** null when no file is being worked on. */
  busy: Busy | null
  cancel(): void
  dismiss(): void
  say(notice: Notice): void
  open(files: readonly File[]): void
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** @param begun what was asked for before the page was drawn */
export function useData(begun: Begun): Data {
  const store = useStore()
  const { graph: wanted } = useView()
  const [offers, setOffers] = useState<readonly Offer[] | null>(begun.now?.offers ?? null)
  const [own, setOwn] = useState<Own[]>([])
  const [loaded, setLoaded] = useState<Loaded | null>(begun.now?.loaded ?? null)
  const [problem, setProblem] = useState<string | null>(null)
  const [transcripts, setTranscripts] = useState<Transcripts>(new Map())
  const [coming, setComing] = useState<ReadonlySet<string>>(new Set())
  const shelf = useRef<Shelf | null>(null)
  const here = useRef(transcripts)
  const [notice, setNotice] = useState<Notice | null>(null)
  const [busy, setBusy] = useState<Busy | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const cancelling = useRef<AbortController | null>(null)
  const current = useRef<Loaded | null>(null)
  current.current = loaded

  useEffect(() => {
    let gone = false
    begun.offers.then((found) => {
      if (!gone) setOffers(found)
    })
    return () => {
      gone = true
    }
  }, [begun])

  const keep = useCallback((docs: readonly TranscriptDoc[]) => {
    const model = current.current?.model
    if (!model) return
    const fits = docs.flatMap((doc) => {
      const episode = episodeFor(model.file, doc)
      return episode ? [[episode.id, doc] as const] : []
    })
    if (fits.length === 0) return
    here.current = new Map([...here.current, ...fits])
    setTranscripts(here.current)
  }, [])

  const want = useCallback((episode: string) => {
    const fetched = here.current.has(episode) ? null : shelf.current?.want(episode)
    if (!fetched) return
    setComing((before) => new Set([...before, episode]))
    fetched.then(() => setComing((before) => new Set([...before].filter((e) => e !== episode))))
  }, [])

  const wantAll = useCallback(async () => {
    await shelf.current?.wantAll()
    return here.current
  }, [])

  useEffect(() => {
    if (!offers) return
    const mine = own.find((o) => o.name === wanted)
    const offer =
      offers.find((o) => o.name === wanted) ??
      (own.length > 0 && wanted ? undefined : offered(offers, wanted))
    const stop = new AbortController()
    const begin = (docs: readonly TranscriptDoc[]): void => {
      here.current = new Map(docs.map((doc) => [doc.id, doc]))
      setTranscripts(here.current)
      setComing(new Set())
    }
    setProblem(null)
    if (mine) {
      setLoaded(prepare(mine.name, mine.title, mine.file))
      begin(mine.docs)
    } else if (offer) {
      const there = begun.now?.loaded.name === offer.name ? begun.now.loaded : null
      if (!there) setLoaded(null)
      begin([])
      if (wanted && offer.name !== wanted)
        setNotice({
          kind: 'bad',
          text: `There is no graph called “${wanted}” here; this is “${offer.title}”.`,
        })
      const show = (graph: Loaded): void => {
        current.current = graph
        shelf.current = openShelf(offer.transcripts, (doc) => keep([doc]))
        // Laid out while the page is drawn around the stage.
        if (store.get().view === 'graph') void findPositions(graph.model)
        setLoaded(graph)
      }
      if (there) show(there)
      else
        (begun.graphs.get(offer.graph) ?? loadOffer(offer))
          .then((graph) => {
            if (!stop.signal.aborted) show(graph)
          })
          .catch((error: unknown) => {
            if (!stop.signal.aborted) setProblem(words(error))
          })
    } else setLoaded(null)
    return () => {
      stop.abort()
      shelf.current?.close()
      shelf.current = null
    }
  }, [offers, own, wanted, keep, store, begun])

  const graphOf = useCallback(
    async (name: string) => {
      const mine = own.find((o) => o.name === name)
      if (mine) return mine
      const offer = offers?.find((o) => o.name === name)
      if (!offer) throw new Error(`there is no graph called “${name}” here`)
      return { title: offer.title, file: await loadGraph(offer.graph) }
    },
    [offers, own],
  )

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
      const { openFiles } = await import('./own.ts')
      let total = files.length
      const told = (doing: Busy['doing'], done: number, file: string): void =>
        setBusy({ doing, done, total, file })
      told('Reading', 0, files[0]?.name ?? '')
      const opening = openFiles(told, stop.signal)
      try {
        const { graphs, transcripts: docs, problems } = await opening.read(files)
        for (const { file, problem } of problems) bad.push(`${file} cannot be opened: ${problem}`)
        // Graphs first, so that transcripts dropped along with them find their episodes.
        for (const { name, graph } of graphs) {
          addOwn({ name: `file:${name}`, title: name, file: graph, docs: [] })
          good.push(`Opened ${name}. It stays in this browser.`)
        }
        const model = current.current?.model
        const strangers: TranscriptDoc[] = []
        const changed: string[] = []
        for (const doc of docs) {
          const episode = model ? episodeFor(model.file, doc) : null
          if (episode) {
            keep([doc])
            good.push(`The words of “${episode.title}” are here now.`)
            continue
          }
          const why = model && changedWords(model.file, doc)
          if (why) changed.push(why)
          strangers.push(doc)
        }
        if (strangers.length > 0) {
          total = strangers.length
          told('Extracting', 0, strangers[0]?.file ?? '')
          const { graph, problems: wrong } = await opening.extract(strangers)
          for (const { file, problem } of wrong) bad.push(`${file} cannot be extracted: ${problem}`)
          if (graph) {
            addOwn(ownGraph(graph, strangers))
            good.push(madeWords(graph), ...changed)
          }
        }
      } catch (error) {
        if (!stop.signal.aborted) bad.push(`The files could not be read: ${words(error)}`)
      } finally {
        opening.end()
      }
      setBusy(null)
      const stopped = good.length > 0 ? 'Stopped. Nothing more was made.' : 'Stopped. Nothing was made.'
      if (stop.signal.aborted) setNotice(noticeOf([...good, stopped], bad))
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
    coming,
    want,
    wantAll,
    graphOf,
    notice,
    busy,
    cancel: useCallback(() => cancelling.current?.abort(), []),
    dismiss: useCallback(() => setNotice(null), []),
    say: setNotice,
    open,
  }
}
