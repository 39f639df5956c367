/** All that the picture holds, in words, for whoever cannot see it: entities, claims, or an outline of both. */
import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { predicateSpec } from '../../src/ontology.ts'
import type { GraphEdge } from '../../src/schema.ts'
import { useShown } from '../data/context.ts'
import type { Visible } from '../model/filter.ts'
import type { ModelNode } from '../model/model.ts'
import { mentionsOf, seenCounts, seenEdges, sortedEdges, sortedNodes } from '../model/outline.ts'
import { matching } from '../model/search.ts'
import { confidenceWords, count, KIND_WORDS } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { hiddenCount, isOpen, type ListForm, NO_FILTERS, selectPair } from '../state/view.ts'
import { Tags } from '../ui/Claim.tsx'
import { EntityLink, ViewLink } from '../ui/Entity.tsx'
import { Quotes } from '../ui/Evidence.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Table } from '../ui/Table.tsx'
import { Outline } from './Outline.tsx'

const FORMS: { value: ListForm; words: string }[] = [
  { value: 'entities', words: 'Entities' },
  { value: 'claims', words: 'Claims' },
  { value: 'outline', words: 'Outline' },
]

/** Nothing is left of the list: why, and what brings it back. */
function Empty() {
  const store = useStore()
  const { query, filters } = useView()
  const hiding = hiddenCount(filters) > 0
  return (
    <>
      {hiding && query
        ? 'Nothing is left that the filters do not hide and the search matches.'
        : query
          ? 'Nothing here matches the search.'
          : 'Nothing is left: the filters hide everything.'}
      {hiding && (
        <Button className="quiet" onPress={() => store.go({ filters: NO_FILTERS })}>
          Reset the filters
        </Button>
      )}
    </>
  )
}

function Entities({ nodes, counts }: { nodes: readonly ModelNode[]; counts: ReadonlyMap<string, number> }) {
  const store = useStore()
  const { list, selection } = useView()
  return (
    <Table
      name="list"
      label="Entities"
      rows={nodes}
      rowKey={(n) => n.id}
      isCurrent={(n) => isOpen(selection, n.id)}
      order={list.order}
      onOrder={(order) => store.go({ list: { ...list, order } })}
      columns={[
        { name: 'name', heading: 'Name', cell: (n) => <EntityLink id={n.id} /> },
        {
          name: 'kind',
          heading: 'Kind',
          cell: (n) => [KIND_WORDS[n.kind].one, n.maturity].filter(Boolean).join(', '),
        },
        { name: 'claims', heading: 'Claims', number: true, cell: (n) => counts.get(n.id) ?? 0 },
        { name: 'mentions', heading: 'Mentions', number: true, cell: mentionsOf },
      ]}
      empty={<Empty />}
    />
  )
}

function Claims({ edges }: { edges: readonly GraphEdge[] }) {
  const { model } = useShown()
  const store = useStore()
  const { list, selection } = useView()
  const rows = useMemo(() => sortedEdges(model, edges, list.claims), [model, edges, list.claims])
  return (
    <Table
      name="claims"
      label="Claims"
      rows={rows}
      rowKey={(e) => e.key}
      isCurrent={(e) => isOpen(selection, e.source, e.target)}
      order={list.claims}
      onOrder={(claims) => store.go({ list: { ...list, claims } })}
      columns={[
        { name: 'subject', heading: 'Subject', cell: (e) => <EntityLink id={e.source} /> },
        {
          name: 'predicate',
          heading: 'Claim',
          cell: (e) => (
            <span>
              <ViewLink className="claim-link" to={{ ...selectPair(e.source, e.target), place: null }}>
                <bdi>{predicateSpec(e.attributes.predicate).reads}</bdi>
              </ViewLink>{' '}
              <Tags qualifiers={e.attributes.qualifiers} />
            </span>
          ),
        },
        { name: 'object', heading: 'Object', cell: (e) => <EntityLink id={e.target} /> },
        {
          name: 'confidence',
          heading: 'Confidence',
          cell: (e) => confidenceWords(e.attributes.confidence),
        },
      ]}
      extra={{ heading: 'In these words', cell: (e) => <Quotes evidence={e.attributes.evidence} /> }}
      empty={<Empty />}
    />
  )
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
  const { query, list, focus, filters } = useView()
  const asked = useMemo(() => matching(search, query), [search, query])
  const counts = useMemo(() => seenCounts(shown), [shown])
  const nodes = useMemo(() => {
    const seen = [...shown.nodes].flatMap((id) =>
      asked && !asked.has(id) ? [] : (model.nodes.get(id) ?? []),
    )
    return sortedNodes(seen, counts, list.order)
  }, [model, asked, shown, counts, list.order])
  const edges = useMemo(
    () => seenEdges(model, shown).filter((e) => !asked || asked.has(e.source) || asked.has(e.target)),
    [model, shown, asked],
  )
  const hidden = asked ? [...asked].filter((id) => !shown.nodes.has(id)).length : 0
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
          <h2>{FORMS.find((f) => f.value === list.form)?.words}</h2>
          <p className="tally" role="status">
            {count(nodes.length, 'entity', 'entities')},{' '}
            {count(edges.filter((e) => e.attributes.predicate !== 'mentions').length, 'claim')}
            {asked && ' that match the search'}
            {hidden > 0 && `; the filters hide ${count(hidden, 'other')}`}
          </p>
        </div>
        <Segments
          label="The list as"
          items={FORMS}
          value={list.form}
          onChange={(form) => store.go({ list: { ...list, form } })}
        />
      </div>
      {focus && model.nodes.has(focus) && (
        <p className="list-note">
          Only <EntityLink id={focus} /> and its neighbours
          <Button className="quiet small" onPress={() => store.go({ focus: null, camera: null })}>
            Show all
          </Button>
        </p>
      )}
      {list.form === 'entities' && <Entities nodes={nodes} counts={counts} />}
      {list.form === 'claims' && <Claims edges={edges} />}
      {list.form === 'outline' && <Outline nodes={nodes} shown={shown} counts={counts} empty={<Empty />} />}
      {shown.isolated > 0 && !focus && (
        <p className="list-note">
          {count(shown.isolated, 'entity', 'entities')} without a claim
          <Button
            className="quiet small"
            onPress={() => store.go({ filters: { ...filters, isolated: true, mentions: true } })}
          >
            Show
          </Button>
        </p>
      )}
    </div>
  )
}
