/** One claim: the sentence it makes, its qualifiers, how sure it is, what the record says and whose words it has. */
import type { ReactNode } from 'react'
import { predicateSpec } from '../../src/ontology.ts'
import type { GraphEdge, Qualifiers } from '../../src/schema.ts'
import { useShown } from '../data/context.ts'
import { labelOf } from '../model/model.ts'
import { confidenceWords, qualifierTags } from '../model/words.ts'
import { selectPair } from '../state/view.ts'
import { ChangeTag } from './Change.tsx'
import { EntityLink, ViewLink } from './Entity.tsx'
import { Quotes } from './Evidence.tsx'
import { Witness } from './Verdict.tsx'

export function Confidence({ value }: { value: number }) {
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

export function Tags({ qualifiers }: { qualifiers: Qualifiers }) {
  return qualifierTags(qualifiers).map((tag) => (
    <span key={tag} className={tag === 'denied' ? 'tag tag-denied' : 'tag'}>
      <bdi>{tag}</bdi>
    </span>
  ))
}

/** "Keelson is built on Helm", its ends as links. */
export function ClaimSentence({ edge }: { edge: GraphEdge }) {
  return (
    <p className="sentence">
      <EntityLink id={edge.source} /> <em>{predicateSpec(edge.attributes.predicate).reads}</em>{' '}
      <EntityLink id={edge.target} />
    </p>
  )
}

/** "Keelson is built on Helm", all of it one link to the claims between the two. */
export function ClaimLink({ edge }: { edge: GraphEdge }) {
  const { model } = useShown()
  return (
    <ViewLink className="claim-link" to={{ ...selectPair(edge.source, edge.target), place: null }}>
      <bdi>{labelOf(model, edge.source)}</bdi> <em>{predicateSpec(edge.attributes.predicate).reads}</em>{' '}
      <bdi>{labelOf(model, edge.target)}</bdi>
    </ViewLink>
  )
}

/** A claim in a list. @param head what stands before the qualifiers: the other end of the claim */
export function ClaimItem({ edge, head }: { edge: GraphEdge; head?: ReactNode }) {
  const { qualifiers, confidence, evidence } = edge.attributes
  return (
    <li className="claim">
      {head === undefined && <ClaimSentence edge={edge} />}
      <div className="claim-head">
        {head}
        <ChangeTag edge={edge.key} />
        <Tags qualifiers={qualifiers} />
        <Confidence value={confidence} />
      </div>
      <Witness edge={edge} />
      <Quotes evidence={evidence} />
    </li>
  )
}
