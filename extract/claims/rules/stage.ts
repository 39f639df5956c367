/** Who hosts, who is a guest, what an interview is about, and where it was recorded. */
import type { Rule } from '../rule.ts'

export const STAGE: readonly Rule[] = [
  {
    id: 'stage/host',
    description: 'Opens the show, welcomes guests, asks and moves on; or stands in the page’s list of hosts.',
    predicate: 'hosts',
    confidence: 0.95,
    find: ({ conversation }) =>
      conversation.cast.speakers
        .filter((s) => s.role === 'host' && s.evidence)
        .map((s) => ({
          subject: s.id,
          object: conversation.transcript.id,
          spans: s.evidence ? [s.evidence] : [],
        })),
    examples: [
      {
        said: 'Ada Host: Hello and welcome to the show. I am here with Vera Lind from Keptn.\nVera Lind: Thanks for having me.',
        claims: ['person:ada-host hosts episode:example'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: Welcome, Vera Lind. What is Keptn?\nVera Lind: I host a meet-up, not this show.',
        why: 'a guest who hosts something else is no host of the episode',
        besides: ['person:ada-host hosts episode:example'],
      },
    ],
  },
  {
    id: 'stage/guest',
    description: 'Speaks in an interview and is no host.',
    predicate: 'guest_on',
    confidence: 0.95,
    find: ({ conversation, interviewIds }) =>
      conversation.interviews.flatMap((interview, i) =>
        interview.guests.map((guest) => ({
          subject: guest,
          object: interviewIds[i] ?? '',
          spans: [interview.introduction],
        })),
      ),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind from Keptn.\nVera Lind: Thanks for having me.',
        claims: ['person:vera-lind guest_on interview:example/1'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I wish Vera Lind were here. What do you think, Bo?\nBo Host: She would have liked Keptn.',
        why: 'who is only spoken of is no guest',
      },
    ],
  },
  {
    id: 'stage/about',
    description:
      'The host announces it, asks what it is, or introduces the guest with it; and it is named often.',
    predicate: 'about',
    confidence: 0.85,
    find: ({ subjects, interviewIds }) =>
      subjects.flatMap((subject, i) =>
        subject.about.map(({ id, evidence }) => ({
          subject: interviewIds[i] ?? '',
          object: id,
          spans: [evidence],
        })),
      ),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind. Tell us about Keptn.\nVera Lind: Keptn watches deployments.\nAda Host: And how do I install Keptn?\nVera Lind: With a chart.',
        claims: ['interview:example/1 about project:keptn'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. How was the food?\nVera Lind: Somebody at the booth of Keptn gave me an apple.',
        why: 'a thing named in passing is no subject',
      },
    ],
  },
  {
    id: 'stage/recorded-at',
    description:
      'The episode says that it was recorded at one edition of an event: by date, year, region or city.',
    predicate: 'presented_at',
    confidence: 0.9,
    find: ({ conversation, occasion }) =>
      occasion.event
        ? [
            {
              subject: conversation.transcript.id,
              object: occasion.event.id,
              spans: [occasion.event.evidence],
            },
          ]
        : [],
    examples: [
      {
        said: 'Ada Host: We are here at KubeCon Europe 2024 in Paris with Vera Lind from Keptn.\nVera Lind: Thanks for having me.',
        claims: ['episode:example presented_at event:kubecon-eu-2024'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind from Keptn. Were you at KubeCon last time?\nVera Lind: I never go to KubeCon.',
        why: 'an event that is only spoken of is not where one is',
      },
    ],
  },
]
