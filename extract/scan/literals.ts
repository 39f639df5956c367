/**
 * Words that a regular expression cannot match without, read off its source: the "required literals" by which
 * search engines pick the documents worth matching (R. Cox, "Regular Expression Matching with a Trigram Index",
 * 2012), here with words in place of trigrams, for a talk is cut into words anyway.
 *
 * The analysis may lose words but never names one that a match can do without: whatever it does not understand
 * counts as "could be anything".
 */

/**
 * One word of which a match holds at least one such: a word beginning with `text`, or `text` itself where it is
 * `whole`. In lower case. `<p` is a slot for a project.
 */
export interface Literal {
  text: string
  whole: boolean
}

/** Every match holds a word out of each of the sets. No sets: any text may match. */
export type Required = readonly (readonly Literal[])[]

type Node =
  | { type: 'char'; lower: string }
  | { type: 'slot'; kinds: string }
  /** A character that is no letter or figure, or the place between such and a word. */
  | { type: 'gap' }
  | { type: 'boundary' }
  /** Takes no room and says nothing here: looking back, or for what must not be there. */
  | { type: 'nothing' }
  /** Takes no room, but its words must follow. */
  | { type: 'ahead'; options: Node[][] }
  | { type: 'any' }
  | { type: 'choice'; options: Node[][] }
  | { type: 'repeat'; node: Node; least: number }

const isWordCharacter = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character)

const SLOT = /(?:\[([a-z]+)\]|([a-z]))\\d\+>/y
const OPENING = /\?(?:<?[=!]|:|<\w+>)/y
const ESCAPE_NAME = /\{[^}]*\}|<\w+>/y
const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y

/** Reads a source of the syntax that JavaScript takes with the flag u or without flags. */
function parse(source: string): Node[][] {
  let at = 0
  const peek = (): string => source[at] ?? ''
  /** What a sticky expression matches here, which is then behind us. */
  const taken = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at
    const found = expression.exec(source)
    if (found) at = expression.lastIndex
    return found
  }

  const options = (): Node[][] => {
    const found: Node[][] = [[]]
    while (at < source.length && peek() !== ')') {
      if (peek() === '|') {
        at++
        found.push([])
      } else found.at(-1)?.push(repeated(atom()))
    }
    return found
  }

  const atom = (): Node => {
    const character = peek()
    if (character === '(') return group()
    if (character === '[') return set()
    if (character === '\\') return escaped()
    at++
    if (character === '^' || character === '$') return { type: 'boundary' }
    if (character === '.') return { type: 'any' }
    const slot = character === '<' ? taken(SLOT) : null
    if (slot) return { type: 'slot', kinds: slot[1] ?? slot[2] ?? '' }
    return literal(character)
  }

  const literal = (character: string): Node => {
    // An apostrophe is part of a word, and no word begins after it.
    if (/['’]/.test(character)) return { type: 'any' }
    if (!isWordCharacter(character)) return { type: 'gap' }
    return /^[\dA-Za-z]$/.test(character) ? { type: 'char', lower: character.toLowerCase() } : { type: 'any' }
  }

  const group = (): Node => {
    at++
    const opening = taken(OPENING)?.[0] ?? ''
    const inner = options()
    at++
    if (opening === '?=') return { type: 'ahead', options: inner }
    return /[=!]$/.test(opening) ? { type: 'nothing' } : { type: 'choice', options: inner }
  }

  const set = (): Node => {
    const start = at
    at++
    if (peek() === '^') at++
    while (at < source.length && peek() !== ']') at += peek() === '\\' ? 2 : 1
    at++
    // A hyphen at either end stands for itself.
    const members = source.slice(start + 1, at - 1).replace(/^-|-$/g, ' ')
    if (/^[^\\^-]+$/.test(members)) {
      const nodes = [...members].map(literal)
      const [first] = nodes
      if (first && nodes.every((n) => n.type === 'gap')) return first
      if (first?.type === 'char' && nodes.every((n) => n.type === 'char' && n.lower === first.lower))
        return first
    }
    return /^(?:\\s| )+$/.test(members) ? { type: 'gap' } : { type: 'any' }
  }

  const escaped = (): Node => {
    const name = source[at + 1] ?? ''
    at += 2
    if (name === 'b') return { type: 'boundary' }
    if (name === 's') return { type: 'gap' }
    if (name === 'B') return { type: 'nothing' }
    if (/[pPk]/.test(name)) {
      taken(ESCAPE_NAME)
      return { type: 'any' }
    }
    if (/[\dA-Za-z]/.test(name)) return { type: 'any' }
    return literal(name)
  }

  const repeated = (node: Node): Node => {
    const found = taken(QUANTIFIER)
    if (!found) return node
    const least = found[1] === undefined ? (found[0].startsWith('+') ? 1 : 0) : Number(found[1])
    return { type: 'repeat', node, least }
  }

  return options()
}

/** The most frequent words of talk, the most frequent first. */
const FREQUENT = new Map(
  `the that i and it you to a of s is in we so like t have for this but just re do go think can on if be there what or
  was they with not about yeah are because as things all at one don really then people your m some ve how know something
  when get an kind time gonna out my thing lot actually well where code more would from up way me use very say them which
  other those now need these right good into make doing also see could different has had no much stuff wanna ll were want
  who been maybe will little should even by bit okay going oh language back first using too sort does here our same got
  talk write point new any did look us why their start feel might he she let than always over said being am its every each
  once two most another only next last still come came own went`
    .split(/\s+/)
    .map((word, rank) => [word, rank]),
)

/** The share of sentences in which a word stands, roughly; only the order matters. */
const share = ({ text, whole }: Literal): number => {
  if (text.startsWith('<')) return 0.15
  const rank = FREQUENT.get(text)
  if (rank !== undefined) return rank < 30 ? 0.3 : rank < 80 ? 0.1 : 0.04
  return text.length < 3 ? (whole ? 0.03 : 0.3) : 0.01
}

/** The share of sentences that a set lets through. */
const cost = (set: readonly Literal[]): number => set.reduce((sum, one) => sum + share(one), 0)

interface Seen {
  sets: Literal[][]
  /** Whether a word begins here, whatever was taken on the way. */
  begins: boolean
}

/** Whether no word goes on into these nodes. @param after what holds behind them */
function opensWithGap(nodes: readonly Node[], from: number, after: boolean): boolean {
  for (let i = from; i < nodes.length; i++) {
    const node = nodes[i] as Node
    if (node.type === 'nothing' || node.type === 'ahead') continue
    if (node.type === 'gap' || node.type === 'boundary') return true
    if (node.type === 'choice')
      return node.options.every((option) => opensWithGap(option, 0, opensWithGap(nodes, i + 1, after)))
    if (node.type !== 'repeat' || !opensWithGap([node.node], 0, node.least > 0 && after)) return false
    if (node.least > 0) return true
  }
  return after
}

/** What holds whichever of several ways is taken. */
function ofOptions(options: readonly Node[][], begins: boolean, ends: boolean): Seen {
  const each = options.map((option) => walk(option, begins, ends))
  const [only] = each
  const sets =
    each.length === 1 && only
      ? only.sets
      : each.every((one) => one.sets.length > 0)
        ? [each.flatMap((one) => best(one.sets))]
        : []
  return { sets, begins: each.every((one) => one.begins) }
}

/**
 * @param begins whether a word begins at the first node
 * @param ends whether no word goes on behind the last
 */
function walk(nodes: readonly Node[], begins: boolean, ends: boolean): Seen {
  const sets: Literal[][] = []
  let word = ''
  /** Whether `word`, or the next word, is known to begin where it does. */
  let known = begins
  const flush = (whole: boolean): void => {
    if (word && known) sets.push([{ text: word, whole }])
    word = ''
  }
  nodes.forEach((node, i) => {
    const closed = (): boolean => opensWithGap(nodes, i + 1, ends)
    switch (node.type) {
      case 'nothing':
        break
      case 'ahead':
        sets.push(...ofOptions(node.options, word ? false : known, false).sets)
        break
      case 'char':
        word += node.lower
        break
      case 'slot':
        flush(true)
        sets.push([...node.kinds].map((kind) => ({ text: `<${kind}`, whole: true })))
        known = true
        break
      case 'gap':
        flush(true)
        known = true
        break
      case 'boundary':
        if (word) {
          flush(true)
          known = false
        } else known = true
        break
      case 'any':
        // An apostrophe ends what is whole, but "any" may be a letter as well.
        flush(false)
        known = false
        break
      case 'repeat': {
        const before = word ? false : known
        flush(opensWithGap(nodes, i, ends))
        const inner = walk([node.node], before, closed() && opensWithGap([node.node], 0, false))
        if (node.least > 0) sets.push(...inner.sets)
        known = node.least > 0 ? inner.begins : before && inner.begins
        break
      }
      case 'choice': {
        const before = word ? false : known
        flush(opensWithGap(nodes, i, ends))
        const inner = ofOptions(node.options, before, closed())
        sets.push(...inner.sets)
        known = inner.begins
        break
      }
    }
  })
  const isNext = word === '' && known
  flush(ends)
  return { sets, begins: isNext }
}

const best = (sets: readonly Literal[][]): Literal[] =>
  sets.reduce((least, set) => (cost(set) < cost(least) ? set : least))

/** Sets that a pattern keeps; the further ones seldom rule anything out that the first did not. */
const KEPT = 3
/** A set that costs more stands in so many sentences that asking for it is not worth the while. */
const DEAR = 0.8

/**
 * The words that a regular expression cannot match without.
 * @param source as in `RegExp.source`; whether it is matched with the flag i makes no difference
 */
export function requiredLiterals(source: string): Required {
  const options = parse(source)
  const { sets } = walk([{ type: 'choice', options }], false, false)
  const distinct = new Map<string, Literal[]>()
  for (const set of sets) {
    const unique = new Map(set.map((one) => [`${one.text} ${one.whole}`, one]))
    distinct.set([...unique.keys()].sort().join(), [...unique.values()])
  }
  return [...distinct.values()]
    .sort((a, b) => cost(a) - cost(b))
    .filter((set, i) => i === 0 || (i < KEPT && cost(set) < DEAR))
}
