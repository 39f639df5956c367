/** A transcript, open at a place: who speaks, what is named, and the words of the claim lit. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useShown } from '../data/context.ts'
import { labelOf } from '../model/model.ts'
import { marksOf, segments } from '../model/transcript.ts'
import { count, dateWords } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { select } from '../state/view.ts'
import { PanelHead } from '../ui/PanelHead.tsx'
import { OpenTranscript } from './MissingWords.tsx'

/** Turns drawn at first on each side of the place; more come on demand, so that long shows open at once. */
const AROUND = 40

export function Transcript() {
  const { model, transcripts } = useShown()
  const store = useStore()
  const { place, selection } = useView()
  const episodeId = place?.episode ?? ''
  const doc = transcripts.get(episodeId)
  const episode = model.file.attributes.episodes.find((e) => e.id === episodeId)
  const marks = useMemo(() => marksOf(model, episodeId), [model, episodeId])
  const lit = useRef<HTMLElement>(null)
  const at = place?.turn ?? 0
  const [range, setRange] = useState({ at, from: at - AROUND, to: at + AROUND })
  const shown = range.at === at ? range : { at, from: at - AROUND, to: at + AROUND }

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever another place is asked for
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    lit.current?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  }, [doc, place?.turn, place?.start])

  if (!place) return null
  const back = selection?.type === 'node' ? labelOf(model, selection.id) : selection ? 'the claims' : null
  const turns = doc?.turns.slice(Math.max(0, shown.from), shown.to + 1) ?? []
  return (
    <>
      <PanelHead
        about={`${episodeId} ${place.turn} ${place.start}`}
        kicker={`Transcript${episode?.date ? `, ${dateWords(episode.date)}` : ''}`}
        title={<bdi>{episode?.title ?? episodeId}</bdi>}
        back={back}
        onBack={() => store.go({ panel: 'details', place: null })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="panel-body transcript" aria-label="Turns" tabIndex={0}>
        {!doc && (
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
        {doc && shown.from > 0 && (
          <Button className="quiet" onPress={() => setRange({ ...shown, from: shown.from - 3 * AROUND })}>
            {count(shown.from, 'earlier turn')}
          </Button>
        )}
        <ol className="turns">
          {turns.map((turn, i) => {
            const index = Math.max(0, shown.from) + i
            const here = index === place.turn
            const span =
              here && place.start !== undefined && place.end !== undefined
                ? { start: place.start, end: place.end }
                : null
            let found = false
            return (
              <li key={index} className={here ? 'turn here' : 'turn'}>
                <p className="turn-head">
                  <bdi className="speaker">{turn.label}</bdi>
                  <span className="turn-number">{index}</span>
                </p>
                <p
                  className="turn-text"
                  dir="auto"
                  ref={here && !span ? (lit as React.Ref<HTMLParagraphElement>) : null}
                >
                  {segments(turn.text, marks.get(index) ?? [], span).map((s) => {
                    const first = s.lit && !found
                    if (s.lit) found = true
                    const entity = s.entity
                    const text =
                      entity && model.nodes.has(entity) ? (
                        <button
                          key={s.start}
                          type="button"
                          className={`named kind-${model.nodes.get(entity)?.kind}`}
                          aria-label={`${s.text}: ${labelOf(model, entity)}`}
                          onClick={() => store.go(select(entity))}
                        >
                          {s.text}
                        </button>
                      ) : (
                        s.text
                      )
                    return s.lit ? (
                      <mark key={s.start} ref={first ? lit : null}>
                        {text}
                      </mark>
                    ) : (
                      <span key={s.start}>{text}</span>
                    )
                  })}
                </p>
              </li>
            )
          })}
        </ol>
        {doc && shown.to < doc.turns.length - 1 && (
          <Button className="quiet" onPress={() => setRange({ ...shown, to: shown.to + 3 * AROUND })}>
            {count(doc.turns.length - 1 - shown.to, 'later turn')}
          </Button>
        )}
      </section>
    </>
  )
}
