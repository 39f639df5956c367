import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../extract/index.ts'
import { loadLexicon } from '../../extract/lexicon.ts'
import { findAddresses } from '../../extract/mentions/addresses.ts'
import { findMaturity } from '../../extract/mentions/maturity.ts'
import { compileNames } from '../../extract/names/index.ts'
import { distance, similarity, soundCode, soundNeighbours } from '../../extract/names/sound.ts'
import { readTurn, sentences, tokenize } from '../../extract/text.ts'
import { bundledRegistry } from '../registry.ts'

const registry = bundledRegistry()
const extract = createExtractor(registry)
const turn = (text: string) => readTurn({ index: 0, label: 'Vera', text, line: 1 })

/** Ids of what a guest's words name, in order, without people. */
function named(said: string): string[] {
  const text = `**Ada Host:** I am here with Vera Lind.\n\n**Vera Lind:** ${said}`
  const { mentions } = extract({
    name: 'example.md',
    text,
    metadata: { hosts: ['Ada Host'], date: '2024-03' },
  })
  return mentions.filter((m) => m.turn === 1 && !m.entity.startsWith('person:')).map((m) => m.entity)
}
/** People a guest's words name. */
function people(said: string): string[] {
  const text = `**Ada Host:** I am here with Vera Lind.\n\n**Vera Lind:** ${said}`
  const { mentions } = extract({ name: 'example.md', text, metadata: { hosts: ['Ada Host'] } })
  return mentions.filter((m) => m.turn === 1 && m.entity.startsWith('person:')).map((m) => m.entity)
}

describe('words and sentences', () => {
  it.each([
    ['Keptn’s operator, C++ and C# too', ['Keptn’s', 'operator', 'C++', 'and', 'C#', 'too']],
    ['K-E-P-T-N', ['K', 'E', 'P', 'T', 'N']],
    ['', []],
  ])('cuts %j into words', (text, words) => {
    expect(tokenize(text).map((t) => t.text)).toEqual(words)
  })
  it.each([
    ['It works. We like it.', ['It works.', 'We like it.']],
    [
      'At J. P. Morgan they do. Others, e.g. banks, too.',
      ['At J. P. Morgan they do.', 'Others, e.g. banks, too.'],
    ],
    ['Spelled W-A-S-M. Is that right?', ['Spelled W-A-S-M.', 'Is that right?']],
    ['One paragraph\n\nand another', ['One paragraph', 'and another']],
    ['Version 1.2 is out', ['Version 1.2 is out']],
  ])('cuts %j into sentences', (text, expected) => {
    expect(sentences(text, tokenize(text), 0).map((s) => text.slice(s.start, s.end))).toEqual(expected)
  })
  it('covers every word of any text exactly once', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tokens = tokenize(text)
        const found = sentences(text, tokens, 0)
        expect(found.reduce((sum, s) => sum + s.endToken - s.firstToken, 0)).toBe(tokens.length)
        for (const t of tokens) expect(text.slice(t.start, t.end)).toBe(t.text)
      }),
    )
  })
})

describe('sound', () => {
  it.each([
    ['kubectl', 'kubecudl'],
    ['rocksdb', 'rustdb'],
    ['wasihttp', 'washtp'],
  ])('hears %s in %s', (name, heard) => {
    expect(soundCode(heard)).toBe(soundCode(name))
  })
  it('reaches codes one class apart through a shared neighbour', () => {
    const a = new Set(soundNeighbours(soundCode('oraclecloud')))
    expect(soundNeighbours(soundCode('orcacloud')).some((code) => a.has(code))).toBe(true)
  })
  it('measures distance like the definition', () => {
    expect(distance('keptn', 'ketpn')).toBe(1)
    expect(distance('', 'abc')).toBe(3)
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a))
        expect(distance(a, a)).toBe(0)
        expect(similarity(a, b)).toBeLessThanOrEqual(1)
        expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      }),
    )
  })
})

describe('names of the registry', () => {
  it.each([
    ['We run Kubernetes and Prometheus.', ['project:kubernetes', 'project:prometheus']],
    ['We use Cert Manager.', ['project:cert-manager']],
    [
      'It is all git ops and web assembly with Open Policy Agent.',
      ['technology:gitops', 'technology:webassembly', 'project:open-policy-agent'],
    ],
    ['Kubernetes’s authors, and eBPF.', ['project:kubernetes', 'technology:ebpf']],
    ['We moved from AWS to Azure.', ['technology:aws', 'technology:azure']],
  ])('finds them in %j', (said, ids) => {
    const found = named(said)
    for (const id of ids) expect(found).toContain(id)
  })

  it.each([
    ['spin', 'We spin up a new cluster and keep score in a box.'],
    ['harbor', 'A ship in harbor is safe, and I helm it in a state of flux.'],
    ['distribution', 'The distribution of requests follows a kind of law.'],
    ['a capital at the start', 'Flux is what everything is in. Spin that any way you like. Score!'],
    ['split words', 'The control plane is grunt work. I was in a policy meeting.'],
    ['a pronoun', 'That was I who did it.'],
  ])('takes everyday English for English: %s', (_, said) => {
    expect(named(said)).toEqual([])
  })

  it.each([
    ['a cue noun', 'We use the Spin project a lot.', 'project:spin'],
    ['a list of names', 'We tried Argo CD and Flux.', 'project:flux'],
    ['a version', 'Last week we got Spin 2.0 out.', 'project:spin'],
    ['a language', 'The whole thing is written in Rust.', 'technology:rust'],
  ])('takes an everyday word for a name with a reason: %s', (_, said, id) => {
    expect(named(said)).toContain(id)
  })

  it('tells a company from the project of its name', () => {
    expect(named('My friend works at Docker.')).toEqual(['company:docker'])
    expect(named('You need Docker running.')).toEqual(['project:docker'])
  })

  it('knows each registry name by its own spelling', () => {
    const names = compileNames(registry, loadLexicon())
    for (const entry of registry.entries.filter((e) => e.cncf)) {
      const key = entry.name.toLowerCase().replace(/[^\p{L}\p{N}+#]+/gu, '')
      expect(
        names.spelled(key)?.some((s) => s.entry.id === entry.id),
        entry.name,
      ).toBe(true)
    }
  })
})

describe('names that no registry knows', () => {
  it.each([
    ['I work at Blorptech these days.', 'company:blorptech'],
    ['There is a company called Snarfworks doing this.', 'company:snarfworks'],
    ['We wrote a tool called Gribblefish for that.', 'project:gribblefish'],
  ])('finds and types one in %j', (said, id) => {
    expect(named(said)).toContain(id)
  })
  it.each(['I started on Monday.', 'He joined in March, they left for Germany.', 'It is called English.'])(
    'finds none in %j',
    (said) => {
      expect(named(said)).toEqual([])
    },
  )
})

describe('people', () => {
  it.each([
    ['Then Vera and Ada laughed.', ['person:vera-lind', 'person:ada-host']],
    ['I learned it from Julia Sandström.', ['person:julia-sandstrom']],
    ['My co-founder Zaphira said no.', ['person:zaphira']],
    ['It was written by Mark Tillerby.', ['person:mark-tillerby']],
  ])('finds them in %j', (said, ids) => {
    expect(people(said)).toEqual(ids)
  })
  it.each(['Basically, it works.', 'Mark my words, I will.', 'The Gopher who came.'])(
    'finds none in %j',
    (said) => {
      expect(people(said)).toEqual([])
    },
  )
})

describe('addresses', () => {
  it.each([
    ['Go to Keptn.sh for that.', ['keptn.sh']],
    ['It is Keptn dot S-H, or K-E-P-T-N dot S-H.', ['keptn.sh', 'keptn.sh']],
    ['GitHub @keptn or GitHub.com/ K-E-P-T-N.', ['github.com/keptn', 'github.com/keptn']],
    ['GitHub/keptn/lifecycle has it.', ['github.com/keptn/lifecycle']],
    ['See https://www.Example.org/Path/?q=1.', ['example.org/Path/?q=1']],
    ['At github dot com slash keptn.', ['github.com/keptn']],
    ['Fermyon.com/Discord, that is.', ['fermyon.com/discord']],
  ])('finds them in %j', (said, slugs) => {
    expect(findAddresses([turn(said)]).map((m) => m.candidates[0]?.label)).toEqual(slugs)
  })
  it.each([
    'Run install.sh and main.go.',
    'We use Node.js and ASP.NET.',
    'It was fun.So we went on.',
    'Version 1.2.3 of it',
    'Dot your i, e.g. here.',
  ])('finds none in %j', (said) => {
    expect(findAddresses([turn(said)])).toEqual([])
  })
  it('stays linear on hostile text', () => {
    for (const text of [
      'a'.repeat(50_000),
      'a.'.repeat(25_000),
      'a dot '.repeat(10_000),
      'A-'.repeat(25_000),
      'http://'.repeat(8_000),
    ])
      expect(findAddresses([turn(text)]).length).toBeLessThan(10_000)
  })
})

describe('maturity levels', () => {
  it.each([
    ['It is a CNCF sandbox project.', ['sandbox']],
    ['We moved to incubation in the CNCF and want to graduate.', ['incubating', 'graduated']],
  ])('finds them in %j', (said, levels) => {
    expect(findMaturity([turn(said)], []).map((m) => m.candidates[0]?.label)).toEqual(levels)
  })
  it.each(['I graduated from college.', 'Run it in a sandbox.', 'A startup incubator gave us money.'])(
    'finds none in %j',
    (said) => {
      expect(findMaturity([turn(said)], [])).toEqual([])
    },
  )
})

describe('all mentions', () => {
  it('lie inside their turns, whatever is said', () => {
    const word = fc.constantFrom(
      'Keptn',
      'keptn.sh',
      'is',
      'a',
      'CNCF',
      'project',
      'Spin',
      '2.0',
      'Vera',
      'at',
      'Red',
      'Hat',
      'KubeCon',
      '2023',
      '.',
      '?',
      '<b>',
      '[x](https://x.dev)',
      'dot',
      'S-H',
      '\\[',
      'Ünïcödé',
      '💡',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const said = words.join(' ')
        const text = `**Ada Host:** I am here with Vera Lind.\n\n**Vera Lind:** So ${said}`
        const result = extract({ name: 'example.md', text, metadata: { hosts: ['Ada Host'] } })
        const length = `So ${said}`.trim().length
        for (const m of result.mentions.filter((m) => m.turn === 1)) {
          expect(m.start).toBeGreaterThanOrEqual(0)
          expect(m.end).toBeGreaterThan(m.start)
          expect(m.end).toBeLessThanOrEqual(length)
        }
        for (const c of result.claims)
          for (const e of c.evidence) expect(e.quote?.length).toBe(e.end - e.start)
      }),
      { numRuns: 60 },
    )
  })
})

describe('names that no registry knows', () => {
  it.each([
    [
      'a link to its repository',
      'There is [Zimbrel](https://github.com/lind/zimbrel), and Zimbrel is fast.',
      'project:zimbrel',
    ],
    [
      'a name within a link',
      'I like [Docker\u2019s Zimbrel](https://github.com/docker/zimbrel).',
      'project:zimbrel',
    ],
    [
      'a link to a repository of a small name',
      'It is in [go-zimbrel](https://github.com/lind/go-zimbrel).',
      'project:go-zimbrel',
    ],
    [
      'an address of its repository',
      'I found Zimbrel this week. It is at github.com/lind/zimbrel.',
      'project:zimbrel',
    ],
    ['a place in a list', 'We compared etcd and Zimbrel for that.', 'project:zimbrel'],
    ['a script', 'They also wrote Zimbrel.js for it.', 'project:zimbrel.js'],
    ['what is used', 'All of it is based on Zimbrel these days.', 'project:zimbrel'],
    ['what it is called by now', 'It is tentatively called Zimbrel for now.', 'project:zimbrel'],
    ['an occasion', 'I spoke at ZimbrelConf last year.', 'event:zimbrelconf'],
    ['a conference called', 'It was at a conference called Zimbrel in May.', 'event:zimbrel'],
  ])('finds them by %s', (_, said, id) => {
    expect(named(said)).toContain(id)
  })
  it.each([
    ['letters for a notion', 'We use an ORM, and I built the UI with a GUI in mind.'],
    ['a word that the talk writes small', 'We heard about zimbrels and Zimbrels.'],
    ['a link around a sentence', 'I wrote [this post about it](https://github.com/lind/notes).'],
    ['a link around a verb', 'You can [zimb](https://github.com/lind/zimb) us.'],
    ['a tag', 'Time for #ZimbrelFriday!'],
  ])('finds none in %s', (_, said) => {
    expect(named(said).filter((id) => !id.startsWith('url:'))).toEqual([])
  })
  it('takes the name in a link to an account for a person', () => {
    expect(people('I met [Zora Lindqvist](https://twitter.com/zora) there.')).toEqual([
      'person:zora-lindqvist',
    ])
  })
})

describe('everyday names', () => {
  it.each([
    ['a link around it', 'There is [Cobra](https://github.com/spf13/cobra).', 'project:cobra'],
    ['a capital of its own', 'The people at the desk next to ours had Flannel then.', 'project:flannel'],
    ['the verb of a subject', 'It was C or Java. Rust really was no option.', 'technology:rust'],
    ['a language of one letter', 'It took three months in C to get there.', 'technology:c'],
    ['a tool written small', 'Paste the curl man page.', 'project:curl'],
  ])('count with %s', (_, said, id) => {
    expect(named(said)).toContain(id)
  })
  it.each([
    ['an event that is what one does', 'I should write the docs in the container world.'],
    ['a company that is two words', 'Transform data and you are done.'],
    ['a capital that the sentence gives', 'Flux is a word for change.'],
    ['words that merely sound alike', 'Dan one day said: This error is odd.'],
  ])('do not count as %s', (_, said) => {
    expect(named(said)).toEqual([])
  })
})
