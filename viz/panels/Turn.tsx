/** One turn of a transcript: its sentences, what they name, and below the lit one what it claims. */
import { Fragment, type Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { useShown } from '../data/context.ts'
import { labelOf } from '../model/model.ts'
import { isGap, type SentenceView } from '../model/sentences.ts'
import { type Segment, segments, type TranscriptTurn } from '../model/transcript.ts'
import { count, predicateWords } from '../model/words.ts'
import { useStore } from '../state/store.ts'
import { openPlace, type Place, select } from '../state/view.ts'
import { ClaimLink, Tags } from '../ui/Claim.tsx'
import { CopyLink } from '../ui/CopyLink.tsx'
import { ViewLink } from '../ui/Entity.tsx'

function Stretch({ segment, litRef }: { segment: Segment; litRef: Ref<HTMLElement> }) {
  const { model } = useShown()
  const store = useStore()
  const { text, lit } = segment
  const node = segment.entity ? model.nodes.get(segment.entity) : undefined
  const shown = node ? (
    <button
      type="button"
      className={`named kind-${node.kind}`}
      aria-label={`${text}: ${node.label}`}
      onClick={() => store.go(select(node.id))}
    >
      {text}
    </button>
  ) : (
    text
  )
  return lit ? <mark ref={litRef}>{shown}</mark> : <span>{shown}</span>
}

/** What some sentences claim, as links to the claims; where they claim nothing, what they name. */
function Said({ sentences, place }: { sentences: readonly SentenceView[]; place: Place }) {
  const { model } = useShown()
  const claims = [...new Set(sentences.flatMap((s) => s.claims))]
  const facts = [...new Map(sentences.flatMap((s) => s.facts).map((f) => [f.fact, f])).values()]
  const names = [...new Set(sentences.flatMap((s) => s.names).map((n) => n.entity))]
  return (
    <div className="said">
      {claims.length + facts.length > 0 ? (
        <ul aria-label="Claims from these words">
          {claims.map((edge) => (
            <li key={edge.key}>
              <ClaimLink edge={edge} /> <Tags qualifiers={edge.attributes.qualifiers} />
            </li>
          ))}
          {facts.map(({ subject, fact }) => (
            <li key={`${subject} ${fact.predicate} ${fact.value}`}>
              <ViewLink className="claim-link" to={{ ...select(subject), place: null }}>
                <bdi>{labelOf(model, subject)}</bdi> <em>{predicateWords(fact.predicate)}</em>{' '}
                <bdi>{fact.value}</bdi>
              </ViewLink>{' '}
              <Tags qualifiers={fact.qualifiers} />
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {names.length > 0
            ? `Names ${names.map((id) => labelOf(model, id)).join(', ')}; made no claim.`
            : 'Made no claim.'}
        </p>
      )}
      <CopyLink what="these words" to={openPlace(place)} />
    </div>
  )
}

interface Props {
  episode: string
  index: number
  turn: TranscriptTurn
  sentences: readonly SentenceView[]
  /** The place that is open, when it is in this turn. */
  place: Place | null
  /** Whether sentences without a claim are pointed out. */
  gaps: boolean
  /** Gets the first lit stretch, or the whole turn. */
  litRef: Ref<HTMLElement>
}

export function Turn({ episode, index, turn, sentences, place, gaps, litRef }: Props) {
  const store = useStore()
  const { text } = turn
  const span =
    place?.start !== undefined && place.end !== undefined ? { start: place.start, end: place.end } : null
  const isLit = (s: SentenceView): boolean => span !== null && s.start < span.end && span.start < s.end
  const firstLit = sentences.find(isLit)
  return (
    <li className={place ? 'turn here' : 'turn'}>
      <p className="turn-head">
        <bdi className="speaker">{turn.label}</bdi>
        <span className="turn-number">{index}</span>
      </p>
      <p className="turn-text" dir="auto" ref={place && !span ? (litRef as Ref<HTMLParagraphElement>) : null}>
        {sentences.map((sentence, i) => {
          const from = i === 0 ? 0 : sentence.start
          const blank = text.slice(sentence.end, sentences[i + 1]?.start)
          const pieces = segments(
            text.slice(from, sentence.end),
            sentence.names.map((m) => ({ ...m, start: m.start - from, end: m.end - from })),
            span && { start: span.start - from, end: span.end - from },
          )
          const first = sentence === firstLit ? pieces.find((p) => p.lit) : undefined
          const made = sentence.claims.length + sentence.facts.length
          return (
            <Fragment key={sentence.start}>
              <span className={gaps && isGap(sentence) ? 'gap' : undefined}>
                {pieces.map((p) => (
                  <Stretch key={p.start} segment={p} litRef={p === first ? litRef : null} />
                ))}
              </span>
              {made > 0 && (
                <Button
                  className="made"
                  aria-label={`${count(made, 'claim')} from this sentence`}
                  aria-expanded={isLit(sentence)}
                  onPress={() =>
                    store.go(
                      openPlace({
                        episode,
                        turn: index,
                        start: sentence.start,
                        end: sentence.end,
                      }),
                    )
                  }
                >
                  {made}
                </Button>
              )}
              {blank}
            </Fragment>
          )
        })}
        {sentences.length === 0 && text}
      </p>
      {place && <Said sentences={span ? sentences.filter(isLit) : sentences} place={place} />}
    </li>
  )
}
