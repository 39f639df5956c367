/** The words that say it, who says them and where; a way into the transcript. */
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Evidence } from '../../src/schema.ts'
import { useShown } from '../data/context.ts'
import { labelOf } from '../model/model.ts'
import { contextOf, wordsOf } from '../model/transcript.ts'
import { useStore } from '../state/store.ts'
import { openPlace, type ViewState } from '../state/view.ts'
import { CopyLink } from './CopyLink.tsx'

export const placeOfEvidence = ({ episode, turn, start, end }: Evidence) => ({ episode, turn, start, end })

/** Quotes with fewer characters are shown with the rest of their sentence. */
const SHORT = 60
const NO_CONTEXT = { before: '', after: '' }

interface QuoteProps {
  evidence: Evidence
  showEpisode?: boolean
  /** What the link beside it leads to, when that is more than the quote. */
  link?: { what: string; to: Partial<ViewState> }
}

export function Quote({ evidence, showEpisode = true, link }: QuoteProps) {
  const { model, transcripts, want } = useShown()
  const store = useStore()
  const place = openPlace(placeOfEvidence(evidence))
  const words = wordsOf(evidence, transcripts)
  const episode = model.file.attributes.episodes.find((e) => e.id === evidence.episode)
  // The transcript is fetched when its words are needed, and not before.
  const lacking = words === null || words.length < SHORT
  useEffect(() => {
    if (lacking) want(evidence.episode)
  }, [lacking, want, evidence.episode])
  const context = words !== null && lacking ? contextOf(evidence, transcripts) : NO_CONTEXT
  const speaker = evidence.speaker ? labelOf(model, evidence.speaker) : null
  return (
    <div className="quote-row">
      <Button className={words === null ? 'quote wordless' : 'quote'} onPress={() => store.go(place)}>
        {words === null ? (
          <span className="words">Words not in this graph</span>
        ) : (
          <span className="words">
            <bdi>
              {context.before && <span className="context">{context.before}</span>}
              {words}
              {context.after && <span className="context">{context.after}</span>}
            </bdi>
          </span>
        )}
        <span className="source dotted">
          {speaker && <bdi className="speaker">{speaker}</bdi>}
          {showEpisode && model.file.attributes.episodes.length > 1 && episode && <bdi>{episode.title}</bdi>}
          <span>turn {evidence.turn}</span>
        </span>
      </Button>
      <CopyLink {...(link ?? { what: 'this quote', to: { ...place, selection: store.get().selection } })} />
    </div>
  )
}

/** All evidence of a claim: the first quote at once, the others on demand. */
export function Quotes({ evidence }: { evidence: readonly Evidence[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? evidence : evidence.slice(0, 1)
  return (
    <div className="quotes">
      {shown.map((e) => (
        <Quote key={`${e.episode} ${e.turn} ${e.start} ${e.end} ${e.rule}`} evidence={e} />
      ))}
      {evidence.length > 1 && !all && (
        <Button className="more" onPress={() => setAll(true)}>
          {evidence.length - 1} more {evidence.length === 2 ? 'place' : 'places'}
        </Button>
      )}
    </div>
  )
}
