/** Facts of a project that have a plain value. */
import type { ModelNode } from '../model/model.ts'
import { dateWords, predicateWords } from '../model/words.ts'
import { Confidence, Tags } from '../ui/Claim.tsx'
import { Quotes } from '../ui/Evidence.tsx'

export function Facts({ node }: { node: ModelNode }) {
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
              <Tags qualifiers={fact.qualifiers} />
              <Confidence value={fact.confidence} />
            </div>
            <Quotes evidence={fact.evidence} />
          </li>
        ))}
      </ul>
    </section>
  )
}
