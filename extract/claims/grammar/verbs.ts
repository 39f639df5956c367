/** The forms of English verbs, made from their base form. */

/** What a form says of its verb. A word may be several: "built" is past and participle. */
export interface VerbForm {
  lemma: string
  /** Also the infinitive: "use", "run", "put". */
  base: boolean
  past: boolean
  participle: boolean
  ing: boolean
  /** "uses", "is": agrees with a subject, so it is surely a verb with one. */
  third: boolean
}

/** Past and participle of those that do not follow the rules. */
const IRREGULAR: Record<string, readonly [string, string]> = {
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  bring: ['brought', 'brought'],
  build: ['built', 'built'],
  rebuild: ['rebuilt', 'rebuilt'],
  buy: ['bought', 'bought'],
  choose: ['chose', 'chosen'],
  come: ['came', 'come'],
  cut: ['cut', 'cut'],
  do: ['did', 'done'],
  feed: ['fed', 'fed'],
  find: ['found', 'found'],
  get: ['got', 'gotten'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  grow: ['grew', 'grown'],
  have: ['had', 'had'],
  hit: ['hit', 'hit'],
  keep: ['kept', 'kept'],
  lead: ['led', 'led'],
  leave: ['left', 'left'],
  let: ['let', 'let'],
  make: ['made', 'made'],
  mean: ['meant', 'meant'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  read: ['read', 'read'],
  run: ['ran', 'run'],
  see: ['saw', 'seen'],
  sell: ['sold', 'sold'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  sit: ['sat', 'sat'],
  speak: ['spoke', 'spoken'],
  spend: ['spent', 'spent'],
  spin: ['spun', 'spun'],
  split: ['split', 'split'],
  stand: ['stood', 'stood'],
  take: ['took', 'taken'],
  teach: ['taught', 'taught'],
  think: ['thought', 'thought'],
  throw: ['threw', 'thrown'],
  write: ['wrote', 'written'],
  rewrite: ['rewrote', 'rewritten'],
}
/** Those that double their last letter. */
const DOUBLES = new Set(
  'embed wrap ship plug run rerun sit set get put let hit cut spin split drop map swap ship commit submit transfer defer refer program scrap tap hub strip step stop plan begin wrap bootstrap log scan port'
    .split(' ')
    .filter((verb) => verb !== 'port'),
)

/** Every form of a verb. */
export function formsOf(lemma: string): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>()
  const add = (text: string, what: Partial<VerbForm>): void => {
    const known = forms.get(text) ?? {
      lemma,
      base: false,
      past: false,
      participle: false,
      ing: false,
      third: false,
    }
    forms.set(text, { ...known, ...what, lemma })
  }
  const e = lemma.endsWith('e')
  const y = /[^aeiou]y$/.test(lemma)
  const stem = DOUBLES.has(lemma) ? lemma + lemma.at(-1) : e ? lemma.slice(0, -1) : lemma
  add(lemma, { base: true })
  if (lemma === 'have') add('has', { third: true })
  else
    add(y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, {
      third: true,
    })
  add(`${lemma.endsWith('ee') ? lemma : stem}ing`, { ing: true })
  const [past, participle] = IRREGULAR[lemma] ?? [y ? `${lemma.slice(0, -1)}ied` : `${stem}ed`, undefined]
  add(past, { past: true })
  add(participle ?? past, { participle: true })
  return forms
}
