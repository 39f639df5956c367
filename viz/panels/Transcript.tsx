/** A transcript, open at a place: who speaks, what is named, the words of the claim lit, and what they claim. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useShown } from '../data/context.ts'
import { labelOf } from '../model/model.ts'
import { isGap, type SentenceView, sentencesOf } from '../model/sentences.ts'
import type { TranscriptDoc } from '../model/transcript.ts'
import { count, dateWords } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import type { Place } from '../state/view.ts'
import { PanelHead } from '../ui/PanelHead.tsx'
import { Gaps } from './Gaps.tsx'
import { OpenTranscript } from './MissingWords.tsx'
import { Turn } from './Turn.tsx'

/** Turns drawn at first on each side of the place; more come on demand, so that long shows open at once. */
const AROUND = 40

interface TurnsProps {
  doc: TranscriptDoc
  sentences: readonly SentenceView[][]
  place: Place
  gaps: boolean
}

function Turns({ doc, sentences, place, gaps }: TurnsProps) {
  const { turn: at, start } = place
  const [range, setRange] = useState({ at, from: at - AROUND, to: at + AROUND })
  const { from, to } = range.at === at ? range : { from: at - AROUND, to: at + AROUND }
  const lit = useRef<HTMLElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever another place is asked for
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    lit.current?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  }, [doc, at, start])

  const first = Math.max(0, from)
  return (
    <>
      {first > 0 && (
        <Button className="quiet" onPress={() => setRange({ at, from: from - 3 * AROUND, to })}>
          {count(first, 'earlier turn')}
        </Button>
      )}
      <ol className="turns">
        {doc.turns.slice(first, to + 1).map((turn, i) => {
          const index = first + i
          return (
            <Turn
              key={index}
              episode={place.episode}
              index={index}
              turn={turn}
              sentences={sentences[index] ?? []}
              place={index === at ? place : null}
              gaps={gaps}
              litRef={lit}
            />
          )
        })}
      </ol>
      {to < doc.turns.length - 1 && (
        <Button className="quiet" onPress={() => setRange({ at, from, to: to + 3 * AROUND })}>
          {count(doc.turns.length - 1 - to, 'later turn')}
        </Button>
      )}
    </>
  )
}

export function Transcript() {
  const { model, transcripts, coming, want } = useShown()
  const store = useStore()
  const { place, path, selection, gaps } = useView()
  const episodeId = place?.episode ?? ''
  const doc = transcripts.get(episodeId)
  const episode = model.file.attributes.episodes.find((e) => e.id === episodeId)
  const sentences = useMemo(() => (doc ? sentencesOf(model, episodeId, doc) : []), [model, episodeId, doc])
  const silent = useMemo(() => sentences.flat().filter(isGap), [sentences])

  useEffect(() => want(episodeId), [want, episodeId])
  if (!place) return null
  const back = path
    ? 'the path'
    : selection?.type === 'node'
      ? labelOf(model, selection.id)
      : selection
        ? 'the claims'
        : null
  return (
    <>
      <PanelHead
        about={`${episodeId} ${place.turn} ${place.start}`}
        kicker={`Transcript${episode?.date ? `, ${dateWords(episode.date)}` : ''}`}
        title={<bdi>{episode?.title ?? episodeId}</bdi>}
        back={back}
        onBack={() => store.go({ panel: path ? 'path' : 'details', place: null })}
      />
      {doc && <Gaps silent={silent} place={place} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="panel-body transcript" aria-label="Turns" tabIndex={0}>
        {!doc && coming.has(episodeId) && <p role="status">Fetching the transcript…</p>}
        {!doc && !coming.has(episodeId) && (
          <div className="card hint">
            {episode ? (
              <p>
                The words of turn {place.turn} stand in <code>{episode.file}</code>, which is not here. Open
                that file to read it; it stays in this browser.
              </p>
            ) : (
              <p>
                This graph has no episode <code>{episodeId}</code>.
              </p>
            )}
            {episode && <OpenTranscript />}
          </div>
        )}
        {doc && <Turns doc={doc} sentences={sentences} place={place} gaps={gaps} />}
      </section>
    </>
  )
}
