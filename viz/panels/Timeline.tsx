/**
 * The maturity of a project over time: lanes for the levels, bars for what the record has, and a mark for what was
 * said when, on the lane of the level that was claimed. What was said of the past or the future has a broken ring,
 * and a dashed line to the bar it speaks of. The table below it says the same.
 */
import { useLayoutEffect, useRef, useState } from 'react'
import type { MaturityLevel } from '../../src/ontology.ts'
import { useShown } from '../data/context.ts'
import { isPresent } from '../model/contradictions.ts'
import { labelOf, type ModelNode } from '../model/model.ts'
import { type Point, rowsFor, type Timeline as TimelineModel, ticks, timeline } from '../model/timeline.ts'
import { VERDICT_WORDS } from '../model/verdict.ts'
import { dateWords, qualifierTags } from '../model/words.ts'
import { openPlace } from '../state/view.ts'
import { Tags } from '../ui/Claim.tsx'
import { ViewLink } from '../ui/Entity.tsx'
import { placeOfEvidence } from '../ui/Evidence.tsx'
import { VerdictMark, VerdictSign, VerdictWords } from '../ui/Verdict.tsx'

/** In pixels: the picture is as wide as the panel, so that its words keep their size. */
const LABELS = 82
const MARGIN = 12
const MARK = 9
const LANE = 30
const ROW = 21
const AXIS = 24

/** The width of an element, kept up to date. */
function useWidth(start: number) {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(start)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth || start))
    watch.observe(element)
    return () => watch.disconnect()
  }, [start])
  return [ref, width] as const
}

/** @example "graduated, current, since 2022; said in March 2024 by Vera Lind: the record agrees" */
function usePointWords(): (point: Point) => string {
  const { model } = useShown()
  return ({ level, date, verdict, edge, evidence }) => {
    const speaker = evidence[0]?.speaker
    const tags = [level, ...qualifierTags(edge.attributes.qualifiers)].join(', ')
    const by = speaker ? ` by ${labelOf(model, speaker)}` : ''
    return `${tags}; said ${date ? `in ${dateWords(date)}` : 'at an unknown date'}${by}: ${VERDICT_WORDS[verdict]}`
  }
}

interface Lane {
  level: MaturityLevel
  top: number
  height: number
  marks: { point: Point; x: number; row: number }[]
}

/** Lanes from the top, the highest level first; a lane is as high as its marks need. */
function lanesOf(line: TimelineModel, x: (year: number) => number): Lane[] {
  let top = 0
  return [...line.levels].reverse().map((level) => {
    const dated = line.points.filter((p) => p.level === level && p.at !== undefined)
    const at = dated.map((p) => x(p.at as number))
    const rows = rowsFor(at, 2 * MARK + 2)
    const height = LANE + Math.max(0, ...rows) * ROW
    const lane = {
      level,
      top,
      height,
      marks: dated.map((point, i) => ({ point, x: at[i] ?? 0, row: rows[i] ?? 0 })),
    }
    top += height
    return lane
  })
}

/** For a claim of what was or will be: the end of the stage that it speaks of, in years, where there is one. */
function edgeOfStage(
  { stages }: TimelineModel,
  level: MaturityLevel,
  { at, edge }: Point,
): number | undefined {
  const { status, modality } = edge.attributes.qualifiers
  if (at === undefined) return undefined
  const own = stages.find((s) => s.level === level)
  if (status === 'former' && own && own.to < at) return own.to
  if ((status === 'planned' || modality === 'planned') && own && own.from > at) return own.from
  return undefined
}

function Drawing({ line, name }: { line: TimelineModel; name: string }) {
  const [ref, width] = useWidth(320)
  const wordsOf = usePointWords()
  const span = Math.max(1, width - LABELS - MARGIN)
  const x = (year: number): number => LABELS + ((year - line.from) / (line.to - line.from)) * span
  const lanes = lanesOf(line, x)
  const last = lanes.at(-1)
  const floor = last ? last.top + last.height : 0
  return (
    <div ref={ref} className="timeline">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset */}
      <svg width={width} height={floor + AXIS} role="group" aria-label={`Maturity of ${name} over time`}>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g aria-hidden="true">
          {ticks(line.from, line.to, Math.max(1, Math.floor(span / 46))).map((year) => (
            <g key={year}>
              <path className="tick" d={`M${x(year)} 0V${floor}`} />
              <text x={x(year)} y={floor + 16} textAnchor="middle">
                {year}
              </text>
            </g>
          ))}
          {lanes.map(({ level, top, height }) => (
            <g key={level}>
              <path className="lane" d={`M0 ${top + height}H${width}`} />
              <text x="0" y={top + 19}>
                {level}
              </text>
            </g>
          ))}
          {lanes.flatMap(({ level, top, height }) =>
            line.stages
              .filter((s) => s.level === level)
              .map((s) => (
                <rect
                  key={s.since}
                  className="stage-bar"
                  x={x(s.from)}
                  y={top + 4}
                  width={Math.max(2, x(s.to) - x(s.from))}
                  height={height - 8}
                  rx="3"
                />
              )),
          )}
          {lanes.flatMap(({ level, top, marks }) =>
            marks.map(({ point, x: cx, row }) => {
              const edge = edgeOfStage(line, level, point)
              const y = top + LANE / 2 + row * ROW
              return edge === undefined ? null : (
                <path
                  key={`${point.edge.key} ${point.date}`}
                  className="leader"
                  d={`M${x(edge)} ${y}H${cx}`}
                />
              )
            }),
          )}
        </g>
        {lanes.flatMap(({ top, marks }) =>
          marks.map(({ point, x: cx, row }) => {
            const [evidence] = point.evidence
            if (!evidence) return null
            const place = openPlace(placeOfEvidence(evidence))
            return (
              <ViewLink key={`${point.edge.key} ${evidence.episode}`} to={place} aria-label={wordsOf(point)}>
                <g transform={`translate(${cx - 8} ${top + LANE / 2 - 8 + row * ROW})`}>
                  <title>{wordsOf(point)}</title>
                  <rect className="mark-ground" x="-2" y="-2" width="20" height="20" rx="10" />
                  <VerdictSign
                    standing={point.verdict}
                    dashed={!isPresent(point.edge.attributes.qualifiers)}
                  />
                </g>
              </ViewLink>
            )
          }),
        )}
      </svg>
    </div>
  )
}

/** What was said and what the record has, by date. */
function Twin({ line }: { line: TimelineModel }) {
  const { model } = useShown()
  const rows = [
    ...line.stages.map((stage) => ({ at: stage.from, stage, point: null })),
    ...line.points.map((point) => ({ at: point.at ?? Infinity, stage: null, point })),
  ].sort((a, b) => a.at - b.at)
  return (
    <table className="table timeline-table">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Level</th>
          <th scope="col">Who says so</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ stage, point }, i) => {
          if (stage)
            return (
              <tr key={`record ${stage.level} ${stage.since}`}>
                <td>{dateWords(stage.since)}</td>
                <td>{stage.level}</td>
                <td>The record, from then on{i === 0 ? ' (accepted)' : ''}</td>
              </tr>
            )
          const [evidence] = point.evidence
          const speaker = evidence?.speaker ? labelOf(model, evidence.speaker) : 'Somebody'
          return (
            <tr key={`${point.edge.key} ${evidence?.episode}`}>
              <td>{point.date ? dateWords(point.date) : 'unknown'}</td>
              <td>
                {point.level} <Tags qualifiers={point.edge.attributes.qualifiers} />
              </td>
              <td>
                {evidence ? (
                  <ViewLink className="claim-link" to={openPlace(placeOfEvidence(evidence))}>
                    <bdi>{speaker}</bdi>
                  </ViewLink>
                ) : (
                  speaker
                )}
                <span className="verdict-line">
                  <VerdictWords verdict={point.verdict} />
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Nothing where neither the record nor anybody has a level for it. */
export function Timeline({ node }: { node: ModelNode }) {
  const { model } = useShown()
  const line = timeline(model, node)
  if (!line) return null
  const undated = line.points.filter((p) => p.at === undefined).length
  const other = line.points.find((p) => !isPresent(p.edge.attributes.qualifiers))
  const verdicts = [...new Set(line.points.map((p) => p.verdict))]
  return (
    <section className="group" aria-label="Maturity over time">
      <h3>Maturity over time</h3>
      <Drawing line={line} name={node.label} />
      <ul className="timeline-legend">
        {line.stages.length > 0 && (
          <li>
            <span className="stage-swatch" aria-hidden="true" />
            {model.file.attributes.registry.source}
          </li>
        )}
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <VerdictMark standing={verdict} />
            {VERDICT_WORDS[verdict]}
          </li>
        ))}
        {other && (
          <li>
            <VerdictMark standing={other.verdict} dashed />
            Of the past, or planned
          </li>
        )}
      </ul>
      {undated > 0 && (
        <p className="unsaid">{undated} more said in episodes without a date: they stand in the table.</p>
      )}
      <details className="twin">
        <summary>As a table</summary>
        <Twin line={line} />
      </details>
    </section>
  )
}
