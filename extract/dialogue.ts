/**
 * What people say when they open a show, introduce, thank and part: the cues by which a host is told from a
 * guest and one conversation from the next. All patterns are anchored on a few fixed words and linear.
 */
import { cue } from './scan/cue.ts'

/** Said by whoever opens a show. */
export const OPENS_SHOW = cue(
  /\bwelcome (?:back |everybody |everyone |all |listeners |folks |friends )*(?:to|everybody|everyone|back|for|all)\b|\byou(?:'|’)?re listening to\b|\b(?:your|the|one of the|one of your) hosts?\b|\b(?:on|in) (?:today(?:'|’)?s|this) (?:show|episode|edition|week)|\btoday(?:'|’)?s (?:show|episode|guest|topic)\b|\bthis is (?:the |our )?(?:\w+ )?(?:episode|show|podcast)\b|\banother episode\b|\bepisode (?:number )?#?\d+\b|\btoday,? (?:we|i)(?:'|’)?(?:re|m| are| am| will be|ll be)\b|\bwe(?:'|’)?re (?:going to|gonna) (?:be )?talk(?:ing)? (?:about|to|with)\b|\bthe (?:show|podcast) (?:where|in which|about|all about|for)\b/i,
)

/** Said by whoever brings a guest on. */
export const INTRODUCES = cue(
  /\bguests?\b|\bplease welcome\b|\bwelcome(?: back)?(?:,| to the (?:show|podcast|program)| on\b)|\bjoin(?:ing|s|ed)? (?:me|us|by|in)\b|\bjoined (?:today |here |once again |again )*by\b|\b(?:here|sitting|sat|speaking|talking|chatting|hanging out|back) (?:here |today |now |down |again )*(?:with|to)\b|\bwith (?:me|us)\b|\bwe (?:also |now )?have\b|\bi (?:also |now )?have\b|\b(?:i|we)(?:'|’)?ve (?:also |now )?got\b|\bfound\b|\bintroduc(?:e|ing)\b|\bmeet\b|\btell (?:us|me) (?:about|a (?:little )?(?:bit )?about|who|what|a bit|a little)\b|\bwho are you\b/i,
)

/** Said of guests and of nobody else. */
export const GUEST_WORD = cue(
  /\bguests?\b|\bplease welcome\b|\bwelcome(?: back)? (?:to|on) the (?:show|podcast|program)\b/i,
)

/** Said of those who run the show together. */
export const HOST_WORD = cue(
  /\bco-?\s?hosts?\b|\b(?:co-?|also |me )hosting\b|\b(?:fellow|your|our|regular|usual|other|newest|the) (?:\w+ )?(?:hosts?|panell?ists?)\b|\bpanell?ists? \p{Lu}|\bregulars?\b|\bas (?:always|usual|ever)\b|\bmyself\b|\bmy partner in\b|\balong with (?:me|\p{Lu})/u,
)

/** What somebody is introduced as: a trade, an office, a work. Those who run the show go without. */
export const DESCRIBES = cue(
  /\b(?:engineers?|developers?|programmers?|(?:co-?)?founders?|founded|creators?|created|authors?|maintainers?|maintains|maintaining|contributors?|ceo|cto|cio|vp|vice president|president|directors?|head of|team lead|tech(?:nical)? lead|leads?|managers?|architects?|advocates?|advocacy|evangelists?|researchers?|professors?|(?:co-?)?chairs?|consultants?|designers?|organi[sz]ers?|scientists?|specialists?|experts?|members?|works? (?:at|on|for|with)|working (?:at|on|for|with)|built|wrote|writes|runs|behind|brains|known (?:for|as|on)|dev ?rel|(?<!going |want |gonna |like |love |have )to (?:talk to us |talk about|discuss|tell us|chat about))\b/i,
)

/** Said to somebody who has just said hello for the first time: not to those who are there every week. */
export const WELCOMES_NEWCOMER = cue(
  /\bwelcome to (?:the |our )?(?:show|podcast|program)\b|\bthank(?:s| you)(?: (?:so|very) much)?,? for (?:joining|coming|being|taking|making)\b|\b(?:lovely|great|good|nice|glad|happy|excited|pleasure|honou?red|delighted|thrilled) (?:it is )?to have (?:you|y(?:'|’)?all|both)(?! back)/i,
)

/** Thanks of a host to a guest, or words that close a show. */
export const FAREWELL = cue(
  /\bthank(?:s| you)(?: (?:you|so|very|much|a lot|guys|all|both|again|for that|once))*,?(?: [\p{L}'’-]+){0,4},? for (?:(?:be|com|join|tak|shar|do|hang|chatt|talk|sitt|spend|stopp|agree|show|hopp)ing\b|your (?:time|insights?|expertise)|the (?:time|chat|conversation|update|interview)|today|this (?:chat|conversation))|\bappreciate (?:the|your|you taking|you coming|you joining|you being|your coming) ?(?:time|com|join|be|talk)?|\bthank(?:s| you)(?: (?:so|very) much|(?: a lot))?,? (?:to )?(?:our|all our|both our) guests?\b/iu,
)

export const CLOSES_SHOW = cue(
  /\bthank(?:s| you)(?: (?:so|very|much|all|everyone|everybody|again))* for (?:listening|tuning|watching)|\bsee you (?:all )?(?:next|on the next|in the next|soon)|\b(?:until|till) next (?:time|week)|\bthat(?:'|’)?s (?:all|it) for (?:today|this|now)|\b(?:that(?:'|’)?s|end of) (?:our|the) (?:show|time|episode)\b|\bcatch you next|\bwrap (?:this|it|things|up)|\bout of time\b|\bbye,? (?:everybody|everyone|all)\b|\bhuge (?:shout-?out|thank)/i,
)

/** Said by a guest to the host. */
export const THANKS_HOST = cue(
  /\bthank(?:s| you)(?: (?:so|very|you|much|a lot|guys|again|both|all))*(?:,? \p{Lu}\p{L}+)?,? for (?:having|inviting|the invit|the opportunity|letting me)|\bthank(?:s| you)(?: (?:so|very) much)? for having (?:me|us)\b/iu,
)
export const GLAD_TO_BE_HERE = cue(
  /\b(?:glad|happy|good|great|nice|excited|delighted|thrilled|honou?red|pleased|pleasure|fun|awesome|privilege|stoked|lovely|super[- ]excited)(?: \w+)? to (?:be|have been|join|come|get to be) (?:here|on|back|with you|part|able|a guest|you)?|\blong-?time (?:listener|fan)\b|\bfirst[- ]time (?:guest|on)\b|\bhonor to be\b/i,
)

/** What a guest says when asked who they are. */
export const SAYS_WORK = cue(
  /\bi(?:(?:'|’)?m| am) (?:currently )?(?:an?|the|one of the) (?:[\p{L}-]+ ){0,5}?(?:engineer|developer|architect|founder|cofounder|co-founder|maintainer|manager|director|advocate|researcher|lead|cto|ceo|head|author|consultant|programmer|designer|professor|scientist|contributor|student|vp)\b|\bi (?:currently )?work (?:at|for|on|with)\b|\bmy name(?:'|’)?s? (?:is )?\p{Lu}/iu,
)

/** A farewell in a few words, as it stands at the end of a conversation. */
export const PARTING = cue(
  /\bthank(?:s| you)\b|\bappreciate\b|\b(?:good)?bye\b|\bsee you\b|\btalk (?:to you )?(?:later|soon)\b|\btake care\b|\bcheers\b|\b(?:great|good|nice|lovely|pleasure|fun) (?:to (?:see|meet|talk|chat|have)|talking|chatting|meeting|having)\b|\benjoy the rest\b|\blet you (?:go|get back)\b/i,
)

/** Filler with which a new topic or a new conversation begins. */
export const FILLER =
  /^(?:all ?right|alright|okay|ok|so|well|now|great|cool|awesome|super cool|very (?:cool|nice|interesting)|nice|hello|hi|hey|hey there|hi there|hello everyone|good|perfect|excellent|and|yeah|right)(?:[,.!…\s]|$)/i
