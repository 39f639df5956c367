/** At which CNCF level a project is, was, or wants to be. */
import type { Qualifiers } from '../../../src/schema.ts'
import type { TimeExpression } from '../../time.ts'
import type { LinkedMention } from '../../types.ts'
import { contradicted } from '../answers.ts'
import { isHypothetical, timesIn } from '../qualifiers.ts'
import type { Draft, Rule } from '../rule.ts'
import { idsOfGroup, type Scene, type Talk, thingMeant } from '../scene.ts'

/** "the graduation criteria", "projects that graduate", "to graduate you need": nobody's level. */
const GENERIC_AFTER =
  /^(?:(?: (?:and|or) <m\d+>)?(?: <f\d+>)? projects\b|(?: (?:criteria|process|requirements?|review|checklist|stage gate|and \w+ projects|levels?)\b|\/<m\d+>))/i
/** "one of the incubating projects" is one of them. */
const ONE_OF = /\bone of (?:the|our|their|its) (?:\w+ )?$/i
const GENERIC_BEFORE =
  /\b(?:projects?|people|folks|everyone|others|many|some|they all|who|you have to|you need|need(?:s|ed)? to|have to|requirements?|in order|criteria|the path|once you|if you|when you|how do you|as part of (?:the|their|its))(?: \w+){0,3} (?:to |for |get to |getting to |reach |go to )?$/i
const PLANNED =
  /\b(?:look(?:ing)?|hop(?:e|ing|efully)|plan(?:s|ning)?|wan(?:t|ts|ting|na)|try(?:ing)?|going|gonna|aim(?:s|ing)?|working (?:on|to|towards?)|appl(?:y|ied|ying)|next step|road|path|way|process|soon|about|will|would|can be|eventually|goal|target(?:ing)?|towards?|propos(?:e|ed|al)|submi(?:t|tted|ssion)|set on|when we do|ready|someday|one day|push(?:ing)?|due diligence|before we) /i
/** A plan holds unless something has come true after it was spoken of: "I want to say in May it became …". */
function isPlan(text: string): boolean {
  const cues = [...text.matchAll(new RegExp(PLANNED, 'gi'))].filter(
    (m) => !/^wan\w* $/i.test(m[0]) || !/^to say\b/i.test(text.slice(m.index + m[0].length)),
  )
  const last = cues.at(-1)
  return (
    last !== undefined &&
    !/\b(?:became|is|are|was|were|['’](?:re|s)|got|moved|accepted|entered|donated?|right now|currently)\b/i.test(
      text.slice(last.index + last[0].length),
    )
  )
}
const FORMER =
  /\b(?:before that|(?:was|were|used to be)(?: (?!accepted|admitted|approved|donated|promoted|moved|voted|let|taken|put|given)\w+){0,2}|started (?:out |off )?(?:as|in)|initially|originally|formerly|previously|came from|moved (?:on |up )?from|from|out of|left|back then)(?: (?:in|as|at|the|an?|being|CNCF))* ?$/i
/** The speech before the level, back to the last level or clause end. */
const CLAUSE_END = /<m\d+>|[;:]|, (?:but|and|so|because)\b|\bbut\b|\bbecause\b/gi

function regionBefore(skeleton: string, place: number): { text: string; from: number } {
  let from = 0
  for (const match of skeleton.slice(0, place).matchAll(CLAUSE_END)) from = match.index + match[0].length
  return { text: skeleton.slice(from, place), from }
}

const SUBJECT =
  /(?<S>\b(?:we|it|they|this|that|you|the project|our project|project)\b)(?:['’](?:re|s|ve|d))?/gi

/** The project a level is said of: named in the clause, or what its pronoun or silence means. */
function subjectOf(
  scene: Scene,
  talk: Talk,
  place: number,
  region: { text: string; from: number },
): string | undefined {
  const named = scene.slots
    .map((m, i) => ({ m, at: scene.places[i] ?? 0 }))
    .filter(({ m }) => m.kind === 'project')
  const inRegion = named.filter(({ at }) => at >= region.from && at < place)
  const last = inRegion.at(-1)
  if (last)
    return /\byou(?:['’]re)?\b|\b(?:like|than) an?\b/i.test(scene.skeleton.slice(last.at, place))
      ? undefined
      : last.m.entity
  // "an incubating project, Keptn", "the sandbox project Keptn"
  const after = scene.skeleton
    .slice(place)
    .match(/^<m\d+>(?: <f\d+>)? projects?,? (?:called |named |is )?<p(\d+)>/)
  if (after) return scene.slots[Number(after[1])]?.entity
  const pronouns = [...region.text.matchAll(SUBJECT)]
  const pronoun = pronouns.at(-1)
  if (pronoun) {
    const word = (pronoun.groups?.S ?? '').toLowerCase()
    if (word === 'you' && !scene.speakerIsHost) return undefined
    return idsOfGroup(
      scene,
      talk,
      /^(?:they|you)$/.test(word) ? 'it' : word === 'our project' ? 'we' : word,
      region.from,
      ['project'],
    )[0]
  }
  // A subject earlier in the sentence carries over a conjunction: "Keptn is young, but incubating".
  const earlier = named.filter(({ at }) => at < place)
  if (earlier.length && new Set(earlier.map(({ m }) => m.entity)).size === 1) return earlier[0]?.m.entity
  const words = scene.skeleton.split(/\s+/).length
  const fragment =
    words <= 10 || /^(?:\W*(?:as of|since|now|currently|yeah|yes|no|so|we)\b)/i.test(scene.skeleton)
  return fragment || /\b(?:we|us|our)\b/i.test(scene.skeleton.slice(0, place))
    ? thingMeant(scene, talk, 'it', ['project'])
    : undefined
}

function levels(scene: Scene, talk: Talk): Draft[] {
  const drafts: Draft[] = []
  const times = timesIn(scene, talk)
  const levelSlots = scene.slots
    .map((m, i) => ({ m, place: scene.places[i] ?? 0 }))
    .filter(({ m }) => m.kind === 'maturity')
  for (const { m, place } of levelSlots) {
    const after = scene.skeleton.slice(place).replace(/^<m\d+>/, '')
    const region = regionBefore(scene.skeleton, place)
    if ((GENERIC_AFTER.test(after) && !ONE_OF.test(region.text)) || GENERIC_BEFORE.test(region.text)) continue
    const denied =
      /(?:n['’]t|\bnot|\bnever|\bno longer)(?: (?!just\b|only\b)\w+){0,2} (?:an? |the |in |at )*$/i.test(
        region.text,
      )
    // "There wasn't any sandbox yet" is said of the level, not of a project.
    if (/\bthere (?:is|was|were)(?:n['’]t| not| no)\b/i.test(region.text)) continue
    // The level as an adjective of something else: "a graduated driver's licence".
    if (
      /^ (?!projects?|CNCF|<f|level|stage|status|yet|now|in|as|last|this|for|at|and|or|by|since|with|already|today|right|about|back|there|here|too|soon|hopefully|under|within|but|so|because|from|to|I|is|are|was|next|during|after|before|around|over|when|the|early|late|later|earlier|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d)\w+/.test(
        after,
      ) &&
      m.surface.toLowerCase() !== 'graduate'
    )
      continue
    if (isHypothetical(scene.skeleton, place)) continue
    const subject = subjectOf(scene, talk, place, region)
    if (!subject || contradicted(scene, talk)) continue
    const word = m.surface.toLowerCase()
    const planned =
      isPlan(`${region.text} `) ||
      (/^(?:graduate|graduating|graduation)$/.test(word) &&
        !IN_A_YEAR.test(after) &&
        !/\b(?:did|have|has|since|after|reached|got|became|at|in) (?:\w+ )?$/i.test(region.text))
    const status: Qualifiers['status'] = planned ? 'planned' : FORMER.test(region.text) ? 'former' : 'current'
    if (denied && status !== 'current') continue
    const qualifiers: Qualifiers = { status }
    if (denied) qualifiers.polarity = 'denied'
    const offset = m.start - scene.sentence.start
    const text = scene.turn.text.slice(scene.sentence.start, scene.sentence.end)
    const near = times
      .filter((t) => levelOfTime(t, levelSlots, scene, text) === m)
      // "We began in 2018, and it is graduated now": the date of another clause is not the level's.
      .filter((t) => !OTHER_CLAUSE.test(text.slice(Math.min(t.end, offset), Math.max(t.start, offset))))
      .sort((a, b) => Math.abs(a.start - offset) - Math.abs(b.start - offset))[0]
    if (near) {
      qualifiers.since = near.iso
      if (near.vague) qualifiers.modality = 'possible'
    }
    drafts.push({
      subject,
      object: m.entity,
      qualifiers,
      confidence: m.confidence * (inClause(scene, subject) ? 0.95 : 0.88),
    })
  }
  return drafts
}

/**
 * The level that a time belongs to: the one between the same commas, else the one before it. "We joined the sandbox
 * in 2020, moved to incubating later, and hope to graduate."
 */
function levelOfTime(
  time: TimeExpression,
  levelSlots: readonly { m: LinkedMention }[],
  scene: Scene,
  text: string,
): LinkedMention | undefined {
  const offsetOf = (m: LinkedMention): number => m.start - scene.sentence.start
  const isTogether = (m: LinkedMention): boolean => {
    const [from, to] = [Math.min(time.end, offsetOf(m)), Math.max(time.start, offsetOf(m))]
    return !/[,;]|\band\b|\bbut\b/.test(text.slice(from, to))
  }
  const levels = levelSlots.map(({ m }) => m)
  return levels.find(isTogether) ?? levels.filter((m) => offsetOf(m) < time.start).at(-1) ?? levels[0]
}

const OTHER_CLAUSE = /, (?:it|we|they|but|so)\b/i

/** Right after a level that was reached: "graduation the summer after", "incubation in 2021". */
const IN_A_YEAR =
  /^,? (?:was |came |happened )?(?:in |that was |back in )?(?:the (?:\w+ ){1,2}after|\w+ of \d{4}|\d{4}|last \w+)\b/

const inClause = (scene: Scene, id: string): boolean => scene.slots.some((m) => m.entity === id)

export const MATURITY: readonly Rule[] = [
  {
    id: 'maturity/said',
    description:
      'A level is said of a project: by name, or by "we" and "it" in an interview about one project; plans and former levels are told from the present one.',
    predicate: 'has_maturity',
    confidence: 0.9,
    needs: 'm',
    read: levels,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Is it sandbox or incubating?\nVera Lind: It’s graduated, as a CNCF project.',
        claims: ['project:keptn has_maturity maturity:graduated status=current'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Keptn is one of the incubating projects of the CNCF. We hope to graduate next year.',
        claims: [
          'project:keptn has_maturity maturity:incubating status=current',
          'project:keptn has_maturity maturity:graduated status=planned',
        ],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: We are in the CNCF incubator. Before that we were sandbox.',
        claims: ['project:keptn has_maturity maturity:sandbox status=former'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Is Keptn a CNCF incubating project?\nVera Lind: I would have to look that up.',
        why: 'a question asserts nothing',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is hard?\nVera Lind: There is a queue, and projects need an audit to graduate in the CNCF.',
        why: 'what all projects need is no level of this one',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where were you before?\nVera Lind: I graduated from university.',
        why: 'people graduate too',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Where were you before?\nVera Lind: At school, where I wrote a compiler as part of my graduation project.',
        why: 'a project of a student',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What do people fear?\nVera Lind: They ask what they do if the project is going to be archived.',
        why: 'a supposition',
      },
    ],
  },
  {
    id: 'maturity/confirmed',
    description: 'The host’s yes-or-no question names one level, and the guest says yes.',
    predicate: 'has_maturity',
    confidence: 0.85,
    confirmable: true,
    needs: 'm',
    read: (scene, talk) => {
      if (!scene.sentence.question) return []
      const named = scene.slots.filter((m) => m.kind === 'maturity')
      if (new Set(named.map((m) => m.entity)).size !== 1) return []
      return levels(scene, talk)
    },
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool.\nAda Host: And Keptn is an incubating project in the CNCF, correct?\nVera Lind: Yes.',
        claims: ['project:keptn has_maturity maturity:incubating status=current'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. Is Keptn an incubating project in the CNCF?\nVera Lind: We are not there.',
        why: 'the answer does not say yes',
      },
    ],
  },
]
