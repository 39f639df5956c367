import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requiredLiterals } from '../../extract/scan/literals.ts'
import { makePrefilter } from '../../extract/scan/prefilter.ts'
import { wordOf } from '../../extract/scan/words.ts'
import { tokenize } from '../../extract/text.ts'

/** Sets as `a|b*`, a star where the word only begins so; sets and their words in alphabetical order. */
const required = (regex: RegExp): string[] =>
  requiredLiterals(regex.source)
    .map((set) =>
      set
        .map(({ text, whole }) => (whole ? text : `${text}*`))
        .sort()
        .join('|'),
    )
    .sort()

describe('the words that an expression cannot match without', () => {
  it.each<[string, RegExp, string[]]>([
    ['a whole word', /\bkeptn\b/, ['keptn']],
    ['the beginning of one', /\bintegrat(?:e|es|ing)\b/, ['integrat*']],
    ['either case', /\b[Ww]ritten\b/, ['written']],
    ['one of several', /\b(?:written|coded) /, ['coded|written']],
    ['each of two', /\bwritten purely in\b/, ['in', 'purely', 'written']],
    ['not what may be missing', /\bmade(?: mostly)? by\b/, ['by', 'made']],
    ['not whole what may come again', /\b(?:bla)+ /, ['bla*']],
    ['what is there once at least', /\b(?:again )+later\b/, ['again', 'later']],
    ['a word that goes on', /\buses?\b/, ['use*']],
    ['nothing of an end that may follow anything', /[a-z]+ing\b/, []],
    ['nothing of a word whose beginning may be missing', /\b(?:re)?written\b/, []],
    ['nothing where one way has none', /\b(?:go|\d+)\b/, []],
    ['slots', /<[pt]\d+> (?:runs )?on <c\d+>/, ['<c', '<p|<t', 'on']],
    [
      'what must follow, not what must not',
      /\bgo(?! away)(?<!\bto go)(?= (?:lang|fmt)\b)/,
      ['fmt|lang', 'go*'],
    ],
    ['words beside an apostrophe', /\bit['’]s called\b/, ['called', 'it*']],
    ['words at a hyphen or a space', /\bopen[- ]source\b/, ['open', 'source']],
    ['named groups', /\b(?<W>wrote|coded) <n\d+>/, ['<n', 'coded|wrote']],
    ['properties of Unicode', /\bhi \p{Lu}\w+, welcome\b/u, ['hi', 'welcome']],
  ])('%s', (_, regex, sets) => {
    expect(required(regex)).toEqual(sets)
  })
})

/** An expression with a text that it matches. */
interface Made {
  source: string
  text: string
}

const word = fc.constantFrom('use', 'uses', 'user', 'us', 're', 'written', 'co', 'founder', 'it', 'A1')
const atom: fc.Arbitrary<Made> = fc.oneof(
  word.map((w) => ({ source: w, text: w })),
  word.map((w) => ({ source: `[${w[0]?.toUpperCase()}${w[0]?.toLowerCase()}]${w.slice(1)}`, text: w })),
  fc.constantFrom(
    { source: ' ', text: ' ' },
    { source: String.raw`\s`, text: ' ' },
    { source: '[- ]', text: '-' },
    { source: ',? ', text: ' ' },
    { source: "['’]", text: '’' },
    { source: '.', text: 'x' },
    { source: '[a-z]?', text: 'a' },
    { source: String.raw`\w`, text: 'q' },
    { source: String.raw`\+`, text: '+' },
    { source: '(?=)', text: '' },
  ),
)
const { node } = fc.letrec<{ node: Made }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    fc.array(tie('node'), { maxLength: 4 }).map((parts) => ({
      source: parts.map((p) => p.source).join(''),
      text: parts.map((p) => p.text).join(''),
    })),
    fc.tuple(fc.array(tie('node'), { minLength: 1, maxLength: 3 }), fc.nat()).map(([options, pick]) => ({
      source: `(?:${options.map((o) => o.source).join('|')})`,
      text: options[pick % options.length]?.text ?? '',
    })),
    fc.tuple(tie('node'), fc.constantFrom('?', '{0,2}'), fc.boolean()).map(([one, quantifier, taken]) => ({
      source: `(?:${one.source})${quantifier}`,
      text: taken ? one.text : '',
    })),
    tie('node').map((one) => ({ source: `(?=${one.source})(?:${one.source})`, text: one.text })),
    // Of atoms only: nested, they would take the matching itself ages.
    atom.map((one) => ({ source: `(?:${one.source})+`, text: one.text + one.text })),
  ),
}))

describe('the prefilter', () => {
  it('lets through every text that an expression matches', () => {
    fc.assert(
      fc.property(node, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (made, before, after) => {
        const text = `${before}${made.text}${after}`
        for (const source of [made.source, String.raw`\b${made.source}`, String.raw`${made.source}\b`]) {
          if (!new RegExp(source, 'i').test(text)) continue
          const tokens = tokenize(text)
          expect(makePrefilter([requiredLiterals(source)])(tokens, 0, tokens.length)).toEqual([0])
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('holds back what lacks a word, and remembers nothing of the text before', () => {
    const couldMatch = makePrefilter(
      ['\\bwritten in\\b', '\\b[Gg]o\\b', '<p\\d+> runs'].map(requiredLiterals),
    )
    const ask = (text: string, slots?: string) => {
      const tokens = tokenize(text)
      return couldMatch(tokens, 0, tokens.length, slots)
    }
    expect(ask('It is written in Go.')).toEqual([0, 1])
    expect(ask('We go on.')).toEqual([1])
    expect(ask('It runs.')).toEqual([])
    expect(ask('Keptn runs.', 'p')).toEqual([2])
    expect(ask('Nothing of it.')).toEqual([])
  })
})

describe('words', () => {
  it.each<[string, string[]]>([
    [
      'We’re on C++, C# and F\\#; it’s "naïve".',
      ['We’re', 'on', 'C++', 'C#', 'and', 'F\\#', 'it’s', 'naïve'],
    ],
    ['k8s-native v1.2', ['k8s', 'native', 'v1', '2']],
    ["'tis the engineers' 5'clock", ['tis', 'the', 'engineers', "5'clock"]],
    ['𝐀b 😀 c', ['𝐀b', 'c']],
    ['', []],
  ])('of %j', (text, words) => {
    const tokens = tokenize(text)
    expect(tokens.map((t) => t.text)).toEqual(words)
    expect(tokens.map((t) => text.slice(t.start, t.end))).toEqual(words)
  })

  it('are cut as one expression would cut them', () => {
    const WORD = /[Cc]\+\+|[CF]\\?#|[\p{L}\p{N}]+(?:['’]\p{L}[\p{L}\p{N}]*)*/gu
    const piece = fc.oneof(
      fc.constantFrom("'", '’', 'C', '+', '#', '\\', 'F', ' ', 'é', 'a', '7', '-', '😀', '𝐀', '\ud835'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        expect(tokenize(text).map((t) => t.text)).toEqual([...text.matchAll(WORD)].map((m) => m[0]))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['Keptn’s', 'keptn'],
    ["we're", 'we'],
    ["O'Reilly", 'oreilly'],
    ['Go', 'go'],
  ])('%s has the letters %s', (text, bare) => {
    expect(wordOf(text).bare).toBe(bare)
    expect(wordOf(text)).toBe(wordOf(text))
  })
})
