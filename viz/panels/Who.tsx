/** Who represented what: guests, what they came for, their role and employer, the interview and the words. */
import { useMemo } from 'react'
import { Input } from 'react-aria-components/Input'
import { SearchField } from 'react-aria-components/SearchField'
import { useShown } from '../data/context.ts'
import { dateOf } from '../model/transcript.ts'
import { sortedWho, type WhoRow } from '../model/who.ts'
import { count, dateWords } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { isOpen, selectPair, type ViewState } from '../state/view.ts'
import { EntityLink } from '../ui/Entity.tsx'
import { Quote } from '../ui/Evidence.tsx'
import { Icon } from '../ui/icons.tsx'
import { Table } from '../ui/Table.tsx'

/** The page with one row of it open: the guest and what they represent. */
const rowView = ({ guest, represents }: WhoRow): Partial<ViewState> => ({
  view: 'who',
  ...selectPair(represents, guest),
})

export function Who() {
  const { model, who: rows } = useShown()
  const store = useStore()
  const { who, selection } = useView()
  const list = useMemo(() => sortedWho(model, rows, who.query, who.order), [model, rows, who])
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h2>Who represented what</h2>
          <p className="tally" role="status">
            {list.length === rows.length
              ? `${count(rows.length, 'appearance')}`
              : `${list.length} of ${count(rows.length, 'appearance')}`}
          </p>
        </div>
        <SearchField
          className="search"
          aria-label="Filter by guest, project, role, employer or interview"
          value={who.query}
          onChange={(query) => store.edit('who', { who: { ...who, query } })}
        >
          <Icon name="search" />
          <Input placeholder="Guest, project, employer…" />
        </SearchField>
      </div>
      <Table
        name="who"
        label="Who represented what"
        rows={list}
        rowKey={(row) => row.key}
        isCurrent={(row) => isOpen(selection, row.guest, row.represents)}
        order={who.order}
        onOrder={(order) => store.go({ who: { ...who, order } })}
        columns={[
          { name: 'guest', heading: 'Guest', cell: (row) => <EntityLink id={row.guest} /> },
          { name: 'represents', heading: 'Represents', cell: (row) => <EntityLink id={row.represents} /> },
          {
            name: 'role',
            heading: 'Role',
            cell: (row) => (row.role ? <bdi>{row.role}</bdi> : <span className="unsaid">not said</span>),
          },
          {
            name: 'employer',
            heading: 'Employer',
            cell: (row) =>
              row.employers.length > 0 ? (
                row.employers.map((id) => <EntityLink key={id} id={id} />)
              ) : (
                <span className="unsaid">not said</span>
              ),
          },
          { name: 'interview', heading: 'Interview', cell: (row) => <EntityLink id={row.interview} /> },
          {
            name: 'episode',
            heading: 'Episode',
            cell: ({ evidence: { episode } }) => (
              <span>
                <EntityLink id={episode} />
                <small className="who-date">{dateWords(dateOf(model, episode) ?? '')}</small>
              </span>
            ),
          },
        ]}
        extra={{
          heading: 'In these words',
          cell: (row) => (
            <Quote
              evidence={row.evidence}
              showEpisode={false}
              link={{ what: 'this row', to: rowView(row) }}
            />
          ),
        }}
        empty={
          rows.length > 0
            ? 'No appearance has all of these words.'
            : 'This graph does not say who represented what.'
        }
      />
    </div>
  )
}
