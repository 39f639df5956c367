/** What a project is written in. */
import type { Draft, Rule } from '../rule.ts'
import { type Match, type Scene, surelyMeant, type Talk } from '../scene.ts'
import {
  ADVERBS,
  ANY_SUBJECT,
  besideMain,
  isClearOfOthers,
  isFormat,
  isLanguage,
  isNotion,
  mainProject,
  pairs,
  TAIL,
} from './words.ts'

/** "started in Ruby", "used to be written in Ruby", "originally written in Ruby": it may be so no more. */
const FORMER =
  /\b(?:(?:started|began)(?: out| off| life)?(?: as [\w ]{1,20})? in|used to be|initially|originally|first version|prototype)\b/i

const former = (match: Match, drafts: Draft[]): Draft[] => {
  const isFormer = FORMER.test(match.scene.skeleton.slice(Math.max(0, match.start - 20), match.end + 12))
  return drafts.map((draft) => ({
    ...draft,
    qualifiers: { ...draft.qualifiers, ...(isFormer ? { status: 'former' as const } : {}) },
  }))
}

/** "It's like Keptn, but written in Rust", "a Keptn successor written in Rust": what is only likened to a thing is another. */
const isLikened = ({ scene, start, end }: Match): boolean =>
  /^(?:\[?)<[a-z]\d+>(?:\]\(<u\d+>\))?[- ](?:successor|replacement|clone|alternative|equivalent|competitor|like|implementation|client|port|style)\b/.test(
    scene.skeleton.slice(start, end),
  ) ||
  (/\b(?:like|equivalent (?:of|to)|similar to|same as|version of) (?:the )?\[?$/i.test(
    scene.skeleton.slice(0, start),
  ) &&
    /\bbut\b/.test(scene.skeleton.slice(start, end)))

/** "It's a Go library called Sarama": of what is named after it. */
const isOfNext = ({ scene, end }: Match): boolean => /^ (?:called|named) /.test(scene.skeleton.slice(end))

const written = (match: Match, talk: Talk): Draft[] =>
  isLikened(match) || (isOfNext(match) && !match.text('S')?.includes('<'))
    ? []
    : former(match, pairs(isLanguage)(match, talk))

const ASKS_LANGUAGE =
  /\b(?:written|implemented|programmed|coded|built) (?:it )?in\b|\b(?:programming )?language\b/i

/** The host has just asked for the language. */
const isAsked = (scene: Scene, talk: Talk): boolean =>
  talk.scenes
    .slice(Math.max(0, scene.index - 6), scene.index)
    .some(
      (s) =>
        s.speakerIsHost &&
        s.sentence.question &&
        scene.turn.index - s.turn.index === 1 &&
        ASKS_LANGUAGE.test(s.skeleton),
    )

/** "It's Go" is said of much; it counts where it is plain what "it" is, and nothing else was named before it. */
const mainWritten = (match: Match, talk: Talk): Draft[] => {
  const { scene, start } = match
  const isPlain =
    scene.sentence.question ||
    isAsked(scene, talk) ||
    surelyMeant(scene, talk, start, ['project']) === mainProject(scene, talk)
  return isPlain && isClearOfOthers(scene, start, talk)
    ? former(match, besideMain(isLanguage)(match, talk))
    : []
}

/** Up to five words that do not begin another thing: "with something written in Go". */
const GAP =
  '(?:(?!(?:with|something|anything|that|who|which|are|for|everything|when|whatever|because|if|where|by)\\b)[^\\s<>]+ ){0,5}'

/** Kinds of software that a language's name stands before: "a Go library". */
const SOFTWARE =
  '(?:projects?|programs?|app|application|library|framework|package|module|tool|codebase|server|binary|binaries|client|CLI|utility|service|thing|shop|implementation|implemented|based|database|engine|proxy|code|controller)'

const PROGRAM =
  '(?:projects?|programs?|app|application|library|framework|package|module|tool|toolkit|codebase|server|binary|client|CLI|utility|service|implementation|database|engine|proxy|daemon|plugin|extension|port|rewrite|script|game|software|bot|agent|operator|router|ORM|thing|piece of software)'
/** Words before a language's name that lead to no other thing. */
const PLAIN =
  '(?:(?!(?:with|for|to|in|of|like|that|which|and|from|where|on|your|any|by|than|or)\\b)[^\\s<>]+ ){0,5}'

/** How many sentences back the one thing spoken of may have been named. */
const NEAR = 2

/** What a sentence that says "it" goes on about: the topic, or the only thing that was named of late. */
function justSpokenOf(scene: Scene, talk: Talk): string | undefined {
  const isProject = (id: string): boolean => id.startsWith('project:')
  const topical = talk.topics[scene.index]
  if (topical !== undefined && !isLanguage(topical)) return isProject(topical) ? topical : undefined
  for (let i = scene.index - 1; i >= scene.index - NEAR; i--) {
    const before = talk.scenes[i]
    if (before?.turn !== scene.turn) break
    const named = new Set(
      before.slots
        .filter((m) => (m.kind === 'project' || m.kind === 'technology') && !isLanguage(m.entity))
        .filter((m) => !isFormat(m.entity) && !isNotion(m.entity))
        .map((m) => m.entity),
    )
    if (named.size > 1) return undefined
    const only = [...named][0]
    if (only !== undefined) return isProject(only) ? only : undefined
  }
  return isClearOfOthers(scene, 0, talk) ? mainProject(scene, talk) : undefined
}

export const LANGUAGE: readonly Rule[] = [
  {
    id: 'written-in/written-in',
    description: 'A project is written, rewritten, implemented or started in a language.',
    predicate: 'written_in',
    confidence: 0.92,
    patterns: [
      `${ANY_SUBJECT}${TAIL}(?:{be})? ${GAP}(?:written|rewritten|re-written|implemented|coded|programmed|built|developed|done|prototyped|created) (?:{~3})?(?:in|with|using|purely in|entirely in) (?:[\\w%-]+ ){0,2}?{list:O:technology}`,
      "(?<!\\b(?:[Ll]et[’']s|could|would|should|can|might) )\\b(?:[Ww]rote|[Ww]rite|[Ww]riting|[Rr]ewrote|[Rr]ewrite|[Rr]ewriting|[Ii]mplement|[Ii]mplemented|[Ii]mplementing|[Bb]uilt|[Bb]uild|[Bb]uilding|[Pp]rototyped|[Pp]orted|[Pp]orting) {S:project|thing} (?!(?:implementation|client|driver|clone|port|library|bindings?|plugin|operator|SDK|wrapper|parser|tool|app|apps|applications|controllers?)\\b)(?:{~2})?(?:in|into|to) (?:[\\w-]+ )?{list:O:technology}",
      `${ANY_SUBJECT}${TAIL} ${ADVERBS}(?:started|began)(?: out| off| life)? (?:as {~3})?in {O:technology}`,
      `{S:project}(?: -+|,) [^<>]{1,70}(?: -+|,)(?:{be}) (?:{~2})(?:written|implemented|built|coded) (?:{~1})in {O:technology}`,
      `{S:project|thing}${TAIL}{be} (?:an?|the|another|this) [^<>.;]{3,90}? (?:that|which|and|it)(?:['’]s| is| was)? (?:{~2})(?:written|implemented|coded) (?:entirely |completely |purely |all )?in {O:technology}`,
      '\\b(?:programming|coding|hacking|working) (?:{~1})in {O:technology} on (?:the )?{S:project}',
    ],
    build: written,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: It’s fully open and written in Go.',
        claims: ['project:keptn written_in technology:go'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: The Falco project started in Ruby.',
        claims: ['project:falco written_in technology:ruby status=former'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: She is writing a Falco implementation in Go. And there is pretty much a Keptn successor, written in Rust.',
        why: 'what is written is another thing',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool. I wish somebody would just rewrite Falco in Go. And beside Keptn we built our own framework; it’s all written in Rust.',
        why: 'a wish, and another thing that was made',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: I have written a lot in Go myself.',
        why: 'a person’s habit',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What else is new?\nVera Lind: A small tool. It’s basically like Falco, but written in Go.',
        why: 'what is like it is another thing',
      },
    ],
  },
  {
    id: 'written-in/is-a-program-of',
    description: 'A project is called a program, library or package of a language.',
    predicate: 'written_in',
    confidence: 0.85,
    confirmable: true,
    patterns: [
      `{S:project|thing}${TAIL}{be} (?:an? |all |basically |essentially |just |really |pretty much )+(?:(?!good\\b|lot\\b|great\\b|more\\b)[^\\s<>]+ ){0,2}{O:technology}[- ]${SOFTWARE}\\b`,
      `{S:project}${TAIL}{be} (?:all |also |pure |just |100% |entirely |mostly |still )*{O:technology}(?=[.?!,]|$| under)`,
    ],
    build: written,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. And Keptn is TypeScript?\nVera Lind: Of course it is.',
        claims: ['project:keptn written_in technology:typescript'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: Falco is basically a small C++ implemented engine.',
        claims: ['project:falco written_in technology:c++'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. And Keptn is TypeScript?\nVera Lind: No, not at all.',
        why: 'nobody affirms it',
      },
    ],
  },
  {
    id: 'written-in/a-program',
    description:
      'A thing is called a program of a language in apposition, or of so many lines of it: "X, our first big Go project", "in 100 lines of Bash".',
    predicate: 'written_in',
    confidence: 0.8,
    patterns: [
      `{S:project,technology}(?:,|,? which (?:is|was)|{be}| -+) (?:{~1})?(?:an?|our|my|the|their|this|that|another|your|his|her|one of the|one of those) ${PLAIN}{O:technology}[- ](?:{~2})?${PROGRAM}\\b`,
      '{S:project,technology|thing}[^<>.;]{0,60}? (?:in|with|of|about|than|only|just|is|like|over|some) (?:{~1})[\\d,]+k?(?: {~2})? ?lines of (?:pure )?{O:technology}',
      '\\blines of {O:technology}(?: code)? (?:as part of|in|inside|for) (?:the )?{S:project}',
    ],
    build: written,
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: We wrote Falco, our first really big Go project. There is a tool called Dokku. It’s like a platform in 100 lines of Bash.',
        claims: ['project:falco written_in technology:go', 'project:dokku written_in technology:bash'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Keptn is a tool for your Go project.',
        why: 'for one, and none itself',
      },
    ],
  },
  {
    id: 'written-in/it-is-a-program',
    description: 'Of what was just spoken of it is said that it is a program of a language.',
    predicate: 'written_in',
    confidence: 0.78,
    patterns: [
      `^(?:\\\\?\\[[\\d:.]+\\\\?\\] ?)?(?:(?:[Aa]nd|[Ss]o|[Yy]eah|[Bb]ut|[Ww]ell|[Bb]asically|[Aa]ctually)[,.]? )*(?:[Ii]t(?:['’]s| is| was)|[Tt]hat(?:['’]s| is)|[Tt]his is) (?:{~1})?(?:an?|the|another|basically an?|just an?|all) ${PLAIN}{O:technology}[- ](?:{~2})?${PROGRAM}\\b`,
      `^(?:[Tt]he|[Aa]|[Aa]nother) ${PLAIN}{O:technology} ${PROGRAM}\\b(?=\\.| that| which| for| to)(?!.* (?:is|are|was) )`,
      "^(?:(?:[Aa]nd|[Ss]o|[Yy]eah|[Bb]ut|[Ww]ell|[Cc]razy fast)[,.]? )*(?:and )?[Ii]t(?:['’]s| is| was) (?:{~2})?(?:written|built|implemented|coded|done) (?:{~1})in {O:technology}",
      "^(?:(?:[Aa]nd|[Ss]o|[Yy]eah|[Bb]ut|[Ww]ell)[,.]? )*[Ii]t(?:['’]s| is) [^<>.;]{0,50}? lines of (?:pure )?{O:technology}",
    ],
    build: (match, talk) => {
      if (isOfNext(match)) return []
      const subject = justSpokenOf(match.scene, talk)
      return former(
        match,
        match
          .ids('O')
          .filter(isLanguage)
          .flatMap((object) => (subject === undefined ? [] : [{ subject, object }])),
      )
    },
    examples: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: I work on Falco. It takes a while to learn. And it’s a C++ program.',
        claims: ['project:falco written_in technology:c++'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Falco and Cilium are hard to tell apart. There is more. It’s a Go program.',
        why: 'it may be either',
      },
    ],
  },
  {
    id: 'written-in/in-few-words',
    description:
      'A guest answers what the project is written in with little but the language, as in "All Go".',
    predicate: 'written_in',
    confidence: 0.8,
    patterns: [
      "^(?:(?:[Oo]h|[Yy]eah|[Yy]es|[Rr]ight|[Ww]ell|[Ss]o|[Nn]o)[,.]? )*(?:[Ii]t(?:[’']s| is| was) )?(?:[Aa]ll|[Pp]ure|[Pp]urely|[Ee]ntirely|[Cc]ompletely|[Mm]ostly|[Jj]ust|100%|[Pp]lain)(?: in)? {O:technology}(?=[.,;!]|$)",
    ],
    build: (match, talk) => (match.scene.speakerIsHost ? [] : mainWritten(match, talk)),
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn written in?\nVera Lind: All Go. It took a year.',
        claims: ['project:keptn written_in technology:go'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind. What do you write at home?\nVera Lind: All Go.',
        why: 'the talk is about no project',
      },
    ],
  },
  {
    id: 'written-in/part-of-it',
    description:
      'It, its core or most of it is said to be a language: "the control plane’s Go", "under the hood, is it Go?".',
    predicate: 'written_in',
    confidence: 0.8,
    confirmable: true,
    patterns: [
      "\\b(?:[Tt]he (?:core|control plane|data plane|engine|server|UI|(?:web )?interface|dashboard|front-?end|front|client|back-?end|operator|whole thing|code|codebase|rest|agent|CLI|runtime|proxy|controller|main \\w+)|[Ii]t|[Ee]verything|[Mm]ost of (?:it|the code|our code))(?:[’']s| is| was) (?:(?:all|mostly|mainly|pure|just|plain|basically|still|entirely|100%) ){0,2}{O:technology}(?=[.,;?!]|$| and\\b| code\\b)",
      '\\b(?:is|was) it (?:all |mostly |pure |also )?(?:written in |in )?{O:technology}(?=[.,?!]|$)',
      "\\b(?:[Tt]he (?:core|control plane|data plane|engine|server|UI|(?:web )?interface|dashboard|front-?end|front|client|back-?end|operator|whole thing|code|codebase|rest|agent|CLI|runtime|proxy|controller|main \\w+)|[Ee]verything|[Mm]ost of (?:it|the code|our code)|[Aa]ll of (?:it|our code))(?:[’']s| is| was) (?:{~2})(?:written|implemented|built) (?:{~2})?in (?:pure |plain )?{O:technology}",
    ],
    build: mainWritten,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn written in?\nVera Lind: The control plane’s written in Go. The agent is written in Rust.',
        claims: ['project:keptn written_in technology:go', 'project:keptn written_in technology:rust'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I am here with Vera Lind.\nVera Lind: Some people write everything in Go. Most of it is written in Go.',
        why: 'the talk is about no project',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is Keptn?\nVera Lind: A tool. With Jenkins that is hard, because it was Java.',
        why: 'another thing was named before it',
      },
    ],
  },
  {
    id: 'written-in/clause',
    description: 'A clause says what language a thing, or the whole of it, is written or rewritten in.',
    predicate: 'written_in',
    confidence: 0.85,
    confirmable: true,
    frames: [
      'write|rewrite|code|implement|program|port: theme > in',
      'build|develop|make|create|do: @theme > in',
      'write|rewrite|code|implement|port: agent > in !theme',
      'rewrite|port|move|migrate|convert|switch: theme > to|into',
      'be: agent > in',
      'use: agent > theme',
      'noun implementation|codebase|project|library|server|daemon|tool|framework: theme > in',
      'noun program|server|app|application|binary|tool|library|service|daemon|cli|codebase|shop: theme > mod',
    ],
    fits: isLanguage,
    examples: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: There is a tool called Falco - that’s all written in Rust.',
        claims: ['project:falco written_in technology:rust'],
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: We rewrote the whole thing in Rust.',
        claims: ['project:keptn written_in technology:rust'],
      },
    ],
    misses: [
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: You write your policies for Kyverno in Go.',
        why: 'one’s own code, not the project’s',
      },
      {
        said: 'Ada Host: I’ve got Vera Lind of Keptn. What is it?\nVera Lind: Falco is not written in Java.',
        why: 'denied',
      },
    ],
  },
]
