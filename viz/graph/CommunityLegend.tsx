/** What the grounds behind the nodes are: each community by the name of its most important member. */
import { Button } from 'react-aria-components/Button'
import { count } from '../model/words.ts'
import type { Community } from './useCommunities.ts'

export function CommunityLegend({
  communities,
  show,
}: {
  communities: readonly Community[]
  show: (ids: readonly string[]) => void
}) {
  return (
    <section className="communities" aria-labelledby="communities-title" data-over-stage>
      <h2 id="communities-title">Communities</h2>
      <ul>
        {communities.map(({ leader, ids, colour }) => (
          <li key={leader.id}>
            <Button className="community" onPress={() => show(ids)}>
              <span className={`ground ground-${colour}`} aria-hidden="true" />
              <bdi>{leader.label}</bdi>
              <small>
                <span className="vision-hidden">and those around it: </span>
                {count(ids.length, 'entity', 'entities')}
              </small>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
