/**
 * Filters that are the legend at once: what each shape, colour and ring means, and whether it is shown. Beside
 * each option stands what one would see with it on, all other groups being as they are.
 */
import { type ReactNode, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Checkbox } from 'react-aria-components/Checkbox'
import { Switch } from 'react-aria-components/Switch'
import type { NodeKind, Predicate } from '../../src/ontology.ts'
import { useShown } from '../data/context.ts'
import { LEVELS } from '../model/facets.ts'
import type { Visible } from '../model/filter.ts'
import { familyOf, type GraphModel, labelOf } from '../model/model.ts'
import { STANDING_WORDS, STANDINGS } from '../model/verdict.ts'
import {
  confidenceWords,
  count,
  dateWords,
  FAMILY_ORDER,
  FAMILY_WORDS,
  KIND_ORDER,
  KIND_WORDS,
  predicateWords,
  thousands,
} from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import {
  chosenIn,
  type FilterGroup,
  type Filters as FilterState,
  hiddenCount,
  NO_FILTERS,
  resetGroup,
  toggled,
} from '../state/view.ts'
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

interface ChoiceProps {
  on: boolean
  some?: boolean
  change(on: boolean): void
  count: number
  className?: string
  mark?: ReactNode
  children: ReactNode
}

/** One option, with what one would see with it on. */
function Choice({ on, some = false, change, count: n, className = '', mark, children }: ChoiceProps) {
  return (
    <Checkbox
      className={`check ${className}${n === 0 ? ' check-none' : ''}`}
      isSelected={on}
      isIndeterminate={some}
      onChange={change}
    >
      <Box />
      {mark}
      <span className="check-words">{children}</span>
      <span className="check-count">{thousands(n)}</span>
    </Checkbox>
  )
}

/** A group of options with its own way back. */
function Group({ group, title, children }: { group: FilterGroup; title: string; children: ReactNode }) {
  const store = useStore()
  const { filters } = useView()
  const id = `filter-${group}`
  return (
    <section aria-labelledby={id}>
      <div className="filter-head">
        <h2 id={id}>{title}</h2>
        {chosenIn(filters, group) > 0 && (
          <Button
            className="quiet small"
            aria-label={`Reset ${title}`}
            onPress={() => store.go({ filters: resetGroup(filters, group) })}
          >
            Reset
          </Button>
        )}
      </div>
      {children}
    </section>
  )
}

/** Options shown before "more". */
const FIRST = 8

interface ManyProps {
  group: 'episodes' | 'interviews' | 'speakers'
  title: string
  counts: ReadonlyMap<string, number>
  /** Says more of an option than its name. */
  about?(id: string): string
}

/** A group of which some are chosen rather than hidden; none chosen is all. Closed until somebody opens it. */
function Many({ group, title, counts, about }: ManyProps) {
  const { model } = useShown()
  const store = useStore()
  const { filters } = useView()
  const [all, setAll] = useState(false)
  const chosen = filters[group]
  const [open, setOpen] = useState(chosen.length > 0)
  if (counts.size < 2) return null
  // What is chosen stays in sight; otherwise most first.
  const options = [...counts]
    .filter(([id, n]) => n > 0 || chosen.includes(id))
    .sort(
      ([x, n], [y, m]) =>
        Number(chosen.includes(y)) - Number(chosen.includes(x)) || m - n || (x < y ? -1 : 1),
    )
  const shown = all ? options : options.slice(0, Math.max(FIRST, chosen.length))
  const words =
    chosen.length > 0 ? `${chosen.length} of ${thousands(counts.size)}` : `all ${thousands(counts.size)}`
  return (
    <Group group={group} title={title}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {chosen.length > 0 ? 'Only ' : ''}
          {words}
        </summary>
        <fieldset className="family">
          <legend className="vision-hidden">Only these {title.toLowerCase()}</legend>
          {shown.map(([id, n]) => (
            <Choice
              key={id}
              on={chosen.includes(id)}
              change={(on) => store.go({ filters: { ...filters, [group]: toggled(chosen, id, on) } })}
              count={n}
            >
              <bdi>{labelOf(model, id)}</bdi>
              {about && <small>{about(id)}</small>}
            </Choice>
          ))}
          {shown.length < options.length && (
            <Button className="quiet small" onPress={() => setAll(true)}>
              {options.length - shown.length} more
            </Button>
          )}
          {options.length === 0 && <p className="filter-note">Nothing with the other filters.</p>}
        </fieldset>
      </details>
    </Group>
  )
}

function Confidence({ bins }: { bins: readonly number[] }) {
  const store = useStore()
  const { filters } = useView()
  const most = Math.max(1, ...bins)
  const from = Math.round(filters.sure * bins.length)
  const left = bins.slice(from).reduce((sum, n) => sum + n, 0)
  return (
    <div className="sure">
      <label htmlFor="filter-sure">
        {filters.sure > 0
          ? `${filters.sure.toFixed(2)} or more: ${confidenceWords(filters.sure)}`
          : 'Any confidence'}
      </label>
      <output htmlFor="filter-sure">{thousands(left)}</output>
      <svg className="bins" viewBox={`0 0 ${bins.length} 10`} preserveAspectRatio="none" aria-hidden="true">
        {bins.map((n, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
            key={i}
            className={i < from ? 'bin-off' : 'bin'}
            x={i + 0.1}
            width={0.8}
            y={10 - (10 * n) / most}
            height={(10 * n) / most}
          />
        ))}
      </svg>
      <input
        id="filter-sure"
        type="range"
        min="0"
        max="0.95"
        step="0.05"
        value={filters.sure}
        aria-label="Confidence"
        aria-valuetext={filters.sure > 0 ? `${filters.sure.toFixed(2)} or more` : 'any'}
        // One step in the history, however many notches it is dragged over.
        onChange={(e) =>
          store.edit('sure', {
            filters: { ...filters, sure: Math.round(Number(e.target.value) * 100) / 100 },
          })
        }
      />
    </div>
  )
}

/** First and last month of the episodes whose words count. */
function Time({ shown }: { shown: Visible }) {
  const { facets } = useShown()
  const store = useStore()
  const { filters } = useView()
  const { months } = facets
  if (months.length < 2) return null
  const ends = [
    { key: 'since', words: 'From', open: 'the first', counts: shown.counts.since },
    { key: 'until', words: 'to', open: 'the last', counts: shown.counts.until },
  ] as const
  return (
    <Group group="time" title="Recorded">
      <div className="time">
        {ends.map(({ key, words, open, counts }) => (
          <span key={key}>
            <label htmlFor={`filter-${key}`}>{words}</label>
            <select
              id={`filter-${key}`}
              value={filters[key]}
              onChange={(event) => store.go({ filters: { ...filters, [key]: event.target.value } })}
            >
              <option value="">{open}</option>
              {/* A month from the address that no episode has. */}
              {filters[key] && !counts.has(filters[key]) && (
                <option value={filters[key]}>{dateWords(filters[key])}</option>
              )}
              {months.map((month) => (
                <option key={month} value={month}>
                  {dateWords(month)} ({thousands(counts.get(month) ?? 0)})
                </option>
              ))}
            </select>
          </span>
        ))}
      </div>
    </Group>
  )
}

/** What there is to choose from in a graph: a walk through all of it, and the same whatever is chosen. */
function optionsOf(model: GraphModel) {
  const kinds = KIND_ORDER.filter((k) => model.kindCounts.has(k))
  const predicates: Predicate[] = [...model.predicateCounts.keys()].filter((p) => p !== 'mentions')
  const projects = [...model.nodes.values()].filter((n) => n.kind === 'project')
  const levels = LEVELS.filter((level) => projects.some((n) => (n.maturity ?? 'none') === level))
  const verdicts = new Set(model.claims.map((e) => e.attributes.verdict ?? 'unchecked'))
  const standings = STANDINGS.filter((s) => verdicts.has(s))
  const dates = new Map(model.file.attributes.episodes.map((e) => [e.id, e.date ? dateWords(e.date) : '']))
  return { kinds, predicates, levels, standings, dates }
}

export function Filters({ shown }: { shown: Visible }) {
  const { model } = useShown()
  const store = useStore()
  const { filters, focus } = useView()
  const { counts } = shown
  const change = (by: Partial<FilterState>): void => store.go({ filters: { ...filters, ...by } })
  const { kinds, predicates, levels, standings, dates } = useMemo(() => optionsOf(model), [model])
  const changed = hiddenCount(filters) > 0 || filters.mentions || filters.isolated
  const mentions = model.predicateCounts.get('mentions') ?? 0
  return (
    <div className="filters">
      <div className="filter-head">
        <p className="tally" role="status">
          <strong>{thousands(shown.nodes.size)}</strong>
          {shown.nodes.size < model.nodes.size && ` of ${thousands(model.nodes.size)}`} entities,{' '}
          <strong>{thousands(shown.claims)}</strong>
          {shown.claims < model.claims.length && ` of ${thousands(model.claims.length)}`} claims
        </p>
        {changed && (
          <Button className="quiet small" onPress={() => store.go({ filters: NO_FILTERS })}>
            Reset all
          </Button>
        )}
      </div>
      {focus !== null && model.nodes.has(focus) && (
        <p className="filter-note">The numbers beside the options are those of the whole graph.</p>
      )}
      <Group group="kinds" title="Kinds">
        {kinds.map((kind: NodeKind) => (
          <Choice
            key={kind}
            on={!filters.hiddenKinds.includes(kind)}
            change={(on) => change({ hiddenKinds: toggled(filters.hiddenKinds, kind, !on) })}
            count={counts.kinds.get(kind) ?? 0}
            mark={<Glyph kind={kind} />}
          >
            {KIND_WORDS[kind].many}
          </Choice>
        ))}
      </Group>
      {levels.some((l) => l !== 'none') && (
        <Group group="levels" title="Rings: CNCF maturity">
          {levels.map((level) => (
            <Choice
              key={level}
              on={!filters.hiddenLevels.includes(level)}
              change={(on) => change({ hiddenLevels: toggled(filters.hiddenLevels, level, !on) })}
              count={counts.levels.get(level) ?? 0}
              mark={level === 'none' ? <Glyph kind="project" size={18} /> : <MaturityGlyph level={level} />}
            >
              {level === 'none' ? 'without a level' : level}
            </Choice>
          ))}
        </Group>
      )}
      <Group group="predicates" title="Claims">
        {FAMILY_ORDER.filter((f) => predicates.some((p) => familyOf(p) === f)).map((family) => {
          const members = predicates.filter((p) => familyOf(p) === family)
          const hidden = members.filter((p) => filters.hiddenPredicates.includes(p))
          return (
            <fieldset key={family} className="family">
              <legend className="vision-hidden">{FAMILY_WORDS[family]}</legend>
              <Choice
                className="check-family"
                on={hidden.length === 0}
                some={hidden.length > 0 && hidden.length < members.length}
                change={() =>
                  change({
                    hiddenPredicates:
                      hidden.length > 0
                        ? filters.hiddenPredicates.filter((p) => !members.includes(p))
                        : members.reduce((list, p) => toggled(list, p, true), filters.hiddenPredicates),
                  })
                }
                count={members.reduce((sum, p) => sum + (counts.predicates.get(p) ?? 0), 0)}
                mark={<span className={`swatch family-${family}`} aria-hidden="true" />}
              >
                {FAMILY_WORDS[family]}
              </Choice>
              {members.map((p) => (
                <Choice
                  key={p}
                  className="check-predicate"
                  on={!filters.hiddenPredicates.includes(p)}
                  change={(on) => change({ hiddenPredicates: toggled(filters.hiddenPredicates, p, !on) })}
                  count={counts.predicates.get(p) ?? 0}
                >
                  {predicateWords(p)}
                </Choice>
              ))}
            </fieldset>
          )
        })}
      </Group>
      <Group group="confidence" title="Confidence">
        <Confidence bins={counts.confidence} />
      </Group>
      {standings.length > 1 && (
        <Group group="standings" title={`The record: ${model.file.attributes.registry.source}`}>
          {standings.map((standing) => (
            <Choice
              key={standing}
              on={!filters.hiddenStandings.includes(standing)}
              change={(on) => change({ hiddenStandings: toggled(filters.hiddenStandings, standing, !on) })}
              count={counts.standings.get(standing) ?? 0}
              mark={<VerdictMark standing={standing} />}
            >
              {STANDING_WORDS[standing]}
            </Choice>
          ))}
        </Group>
      )}
      <Time shown={shown} />
      <Many group="episodes" title="Episodes" counts={counts.episodes} about={(id) => dates.get(id) ?? ''} />
      <Many group="interviews" title="Interviews" counts={counts.interviews} />
      <Many group="speakers" title="Speakers" counts={counts.speakers} />
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
      <p className="provenance">
        {count(model.file.attributes.episodes.length, 'episode')}, made by {model.file.attributes.generator}
      </p>
    </div>
  )
}
