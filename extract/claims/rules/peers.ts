/** Things known to be of one sort, set beside each other by a sentence, by its neighbour or by a whole talk. */
import type { LinkedMention, Span } from '../../types.ts'
import type { Draft, Rule } from '../rule.ts'
import { type Scene, sceneSpan, type Talk } from '../scene.ts'
import { areOneSort, sorts } from './sorts.ts'
import { isLanguage } from './words.ts'

/** Two things of one sort, and how near each other a talk names them. */
interface Pair {
  a: string
  b: string
  /** Sentences that name both, and those that name one right after a sentence that names the other. */
  together: Scene[]
  adjacent: [Scene, Scene][]
  /** How often one is named in the turn of the other, or in one of the two turns after it. */
  near: number
  nearest: [Scene, Scene]
}

/** How many turns apart two things may be named to be spoken of together. */
const TURNS = 2
/** How many sentences apart two things of one turn may be to be adjacent. */
const SENTENCES = 2
/** How many mentions before one are looked at, so that a talk full of names stays linear. */
const MEMORY = 40

interface Named {
  id: string
  scene: Scene
}

const isSorted = (m: LinkedMention): boolean =>
  (m.kind === 'project' || m.kind === 'technology') && sorts(m.entity).size > 0

/** Every two things of one sort that an interview names near each other, in the order in which they come up. */
function pairsOf(named: readonly Named[]): Pair[] {
  const pairs = new Map<string, Pair>()
  named.forEach((later, j) => {
    for (let i = j - 1; i >= Math.max(0, j - MEMORY); i--) {
      const earlier = named[i] as Named
      if (later.scene.turn.index - earlier.scene.turn.index > TURNS) break
      if (!areOneSort(earlier.id, later.id) || earlier.id === later.id) continue
      const key = earlier.id < later.id ? `${earlier.id} ${later.id}` : `${later.id} ${earlier.id}`
      const scenes: [Scene, Scene] = [earlier.scene, later.scene]
      const pair = pairs.get(key) ?? {
        a: earlier.id,
        b: later.id,
        together: [],
        adjacent: [],
        near: 0,
        nearest: scenes,
      }
      pairs.set(key, pair)
      const apart = later.scene.index - earlier.scene.index
      if (apart === 0) pair.together.push(later.scene)
      else if (earlier.scene.turn === later.scene.turn && apart <= SENTENCES) pair.adjacent.push(scenes)
      else pair.near++
      if (apart < pair.nearest[1].index - pair.nearest[0].index) pair.nearest = scenes
    }
  })
  return [...pairs.values()]
}

/** What each interview names that has a sort, once a sentence. */
function namedIn(talk: Talk): Named[][] {
  const named: Named[][] = talk.conversation.interviews.map(() => [])
  for (const scene of talk.scenes)
    for (const id of new Set(scene.slots.filter(isSorted).map((m) => m.entity)))
      named[scene.interview]?.push({ id, scene })
  return named
}

/** Whether the sentences that a pair is nearest in say of neither that something works with it or is made of it. */
const isRival = ({ nearest }: Pair): boolean => nearest.every((scene) => !GOES_WITH.test(scene.skeleton))
const GOES_WITH =
  /\b(?:support(?:s|ed|ing)?|integrat\w+|work(?:s|ing)? with|compatible|plug-?ins?|under the hood|providers?|based on|built on|top of|core)\b/i

/** Finds what of each interview of a talk. */
const eachInterview =
  (
    what: (
      pairs: readonly Pair[],
      counts: ReadonlyMap<string, number>,
      interview: number,
      talk: Talk,
    ) => Draft[],
  ) =>
  (talk: Talk): Draft[] =>
    namedIn(talk).flatMap((named, interview) => {
      const counts = new Map<string, number>()
      for (const { id } of named) counts.set(id, (counts.get(id) ?? 0) + 1)
      return what(pairsOf(named), counts, interview, talk)
    })

const spansOf = ([first, second]: readonly [Scene, Scene]): Span[] =>
  first === second ? [sceneSpan(first)] : [sceneSpan(second), sceneSpan(first)]

/** Between two names that are set beside each other: "A or B", "A, but B", "A is the same as B". */
const BETWEEN =
  /\b(?:or|versus|vs|instead|rather than|opposed|whereas|while|unlike|than|but|although|though|similar\w*|same|differ\w*|compar\w+|alternatives?|replac\w+|before|equivalents?|switch\w*|mov(?:e|ed|ing)|migrat\w+|transition\w*|convert\w*|compet\w+|predat\w+|preferr?\w*|didn['’]t|don['’]t|like)\b/i
/** The same, where it does not matter what is said before. */
const SURELY =
  /\b(?:versus|vs|instead|rather than|opposed|whereas|unlike|similar\w*|compar\w+|alternatives?|compet\w+|predat\w+|prefer|outperform\w*|overtak\w+)\b|\b(?:better|worse|\w+er|more|less)\b[^<]{0,40}\bthan\b/i
/** Before the first of them: "things like A and B", "the difference between A and B". */
const OPENS =
  /\b(?:(?:things|stuff|tools?|something|systems?|projects?|platforms?|anything) (?:like|such as)|between|either|both|compar\w+|pick(?:ing)?|choos\w+|could be|whether (?:you|we|I)(?: \w+){0,2}|people use|competitors|options|alternatives)(?: \w+){0,3},? $/i
/** After the second: "A, B, whatever", "A and B – which one?". */
const CLOSES =
  /^[^<]{0,14}\b(?:whatever|et cetera|etc|and so on|and so forth|you name it|something (?:like|else)|or anything|which (?:one|should)|transition|migration|debate|war|wars|comparison|all of (?:these|those)|alike)\b/i
/** Before a list of what something works with, goes with or comes in: no choice of the speaker. */
const WORKS_WITH =
  /\b(?:support\w*|integrat\w+|work(?:s|ing)? with|compatible|plug\w*|run(?:s|ning)? on|deploy\w* on|on (?:an? |the )?[\w-]+ [\w-]+ like|available (?:for|on|in)|whether (?:it|that)['’]s|clients?|formats?|providers?|under the hood)\b/i
/** How many characters may stand between two names that a sentence sets beside each other. */
const WITHIN = 130
/** Nothing but names, commas and what joins them. */
const LIST = /^(?:<[a-z]\d+>|\]\(|\)|,|\[| | and| maybe| the| there['’]s| it could be)+$/
/** The names of a list before or after two of it. */
const MORE_BEFORE = /(?:<[a-z]\d+>(?:,| and| or)+ ){1,8}$/
const MORE_AFTER = /^(?:(?:,| and| or){1,2} <[a-z]\d+>){1,8}/

/** The two places of two things that are nearest each other in a sentence. */
function placesOf({ slots, places }: Scene, a: string, b: string): [number, number] | undefined {
  let best: [number, number] | undefined
  let last = -1
  slots.forEach((m, i) => {
    if (m.entity !== a && m.entity !== b) return
    const before = places[last] ?? 0
    const here = places[i] ?? 0
    if (last >= 0 && slots[last]?.entity !== m.entity && (!best || here - before < best[1] - best[0]))
      best = [before, here]
    last = i
  })
  return best
}

function isSetBeside(scene: Scene, a: string, b: string): boolean {
  const found = placesOf(scene, a, b)
  if (!found || found[1] - found[0] > WITHIN) return false
  const { skeleton } = scene
  const between = skeleton.slice(...found)
  const before = skeleton.slice(Math.max(0, found[0] - 50), found[0])
  if (SURELY.test(between)) return true
  if (WORKS_WITH.test(before)) return false
  if (BETWEEN.test(between)) return true
  const after = skeleton.slice(found[1]).replace(/^<[a-z]\d+>/, '')
  return (
    LIST.test(between) &&
    (OPENS.test(before.replace(MORE_BEFORE, '')) || CLOSES.test(after.replace(MORE_AFTER, '')))
  )
}

/** How the second of two sentences takes up what the first named. */
const TAKES_UP =
  /\b(?:instead|whereas|unlike|than|similar\w*|same|different|differs?|compar\w+|alternatives?|replac\w+|equivalent|switch\w*|moved|migrat\w+|compet\w+|like (?:it|that)|something like|better|worse|easier|simpler|faster)\b|n['’]t (?:have to|need|want|get)\b/i

/** How near a talk must bring a thing to its project, where no sentence names both. */
const OFTEN = 4
/** How often a talk names what it measures others of its sort by, and how many times as often as those. */
const HUB = 5
const HUB_TIMES = 2

/** What an interview names most of its sort, and often. */
function hubsOf(counts: ReadonlyMap<string, number>): Set<string> {
  const most = new Map<string, string>()
  for (const [id, count] of counts)
    for (const sort of sorts(id)) {
      const known = most.get(sort)
      if (count >= HUB && (known === undefined || count > (counts.get(known) ?? 0))) most.set(sort, id)
    }
  const isMost = (id: string): boolean => [...sorts(id)].every((sort) => most.get(sort) === id)
  return new Set([...most.values()].filter(isMost))
}

/** Languages of which a sentence says how the one is to the other; to name two of them says little. */
function languagesBeside(scene: Scene): Draft[] {
  const drafts: Draft[] = []
  const languages = scene.slots.filter((m) => isLanguage(m.entity))
  languages.forEach((later, i) => {
    const earlier = languages[i - 1]
    if (!earlier || earlier.entity === later.entity) return
    const at = (m: LinkedMention): number => scene.places[scene.slots.indexOf(m)] ?? 0
    const between = scene.skeleton.slice(at(earlier), at(later))
    if (between.length <= WITHIN && SURELY.test(between))
      drafts.push({ subject: earlier.entity, object: later.entity })
  })
  return drafts
}

export const PEERS: readonly Rule[] = [
  {
    id: 'compared-with/one-sort',
    description:
      'Two things of one sort are set beside each other in a sentence, or in one and the next: "Kafka or NATS", "Spark … Flink is similar".',
    predicate: 'compared_with',
    confidence: 0.75,
    find: eachInterview((pairs) =>
      pairs.flatMap(({ a, b, together, adjacent }) => {
        const same = together.find((scene) => isSetBeside(scene, a, b))
        if (same) return [{ subject: a, object: b, spans: [sceneSpan(same)] }]
        const next = adjacent.find(([, second]) => TAKES_UP.test(second.skeleton))
        return next ? [{ subject: a, object: b, spans: spansOf(next), confidence: 0.65 }] : []
      }),
    ),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Should I take Istio or Linkerd?',
        claims: ['project:istio compared_with project:linkerd'],
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We took Istio. We didn’t have to take Linkerd.',
        claims: ['project:istio compared_with project:linkerd'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: It supports Istio or Linkerd.',
        why: 'what something else supports',
      },
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Should I take Istio or Prometheus?',
        why: 'not of one sort',
      },
    ],
  },
  {
    id: 'compared-with/peer-of-main',
    description: 'A talk about a project comes back to another thing of its sort.',
    predicate: 'compared_with',
    confidence: 0.7,
    find: eachInterview((pairs, _, interview, talk) => {
      const main = talk.subjects[interview]?.project
      return pairs
        .filter(
          (pair) =>
            (pair.a === main || pair.b === main) &&
            (pair.together.length > 0 || pair.adjacent.length > 0 || pair.near >= OFTEN) &&
            isRival(pair),
        )
        .map(({ a, b, nearest }) => ({ subject: a, object: b, spans: spansOf(nearest) }))
    }),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Linkerd. What is Linkerd?\nVera Lind: Linkerd is small. People come to us from Istio.',
        claims: ['project:linkerd compared_with project:istio'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Linkerd. What is Linkerd?\nVera Lind: A mesh. Linkerd comes with Prometheus.',
        why: 'not of one sort',
      },
    ],
  },
  {
    id: 'compared-with/peer-of-hub',
    description:
      'A talk names again and again one thing of a sort, by which it measures others of that sort.',
    predicate: 'compared_with',
    confidence: 0.65,
    find: eachInterview((pairs, counts) => {
      const hubs = hubsOf(counts)
      return pairs.flatMap((pair) => {
        const { a, b, together, adjacent, near, nearest } = pair
        const [x, y] = [counts.get(a) ?? 0, counts.get(b) ?? 0]
        const isHub = hubs.has(x > y ? a : b) && Math.max(x, y) >= HUB_TIMES * Math.min(x, y)
        const sameTurn = nearest[0].turn === nearest[1].turn
        return isHub &&
          (together.length > 0 || adjacent.length > 0 || sameTurn || near >= OFTEN) &&
          isRival(pair)
          ? [{ subject: a, object: b, spans: spansOf(nearest) }]
          : []
      })
    }),
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I like Istio. Istio has a lot. Istio is old. I know Istio. There is Istio. Then, there is Linkerd.',
        claims: ['project:istio compared_with project:linkerd'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I like Istio. There is a new book. It came out in May. Linkerd is nice.',
        why: 'named once',
      },
    ],
  },
  {
    id: 'compared-with/languages',
    description: 'A sentence says how one language is to another: "Python is slower than C++".',
    predicate: 'compared_with',
    confidence: 0.8,
    answerable: true,
    read: languagesBeside,
    needs: 't',
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Rust is a lot stricter than Python.',
        claims: ['technology:rust compared_with technology:python'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We write Rust and Python.',
        why: 'two of many',
      },
    ],
  },
]
