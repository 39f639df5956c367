/** All that is known of one entity, or of two together. */
import { useShown } from '../data/context.ts'
import { claimGroups } from '../model/claims.ts'
import { contradictions } from '../model/contradictions.ts'
import { labelOf, type ModelNode, pairKey } from '../model/model.ts'
import { confidenceWords, count, KIND_WORDS } from '../model/words.ts'
import { useView } from '../state/store.ts'
import { select, selectPair } from '../state/view.ts'
import { ClaimItem } from '../ui/Claim.tsx'
import { CopyLink } from '../ui/CopyLink.tsx'
import { EntityLink } from '../ui/Entity.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { OutLink } from '../ui/OutLink.tsx'
import { PanelHead } from '../ui/PanelHead.tsx'
import { Contradictions } from './Contradictions.tsx'
import { Facts } from './Facts.tsx'
import { FocusActions } from './FocusActions.tsx'
import { Mentions } from './Mentions.tsx'
import { MissingWords } from './MissingWords.tsx'
import { RecordCard } from './RecordCard.tsx'
import { Recording } from './Recording.tsx'
import { Timeline } from './Timeline.tsx'
import { WhoCard } from './WhoCard.tsx'

/** Spellings shown at first; a much misheard name has dozens. */
const HEARD = 8

function Heard({ surfaces }: { surfaces: readonly string[] }) {
  if (surfaces.length === 0) return null
  return (
    <p className="heard">
      Heard as{' '}
      {surfaces.slice(0, HEARD).map((s, i) => (
        <span key={s}>
          {i > 0 && ', '}
          <bdi>“{s}”</bdi>
        </span>
      ))}
      {surfaces.length > HEARD && ` and ${surfaces.length - HEARD} more`}
    </p>
  )
}

function NodeDetails({ node }: { node: ModelNode }) {
  const { model } = useShown()
  const a = node.attributes
  const entity = 'surfaces' in a ? a : null
  return (
    <>
      <PanelHead
        about={node.id}
        kicker={KIND_WORDS[node.kind].one}
        glyph={<Glyph kind={node.kind} size={30} />}
        title={<bdi>{node.label}</bdi>}
      >
        <CopyLink what={node.label} to={select(node.id)} large />
      </PanelHead>
      <div className="panel-body">
        <p className="summary">
          {[
            count(node.out.length + node.in.length, 'claim'),
            entity && count(entity.mentions, 'mention'),
            entity?.confidence !== undefined && `${confidenceWords(entity.confidence)} to be one`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Heard surfaces={entity?.surfaces.filter((s) => s !== node.label) ?? []} />
        <div className="actions">
          <FocusActions id={node.id} />
          {node.kind === 'url' && <OutLink address={node.id.slice('url:'.length)} />}
        </div>
        <MissingWords edges={[...node.out, ...node.in]} />
        <Recording node={node} />
        <WhoCard node={node} />
        {entity?.record && <RecordCard record={entity.record} />}
        <Timeline node={node} />
        <Contradictions list={contradictions(model, node.id)} />
        <Facts node={node} />
        {claimGroups(node).map((g) => (
          <section key={`${g.predicate} ${g.heading}`} className="group">
            <h3>
              {g.heading} <small>{g.claims.length}</small>
            </h3>
            <ul className="claims">
              {g.claims.map(({ edge, other }) => (
                <ClaimItem key={edge.key} edge={edge} head={<EntityLink id={other} />} />
              ))}
            </ul>
          </section>
        ))}
        <Mentions node={node} />
      </div>
    </>
  )
}

function PairDetails({ a, b }: { a: string; b: string }) {
  const { model } = useShown()
  const key = pairKey(a, b)
  const pair = model.pairs.get(key)
  const edges = pair ? [...pair.claims, ...pair.mentions] : []
  return (
    <>
      <PanelHead
        about={key}
        kicker="Between two"
        className="pair-title"
        title={
          <>
            <EntityLink id={a} />
            <span aria-hidden="true">↔</span>
            <EntityLink id={b} />
          </>
        }
      >
        <CopyLink what="these claims" to={selectPair(a, b)} large />
      </PanelHead>
      <div className="panel-body">
        {edges.length === 0 && (
          <p className="nothing">
            Nobody links {labelOf(model, a)} and {labelOf(model, b)} in this graph.
          </p>
        )}
        <MissingWords edges={edges} />
        <Contradictions
          list={contradictions(model, a)
            .concat(contradictions(model, b))
            .filter((c) => c.object === a || c.object === b)}
        />
        <ul className="claims">
          {edges.map((edge) => (
            <ClaimItem key={edge.key} edge={edge} />
          ))}
        </ul>
      </div>
    </>
  )
}

export function Details() {
  const { model } = useShown()
  const { selection } = useView()
  if (!selection) return null
  if (selection.type === 'pair') return <PairDetails a={selection.a} b={selection.b} />
  const node = model.nodes.get(selection.id)
  if (node) return <NodeDetails node={node} key={node.id} />
  return (
    <>
      <PanelHead about={selection.id} title="Not here" />
      <div className="panel-body">
        <p className="nothing">
          This graph has no entity <code>{selection.id}</code>.
        </p>
      </div>
    </>
  )
}
