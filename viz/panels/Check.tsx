/** Claims against the record at the time they were made, and against each other. */
import { useMemo } from 'react'
import { useShown } from '../data/context.ts'
import { checkedRows, sortedChecked, VERDICT_ORDER } from '../model/checked.ts'
import { contradictions } from '../model/contradictions.ts'
import type { Visible } from '../model/filter.ts'
import { labelOf } from '../model/model.ts'
import { recordSays, VERDICT_WORDS } from '../model/verdict.ts'
import { dateWords, thousands } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { isOpen } from '../state/view.ts'
import { ClaimLink, Tags } from '../ui/Claim.tsx'
import { Quote } from '../ui/Evidence.tsx'
import { Table } from '../ui/Table.tsx'
import { VerdictMark, VerdictWords } from '../ui/Verdict.tsx'
import { Contradictions } from './Contradictions.tsx'

export function Check({ shown }: { shown: Visible }) {
  const { model } = useShown()
  const store = useStore()
  const { check, selection } = useView()
  const all = useMemo(() => checkedRows(model, shown), [model, shown])
  const rows = useMemo(() => sortedChecked(model, all, check.order), [model, all, check])
  const clashes = useMemo(() => {
    const seen = new Set([...shown.pairs.values()].flatMap((pair) => pair.claims))
    return contradictions(model).filter(
      ({ subject, sides }) => shown.nodes.has(subject) && sides.every(({ edge }) => !edge || seen.has(edge)),
    )
  }, [model, shown])
  const counts = VERDICT_ORDER.map(
    (v) => [v, all.filter((r) => r.judged.verdict === v).length] as const,
  ).filter(([, n]) => n > 0)
  const { source, date } = model.file.attributes.registry
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h2>What was said, and what the record has</h2>
          <p className="provenance">
            {source}, {dateWords(date)}; asked for the day of each episode.
          </p>
          <ul className="verdicts" aria-label="Verdicts">
            {counts.map(([verdict, n]) => (
              <li key={verdict} className="verdict-line">
                <VerdictMark standing={verdict} />
                {VERDICT_WORDS[verdict]} <strong>{thousands(n)}</strong>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <Contradictions list={clashes} />
      <Table
        name="check"
        label="Claims against the record"
        rows={rows}
        rowKey={(row) => row.key}
        isCurrent={({ edge }) => isOpen(selection, edge.source, edge.target)}
        order={check.order}
        onOrder={(order) => store.go({ check: { order } })}
        columns={[
          {
            name: 'verdict',
            heading: 'Verdict',
            cell: ({ judged }) => (
              <span className="verdict-line">
                <VerdictWords verdict={judged.verdict} />
              </span>
            ),
          },
          {
            name: 'claim',
            heading: 'Claim',
            cell: ({ edge }) => (
              <span>
                <ClaimLink edge={edge} /> <Tags qualifiers={edge.attributes.qualifiers} />
                <span className="record-has">
                  {recordSays(model, edge).length > 0
                    ? `The record: ${recordSays(model, edge).join(', ')}`
                    : 'The record has nothing on it.'}
                </span>
              </span>
            ),
          },
          {
            name: 'date',
            heading: 'Said',
            cell: ({ judged }) =>
              judged.date ? dateWords(judged.date) : <span className="unsaid">unknown</span>,
          },
          {
            name: 'speaker',
            heading: 'By',
            cell: ({ evidence }) =>
              evidence.speaker ? (
                <bdi>{labelOf(model, evidence.speaker)}</bdi>
              ) : (
                <span className="unsaid">unknown</span>
              ),
          },
        ]}
        extra={{ heading: 'In these words', cell: (row) => <Quote evidence={row.evidence} /> }}
        empty="Nothing that is shown here is of a kind that the record speaks of."
      />
    </div>
  )
}
