/** All that is known of one entity, or of two together. */
import { Button } from 'react-aria-components/Button'
import { predicateSpec } from '../../src/ontology.ts'
import type { GraphEdge, RegistryRecord } from '../../src/schema.ts'
import { useShown } from '../data/context.ts'
import { claimGroups } from '../model/claims.ts'
import { safeUrl, shownUrl } from '../model/links.ts'
import { labelOf, type ModelNode, pairKey } from '../model/model.ts'
import { whoFor } from '../model/who.ts'
import {
  confidenceWords,
  count,
  dateWords,
  KIND_WORDS,
  predicateWords,
  qualifierTags,
} from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { closePanel, openPlace } from '../state/view.ts'
import { ChangeTag } from '../ui/Change.tsx'
import { EntityLink } from '../ui/Entity.tsx'
import { Quote, Quotes } from '../ui/Evidence.tsx'
import { Glyph, MaturityGlyph } from '../ui/Glyph.tsx'
import { Icon } from '../ui/icons.tsx'
import { Witness } from '../ui/Verdict.tsx'
import { FocusActions } from './FocusActions.tsx'
import { MissingWords } from './MissingWords.tsx'

export function OutLink({ address }: { address: string }) {
  const url = safeUrl(address)
  if (!url) return <bdi>{shownUrl(address)}</bdi>
  return (
    <a className="out" href={url} target="_blank" rel="noopener noreferrer">
      <bdi>{shownUrl(address)}</bdi>
      <Icon name="out" size={13} />
    </a>
  )
}

function Confidence({ value }: { value: number }) {
  return (
    <span className="confidence" title={`Confidence ${value.toFixed(2)}`}>
      <span className="confidence-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(value * 100)}%` }} />
      </span>
      <span className="vision-hidden">confidence </span>
      {confidenceWords(value)}
    </span>
  )
}

function Tags({ edge }: { edge: Pick<GraphEdge, 'attributes'> & { key?: string } }) {
  const { qualifiers } = edge.attributes
  return (
    <>
      {edge.key !== undefined && <ChangeTag edge={edge.key} />}
      {qualifierTags(qualifiers).map((tag) => (
        <span key={tag} className={tag === 'denied' ? 'tag tag-denied' : 'tag'}>
          <bdi>{tag}</bdi>
        </span>
      ))}
    </>
  )
}

function Claim({ edge, other }: { edge: GraphEdge; other: string }) {
  return (
    <li className="claim">
      <div className="claim-head">
        <EntityLink id={other} />
        <Tags edge={edge} />
        <Confidence value={edge.attributes.confidence} />
      </div>
      <Witness edge={edge} />
      <Quotes evidence={edge.attributes.evidence} />
    </li>
  )
}

function RecordCard({ record, source, date }: { record: RegistryRecord; source: string; date: string }) {
  const levels = [...(record.maturity ?? [])].sort((x, y) => (x.since < y.since ? -1 : 1))
  const days = [record.start, record.end].filter((d) => d !== undefined).map(dateWords)
  return (
    <section className="card" aria-label="The record">
      <h3>
        The record{' '}
        <small>
          {source}, {dateWords(date)}
        </small>
      </h3>
      {levels.length > 0 && (
        <ol className="history">
          {levels.map((m, i) => (
            <li key={`${m.level} ${m.since}`} className={i === levels.length - 1 ? 'now' : undefined}>
              <MaturityGlyph level={m.level} />
              <span>{m.level}</span>
              <time dateTime={m.since}>{dateWords(m.since)}</time>
            </li>
          ))}
        </ol>
      )}
      <dl>
        {record.homepage && (
          <div>
            <dt>Homepage</dt>
            <dd>
              <OutLink address={record.homepage} />
            </dd>
          </div>
        )}
        {record.repository && (
          <div>
            <dt>Repository</dt>
            <dd>
              <OutLink address={record.repository} />
            </dd>
          </div>
        )}
        {record.foundation && (
          <div>
            <dt>Foundation</dt>
            <dd>
              <EntityLink id={record.foundation} />
            </dd>
          </div>
        )}
        {(record.city || days.length > 0) && (
          <div>
            <dt>Held</dt>
            <dd>{[record.city, days.join(' to ')].filter(Boolean).join(', ')}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function WhoCard({ id, person }: { id: string; person: boolean }) {
  const { who } = useShown()
  const rows = whoFor(who, id)
  if (rows.length === 0) return null
  return (
    <section className="card" aria-label={person ? 'Represented' : 'Represented by'}>
      <h3>{person ? 'Represented' : 'Represented by'}</h3>
      <ul className="who-list">
        {rows.map((row) => (
          <li key={row.key}>
            <EntityLink id={person ? row.represents : row.guest} />
            <p className="who-in">
              {row.role && <bdi>{row.role}</bdi>}
              {row.employers.map((e) => (
                <span key={e}>
                  at <EntityLink id={e} />
                </span>
              ))}
              <span>
                in <EntityLink id={row.interview} />
              </span>
            </p>
            <Quote evidence={row.evidence} showEpisode={false} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ node }: { node: ModelNode }) {
  const facts = 'facts' in node.attributes ? node.attributes.facts : undefined
  if (!facts?.length) return null
  return (
    <section className="group">
      <h3>Facts</h3>
      <ul className="claims">
        {facts.map((fact) => (
          <li key={`${fact.predicate} ${fact.value} ${JSON.stringify(fact.qualifiers)}`} className="claim">
            <div className="claim-head">
              <span className="fact-name">{predicateWords(fact.predicate)}</span>
              <bdi className="fact-value">
                {fact.predicate === 'started' ? dateWords(fact.value) : fact.value}
              </bdi>
              <Tags edge={{ attributes: { ...fact, predicate: 'mentions' } }} />
              <Confidence value={fact.confidence} />
            </div>
            <Quotes evidence={fact.evidence} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** For an entity, where it is mentioned; for an interview or episode, what is. */
function Mentions({ node }: { node: ModelNode }) {
  const { model } = useShown()
  const store = useStore()
  if (node.mentions.length === 0) return null
  const own = node.mentions.some((e) => e.source === node.id)
  const list = [...node.mentions].sort(
    (x, y) => (y.attributes.count ?? 0) - (x.attributes.count ?? 0) || (x.key < y.key ? -1 : 1),
  )
  return (
    <section className="group">
      <h3>{own ? 'Mentions' : 'Is mentioned in'}</h3>
      <ul className={own ? 'chips' : 'places'}>
        {list.map((edge) => {
          const [turn, start, end] = edge.attributes.spans?.[0] ?? []
          const source = model.nodes.get(edge.source)?.attributes
          const episode = source && 'episode' in source ? source.episode : edge.source
          const times = edge.attributes.count ?? 1
          return (
            <li key={edge.key}>
              <EntityLink id={own ? edge.target : edge.source} chip={own} />
              {turn !== undefined && start !== undefined && end !== undefined && !own ? (
                <Button
                  className="quiet small"
                  onPress={() => store.go(openPlace({ episode, turn, start, end }))}
                >
                  {times === 1 ? 'once' : `${times} times`}, first in turn {turn}
                </Button>
              ) : (
                <span className="chip-count">{times}</span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Talk({ node }: { node: ModelNode }) {
  const { model } = useShown()
  const store = useStore()
  const a = node.attributes
  if (a.kind !== 'interview' && a.kind !== 'episode') return null
  const episode = a.kind === 'interview' ? a.episode : node.id
  const summary = model.file.attributes.episodes.find((e) => e.id === episode)
  const talks =
    a.kind === 'episode'
      ? [...model.nodes.values()].filter(
          (n) => n.attributes.kind === 'interview' && n.attributes.episode === node.id,
        )
      : []
  const first = (n: ModelNode): number => (n.attributes.kind === 'interview' ? n.attributes.firstTurn : 0)
  return (
    <section className="card" aria-label="Recording">
      <dl>
        {summary?.show && (
          <div>
            <dt>Show</dt>
            <dd>
              <bdi>{summary.show}</bdi>
            </dd>
          </div>
        )}
        {summary?.date && (
          <div>
            <dt>Recorded</dt>
            <dd>{dateWords(summary.date)}</dd>
          </div>
        )}
        {a.kind === 'interview' && (
          <div>
            <dt>Episode</dt>
            <dd>
              <EntityLink id={episode} />
            </dd>
          </div>
        )}
        <div>
          <dt>Turns</dt>
          <dd>
            {a.kind === 'interview' ? `${a.firstTurn} to ${a.lastTurn}` : (summary?.turns ?? 'unknown')}
          </dd>
        </div>
        {talks.length > 0 && (
          <div>
            <dt>Interviews</dt>
            <dd>
              <ul className="plain">
                {talks
                  .sort((x, y) => first(x) - first(y))
                  .map((t) => (
                    <li key={t.id}>
                      <EntityLink id={t.id} />
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <Button
        className="primary"
        onPress={() => store.go(openPlace({ episode, turn: a.kind === 'interview' ? a.firstTurn : 0 }))}
      >
        Read the transcript
      </Button>
    </section>
  )
}

function NodeDetails({ node }: { node: ModelNode }) {
  const { model } = useShown()
  const store = useStore()
  const a = node.attributes
  const entity = 'surfaces' in a ? a : null
  const heard = entity?.surfaces.filter((s) => s !== node.label) ?? []
  const claims = node.out.length + node.in.length
  const { registry } = model.file.attributes
  return (
    <>
      <div className="panel-head">
        <Glyph kind={node.kind} size={30} />
        <div className="panel-title">
          <p className="kicker">{KIND_WORDS[node.kind].one}</p>
          <h2 tabIndex={-1}>
            <bdi>{node.label}</bdi>
          </h2>
        </div>
        <Button className="square" aria-label="Close" onPress={() => store.go(closePanel())}>
          <Icon name="close" />
        </Button>
      </div>
      <div className="panel-body">
        <p className="summary">
          {[
            count(claims, 'claim'),
            entity && count(entity.mentions, 'mention'),
            entity?.confidence !== undefined && `${confidenceWords(entity.confidence)} to be one`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {heard.length > 0 && (
          <p className="heard">
            Heard as{' '}
            {heard.slice(0, 8).map((s, i) => (
              <span key={s}>
                {i > 0 && ', '}
                <bdi>“{s}”</bdi>
              </span>
            ))}
            {heard.length > 8 && ` and ${heard.length - 8} more`}
          </p>
        )}
        <div className="actions">
          <FocusActions id={node.id} />
          {node.kind === 'url' && <OutLink address={node.id.slice('url:'.length)} />}
        </div>
        <MissingWords edges={[...node.out, ...node.in]} />
        <Talk node={node} />
        {(node.kind === 'person' || node.kind === 'project' || node.kind === 'company') && (
          <WhoCard id={node.id} person={node.kind === 'person'} />
        )}
        {entity?.record && <RecordCard record={entity.record} {...registry} />}
        <Facts node={node} />
        {claimGroups(node).map((g) => (
          <section key={`${g.predicate} ${g.reversed}`} className="group">
            <h3>
              {g.heading} <small>{g.edges.length}</small>
            </h3>
            <ul className="claims">
              {g.edges.map((edge) => (
                <Claim key={edge.key} edge={edge} other={g.reversed ? edge.source : edge.target} />
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
  const store = useStore()
  const pair = model.pairs.get(pairKey(a, b))
  const edges = pair ? [...pair.claims, ...pair.mentions] : []
  return (
    <>
      <div className="panel-head">
        <div className="panel-title">
          <p className="kicker">Between two</p>
          <h2 className="pair-title" tabIndex={-1}>
            <EntityLink id={a} />
            <span aria-hidden="true">↔</span>
            <EntityLink id={b} />
          </h2>
        </div>
        <Button className="square" aria-label="Close" onPress={() => store.go(closePanel())}>
          <Icon name="close" />
        </Button>
      </div>
      <div className="panel-body">
        {edges.length === 0 && (
          <p className="nothing">
            Nobody links {labelOf(model, a)} and {labelOf(model, b)} in this graph.
          </p>
        )}
        <MissingWords edges={edges} />
        <ul className="claims">
          {edges.map((edge) => (
            <li key={edge.key} className="claim">
              <p className="sentence">
                <EntityLink id={edge.source} /> <em>{predicateSpec(edge.attributes.predicate).reads}</em>{' '}
                <EntityLink id={edge.target} />
              </p>
              <div className="claim-head">
                <Tags edge={edge} />
                <Confidence value={edge.attributes.confidence} />
              </div>
              <Witness edge={edge} />
              <Quotes evidence={edge.attributes.evidence} />
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

export function Details() {
  const { model } = useShown()
  const store = useStore()
  const { selection } = useView()
  if (!selection) return null
  if (selection.type === 'pair') return <PairDetails a={selection.a} b={selection.b} />
  const node = model.nodes.get(selection.id)
  if (node) return <NodeDetails node={node} key={node.id} />
  return (
    <>
      <div className="panel-head">
        <div className="panel-title">
          <h2 tabIndex={-1}>Not here</h2>
        </div>
        <Button className="square" aria-label="Close" onPress={() => store.go(closePanel())}>
          <Icon name="close" />
        </Button>
      </div>
      <div className="panel-body">
        <p className="nothing">
          This graph has no entity <code>{selection.id}</code>.
        </p>
      </div>
    </>
  )
}
