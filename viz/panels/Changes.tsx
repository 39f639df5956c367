/** What is different between two graphs: how much, and each thing, grouped by what became of it. */
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type {
  Change,
  ClaimChange,
  ClaimSide,
  Difference,
  EntityChange,
  GraphSummary,
} from '../../src/compare.ts'
import type { Qualifiers } from '../../src/schema.ts'
import type { Comparing } from '../data/useComparison.ts'
import { CHANGE_NAMES, CHANGE_WORDS } from '../model/marks.ts'
import { count, qualifierTags } from '../model/words.ts'
import { useStore } from '../state/store.ts'
import { stopComparing } from '../state/view.ts'
import { ChangeSample } from '../ui/Change.tsx'
import { EntityLink } from '../ui/Entity.tsx'
import { Quotes } from '../ui/Evidence.tsx'

/** Of a long list, so many are shown at first. */
const AT_FIRST = 100

const ASPECT_WORDS: Record<Difference['aspect'], string> = {
  name: 'Name',
  spellings: 'Spellings',
  record: 'The record',
  turns: 'Turns',
  qualifiers: 'Details',
  confidence: 'Confidence',
  verdict: 'Against the record',
  quotes: 'Words',
}

/** Values of a difference in words, one a line. */
function valueWords({ aspect }: Difference, value: unknown): string[] {
  if (value === null) return ['nothing']
  if (aspect === 'qualifiers') {
    const tags = qualifierTags(value as Qualifiers)
    return [tags.length > 0 ? tags.join(', ') : 'nothing']
  }
  if (aspect === 'turns') {
    const [, first, last] = value as [string, number, number]
    return [`${first}–${last}`]
  }
  if (Array.isArray(value)) return value.length > 0 ? value.map(String) : ['nothing']
  return [typeof value === 'object' ? JSON.stringify(value) : String(value)]
}

function Value({ difference, value }: { difference: Difference; value: unknown }) {
  return valueWords(difference, value).map((words) => (
    <bdi key={words} className="change-value">
      {words}
    </bdi>
  ))
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  return (
    <dl className="differences">
      {differences.map((d) => (
        <div key={d.aspect}>
          <dt>{ASPECT_WORDS[d.aspect]}</dt>
          <dd>
            <del>
              <span className="vision-hidden">before: </span>
              <Value difference={d} value={d.before} />
            </del>
            <span aria-hidden="true">→</span>
            <ins>
              <span className="vision-hidden">now: </span>
              <Value difference={d} value={d.after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Entity = ({ entity }: { entity: EntityChange }) => (
  <li className="change-item">
    <EntityLink id={entity.id} />
    {entity.change === 'changed' && <Differences differences={entity.differences} />}
  </li>
)

function Claim({ claim }: { claim: ClaimChange }) {
  const { subject, reads, object, change, differences } = claim
  const side = (claim.after ?? claim.before) as ClaimSide
  const tags = qualifierTags(side.qualifiers)
  return (
    <li className="change-item">
      <p className="change-claim">
        <EntityLink id={subject.id} /> {reads}{' '}
        {typeof object === 'string' ? <bdi>{object}</bdi> : <EntityLink id={object.id} />}
        {tags.map((tag) => (
          <span key={tag} className="tag">
            <bdi>{tag}</bdi>
          </span>
        ))}
      </p>
      {change === 'changed' ? <Differences differences={differences} /> : <Quotes evidence={side.evidence} />}
    </li>
  )
}

function Group<T>({
  heading,
  items,
  draw,
}: {
  heading: string
  items: readonly T[]
  draw: (item: T, i: number) => React.ReactNode
}) {
  const [most, setMost] = useState(AT_FIRST)
  if (items.length === 0) return null
  return (
    <>
      <h4>{heading}</h4>
      <ul className="change-list">{items.slice(0, most).map(draw)}</ul>
      {items.length > most && (
        <Button className="quiet" onPress={() => setMost(most * 4)}>
          {count(items.length - most, 'more', 'more')}
        </Button>
      )}
    </>
  )
}

const Side = ({ title, summary }: { title: string; summary: GraphSummary }) => (
  <>
    <bdi>{title}</bdi>
    <small>
      {count(summary.entities, 'entity', 'entities')},{' '}
      {count(summary.claims, 'claim or fact', 'claims and facts')}, data <code>{summary.fingerprint}</code>
    </small>
  </>
)

const of = <T extends { change: Change }>(all: readonly T[], change: Change): T[] =>
  all.filter((one) => one.change === change)

export function Changes({ comparing, title }: { comparing: Comparing; title: string }) {
  const store = useStore()
  const { comparison } = comparing
  const { entities, claims } = comparison
  return (
    <div className="page changes">
      <div className="page-head">
        <div>
          <h2>What is different</h2>
          <p className="tally" role="status">
            {entities.length + claims.length === 0
              ? 'Both say the same'
              : `${count(entities.length, 'entity', 'entities')} and ${count(claims.length, 'claim or fact', 'claims and facts')} differ`}
          </p>
        </div>
        <div className="change-buttons">
          <Button className="quiet" onPress={() => store.go({ view: 'graph' })}>
            Show in the graph
          </Button>
          <Button className="quiet" onPress={() => store.go(stopComparing)}>
            Stop comparing
          </Button>
        </div>
      </div>
      <dl className="sides">
        <div>
          <dt>Before</dt>
          <dd>
            <Side title={comparing.title} summary={comparison.before} />
          </dd>
        </div>
        <div>
          <dt>Now</dt>
          <dd>
            <Side title={title} summary={comparison.after} />
          </dd>
        </div>
      </dl>
      <table className="change-counts">
        <thead>
          <tr>
            <th scope="col">
              <span className="vision-hidden">What became of it</span>
            </th>
            <th scope="col">Entities</th>
            <th scope="col">Claims</th>
          </tr>
        </thead>
        <tbody>
          {CHANGE_NAMES.map((change) => (
            <tr key={change}>
              <th scope="row">
                <ChangeSample change={change} /> {CHANGE_WORDS[change]}
              </th>
              <td>{of(entities, change).length}</td>
              <td>{of(claims, change).length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {CHANGE_NAMES.filter((c) => of(entities, c).length + of(claims, c).length > 0).map((change) => (
        <section key={change} className="change-group" aria-labelledby={`change-${change}`}>
          <h3 id={`change-${change}`}>
            <ChangeSample change={change} /> {CHANGE_WORDS[change]}
          </h3>
          <Group
            heading="Entities"
            items={of(entities, change)}
            draw={(entity) => <Entity key={entity.id} entity={entity} />}
          />
          <Group
            heading="Claims"
            items={of(claims, change)}
            draw={(claim, i) => <Claim key={i} claim={claim} />}
          />
        </section>
      ))}
    </div>
  )
}

/** Above the graph: what the lines and signs mean, and the way back. */
export function ChangesNote({ comparing }: { comparing: Comparing }) {
  const store = useStore()
  const { comparison } = comparing
  return (
    <div className="changes-note" data-over-stage>
      <p>
        Compared with <bdi>{comparing.title}</bdi>
      </p>
      <ul>
        {CHANGE_NAMES.map((change) => (
          <li key={change}>
            <ChangeSample change={change} /> {CHANGE_WORDS[change]}{' '}
            <span className="check-count">
              {of(comparison.claims, change).length + of(comparison.entities, change).length}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Button className="quiet small" onPress={() => store.go({ view: 'changes' })}>
          List
        </Button>
        <Button className="quiet small" onPress={() => store.go(stopComparing)}>
          Stop comparing
        </Button>
      </p>
    </div>
  )
}
