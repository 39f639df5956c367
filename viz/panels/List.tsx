/** All entities that the filters and the search let through, as a table: the graph for whoever cannot see it. */
import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { useShown } from '../data/context.ts'
import type { Visible } from '../model/filter.ts'
import type { ModelNode } from '../model/model.ts'
import { matching, plain } from '../model/search.ts'
import { count, KIND_WORDS } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import type { ListColumn, Order } from '../state/view.ts'
import { EntityLink } from '../ui/Entity.tsx'
import { Table } from '../ui/Table.tsx'

const mentionsOf = (n: ModelNode): number => ('mentions' in n.attributes ? n.attributes.mentions : 0)
const claimsOf = (n: ModelNode): number => n.out.length + n.in.length

function sorted(nodes: ModelNode[], { column, descending }: Order<ListColumn>): ModelNode[] {
  const key = (n: ModelNode): string | number =>
    column === 'name'
      ? plain(n.label)
      : column === 'kind'
        ? n.kind
        : column === 'claims'
          ? claimsOf(n)
          : mentionsOf(n)
  const keyed = nodes.map((n) => ({ n, k: key(n) }))
  const sign = descending ? -1 : 1
  return keyed
    .sort((x, y) => (x.k < y.k ? -sign : x.k > y.k ? sign : x.n.id < y.n.id ? -1 : 1))
    .map(({ n }) => n)
}

interface Props {
  shown: Visible
  /** Why the list stands in for the graph. */
  reason?: string
  /** Tries to draw the graph once more. */
  again?(): void
}

export function List({ shown, reason, again }: Props) {
  const { model, search } = useShown()
  const store = useStore()
  const { query, list } = useView()
  const rows = useMemo(() => {
    const asked = matching(search, query)
    const seen = [...model.nodes.values()].filter((n) => (asked ? asked.has(n.id) : shown.nodes.has(n.id)))
    return sorted(seen, list.order)
  }, [model, search, query, shown, list])
  return (
    <div className="page">
      {reason && (
        <div className="card hint">
          <p>{reason}</p>
          {again && (
            <Button className="quiet" onPress={again}>
              Draw it again
            </Button>
          )}
        </div>
      )}
      <div className="page-head">
        <div>
          <h2>Entities</h2>
          <p className="tally" role="status">
            {count(rows.length, 'entity', 'entities')}
            {query.trim() && ' that match the search'}
          </p>
        </div>
      </div>
      <Table
        name="list"
        label="Entities"
        rows={rows}
        rowKey={(n) => n.id}
        order={list.order}
        onOrder={(order) => store.go({ list: { order } })}
        columns={[
          { name: 'name', heading: 'Name', cell: (n) => <EntityLink id={n.id} /> },
          { name: 'kind', heading: 'Kind', cell: (n) => KIND_WORDS[n.kind].one },
          { name: 'claims', heading: 'Claims', number: true, cell: claimsOf },
          { name: 'mentions', heading: 'Mentions', number: true, cell: mentionsOf },
        ]}
        empty="Nothing is left: the filters or the search hide everything."
      />
    </div>
  )
}
