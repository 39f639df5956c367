/** Where and when an episode was recorded, from what is said about the event. */
import type { Names } from './names/index.ts'
import { findTimes } from './time.ts'
import type { Conversation, Mention, Span } from './types.ts'

export interface Occasion {
  /** The edition it was recorded at. */
  event?: { id: string; label: string; evidence: Span }
  /** ISO date, year-month or year of the recording. */
  date?: string
}

interface Edition {
  id: string
  label: string
  series: string
  city: string
  start: string
  end: string
}

const REGIONS: readonly [RegExp, string][] = [
  [/\bNorth America\b|\bNA\b/, '-na-'],
  [/\bEurope\b|\bEU\b/, '-eu-'],
  [/\bChina\b/, '-china-'],
  [/\bIndia\b/, '-india-'],
  [/\bJapan\b/, '-japan-'],
]
const PRESENT =
  /\b(?:live (?:from|at)|here at|we(?:['’]re| are| were)(?: both| all)? (?:here )?at|you guys are at|you(?:'re| are) at|I(?:'m| am) (?:here )?at|day (?:one|two|three|four|zero|\d)|(?:first|second|third|last) day|(?:back|home|returned) from|recorded (?:live )?at|coming to you from|on the (?:show )?floor)\b/i

const isoYear = (iso: string): string => iso.slice(0, 4)

/** The editions of event series, i.e. events of the registry that have dates. */
export function editionsOf(names: Names): Edition[] {
  return names.registry.entries
    .filter((e) => e.id.startsWith('event:') && e.record?.start)
    .map((e) => ({
      id: e.id,
      label: e.name,
      series: e.id.replace(/-(?:(?:na|eu|china|india|japan)-)?\d{4}$/, ''),
      city: e.record?.city ?? '',
      start: e.record?.start ?? '',
      end: e.record?.end ?? e.record?.start ?? '',
    }))
}

/** What a stretch of text says of an edition: each hint either fits an edition or not. */
function hintsIn(
  text: string,
  editions: readonly Edition[],
  recorded: string | undefined,
): { fits: (e: Edition) => boolean; weight: number }[] {
  const hints: { fits: (e: Edition) => boolean; weight: number }[] = []
  for (const [pattern, mark] of REGIONS)
    if (pattern.test(text)) hints.push({ fits: (e) => e.id.includes(mark), weight: 2 })
  const cities = [...new Set(editions.map((e) => e.city).filter((city) => city && text.includes(city)))]
  if (cities.length === 1) hints.push({ fits: (e) => e.city === cities[0], weight: 3 })
  for (const { iso } of findTimes(text, recorded).slice(0, 2))
    if (iso.length === 10) hints.push({ fits: (e) => e.start <= iso && iso <= e.end, weight: 5 })
    else
      hints.push({
        fits: (e) => (iso.length === 7 ? e.start.slice(0, 7) === iso : isoYear(e.start) === iso),
        weight: 3,
      })
  return hints
}

/** The one edition that all hints fit, or undefined. */
export function editionFrom(
  text: string,
  series: string,
  editions: readonly Edition[],
  recorded: string | undefined,
): Edition | undefined {
  const own = editions.filter((e) => e.series === series)
  const hints = hintsIn(text, own, recorded)
  if (!hints.length) return undefined
  const fitting = own.filter((e) => hints.every((h) => h.fits(e)))
  if (fitting.length === 1) return fitting[0]
  // "KubeCon Amsterdam": of several editions in one city the nearest to the recording, the coming one first.
  if (recorded && fitting.length > 1) {
    const coming = fitting.filter((e) => e.start >= recorded).sort((a, b) => (a.start < b.start ? -1 : 1))
    return coming[0]
  }
  return undefined
}

/**
 * The event the episode was recorded at and its date. Metadata wins; otherwise hints from sentences that name
 * the event and say that one is there are put together.
 */
export function findOccasion(
  conversation: Conversation,
  mentions: readonly Mention[],
  names: Names,
): Occasion {
  const { transcript, turns } = conversation
  const { metadata } = transcript
  const editions = editionsOf(names)
  const eventMentions = mentions.filter((m) => m.candidates[0]?.kind === 'event')
  const scores = new Map<Edition, { score: number; evidence: Span | null; present: boolean }>()
  const heading = `${metadata.event ?? ''} ${metadata.title ?? ''}`
  for (const mention of eventMentions) {
    const turn = turns[mention.turn]
    const sentence = turn?.sentences.find((s) => mention.start >= s.start && mention.start < s.end)
    if (!turn || !sentence) continue
    const candidate = mention.candidates[0]
    const text = turn.text.slice(sentence.start, sentence.end)
    const present = PRESENT.test(text)
    const exact = editions.find((e) => e.id === candidate?.id)
    const own = exact ? [exact] : editions.filter((e) => e.series === candidate?.id)
    const hints = hintsIn(text, own, metadata.date)
    for (const edition of own) {
      const weight =
        (exact ? 3 : 0) + hints.reduce((sum, h) => sum + (h.fits(edition) ? h.weight : -h.weight), 0)
      const known = scores.get(edition) ?? { score: 0, evidence: null, present: false }
      const score = Math.max(known.score, present ? weight + 2 : weight)
      scores.set(edition, {
        score,
        evidence:
          known.evidence && known.score >= score
            ? known.evidence
            : { turn: turn.index, start: sentence.start, end: sentence.end },
        present: known.present || present,
      })
    }
  }
  const anyPresent =
    [...scores.values()].some((s) => s.present) ||
    /\blive (?:from|at)\b/i.test(heading) ||
    metadata.event !== undefined
  const ranked = [...scores]
    .map(([edition, s]) => {
      const headed = hintsIn(heading, editions, metadata.date).reduce(
        (sum, h) => sum + (h.fits(edition) ? h.weight : -h.weight),
        0,
      )
      const dated =
        metadata.date && metadata.date.length >= 7
          ? edition.start.slice(0, 7) === metadata.date.slice(0, 7)
            ? 4
            : -6
          : 0
      return { edition, ...s, total: s.score + headed + dated }
    })
    .sort((a, b) => b.total - a.total || (a.edition.id < b.edition.id ? -1 : 1))
  const best = ranked[0]
  const sure =
    best !== undefined &&
    best.total >= 4 &&
    best.total > (ranked[1]?.total ?? 0) &&
    anyPresent &&
    best.evidence !== null
  const occasion: Occasion = {}
  if (sure && best.evidence)
    occasion.event = { id: best.edition.id, label: best.edition.label, evidence: best.evidence }
  const date = metadata.date ?? (sure ? best.edition.start.slice(0, 7) : undefined)
  if (date) occasion.date = date
  return occasion
}
