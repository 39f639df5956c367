/** Settles what the claims of one talk say of each other: a lower level that was reached and passed is a former one. */
import type { Claim } from '../../src/claim.ts'

const RANK: Record<string, number> = {
  'maturity:sandbox': 1,
  'maturity:incubating': 2,
  'maturity:graduated': 3,
  'maturity:archived': 4,
}

/** Words that say where somebody works, rather than tell of a time there: "At X we had …". */
const SAYS_SO = /^works-at\/(?:introduced-from|you-are-with|title-at|i-work-at|here-at|came-with)$/
const TELLS = /^works-at\/(?:there-we|joined|here-at|i-work-at)$/

/** Whether the words of one claim stand before those of another. */
function isBefore(a: Claim, b: Claim): boolean {
  const [one, other] = [a.evidence[0], b.evidence[0]]
  if (!one || !other) return false
  return one.turn < other.turn || (one.turn === other.turn && one.start < other.start)
}

/**
 * Where people work. Of a company that somebody is said both to work at and to have worked at, the surer words hold:
 * a title or an introduction says that they are there, and a tale of their time there that they were. Whoever is
 * said to be somewhere now was at the other companies that they only tell of.
 */
function settleEmployers(claims: readonly Claim[]): Map<Claim, Claim | null> {
  const people = new Map<string, Claim[]>()
  for (const claim of claims)
    if (claim.predicate === 'works_at' && claim.qualifiers.polarity !== 'denied')
      people.set(claim.subject, [...(people.get(claim.subject) ?? []), claim])
  const changed = new Map<Claim, Claim | null>()
  const ruleOf = (claim: Claim): string => claim.evidence[0]?.rule ?? ''
  const isFormer = (claim: Claim): boolean => claim.qualifiers.status === 'former'
  for (const list of people.values()) {
    const now = new Set(list.filter((c) => !isFormer(c) && SAYS_SO.test(ruleOf(c))).map((c) => c.object))
    const left = new Set(list.filter((c) => isFormer(c) && !now.has(c.object)).map((c) => c.object))
    const isElsewhere = (c: Claim): boolean => now.size > 0 && !now.has(c.object)
    /** "I joined A … then I went to B": whoever goes on to tell of another place has left the one before. */
    const isFollowed = (claim: Claim): boolean =>
      list.some((c) => c.object !== claim.object && isBefore(claim, c))
    for (const claim of list)
      if (
        ruleOf(claim) === 'works-at/came-with' &&
        list.some((c) => c.object === claim.object && ruleOf(c) !== 'works-at/came-with')
      )
        changed.set(claim, null)
      else if (isFormer(claim)) {
        if (now.has(claim.object)) changed.set(claim, null)
      } else if (
        (ruleOf(claim) === 'works-at/joined' &&
          !now.has(claim.object) &&
          (isFollowed(claim) || isElsewhere(claim))) ||
        (TELLS.test(ruleOf(claim)) && left.has(claim.object)) ||
        (ruleOf(claim) === 'works-at/there-we' && isElsewhere(claim))
      )
        changed.set(claim, { ...claim, qualifiers: { ...claim.qualifiers, status: 'former' } })
  }
  return changed
}

/**
 * Of several current levels of one project only the one said most surely stays current: a lower level beside a
 * higher current one becomes former, and a planned level that the project is also said to have is dropped. Of the
 * companies where one person is said to work and to have worked, see `settleEmployers`.
 */
export function settle(claims: readonly Claim[]): Claim[] {
  const levels = new Map<string, Claim[]>()
  for (const claim of claims)
    if (claim.predicate === 'has_maturity')
      levels.set(claim.subject, [...(levels.get(claim.subject) ?? []), claim])
  const changed = settleEmployers(claims)
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
