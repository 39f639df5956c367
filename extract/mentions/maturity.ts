/** CNCF maturity levels, told from graduations of people and sandboxes of code. */
import type { MaturityLevel } from '../../src/schema.ts'
import { cue } from '../scan/cue.ts'
import type { InterviewSpan, Mention, ReadTurn } from '../types.ts'

const LEVEL = cue(
  /\b(?:(sandbox)|(incubat(?:e|ed|es|ing|ion|or))|(graduat(?:e|ed|es|ing|ion))|(archived))\b/gi,
)

/** Words that make a level of one of these words, when they stand in the same sentence. */
const STRONG =
  /\bCNCF\b|\bTOC\b|\b(?:sandbox|incubat(?:ing|ed|ion|or)|graduat(?:ed|ing|ion)|archived) (?:project|level|stage|status|phase|process|criteria|review)|\bcloud native (?:computing )?(?:foundation|sandbox|landscape)\b|\b(?:to|into|in|from|out of|at|reach(?:ed)?) (?:the )?(?:sandbox|incubat(?:ion|ing|or)|graduat(?:ion|ed))\b|\bdonat\w+\b|\bproject'?s? (?:is|was|are|has|just)? ?(?:incubat|graduat|sandbox|archived)/i
/** "We're sandbox", "still incubating", "are you graduated?", "we finally graduated": said of whoever speaks. */
const PREDICATED =
  /\b(?:(?:we|you|they|it)(?:['’](?:re|s)| are| is| were| was)|(?:are|is) (?:you|it|they)(?: guys)?|you guys are|project is) (?:(?:still|now|already|currently|just|only|an?|in|at|both) )*(?:sandbox|incubating|graduated)(?=[.,?!;]| (?:project|now|today|since|right|at the moment|yet|already|as of)\b|$)|\bstill (?:an? |in )?(?:sandbox|incubating|incubation)\b|\bwe(?:['’]ve| have)? (?:just |finally |recently |officially )?graduated(?=[.!,]| (?:last|this|in \d{4}|as an? )\b)/i
/** "What level are you at?" */
const ASKS_LEVEL = cue(/\b(?:maturity|(?:what|which) (?:level|stage|status))\b/i)

/** Words that make it something else. */
const OTHER =
  /\b(?:my|his|her|their|your|our) graduation (?:project|work)\b|\bgraduat\w+ (?:from |in |at |with )?(?:a |the |my )?(?:high|college|university|school|student|students|program|degree|level course|work|class)|\b(?:college|university|high school|degree|bachelor|masters|phd|class of|grad school|bootcamp|startup|business) |\bI (?:just |had |have |recently )?graduated\b|\b(?:security|code|python|java|browser|local|dev|test|play|process|level|memory) sandbox|\bsandbox(?:ed|ing)? (?:environment|mode|for|account|so|at|around)|\ba sandbox\b(?! project| level| stage)/i

const FOUNDATION = cue(/\bCNCF\b|\bCloud Native Computing Foundation\b/i)
/** How many turns after the foundation was named a plain word still is one of its levels. */
const NEARBY = 3

/** How far, in turns, a plain word may stand from an undoubted level. */
const REACH = 6
/** Interviews of more turns than this wander too far for one level to vouch for a plain word anywhere in them. */
const LONG = 60

const levelOf = (match: RegExpMatchArray): MaturityLevel =>
  match[1] ? 'sandbox' : match[2] ? 'incubating' : match[3] ? 'graduated' : 'archived'

/** Mentions of levels: undoubted ones, and plain words near an undoubted one or in the same interview. */
export function findMaturity(turns: readonly ReadTurn[], interviews: readonly InterviewSpan[]): Mention[] {
  const found: (Mention & { strong: boolean })[] = []
  for (const turn of turns.filter(LEVEL.mayMatch))
    for (const sentence of turn.sentences) {
      const text = turn.text.slice(sentence.start, sentence.end)
      const matches = [...text.matchAll(LEVEL.regex)]
      if (!matches.length || OTHER.test(text)) continue
      const strong = STRONG.test(text) || PREDICATED.test(text) || new Set(matches.map(levelOf)).size > 1
      for (const match of matches) {
        const level = levelOf(match)
        const start = sentence.start + match.index
        found.push({
          turn: turn.index,
          start,
          end: start + match[0].length,
          surface: match[0],
          candidates: [{ id: `maturity:${level}`, kind: 'maturity', label: level }],
          rule: 'maturity:word',
          confidence: strong ? 0.95 : 0.85,
          strong,
        })
      }
    }
  // The foundation named close by says what kind of level is meant: "Where are you in the CNCF?" – "Incubating."
  const foundationTurns = turns
    .filter((t) => FOUNDATION.matches(t) || ASKS_LEVEL.matches(t))
    .map((t) => t.index)
  const strongTurns = found.filter((m) => m.strong).map((m) => m.turn)
  return found
    .filter((m) => {
      const interview = interviews.find((i) => m.turn >= i.firstTurn && m.turn <= i.lastTurn)
      const isLong = interview && interview.lastTurn - interview.firstTurn > LONG
      return (
        m.strong ||
        foundationTurns.some((turn) => m.turn - turn >= 0 && m.turn - turn <= NEARBY) ||
        strongTurns.some(
          (turn) =>
            Math.abs(turn - m.turn) <= REACH ||
            (interview && !isLong && turn >= interview.firstTurn && turn <= interview.lastTurn),
        )
      )
    })
    .map(({ strong: _, ...mention }) => mention)
}
