/** Claims that contradict each other, side by side: what each says, in whose words, where and when. */
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { isFact, type Predicate, predicateSpec } from '../../src/ontology.ts'
import { useShown } from '../data/context.ts'
import type { Contradiction } from '../model/contradictions.ts'
import { dateOf } from '../model/transcript.ts'
import { count, dateWords, predicateWords } from '../model/words.ts'
import { Tags } from '../ui/Claim.tsx'
import { EntityLink } from '../ui/Entity.tsx'
import { Quotes } from '../ui/Evidence.tsx'

/** Contradictions shown at once. */
const FIRST = 10

const MATTERS: Record<Contradiction['matter'], string> = {
  level: 'Two levels',
  date: 'Two dates',
  denial: 'So, and not so',
}

const readsOf = (predicate: string): string => predicateSpec(predicate as Predicate).reads

function Sides({ it }: { it: Contradiction }) {
  const { model } = useShown()
  return (
    <li className="contradiction">
      <p className="sentence">
        <strong>{MATTERS[it.matter]}</strong>
        <span>
          <EntityLink id={it.subject} />
          {it.object && (
            <>
              {' '}
              <em>{readsOf(it.predicate)}</em> <EntityLink id={it.object} />
            </>
          )}
          {isFact(it.predicate) && <em> {predicateWords(it.predicate)}</em>}
        </span>
      </p>
      <div className="said-against">
        {it.sides.map((side) => {
          const date = dateOf(model, side.evidence[0]?.episode)
          return (
            <div key={`${side.said} ${side.edge?.key}`} className="contradicting">
              <p className="claim-head">
                <bdi className="side-said">{side.said}</bdi>
                <Tags qualifiers={side.qualifiers} />
                {date && <span className="side-date">said in {dateWords(date)}</span>}
              </p>
              <Quotes evidence={side.evidence} />
            </div>
          )
        })}
      </div>
    </li>
  )
}

/** Nothing where nobody contradicts anybody. */
export function Contradictions({ list }: { list: readonly Contradiction[] }) {
  const [all, setAll] = useState(false)
  if (list.length === 0) return null
  const shown = all ? list : list.slice(0, FIRST)
  return (
    <section className="group contradictions">
      <h3>
        Contradictions <small>{list.length}</small>
      </h3>
      <ul aria-label={count(list.length, 'contradiction')}>
        {shown.map((it) => (
          <Sides key={it.key} it={it} />
        ))}
      </ul>
      {shown.length < list.length && (
        <Button className="more" onPress={() => setAll(true)}>
          {list.length - shown.length} more
        </Button>
      )}
    </section>
  )
}
