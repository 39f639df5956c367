/** What is written around a picture. */
import { graphFingerprint } from '../../src/compare.ts'
import { MATURITY_LEVELS } from '../../src/ontology.ts'
import type { Loaded } from '../data/useData.ts'
import { familiesOf, filterWords } from '../model/described.ts'
import type { Visible } from '../model/filter.ts'
import type { Marks } from '../model/marks.ts'
import { count, KIND_ORDER } from '../model/words.ts'
import type { ViewState } from '../state/view.ts'
import type { Caption } from './svg.ts'

/**
 * @param view how it is narrowed; null where all is shown
 * @param marks what has changed, where two graphs are compared
 */
export function captionOf(
  { model, title }: Pick<Loaded, 'model' | 'title'>,
  shown: Visible,
  view: ViewState | null,
  marks: Marks | null,
): Caption {
  const nodes = [...shown.nodes].flatMap((id) => model.nodes.get(id) ?? [])
  const kinds = new Set(nodes.map((n) => n.kind))
  const levels = new Set(nodes.flatMap((n) => n.maturity ?? []))
  const changes = new Set(marks ? [...marks.nodes.values(), ...marks.pairs.values()] : [])
  const { generator, registry } = model.file.attributes
  const data = marks ? marks.data.join(' → ') : graphFingerprint(model.file)
  return {
    title,
    filters: view ? filterWords(view, model) : '',
    notes: [
      `${count(shown.nodes.size, 'entity', 'entities')}, ${count(shown.claims, 'claim')}`,
      `${generator} · names: ${registry.source}, ${registry.date} · data ${data}`,
    ],
    kinds: KIND_ORDER.filter((kind) => kinds.has(kind)),
    families: familiesOf(shown.pairs.values()),
    levels: MATURITY_LEVELS.filter((level) => levels.has(level)),
    changes: [...changes],
  }
}
