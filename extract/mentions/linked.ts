/** Names that a link vouches for: "[Cobra](https://github.com/spf13/cobra)", "it's at github.com/asciimoo/wuzz". */
import type { Lexicon } from '../lexicon.ts'
import { squash } from '../text.ts'
import type { Mention, ReadTurn } from '../types.ts'

export interface Linked {
  turn: number
  start: number
  end: number
  name: string
  kind: 'project' | 'company' | 'person'
  confidence: number
}

const LINK = /\[([^\][\n]{2,60})\]\(https?:\/\/(?:www\.)?([^\s/)]{3,80})((?:\/[^\s)/]{1,100}){0,12})/g
const FORGES = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'sr.ht'])
const PEOPLE = new Set(['twitter.com', 'mobile.twitter.com', 'x.com', 'linkedin.com', 'mastodon.social'])
/** What is said around a name inside its link: "the Pixel library", "Alibaba's Pouch". */
const LEAD = /^(?:(?:the|an?|my|our|his|her|their|this) |[\p{L}\p{N}. ]{2,30}['’]s (?=\p{L}))/iu
const TRAIL =
  /(?:['’]s?)?(?: (?:library|package|project|repo|repository|tool|framework|plugin|page|website|site|CLI|API|docs|on GitHub|v?\d[\d.]*))?$/i

const FULL_NAME = /^\p{Lu}[\p{L}'’.-]+(?: (?:van|von|de|der|St\.))? \p{Lu}[\p{L}'’-]+$/u

/** "You can [ping](…) us", "an issue at [ping](…)": what is linked is what one does. */
const VERB_BEFORE = /\b(?:can|could|to|please|at|just) $/

/** "this project that we're calling [": what the account of an organisation stands for. */
const A_TOOL =
  /\b(?:project|tool|library|framework|package|plugin|app|program)\b[^.?!]{0,32}\b(?:call(?:ed|ing)?|named|is|it['’]s) \[$/i

/** Whether a name and a part of an address are the same letters, or one holds the other. */
function isAlike(name: string, part: string): boolean {
  const a = squash(name)
  const b = squash(part.replace(/\.(?:js|git|io)$/i, ''))
  if (!a || !b) return false
  return a === b || (a.length > 3 && b.includes(a)) || (b.length > 3 && a.includes(b))
}

/** "[Oni](https://onivim.io)": by how many letters an address may be longer than the name. */
const LONGER = 4

/** Names in links. A repository's name is that of a project, an account of two words that of a person. */
export function findLinked(turns: readonly ReadTurn[], lexicon: Lexicon): Linked[] {
  const found: Linked[] = []
  for (const turn of turns) {
    if (!turn.text.includes('](http')) continue
    for (const match of turn.text.matchAll(LINK)) {
      const written = match[1] ?? ''
      const host = (match[2] ?? '').toLowerCase()
      const path = (match[3] ?? '').split('/').filter((part) => part && !/^[?#]/.test(part))
      const lead = written.match(LEAD)?.[0] ?? ''
      const name = written.slice(lead.length).replace(TRAIL, '').trim()
      if (name.length < 2 || /[^\p{L}\p{N} .+#/_-]/u.test(name) || name.split(' ').length > 3) continue
      const start = match.index + 1 + lead.length
      const add = (kind: Linked['kind'], confidence: number): void => {
        found.push({ turn: turn.index, start, end: start + name.length, name, kind, confidence })
      }
      const first = (name.split(' ', 1)[0] ?? '').toLowerCase()
      const isPerson =
        FULL_NAME.test(name) &&
        !lexicon.isPlace(first) &&
        (lexicon.isFirstName(first) || lexicon.isDoubtfulName(first) || !lexicon.isWord(first))
      if (FORGES.has(host)) {
        const repository = path[1]
        if (repository === undefined) {
          if (!path[0]) continue
          if (isPerson && (lexicon.isFirstName(first) || lexicon.isDoubtfulName(first))) add('person', 0.8)
          else if (squash(name) === squash(path[0]) && /^\p{Lu}/u.test(name) && !lexicon.isFirstName(first))
            add(A_TOOL.test(turn.text.slice(Math.max(0, start - 60), start)) ? 'project' : 'company', 0.6)
        } else if (isAlike(name, repository) || /^\p{Lu}[\p{L}\p{N}]*$/u.test(name)) {
          // "You can [ping](…) us": an ordinary word written small is no name.
          const isWord =
            name === first &&
            (lexicon.isWord(first) || VERB_BEFORE.test(turn.text.slice(Math.max(0, start - 12), start - 1)))
          if (!isWord && (!lexicon.isFirstName(first) || isAlike(name, repository))) add('project', 0.85)
        }
      } else if (PEOPLE.has(host)) {
        if (isPerson && path.length) add('person', 0.8)
      } else if (path.length < 2 && /^\p{Lu}/u.test(name)) {
        const labels = host.split('.')
        const label = labels.at(-2) ?? ''
        const isShortened =
          name.length > 2 && squash(label).startsWith(squash(name)) && label.length - name.length < LONGER
        if (
          isShortened ||
          squash(name) === squash(label) ||
          (label.length > 4 && squash(name).includes(squash(label)))
        )
          add(labels.at(-1) === 'com' ? 'company' : 'project', 0.65)
      }
    }
  }
  return found
}

/** The names of repositories that are said or written as addresses, squashed. */
export function repositoriesIn(addresses: readonly Mention[]): Set<string> {
  const found = new Set<string>()
  for (const { candidates } of addresses) {
    const name = candidates[0]?.id.match(/^url:(?:github|gitlab)\.com\/[^/]+\/([^/]+)$/)?.[1]
    if (name && squash(name).length > 2) found.add(squash(name))
  }
  return found
}
