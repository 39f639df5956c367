/** The second stage: labels become people, and people become hosts and guests. */
import { entityId } from '../src/ids.ts'
import { nicknamesIn, resolveLabels } from './speakers/labels.ts'
import { hostEvidence, hostsAmong, nameIndex, outsidersAmong, partsOf } from './speakers/roles.ts'
import type { Cast, ReadTurn, Speaker, Transcript } from './types.ts'

/**
 * Says who speaks in a transcript and who of them hosts it. What metadata lists wins over what is inferred.
 * A label that names nobody (a break, an announcer, an audience) gets no speaker. `Speaker 2` and the like
 * are people whose name is not known: their id is made from the episode's, so that they are nobody's
 * namesake in another transcript. Whoever speaks and neither hosts nor was appended to the show is a guest,
 * whether or not the page lists them.
 * @param turns the transcript's turns, read
 */
export function castSpeakers(transcript: Transcript, turns: readonly ReadTurn[]): Cast {
  const { people, speakerOf } = resolveLabels(transcript)
  const nicknames = nicknamesIn(turns, people)
  const parts = partsOf(turns, people, speakerOf, nicknames)
  const hosts = hostsAmong(parts, people, transcript.metadata)
  const outsiders = outsidersAmong(turns, people, hosts, speakerOf, nicknames)
  const names = nameIndex(people, nicknames)
  const speakers = people.map((person, i): Speaker => {
    const name = person.unnamed ? `${transcript.id.slice('episode:'.length)}/${person.name}` : person.name
    const called = [...nicknames].filter(([, bearer]) => bearer === i).map(([nickname]) => nickname)
    const speaker = {
      id: entityId('person', name),
      name: person.name,
      labels: person.labels,
      ...(called.length ? { nicknames: called } : {}),
    }
    return hosts[i]
      ? { ...speaker, role: 'host', evidence: hostEvidence(turns, person, i, names) }
      : { ...speaker, role: outsiders[i] ? 'other' : 'guest' }
  })
  return { speakers, speakerOf }
}
