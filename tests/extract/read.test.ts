import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint, readTranscript } from '../../extract/read/index.ts'
import { type Metadata, TranscriptError, type Turn } from '../../extract/types.ts'

const read = (text: string, name = 'talk.txt') => readTranscript({ name, text })
const brief = (turns: readonly Turn[]) => turns.map((t) => `${t.line} ${t.label}: ${t.text}`)

describe('labels', () => {
  const cases: [name: string, text: string, format: string, turns: string[]][] = [
    [
      'plain names, unlabelled paragraphs belong to the turn before',
      'Vera Lindqvist: Hello.\n\nMilo: Hi.\n\nNice to be here.\n\nVera: Good.\n\nMilo: Yes.',
      'text',
      ['1 Vera Lindqvist: Hello.', '3 Milo: Hi.\n\nNice to be here.', '7 Vera: Good.', '9 Milo: Yes.'],
    ],
    [
      'prose with a colon is no label',
      'Vera: The question: does it work?\n\nNote: it may.\n\nMilo: See https://example.org at 10:30 today.\n\n10:30 is early.\n\nVera: Two things:\nspeed, and size.\n\nMilo: Fine.',
      'text',
      [
        '1 Vera: The question: does it work?\n\nNote: it may.',
        '5 Milo: See https://example.org at 10:30 today.\n\n10:30 is early.',
        '9 Vera: Two things:\nspeed, and size.',
        '12 Milo: Fine.',
      ],
    ],
    [
      'a wrapped line that begins like a label is prose where labels follow a blank line',
      'Vera: One.\n\nMilo: I met\nVera: and she agreed.\n\nVera: Two.\n\nMilo: Three.\n\nVera: Four.',
      'text',
      [
        '1 Vera: One.',
        '3 Milo: I met\nVera: and she agreed.',
        '6 Vera: Two.',
        '8 Milo: Three.',
        '10 Vera: Four.',
      ],
    ],
    [
      'initials behind a time',
      '[0:00:01] VL: Hello.\n[0:00:09] MO: Hi.\n[0:00:12] VL: So.\n[0:00:15] MO: Well.',
      'text',
      ['1 VL: Hello.', '2 MO: Hi.', '3 VL: So.', '4 MO: Well.'],
    ],
    [
      'upper case, time behind the label',
      'VERA (00:01): Hello.\n\nMILO (00:05): Hi.\n\nVERA (00:07): So.\n\nMILO (00:09): Well.',
      'text',
      ['1 VERA: Hello.', '3 MILO: Hi.', '5 VERA: So.', '7 MILO: Well.'],
    ],
    [
      'name and time on a line of their own',
      'Vera Lindqvist  0:00\nHello.\n\nMilo Okafor  0:05\nHi.\n\nVera Lindqvist  0:07\nSo.',
      'text',
      ['1 Vera Lindqvist: Hello.', '4 Milo Okafor: Hi.', '7 Vera Lindqvist: So.'],
    ],
    [
      'question and answer',
      'Q: Is it fast?\n\nA: It is.\n\nQ: And small?\n\nA: Very.',
      'text',
      ['1 Q: Is it fast?', '3 A: It is.', '5 Q: And small?', '7 A: Very.'],
    ],
    ['a few lines', 'Vera: Hello.\n\nMilo: Hi.', 'text', ['1 Vera: Hello.', '3 Milo: Hi.']],
    [
      'a chat in small letters',
      'vera: hello\nmilo: hi\nvera: so\nmilo: yes\nvera: fine\nmilo: bye',
      'text',
      ['1 vera: hello', '2 milo: hi', '3 vera: so', '4 milo: yes', '5 vera: fine', '6 milo: bye'],
    ],
    [
      'breaks are turns',
      '**Vera Lindqvist:** Hello.\n\n**Break:** \\[04:10\\]\n\n**Milo Okafor:** Hi.',
      'markdown',
      ['1 Vera Lindqvist: Hello.', '3 Break: \\[04:10\\]', '5 Milo Okafor: Hi.'],
    ],
    [
      'a mark of the page with its colon outside is none, a speaker is one',
      '**Vera Lindqvist:** Hello.\n\n**Break**: \\[04:10\\]\n\n**Milo Okafor**: Hi.\n\n**Vera Lindqvist:** So.',
      'markdown',
      ['1 Vera Lindqvist: Hello.', '5 Milo Okafor: Hi.', '7 Vera Lindqvist: So.'],
    ],
    [
      'Markdown stays as it is written; headings part turns and are not said',
      '**Vera:** See [it](https://example.org) \\[laughs\\].\n\n## Chapter two\n\n**Milo:** *Well*, **no**.',
      'markdown',
      ['1 Vera: See [it](https://example.org) \\[laughs\\].', '5 Milo: *Well*, **no**.'],
    ],
    [
      'line ends of Windows, spaces and empty lines',
      '\uFEFFVera: One.  \r\n\r\n\r\n\r\nTwo.\r\n\r\nMilo: Three.\r\n\r\nVera: Four.\r\n\r\nMilo: Five.\r\n',
      'text',
      ['1 Vera: One.\n\nTwo.', '7 Milo: Three.', '9 Vera: Four.', '11 Milo: Five.'],
    ],
  ]
  it.each(cases)('%s', (_, text, format, turns) => {
    const transcript = read(text)
    expect(brief(transcript.turns)).toEqual(turns)
    expect(transcript.format).toBe(format)
    expect(transcript.turns.map((t) => t.index)).toEqual(turns.map((_, i) => i))
  })
})

const DIALOGUE = 'Vera Lindqvist: Hello there.\n\nMilo Okafor: Hi.\n\nVera: So?\n\nMilo: So it goes.'

describe('the page around the conversation', () => {
  const cases: [head: string, expected: Metadata][] = [
    [
      '1. Home\n  2. The Lantern Podcast\nThe Lantern Podcast\n41 MIN\n\nEp. #12, Live From BuildCon 2031\n\nGuestsMilo Okafor, Edda Solberg\nlight mode\nabout the episode\n',
      {
        show: 'The Lantern Podcast',
        episode: '12',
        title: 'Ep. #12, Live From BuildCon 2031',
        guests: ['Milo Okafor', 'Edda Solberg'],
        event: 'BuildCon 2031',
      },
    ],
    [
      '# Lanterns at sea\n\nHosts: Vera Lindqvist and Tomas Brandt\nGuest: Milo Okafor (Acme)\nPublished: March 4, 2031\n',
      {
        title: 'Lanterns at sea',
        hosts: ['Vera Lindqvist', 'Tomas Brandt'],
        guests: ['Milo Okafor'],
        date: '2031-03-04',
      },
    ],
    [
      '---\ntitle: Lanterns\nshow: The Lantern Podcast\nepisode: 7\ndate: 2031-03\nhosts: [Vera Lindqvist]\nguests:\n  - name: Milo Okafor\n---\n',
      {
        title: 'Lanterns',
        show: 'The Lantern Podcast',
        episode: '7',
        date: '2031-03',
        hosts: ['Vera Lindqvist'],
        guests: ['Milo Okafor'],
      },
    ],
  ]
  it.each(cases)('is read as metadata: %j', (head, expected) => {
    const transcript = read(`${head}\n${DIALOGUE}`)
    expect(transcript.metadata).toEqual(expected)
    expect(fingerprint(transcript.turns)).toBe(fingerprint(read(DIALOGUE).turns))
    expect(transcript.turns[0]?.line).toBe(head.split('\n').length + 1)
  })

  it('below the last turn is left out', () => {
    const below = '\n\nSubscribe to our newsletter\n\nPrevious episode\n\n© 2031 Lantern'
    expect(brief(read(DIALOGUE + below).turns)).toEqual(brief(read(DIALOGUE).turns))
  })

  it('gives way to the side file', () => {
    const metadata = { title: 'Given', date: '2030-01-01' }
    const transcript = readTranscript({ name: 'a.txt', text: `# Printed\n\n${DIALOGUE}`, metadata })
    expect(transcript.metadata).toEqual(metadata)
  })

  it.each([
    ['lantern-7.txt', 'episode:lantern-7', 'Lantern 7'],
    ['Lantern 7.transcript.md', 'episode:lantern-7', 'Lantern 7'],
    ['lantern', 'episode:lantern', 'Lantern'],
  ])('the name %s gives %s', (name, id, title) => {
    expect(read(DIALOGUE, name)).toMatchObject({ id, title, file: name })
  })
})

describe('formats made of cues', () => {
  const cases: [format: string, text: string, turns: string[]][] = [
    [
      'vtt',
      'WEBVTT\n\nNOTE made by hand\n\n1\n00:00:00.000 --> 00:00:02.000\n<v Vera>One &amp;\n\n00:02.000 --> 00:04.000\n<v Vera>two.\n\n00:04.000 --> 00:05.000\n<v.loud Milo>Three.</v>\n',
      ['7 Vera: One & two.', '13 Milo: Three.'],
    ],
    [
      'vtt',
      'WEBVTT\n\n00:00.000 --> 00:02.000\nVera: One\n\n00:02.000 --> 00:04.000\nthing: two.\n\n00:04.000 --> 00:05.000\nMilo: Three.\n\n00:05.000 --> 00:06.000\nVera: Four.\n\n00:06.000 --> 00:07.000\nMilo: Five.\n',
      ['4 Vera: One thing: two.', '10 Milo: Three.', '13 Vera: Four.', '16 Milo: Five.'],
    ],
    [
      'srt',
      '1\n00:00:00,000 --> 00:00:02,000\nVera: One\nmore\n\n2\n00:00:02,000 --> 00:00:04,000\ntime.\n\n3\n00:00:04,000 --> 00:00:05,000\nMilo: Three.\n\n4\n00:00:05,000 --> 00:00:06,000\nVera: Four.\n\n5\n00:00:06,000 --> 00:00:07,000\nMilo: Five.',
      ['3 Vera: One more time.', '12 Milo: Three.', '16 Vera: Four.', '20 Milo: Five.'],
    ],
    [
      'json',
      '{"version": "1.0.0",\n"segments": [\n{"speaker": "Vera", "startTime": 0, "body": "One"},\n{"speaker": "Vera", "body": "two."},\n{"speaker": "Milo", "body": "Three."}]}',
      ['3 Vera: One two.', '5 Milo: Three.'],
    ],
    [
      'json',
      '{"results": {"channels": [{"alternatives": [{"words": [\n{"word": "one", "punctuated_word": "One.", "speaker": 0},\n{"word": "two", "punctuated_word": "Two.", "speaker": 1}]}]}]}}',
      ['2 Speaker 0: One.', '3 Speaker 1: Two.'],
    ],
    [
      'json',
      '{"utterances": [{"speaker": "A", "text": "One."}, {"speaker": "B", "text": "Two."}]}',
      ['1 Speaker A: One.', '1 Speaker B: Two.'],
    ],
    [
      'html',
      '<cite>Vera:</cite>\n<time>0:00</time>\n<p>It&#39;s 1 &lt; 2.</p>\n<cite>Milo:</cite>\n<time>0:05</time>\n<p>Right.</p>',
      ["1 Vera: It's 1 < 2.", '4 Milo: Right.'],
    ],
    [
      'html',
      '<!doctype html><html><head><title>x</title><script>if (a<b) "Vera:"</script></head>\n<body><h1>Lanterns</h1>\n<p><strong>Vera:</strong> One.</p>\n<p>More.</p>\n<p><b>Milo</b>: Two.</p></body></html>',
      ['3 Vera: One.\n\nMore.', '5 Milo: Two.'],
    ],
  ]
  it.each(cases)('%s %#', (format, text, turns) => {
    const transcript = read(text, `talk.${format}`)
    expect(transcript.format).toBe(format)
    expect(brief(transcript.turns)).toEqual(turns)
  })
})

describe('what is no transcript is refused in one line', () => {
  it.each([
    ['', /empty/],
    ['\n \n', /empty/],
    ['PK\u0000\u0001binary', /no text file/],
    ['A poem.\n\nWithout a speaker.', /no turn found/],
    ['Dear reader: hello.\n\nhttps://example.org: a page.', /no turn found/],
    ['WEBVTT\n\nnothing here', /no cue/],
    ['{"segments": [', /cannot be parsed/],
    ['{"segments": [{"text": "One."}]}', /who speaks/],
    ['{"a": 1}', /no segments/],
    ['---\ntitle: [\nshow: x\n---\nVera: a\n\nVera: b', /front matter/],
  ])('%j', (text, message) => {
    let error: unknown
    try {
      read(text)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(TranscriptError)
    expect((error as Error).message).toMatch(message)
    expect((error as Error).message).not.toContain('\n')
  })

  it('says where the front matter is wrong', () => {
    const bad = '---\ntitle: x\nshow: "open\n---\nVera: a'
    expect(() => read(bad)).toThrow(expect.objectContaining({ line: expect.any(Number) }))
  })
})

describe('properties', () => {
  const piece = fc.constantFrom(
    'Vera Lindqvist:',
    'Milo: ',
    '**Vera:** ',
    '**Break**: ',
    '\n',
    '\n\n',
    '\r\n',
    '---',
    '# Title',
    'WEBVTT\n\n',
    '00:01.000 --> 00:02.000\n',
    '<v Milo>',
    '<cite>',
    '</p>',
    '<!--',
    '{"segments":',
    '[',
    '&#x;',
    'hosts: [',
    'word ',
    '[0:10]',
    '. ',
  )
  const soup = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 })

  it('reading throws nothing but TranscriptError', () => {
    fc.assert(
      fc.property(soup, (parts) => {
        try {
          read(parts.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(TranscriptError)
        }
      }),
      { numRuns: 400 },
    )
  })

  const sentence = fc.array(fc.constantFrom('lamps', 'and', 'ropes', 'it', 'the gist: this', '(well)'), {
    minLength: 1,
    maxLength: 6,
  })
  const paragraph = sentence.map((words) => `${words.join(' ')}.`)
  const turn = fc.record({
    label: fc.constantFrom('Vera Lindqvist', 'Milo Okafor', 'Break'),
    text: fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((p) => p.join('\n\n')),
  })
  const dialogue = fc.array(turn, { minLength: 1, maxLength: 12 })
  const styles = [
    (t: { label: string; text: string }) => `**${t.label}:** ${t.text}`,
    (t: { label: string; text: string }) => `${t.label}: ${t.text}`,
  ]

  it('turns are the slices of the source that were labelled, numbered without a gap', () => {
    fc.assert(
      fc.property(dialogue, fc.constantFrom(...styles), (turns, write) => {
        const source = turns.map(write).join('\n\n')
        const result = read(source)
        expect(result.turns.map(({ label, text }) => ({ label, text }))).toEqual(turns)
        expect(result.turns.map((t) => t.index)).toEqual(turns.map((_, i) => i))
        for (const t of result.turns) expect(source).toContain(t.text)
      }),
    )
  })

  it('a page above changes no turn, and Windows line ends neither', () => {
    fc.assert(
      fc.property(
        dialogue,
        fc.constantFrom('The Lantern Podcast\n64 MIN', '# Title\n\nGuests: Edda Solberg'),
        (turns, head) => {
          const source = turns.map((t) => `**${t.label}:** ${t.text}`).join('\n\n')
          const print = fingerprint(read(source).turns)
          expect(fingerprint(read(`${head}\n\n${source}`).turns)).toBe(print)
          expect(fingerprint(read(source.replaceAll('\n', '\r\n')).turns)).toBe(print)
        },
      ),
    )
  })

  it('the fingerprint tells texts and labels apart', () => {
    const turns = read(DIALOGUE).turns
    const print = fingerprint(turns)
    expect(print).toMatch(/^[\da-f]{16}$/)
    const [first, ...rest] = turns as [Turn, ...Turn[]]
    expect(fingerprint([{ ...first, text: `${first.text} ` }, ...rest])).not.toBe(print)
    expect(fingerprint([{ ...first, label: 'Vera' }, ...rest])).not.toBe(print)
    expect(fingerprint(rest)).not.toBe(print)
  })

  it('reads long hostile text in linear time', () => {
    const nasty = [
      '*'.repeat(200_000),
      '<'.repeat(200_000),
      `${'a '.repeat(100_000)}:`,
      '[0:0'.repeat(50_000),
      `**${'a'.repeat(200_000)}`,
    ]
    const started = performance.now()
    for (const text of nasty)
      expect(() => read(`Vera: a\n\nMilo: ${text}\n\nVera: b\n\n${text}`)).not.toThrow()
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
