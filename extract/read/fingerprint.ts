import type { Turn } from '../types.ts'

/**
 * Fingerprint of a conversation: 64 bits as 16 hex digits, from labels and texts only, so that page chrome,
 * line ends and the name of the file do not count. Two 32-bit lanes of multiply and xor (Bryc's cyrb53,
 * public domain); not cryptographic.
 */
export function fingerprint(turns: readonly Turn[]): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  const mix = (c: number): void => {
    a = Math.imul(a ^ c, 2654435761)
    b = Math.imul(b ^ c, 1597334677)
  }
  for (const { label, text } of turns) {
    for (let i = 0; i < label.length; i++) mix(label.charCodeAt(i))
    mix(0x10000)
    for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i))
    mix(0x10001)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0')
  return hex(b) + hex(a)
}
