/** What the stages of extraction hand to each other. */
import type { EntityKind } from '../src/schema.ts'
import type { Heard } from './scan/cue.ts'
import type { Word } from './scan/words.ts'

export const FORMATS = ['text', 'markdown', 'vtt', 'srt', 'json', 'html'] as const
export type Format = (typeof FORMATS)[number]

/** From a side file `NAME.meta.yml` or front matter; wins over what the transcript says of itself. */
export interface Metadata {
  title?: string
  show?: string
  episode?: string
  /** ISO year, year-month or date. */
  date?: string
  hosts?: string[]
  guests?: string[]
  event?: string
}

/** A transcript before it is read. */
export interface Source {
  /** File name without folder, e.g. `kubelist-39.txt`; the episode's id is made from it. */
  name: string
  text: string
  format?: Format
  metadata?: Metadata
}

/** One labelled stretch of speech. */
export interface Turn {
  /** From 0 in file order, every label counted. */
  index: number
  /** As written: `Vera Lind`, `BREAK`. */
  label: string
  text: string
  /** Line of the label in the file, from 1. */
  line: number
}

/** What the read stage makes of a source. */
export interface Transcript {
  /** `episode:kubelist-39` */
  id: string
  file: string
  format: Format
  /** Joined from the metadata and what the page itself says. */
  metadata: Metadata
  title: string
  turns: Turn[]
}

/** A person who speaks. */
export interface Speaker {
  /** `person:anna-reale` */
  id: string
  /** Fullest form of the name that a label, the page or an introduction gives. */
  name: string
  /** Labels that stand for this person. */
  labels: string[]
  /** Other first names that the talk calls them by, in lower case. */
  nicknames?: string[]
  role: 'host' | 'guest' | 'other'
  /** For a host: the words that show it. */
  evidence?: Span
}

/** A slice of a turn's text. */
export interface Span {
  turn: number
  start: number
  end: number
}

/** What the speakers stage makes of a transcript. */
export interface Cast {
  speakers: Speaker[]
  /** For each turn, the index into `speakers`, or -1 where a label names nobody (a break, an announcer). */
  speakerOf: number[]
}

/** What the interviews stage makes of the cast: one continuous conversation with one set of guests. */
export interface InterviewSpan {
  firstTurn: number
  lastTurn: number
  /** Offset in `firstTurn` where this conversation begins (a host may say goodbye and welcome in one turn). */
  start: number
  /** Offset in `lastTurn` where it ends. */
  end: number
  /** Ids of the guests, in order of their first word. */
  guests: string[]
  /** Where the guests are introduced. */
  introduction: Span
}

/** A transcript that cannot be read. The message says what is wrong and what to do; `line` is from 1. */
export class TranscriptError extends Error {
  override name = 'TranscriptError'
  readonly line: number | undefined
  constructor(message: string, line?: number) {
    super(message)
    this.line = line
  }
}

/** A word of a turn: letters and digits, with inner apostrophes. Offsets are into the turn's text. */
export interface Token {
  word: Word
  text: string
  lower: string
  start: number
  end: number
}

export interface Sentence {
  turn: number
  start: number
  end: number
  /** Range of the turn's tokens. */
  firstToken: number
  endToken: number
  question: boolean
}

/** A turn, cut into words and sentences once for all stages. */
export interface ReadTurn {
  index: number
  text: string
  tokens: Token[]
  /** The places of the tokens that begin with a capital, ascending. */
  capitals: number[]
  sentences: Sentence[]
  heard: Heard
}

/** What the stages after the interviews work on. */
export interface Conversation {
  transcript: Transcript
  turns: ReadTurn[]
  cast: Cast
  interviews: InterviewSpan[]
}

/** One way to understand a mention. */
export interface Candidate {
  id: string
  kind: EntityKind
  label: string
}

/** Words that name something, before it is decided what. */
export interface Mention extends Span {
  surface: string
  /** Never empty; best guess first. */
  candidates: Candidate[]
  /** The id of the finder, which travels on the evidence. */
  rule: string
  /** 1 where a registry, label or address names it outright; less where it was inferred. */
  confidence: number
}

/** A mention that has been tied to one entity. */
export interface LinkedMention extends Span {
  surface: string
  entity: string
  kind: EntityKind
  rule: string
  confidence: number
}
