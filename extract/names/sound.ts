/** How a name sounds, and how far two spellings are apart. */

/**
 * Consonant classes after Refined Soundex (as in Apache Commons Codec), with voiced and unvoiced partners
 * together, because recognisers confuse them most.
 */
const CLASSES: Record<string, string> = {
  b: '1', p: '1', f: '1', v: '1',
  c: '2', k: '2', g: '2', j: '2', q: '2', s: '2', x: '2', z: '2',
  d: '3', t: '3',
  l: '4',
  m: '5', n: '5',
  r: '6',
} // biome-ignore format: one class a line

/**
 * The first letter and the classes of the consonants after it, neighbours of one class written once.
 * @example soundCode('kubectl') // 'k1234'
 */
export function soundCode(squashed: string): string {
  let code = squashed.charAt(0)
  let last = CLASSES[code] ?? ''
  for (let i = 1; i < squashed.length; i++) {
    const letter = squashed.charAt(i)
    const digit = CLASSES[letter] ?? (letter >= '0' && letter <= '9' ? letter : '')
    if (digit && digit !== last) code += digit
    // A vowel parts two sounds of one class; h and w do not, as in American Soundex.
    if (digit) last = digit
    else if (letter !== 'h' && letter !== 'w') last = ''
  }
  return code
}

/** The code and all codes with one class left out: two codes one edit apart share one of these (SymSpell). */
export function soundNeighbours(code: string): string[] {
  const found = [code]
  for (let i = 1; i < code.length; i++) found.push(code.slice(0, i) + code.slice(i + 1))
  return found
}

/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. */
export function distance(a: string, b: string): number {
  const width = b.length + 1
  let before: number[] = []
  let row = Array.from({ length: width }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j < width; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      next.push(best)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}

/** 1 for equal spellings, 0 for nothing in common. */
export const similarity = (a: string, b: string): number =>
  1 - distance(a, b) / Math.max(a.length, b.length, 1)
