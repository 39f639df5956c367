/** Web addresses, written ("Keptn.sh"), linked in Markdown, spoken ("Keptn dot S-H") or spelled letter by letter. */
import { urlId, urlSlug } from '../../src/ids.ts'
import { cue } from '../scan/cue.ts'
import type { Mention, ReadTurn } from '../types.ts'

/** Top-level domains that projects, companies and people of the field use. */
const TLDS = new Set(
  'com org net io dev sh ai co app cloud tech works fm edu gov info me blog design page run gg ly tv uk de eu fr nl ch at be es it se no fi dk pl cz jp cn in au ca br us so xyz systems software tools build academy foundation community network zone live news wiki link site online digital engineering technology solutions studio social events training video chat help health energy world today space store shop team group rocks rs is mu pm to cc im li st ws lol bot ninja pub land codes computer guru'.split(
    ' ',
  ),
)
/** Endings that are also words or file types: they count only in lower case and after a name that is no file. */
const DOUBTFUL = new Set(
  'sh so is me it to at in no be us at rs pm do run page live link help team build st'.split(' '),
)
const FILES = new Set(
  'install setup build run test deploy start entrypoint script bootstrap init configure make cleanup asp vb ado'.split(
    ' ',
  ),
)

const PATH_END = /[.,;:!?)\]}'"”’*_`]+$/
const LETTERS = '[A-Za-z0-9](?:-[A-Za-z0-9])+'

const isHost = (host: string): boolean => {
  const labels = host.split('.')
  const tld = labels.at(-1) ?? ''
  const name = labels.at(-2) ?? ''
  const lower = tld.toLowerCase()
  if (
    !TLDS.has(lower) ||
    !/[a-z]/i.test(name) ||
    labels.some((l) => !l || l.startsWith('-') || l.endsWith('-'))
  )
    return false
  if (DOUBTFUL.has(lower) && (tld !== lower || FILES.has(name.toLowerCase()))) return false
  return !(lower === 'net' && FILES.has(name.toLowerCase()))
}

const joined = (letters: string): string => letters.replaceAll('-', '')
const spelledOut = new RegExp(`^${LETTERS}$`)
const word = (text: string): string => (spelledOut.test(text) ? joined(text) : text)

interface Found {
  start: number
  end: number
  address: string
  rule: string
}

function* written(text: string): Generator<Found> {
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"”’`)\]]+/gi)) {
    const address = match[0].replace(PATH_END, '')
    yield { start: match.index, end: match.index + address.length, address, rule: 'address:full' }
  }
  for (const match of text.matchAll(
    /(?<![\w@./:-])([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:\/[^\s<>"“”()[\],;!?]*|(?: slash [a-z0-9-]+)+)?)/gi,
  )) {
    const host = match[1] ?? ''
    if (!isHost(host)) continue
    const path = (match[2] ?? '').replace(PATH_END, '')
    yield {
      start: match.index,
      end: match.index + host.length + path.length,
      address: (host + path.replaceAll(' slash ', '/')).toLowerCase(),
      rule: 'address:written',
    }
  }
}

const ON_GITHUB = [
  /\bGit[Hh]ub(?:\.com)?\s*@\s?([\w-]+)/g,
  /\bGit[Hh]ub\/([\w.-]+(?:\/[\w.-]+)?)/g,
  /@([\w-]+) on Git[Hh]ub\b/g,
  /\b([\w-]+ slash [\w-]+),? on Git[Hh]ub\b/gi,
  /\bGit[Hh]ub,? (?:and )?(?:it['’]s|that['’]s|at|under|as|is) ([\w-]+ slash [\w-]+)/gi,
]
const GITHUB = cue(/\bgithub/i)

/** "GitHub @name", "GitHub/name/name", "GitHub.com/ N-A-M-E", "@name on GitHub". */
function* onGitHub(text: string): Generator<Found> {
  for (const form of ON_GITHUB)
    for (const match of text.matchAll(form)) {
      const name = (match[1] ?? '').replace(PATH_END, '')
      const cut = match[0].endsWith(match[1] ?? '') ? (match[1] ?? '').length - name.length : 0
      if (name)
        yield {
          start: match.index,
          end: match.index + match[0].length - cut,
          address: `github.com/${name.replace(/ slash /i, '/')}`,
          rule: 'address:github',
        }
    }
}

const SPELLED_PATH = new RegExp(String.raw`\b([a-z0-9-]+\.[a-z]{2,})\/\s+(${LETTERS})(?![\w-])`, 'gi')

/** "Keptn.sh/ D-O-C-S". */
function* spelled(text: string): Generator<Found> {
  for (const match of text.matchAll(SPELLED_PATH))
    if (isHost(match[1] ?? ''))
      yield {
        start: match.index,
        end: match.index + match[0].length,
        address: `${match[1]}/${joined(match[2] ?? '')}`.toLowerCase(),
        rule: 'address:spelled',
      }
}

const PART = `(?:${LETTERS}|[A-Za-z0-9-]+)`
const SPOKEN = cue(
  new RegExp(String.raw`(?<![\w-])(${PART}(?:\s+dot\s+${PART})+)((?:\s+slash\s+${PART})*)(?![\w-])`, 'gi'),
)

/** "Keptn dot S-H slash docs", "K-E-P-T-N dot io". */
function* spoken(text: string): Generator<Found> {
  for (const match of text.matchAll(SPOKEN.regex)) {
    const host = (match[1] ?? '')
      .split(/\s+dot\s+/i)
      .map(word)
      .join('.')
      .toLowerCase()
    if (!isHost(host)) continue
    const path = (match[2] ?? '')
      .split(/\s+slash\s+/i)
      .filter(Boolean)
      .map((p) => word(p.trim()))
      .join('/')
    yield {
      start: match.index,
      end: match.index + match[0].length,
      address: (path ? `${host}/${path}` : host).toLowerCase(),
      rule: 'address:spoken',
    }
  }
}

/** All addresses of the turns; of overlapping ones the longest. */
export function findAddresses(turns: readonly ReadTurn[]): Mention[] {
  const mentions: Mention[] = []
  for (const turn of turns) {
    const { text, index } = turn
    const found = [
      ...(/\.[a-z\d]|:\//i.test(text) ? written(text) : []),
      ...(GITHUB.mayMatch(turn) ? onGitHub(text) : []),
      ...(text.includes('/') ? spelled(text) : []),
      ...(SPOKEN.mayMatch(turn) ? spoken(text) : []),
    ].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    const taken: Found[] = []
    for (const one of found)
      if (!taken.some((other) => one.start < other.end && other.start < one.end)) taken.push(one)
    for (const { start, end, address, rule } of taken.sort((a, b) => a.start - b.start))
      mentions.push({
        turn: index,
        start,
        end,
        surface: text.slice(start, end),
        candidates: [{ id: urlId(address), kind: 'url', label: urlSlug(address) }],
        rule,
        confidence: rule === 'address:spoken' ? 0.9 : 1,
      })
  }
  return mentions
}
