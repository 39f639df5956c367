/** What the record has on an entity: levels with their dates, addresses, foundation; where and when an event was. */
import type { RegistryRecord } from '../../src/schema.ts'
import { useShown } from '../data/context.ts'
import { levelsOf } from '../model/verdict.ts'
import { dateWords } from '../model/words.ts'
import { EntityLink } from '../ui/Entity.tsx'
import { MaturityGlyph } from '../ui/Glyph.tsx'
import { OutLink } from '../ui/OutLink.tsx'
import { Terms } from '../ui/Terms.tsx'

export function RecordCard({ record }: { record: RegistryRecord }) {
  const { source, date } = useShown().model.file.attributes.registry
  const levels = levelsOf(record)
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
      <Terms
        items={[
          ['Homepage', record.homepage && <OutLink address={record.homepage} />],
          ['Repository', record.repository && <OutLink address={record.repository} />],
          ['Foundation', record.foundation && <EntityLink id={record.foundation} />],
          ['Held', [record.city, days.join(' to ')].filter(Boolean).join(', ')],
        ]}
      />
    </section>
  )
}
