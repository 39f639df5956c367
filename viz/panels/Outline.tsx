/** Entities, under each its claims, under each claim its quotes: a tree for the keyboard and the screen reader. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import type { Evidence, GraphEdge } from '../../src/schema.ts'
import { useShown } from '../data/context.ts'
import type { Visible } from '../model/filter.ts'
import { labelOf, type ModelNode } from '../model/model.ts'
import { linesAt, lineWords, type OutlineLine } from '../model/outline.ts'
import { wordsOf } from '../model/transcript.ts'
import { count, KIND_WORDS, thousands } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { isOpen, openPlace, type Selection, select, selectPair } from '../state/view.ts'
import { Tags } from '../ui/Claim.tsx'
import { placeOfEvidence } from '../ui/Evidence.tsx'
import { Glyph, MaturityGlyph } from '../ui/Glyph.tsx'
import { Icon } from '../ui/icons.tsx'

/** Entities on one page: few enough that a slow phone draws them at once. */
const PAGE = 100

const Chevron = () => (
  <Button slot="chevron" className="chevron">
    <Icon name="next" size={14} />
  </Button>
)

/**
 * Stands below a closed row, where nobody sees it: a row can only be opened when there is something below it, and
 * what really is there is made when it is opened.
 */
const Closed = ({ below }: { below: string }) => (
  <TreeItem id={`${below}\nclosed`} textValue="…">
    <TreeItemContent>…</TreeItemContent>
  </TreeItem>
)

function QuoteItem({ id, evidence }: { id: string; evidence: Evidence }) {
  const { model, transcripts } = useShown()
  const store = useStore()
  const said = wordsOf(evidence, transcripts)
  const by = evidence.speaker ? labelOf(model, evidence.speaker) : 'Somebody'
  const words = said === null ? 'Words not in this graph' : `“${said}”`
  return (
    <TreeItem
      id={id}
      className="outline-item outline-quote"
      textValue={`${words} ${by}, turn ${evidence.turn}`}
      onAction={() => store.go(openPlace(placeOfEvidence(evidence)))}
    >
      <TreeItemContent>
        <span className="words">
          <bdi>{words}</bdi>
        </span>
        <span className="outline-by">
          <bdi>{by}</bdi>, turn {evidence.turn}
        </span>
      </TreeItemContent>
    </TreeItem>
  )
}

/** Keys of the rows: what stands below another row begins with its key. */
const lineKey = (id: string, edge: GraphEdge): string => `${id}\n${edge.key}`

interface LineProps {
  id: string
  line: OutlineLine
  open: boolean
  now: boolean
}

function LineItem({ id, line, open, now }: LineProps) {
  const { model } = useShown()
  const store = useStore()
  const { edge, other, reads, quotes } = line
  const key = lineKey(id, edge)
  return (
    <TreeItem
      id={key}
      className={now ? 'outline-item outline-now' : 'outline-item'}
      textValue={lineWords(model, id, line)}
      onAction={() => store.go({ ...selectPair(id, other), place: null })}
    >
      <TreeItemContent>
        <Chevron />
        <span className="outline-words">
          <em>{reads}</em> <bdi>{labelOf(model, other)}</bdi> <Tags qualifiers={edge.attributes.qualifiers} />
        </span>
        <span className="outline-count">{quotes}</span>
      </TreeItemContent>
      {open ? (
        edge.attributes.evidence.map((evidence, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two pieces of evidence may be alike, and never move
          <QuoteItem key={`${key}\n${i}`} id={`${key}\n${i}`} evidence={evidence} />
        ))
      ) : (
        <Closed below={key} />
      )}
    </TreeItem>
  )
}

interface EntityProps {
  node: ModelNode
  shown: Visible
  claims: number
  expanded: ReadonlySet<string>
  selection: Selection | null
}

function EntityItem({ node, shown, claims, expanded, selection }: EntityProps) {
  const { model } = useShown()
  const store = useStore()
  const open = expanded.has(node.id)
  const now = isOpen(selection, node.id)
  const lines = open ? linesAt(model, shown, node.id) : []
  const some = (model.pairsOf.get(node.id) ?? []).some((key) => shown.pairs.has(key))
  return (
    <TreeItem
      id={node.id}
      className={now ? 'outline-item outline-now' : 'outline-item'}
      textValue={[
        `${KIND_WORDS[node.kind].one} ${node.label}`,
        ...(node.maturity ? [node.maturity] : []),
        count(claims, 'claim'),
        ...(now ? ['open'] : []),
      ].join(', ')}
      onAction={() => store.go({ ...select(node.id), place: null })}
    >
      <TreeItemContent>
        {some ? <Chevron /> : <span className="chevron" />}
        <span className="outline-words outline-entity">
          <Glyph kind={node.kind} size={14} label={KIND_WORDS[node.kind].one} />
          <bdi>{node.label}</bdi>
          {node.maturity && (
            <span className="outline-level">
              <MaturityGlyph level={node.maturity} size={14} /> {node.maturity}
            </span>
          )}
        </span>
        <span className="outline-count">{count(claims, 'claim')}</span>
      </TreeItemContent>
      {some && !open && <Closed below={node.id} />}
      {lines.map((line) => (
        <LineItem
          key={lineKey(node.id, line.edge)}
          id={node.id}
          line={line}
          open={expanded.has(lineKey(node.id, line.edge))}
          now={isOpen(selection, node.id, line.other)}
        />
      ))}
    </TreeItem>
  )
}

interface Props {
  /** In order. */
  nodes: readonly ModelNode[]
  shown: Visible
  counts: ReadonlyMap<string, number>
  /** What is said where there is nothing. */
  empty: ReactNode
}

export function Outline({ nodes, shown, counts, empty }: Props) {
  const { selection } = useView()
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const [page, setPage] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const wanted = selection?.type === 'node' ? selection.id : selection?.a
  const at = useMemo(() => nodes.findIndex((n) => n.id === wanted), [nodes, wanted])
  const pages = Math.max(1, Math.ceil(nodes.length / PAGE))
  const now = Math.min(page, pages - 1)

  // What is opened elsewhere is turned to and opened here.
  useEffect(() => {
    if (at < 0 || wanted === undefined) return
    setPage(Math.floor(at / PAGE))
    setExpanded((before) => (before.has(wanted) ? before : new Set([...before, wanted])))
  }, [at, wanted])
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when something else is opened, or it is turned to
  useEffect(() => {
    box.current?.querySelector('.outline-now')?.scrollIntoView({ block: 'nearest' })
  }, [selection, now])

  const turn = (words: string, by: number) => (
    <Button
      className="quiet small"
      isDisabled={now + by < 0 || now + by >= pages}
      onPress={() => setPage(now + by)}
    >
      {words}
    </Button>
  )
  const first = now * PAGE
  const here = nodes.slice(first, first + PAGE)
  return (
    <div ref={box}>
      <Tree
        aria-label="Entities, their claims and their quotes"
        className="outline"
        selectionMode="none"
        expandedKeys={expanded as Set<string>}
        onExpandedChange={(keys) => setExpanded(new Set([...keys].map(String)))}
        renderEmptyState={() => <div className="nothing">{empty}</div>}
      >
        {here.map((node) => (
          <EntityItem
            key={node.id}
            node={node}
            shown={shown}
            claims={counts.get(node.id) ?? 0}
            expanded={expanded}
            selection={selection}
          />
        ))}
      </Tree>
      {pages > 1 && (
        <nav className="pages" aria-label="Pages of the outline">
          {turn('Previous', -1)}
          <p role="status">
            {thousands(first + 1)} to {thousands(first + here.length)} of {thousands(nodes.length)}
          </p>
          {turn('Next', 1)}
        </nav>
      )}
    </div>
  )
}
