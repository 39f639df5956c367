/** Terms and what they stand for, in two columns. */
import type { ReactNode } from 'react'

/** @param items term and meaning; those that mean nothing are left out, and a list without any is not drawn */
export function Terms({ items }: { items: readonly (readonly [term: string, meaning: ReactNode])[] }) {
  const given = items.filter(([, meaning]) => Boolean(meaning))
  if (given.length === 0) return null
  return (
    <dl>
      {given.map(([term, meaning]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
