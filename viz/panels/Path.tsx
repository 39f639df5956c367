/** How two entities hang together: the shortest chain of claims, each with its words, and the weakest link. */
import { Button } from 'react-aria-components/Button'
import type { Path as Chain, PathStep } from '../../src/path.ts'
import { useShown } from '../data/context.ts'
import { labelOf } from '../model/model.ts'
import { bestFirst, namedTogether } from '../model/path.ts'
import { confidenceWords, count } from '../model/words.ts'
import { useStore, useView } from '../state/store.ts'
import { openPath } from '../state/view.ts'
import { Tags } from '../ui/Claim.tsx'
import { EntityLink } from '../ui/Entity.tsx'
import { EntityPicker } from '../ui/EntityPicker.tsx'
import { Quotes } from '../ui/Evidence.tsx'
import { Icon } from '../ui/icons.tsx'
import { PanelHead } from '../ui/PanelHead.tsx'
import { Witness } from '../ui/Verdict.tsx'

function Step({ step, weakest }: { step: PathStep; weakest: boolean }) {
  const { model } = useShown()
  const edge = model.nodes
    .get(step.reversed ? step.to.id : step.from.id)
    ?.out.find((e) => e.key === step.claim)
  const { confidence } = step
  return (
    <li className={weakest ? 'claim step step-weakest' : 'claim step'}>
      <p className="sentence">
        <EntityLink id={step.from.id} /> <em>{step.reads}</em> <EntityLink id={step.to.id} />
      </p>
      <p className="step-notes dotted">
        {weakest && <strong>the weakest link</strong>}
        <span>
          {confidenceWords(confidence)} ({confidence.toFixed(2)})
        </span>
        <Tags qualifiers={step.qualifiers} />
      </p>
      {edge && <Witness edge={edge} />}
      <Quotes evidence={bestFirst(step.evidence)} />
    </li>
  )
}

/** Nothing links the two: at least where both are named. */
function NoChain({ from, to }: { from: string; to: string }) {
  const { model } = useShown()
  const together = namedTogether(model, from, to)
  return (
    <div className="card">
      <p>
        No chain of claims links <bdi>{labelOf(model, from)}</bdi> and <bdi>{labelOf(model, to)}</bdi>.
      </p>
      {together.length > 0 && (
        <>
          <p>Both are named in</p>
          <ul className="plain">
            {together.map((id) => (
              <li key={id}>
                <EntityLink id={id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

export default function Path({ chain }: { chain: Chain | null }) {
  const { model } = useShown()
  const store = useStore()
  const { path } = useView()
  const { from, to } = path ?? { from: '', to: '' }
  const unknown = [from, to].filter((id) => id !== '' && !model.nodes.has(id))
  return (
    <>
      <PanelHead
        about={`${from} ${to}`}
        kicker="Path"
        className="pair-title"
        title={
          chain ? (
            <>
              <bdi>{chain.from.label}</bdi>
              <span aria-hidden="true">→</span>
              <span className="vision-hidden">to</span>
              <bdi>{chain.to.label}</bdi>
            </>
          ) : (
            'How two hang together'
          )
        }
      />
      <div className="panel-body">
        <div className="ends">
          <EntityPicker
            key={`from ${from}`}
            label="From"
            value={from}
            autoFocus={from === ''}
            onChange={(id) => store.go(openPath(id, to))}
          />
          <EntityPicker
            key={`to ${to}`}
            label="To"
            value={to}
            autoFocus={from !== '' && to === ''}
            onChange={(id) => store.go(openPath(from, id))}
          />
          <Button
            className="square"
            aria-label="Turn the path round"
            isDisabled={!from || !to}
            onPress={() => store.go(openPath(to, from))}
          >
            <Icon name="swap" />
          </Button>
        </div>
        {unknown.map((id) => (
          <p key={id} className="nothing">
            This graph has no entity <code>{id}</code>.
          </p>
        ))}
        {!chain && unknown.length === 0 && (
          <p className="nothing">
            Choose both ends: the shortest chain of claims between them is told here, each with its words.
          </p>
        )}
        {chain?.steps === null && <NoChain from={from} to={to} />}
        {chain?.steps?.length === 0 && <p className="nothing">Both ends are the same.</p>}
        {chain?.steps && chain.steps.length > 0 && (
          <>
            <p className="summary" role="status">
              {count(chain.steps.length, 'claim')} in a row
              {chain.steps.length > 1 &&
                chain.weakest !== undefined &&
                `, number ${chain.weakest + 1} the weakest`}
            </p>
            <ol className="claims steps">
              {chain.steps.map((step, i) => (
                <Step
                  key={step.claim}
                  step={step}
                  weakest={(chain.steps?.length ?? 0) > 1 && i === chain.weakest}
                />
              ))}
            </ol>
          </>
        )}
      </div>
    </>
  )
}
