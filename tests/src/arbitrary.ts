/** Whatever could be extracted, for property tests: every claim keeps to the ontology. */
import fc from 'fast-check'
import type { Claim, Extraction } from '../../src/claim.ts'
import {
  ENTITY_KINDS,
  FACT_NAMES,
  type NodeKind,
  PREDICATE_NAMES,
  predicateSpec,
  type Qualifiers,
} from '../../src/schema.ts'

const slugs = fc.constantFrom('one', 'two', 'three')
const qualifiers: fc.Arbitrary<Qualifiers> = fc.record(
  {
    status: fc.constantFrom('current' as const, 'former' as const),
    role: fc.constantFrom('CTO', 'docs'),
    since: fc.constantFrom('2019', '2020-05'),
    polarity: fc.constant('denied' as const),
  },
  { requiredKeys: [] },
)

/** An extraction of one of four episodes in which every claim keeps to the ontology. */
export const extractions: fc.Arbitrary<Extraction> = fc.integer({ min: 1, max: 4 }).chain((n) => {
  const id = `episode:talk-${n}`
  const interview = `interview:talk-${n}/1`
  const piece = fc.record(
    {
      episode: fc.constant(id),
      turn: fc.integer({ min: 0, max: 3 }),
      start: fc.integer({ min: 0, max: 5 }),
      end: fc.integer({ min: 5, max: 9 }),
      rule: fc.constantFrom('r1', 'r2'),
      quote: fc.string(),
      speaker: fc.constantFrom('person:one', 'person:two'),
    },
    { requiredKeys: ['episode', 'turn', 'start', 'end', 'rule'] },
  )
  const idOf = (kinds: readonly NodeKind[]): fc.Arbitrary<string> =>
    fc
      .tuple(fc.constantFrom(...kinds), slugs)
      .map(([kind, slug]) => (kind === 'episode' ? id : kind === 'interview' ? interview : `${kind}:${slug}`))
  const common = {
    qualifiers,
    confidence: fc.float({ min: 0, max: 1, noNaN: true }),
    evidence: fc.array(piece, { minLength: 1, maxLength: 3 }),
  }
  const edges = fc
    .constantFrom(...PREDICATE_NAMES)
    .filter((p) => p !== 'mentions')
    .chain((predicate) =>
      fc.record({
        ...common,
        predicate: fc.constant(predicate as Claim['predicate']),
        subject: idOf(predicateSpec(predicate).subject),
        object: idOf(predicateSpec(predicate).object),
      }),
    )
  const facts = fc.record({
    ...common,
    predicate: fc.constantFrom(...FACT_NAMES),
    subject: idOf(['project']),
    object: fc.constantFrom('2018', '100'),
  })
  const entities = ENTITY_KINDS.flatMap((kind) => ['one', 'two', 'three'].map((slug) => ({ kind, slug })))
  return fc.record({
    episode: fc.constant({ id, title: `Talk ${n}`, turns: 4, file: `talk-${n}.txt`, fingerprint: `${n}` }),
    interviews: fc.constant([
      { id: interview, kind: 'interview' as const, label: 'A talk', episode: id, firstTurn: 0, lastTurn: 3 },
    ]),
    entities: fc.tuple(
      ...entities.map(({ kind, slug }) =>
        fc.record(
          {
            id: fc.constant(`${kind}:${slug}`),
            kind: fc.constant(kind),
            label: fc.constantFrom('A', 'B'),
            surfaces: fc.array(fc.constantFrom('A', 'a', 'B')),
            mentions: fc.nat(5),
            confidence: fc.constantFrom(0.5, 0.9),
          },
          { requiredKeys: ['id', 'kind', 'label', 'surfaces', 'mentions'] },
        ),
      ),
    ),
    claims: fc.array(fc.oneof(edges, facts), { maxLength: 12 }),
    mentions: fc.array(
      fc.record(
        {
          entity: idOf(ENTITY_KINDS),
          interview: fc.constant(interview),
          turn: fc.nat(3),
          start: fc.nat(5),
          end: fc.integer({ min: 5, max: 9 }),
          rule: fc.constantFrom('r1', 'r2'),
        },
        { requiredKeys: ['entity', 'turn', 'start', 'end', 'rule'] },
      ),
      { maxLength: 6 },
    ),
  }) as fc.Arbitrary<Extraction>
})

/** One to four of them, each of another episode. */
export const several = fc.uniqueArray(extractions, {
  minLength: 1,
  maxLength: 4,
  selector: (x) => x.episode.id,
})
