/** Who represented what: one row for each guest, thing represented and interview. */
import type { Evidence, GraphEdge } from '../../src/schema.ts'
import { type Order, WHO_COLUMNS, type WhoColumn } from '../state/view.ts'
import { type GraphModel, labelOf } from './model.ts'
import { plain } from './search.ts'

export interface WhoRow {
  key: string
  guest: string
  represents: string
  /** As said of the employment, or of the representing itself; empty where nobody says. */
  role: string
  /** Ids of the employers, those of this interview where it names any. */
  employers: string[]
  /** Id of the interview, or of the episode where no interview holds the words. */
  interview: string
  evidence: Evidence
  claim: GraphEdge
}

/** The interview that holds a place: its turns, and among several that share a turn, one with this guest. */
function interviewOf(model: GraphModel, evidence: Evidence, guest: string): string {
  const holds = (id: string): boolean => {
    const a = model.nodes.get(id)?.attributes
    return (
      a?.kind === 'interview' &&
      a.episode === evidence.episode &&
      a.firstTurn <= evidence.turn &&
      evidence.turn <= a.lastTurn
    )
  }
  const own = model.nodes
    .get(guest)
    ?.out.filter((e) => e.attributes.predicate === 'guest_on')
    .map((e) => e.target)
  const found = own?.find(holds) ?? own?.find((id) => sameEpisode(model, id, evidence.episode))
  return found ?? evidence.episode
}

const sameEpisode = (model: GraphModel, id: string, episode: string): boolean => {
  const a = model.nodes.get(id)?.attributes
  return a?.kind === 'interview' && a.episode === episode
}

const affirmed = (edge: GraphEdge): boolean => edge.attributes.qualifiers.polarity !== 'denied'

/** Length of the words, up to what a table cell can show. */
export const telling = (e: Evidence): number => Math.min(e.end - e.start, 200)

/** All rows, in the order of the graph file. */
export function whoRows(model: GraphModel): WhoRow[] {
  const rows: WhoRow[] = []
  for (const claim of model.claims) {
    if (claim.attributes.predicate !== 'represents' || !affirmed(claim)) continue
    const jobs = (model.nodes.get(claim.source)?.out ?? []).filter(
      (e) =>
        e.attributes.predicate === 'works_at' &&
        affirmed(e) &&
        (e.attributes.qualifiers.status ?? 'current') === 'current',
    )
    // Of several places in one interview, the one that says most: an introduction rather than a bare name.
    const said = new Map<string, Evidence>()
    for (const evidence of claim.attributes.evidence) {
      const interview = interviewOf(model, evidence, claim.source)
      const known = said.get(interview)
      if (!known || telling(evidence) > telling(known)) said.set(interview, evidence)
    }
    for (const [interview, evidence] of said) {
      const here = jobs.filter((j) => j.attributes.evidence.some((e) => e.episode === evidence.episode))
      const told = here.length > 0 ? here : jobs
      rows.push({
        key: `${claim.key} ${interview}`,
        guest: claim.source,
        represents: claim.target,
        role:
          claim.attributes.qualifiers.role ??
          told.map((j) => j.attributes.qualifiers.role).find((r) => r !== undefined) ??
          '',
        employers: [...new Set(told.map((j) => j.target))],
        interview,
        evidence,
        claim,
      })
    }
  }
  return rows
}

/** When it was, then its title, so that episodes sort by date; those without a date come after. */
function episodeText({ file }: GraphModel, id: string): string {
  const episode = file.attributes.episodes.find((e) => e.id === id)
  return [episode?.date, episode?.title ?? id].filter(Boolean).join(' ')
}

/** The text of a column, for sorting, filtering and reading out. */
export function whoText(model: GraphModel, row: WhoRow, column: WhoColumn): string {
  if (column === 'role') return row.role
  if (column === 'episode') return episodeText(model, row.evidence.episode)
  if (column === 'employer') return row.employers.map((id) => labelOf(model, id)).join(', ')
  return labelOf(model, row[column])
}

/** Rows that hold every word of the query in some column, in the given order; empty cells come last. */
export function sortedWho(
  model: GraphModel,
  rows: readonly WhoRow[],
  query: string,
  order: Order<WhoColumn>,
): WhoRow[] {
  const words = plain(query).split(' ').filter(Boolean)
  const keyed = rows.map((row) => ({
    row,
    // Talk 9 before talk 10.
    key: plain(whoText(model, row, order.column)).replace(/\d+/g, (n) => n.padStart(9, '0')),
    all: plain(WHO_COLUMNS.map((c) => whoText(model, row, c)).join(' ')),
  }))
  const sign = order.descending ? -1 : 1
  return keyed
    .filter(({ all }) => words.every((w) => all.includes(w)))
    .sort(
      (x, y) =>
        Number(x.key === '') - Number(y.key === '') ||
        sign * (x.key < y.key ? -1 : x.key > y.key ? 1 : 0) ||
        (x.row.key < y.row.key ? -1 : 1),
    )
    .map(({ row }) => row)
}

/** The rows in which this entity stands as guest or as what is represented. */
export const whoFor = (rows: readonly WhoRow[], id: string): WhoRow[] =>
  rows.filter((r) => r.guest === id || r.represents === id)
