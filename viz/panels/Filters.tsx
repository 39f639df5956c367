/** Filters that are the legend at once: what each shape, colour and ring means, and whether it is shown. */
import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { Checkbox } from 'react-aria-components/Checkbox'
import { Switch } from 'react-aria-components/Switch'
import { MATURITY_LEVELS, type NodeKind, type Predicate } from '../../src/ontology.ts'
import { useShown } from '../data/context.ts'
import type { Visible } from '../model/filter.ts'
import { familyOf } from '../model/model.ts'
import { STANDING_WORDS, STANDINGS, type Standing, standingOf } from '../model/verdict.ts'
import {
  confidenceWords,
  count,
  FAMILY_ORDER,
  FAMILY_WORDS,
  KIND_ORDER,
  KIND_WORDS,
  predicateWords,
  thousands,
} from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { type Filters as FilterState, hiddenCount, NO_FILTERS, toggled } from '../state/view.ts'
import { Glyph, MaturityGlyph } from '../ui/Glyph.tsx'
import { VerdictMark } from '../ui/Verdict.tsx'

const Box = () => (
  <span className="box" aria-hidden="true">
    <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path className="tick" d="M3 8.5l3.2 3L13 4.5" />
      <path className="dash" d="M3.5 8h9" />
    </svg>
  </span>
)

export function Filters({ shown }: { shown: Visible }) {
  const { model } = useShown()
  const store = useStore()
  const { filters } = useView()
  const change = (by: Partial<FilterState>): void => store.go({ filters: { ...filters, ...by } })
  const kinds = KIND_ORDER.filter((k) => model.kindCounts.has(k))
  const predicates: Predicate[] = [...model.predicateCounts.keys()].filter((p) => p !== 'mentions')
  const levels = new Set([...model.nodes.values()].map((n) => n.maturity).filter((m) => m !== undefined))
  const standings = useMemo(() => {
    const counts = new Map<Standing, number>()
    for (const { attributes } of model.claims)
      counts.set(standingOf(attributes), (counts.get(standingOf(attributes)) ?? 0) + 1)
    return counts
  }, [model])
  const changed = hiddenCount(filters) > 0 || filters.mentions || filters.isolated
  const mentions = model.predicateCounts.get('mentions') ?? 0
  return (
    <div className="filters">
      <p className="tally" role="status">
        <strong>{thousands(shown.nodes.size)}</strong> of {thousands(model.nodes.size)} entities,{' '}
        <strong>{thousands(shown.claims)}</strong> of {thousands(model.claims.length)} claims
      </p>
      <section aria-labelledby="filter-kinds">
        <h2 id="filter-kinds">Kinds</h2>
        {kinds.map((kind: NodeKind) => (
          <Checkbox
            key={kind}
            className="check"
            isSelected={!filters.hiddenKinds.includes(kind)}
            onChange={(on) => change({ hiddenKinds: toggled(filters.hiddenKinds, kind, !on) })}
          >
            <Box />
            <Glyph kind={kind} />
            <span className="check-words">{KIND_WORDS[kind].many}</span>
            <span className="check-count">{thousands(model.kindCounts.get(kind) ?? 0)}</span>
          </Checkbox>
        ))}
      </section>
      {levels.size > 0 && (
        <section aria-labelledby="filter-levels">
          <h2 id="filter-levels">Rings: CNCF maturity</h2>
          <ul className="rings">
            {MATURITY_LEVELS.filter((l) => levels.has(l)).map((level) => (
              <li key={level}>
                <MaturityGlyph level={level} />
                {level}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="filter-doubt">
        <h2 id="filter-doubt">Doubt</h2>
        <div className="sure">
          <label htmlFor="filter-sure">Confidence</label>
          <output htmlFor="filter-sure">
            {filters.sure > 0
              ? `${filters.sure.toFixed(2)} or more: ${confidenceWords(filters.sure)}`
              : 'any'}
          </output>
          <input
            id="filter-sure"
            type="range"
            min="0"
            max="0.95"
            step="0.05"
            value={filters.sure}
            aria-valuetext={filters.sure > 0 ? `${filters.sure.toFixed(2)} or more` : 'any'}
            // One step in the history, however many notches it is dragged over.
            onChange={(e) =>
              store.edit('sure', {
                filters: { ...filters, sure: Math.round(Number(e.target.value) * 100) / 100 },
              })
            }
          />
        </div>
        {standings.size > 1 && (
          <fieldset className="family">
            <legend className="doubt-legend">The record: {model.file.attributes.registry.source}</legend>
            {STANDINGS.filter((s) => standings.has(s)).map((standing) => (
              <Checkbox
                key={standing}
                className="check"
                isSelected={!filters.hiddenStandings.includes(standing)}
                onChange={(on) =>
                  change({ hiddenStandings: toggled(filters.hiddenStandings, standing, !on) })
                }
              >
                <Box />
                <VerdictMark standing={standing} />
                <span className="check-words">{STANDING_WORDS[standing]}</span>
                <span className="check-count">{thousands(standings.get(standing) ?? 0)}</span>
              </Checkbox>
            ))}
          </fieldset>
        )}
      </section>
      <section aria-labelledby="filter-claims">
        <h2 id="filter-claims">Claims</h2>
        {FAMILY_ORDER.filter((f) => predicates.some((p) => familyOf(p) === f)).map((family) => {
          const members = predicates.filter((p) => familyOf(p) === family)
          const hidden = members.filter((p) => filters.hiddenPredicates.includes(p))
          return (
            <fieldset key={family} className="family">
              <legend className="vision-hidden">{FAMILY_WORDS[family]}</legend>
              <Checkbox
                className="check check-family"
                isSelected={hidden.length === 0}
                isIndeterminate={hidden.length > 0 && hidden.length < members.length}
                onChange={() =>
                  change({
                    hiddenPredicates:
                      hidden.length > 0
                        ? filters.hiddenPredicates.filter((p) => !members.includes(p))
                        : members.reduce((list, p) => toggled(list, p, true), filters.hiddenPredicates),
                  })
                }
              >
                <Box />
                <span className={`swatch family-${family}`} aria-hidden="true" />
                <span className="check-words">{FAMILY_WORDS[family]}</span>
              </Checkbox>
              {members.map((p: Predicate) => (
                <Checkbox
                  key={p}
                  className="check check-predicate"
                  isSelected={!filters.hiddenPredicates.includes(p)}
                  onChange={(on) => change({ hiddenPredicates: toggled(filters.hiddenPredicates, p, !on) })}
                >
                  <Box />
                  <span className="check-words">{predicateWords(p)}</span>
                  <span className="check-count">{thousands(model.predicateCounts.get(p) ?? 0)}</span>
                </Checkbox>
              ))}
            </fieldset>
          )
        })}
      </section>
      <section aria-labelledby="filter-more">
        <h2 id="filter-more">Also show</h2>
        <Switch className="toggle" isSelected={filters.mentions} onChange={(on) => change({ mentions: on })}>
          <span className="track" aria-hidden="true" />
          <span className="check-words">Mentions as lines</span>
          <span className="check-count">{thousands(mentions)}</span>
        </Switch>
        <Switch className="toggle" isSelected={filters.isolated} onChange={(on) => change({ isolated: on })}>
          <span className="track" aria-hidden="true" />
          <span className="check-words">Entities without a line</span>
          {shown.isolated > 0 && <span className="check-count">{thousands(shown.isolated)}</span>}
        </Switch>
      </section>
      <Button className="quiet reset" isDisabled={!changed} onPress={() => store.go({ filters: NO_FILTERS })}>
        Show everything again
      </Button>
      <p className="provenance">
        {count(model.file.attributes.episodes.length, 'episode')}, made by {model.file.attributes.generator}
      </p>
    </div>
  )
}
