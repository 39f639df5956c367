/** What a label can be besides a name: shared by the stages that read labels and those that resolve them. */
import { slug } from '../src/ids.ts'

const NOBODY =
  /^(?:(?:(?:mid|pre|post)-?roll|(?:commercial|ad|sponsor|short|music|musical) ?)?(?:break|ads?|advert|advertisements?|commercials?|interlude|sponsors?|messages?)|sponsored (?:message|content)|announcers?|narrators?|narration|voice ?-?over|jingles?|musics?|theme(?: (?:music|song))?|song|outro|intro|introduction|bumper|teaser|trailer|promo|clip|audio(?: clip)?|video(?: clip)?|recording|automated voice|computer(?: voice)?|robot(?: voice)?|voicemail|sound(?: effects?)?|sfx|silence|applause|laughter|cross-?talk|audience|audience (?:members?|questions?)|crowd|together|all|both|everyone|everybody|group|multiple(?: speakers)?|various|several|unknown(?: (?:speaker|person|male|female|voice))?|unidentified(?: (?:speaker|person|male|female|voice))?|(?:male|female)(?: (?:speaker|voice))?|inaudible|voices?)(?: ?#?\d{1,2})?$/i

/** Whether a label stands for a break, an announcer, a crowd: for nobody in particular. */
export const namesNobody = (label: string): boolean =>
  NOBODY.test(
    label
      .replace(/[[\]()*_]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

/** A name without case, accents and punctuation: how two spellings of it are compared. */
export const nameKey = (name: string): string =>
  slug(name)
    .replace(/[./-]+/g, ' ')
    .trim()

/** Whether two strings are equal or one insertion, deletion, substitution or swap of neighbours apart. */
export function withinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1)
  if (short.slice(i + 1) === long.slice(i + 1)) return true
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2)
}
