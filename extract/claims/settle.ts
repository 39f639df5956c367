/** Settles what the claims of one talk say of each other: a lower level that was reached and passed is a former one. */
import type { Claim } from '../../src/claim.ts'

const RANK: Record<string, number> = {
  'maturity:sandbox': 1,
  'maturity:incubating': 2,
  'maturity:graduated': 3,
  'maturity:archived': 4,
}

/**
 * Of several current levels of one project only the one said most surely stays current: a lower level beside a
 * higher current one becomes former, and a planned level that the project is also said to have is dropped.
 */
export function settle(claims: readonly Claim[]): Claim[] {
  const levels = new Map<string, Claim[]>()
  for (const claim of claims)
    if (claim.predicate === 'has_maturity')
      levels.set(claim.subject, [...(levels.get(claim.subject) ?? []), claim])
  const changed = new Map<Claim, Claim | null>()
  for (const list of levels.values()) {
    const current = list.filter((c) => c.qualifiers.status === 'current')
    const top = Math.max(0, ...current.map((c) => RANK[c.object] ?? 0))
    for (const claim of list) {
      const rank = RANK[claim.object] ?? 0
      if (claim.qualifiers.status === 'current' && rank < top)
        changed.set(claim, { ...claim, qualifiers: { ...claim.qualifiers, status: 'former' } })
      if (claim.qualifiers.status === 'planned' && rank <= top) changed.set(claim, null)
    }
  }
  return claims.flatMap((claim) => {
    const other = changed.get(claim)
    return other === undefined ? [claim] : other === null ? [] : [other]
  })
}
