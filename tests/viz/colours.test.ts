/**
 * That kinds and families can be told apart by those who see colours otherwise: the colours of the style sheet,
 * as the three kinds of colour blindness see them (Machado, Oliveira and Fernandes 2009, at full severity), are
 * compared by their distance in CIELAB (about 2.3 is just noticeable).
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FAMILIES, NODE_KINDS } from '../../src/ontology.ts'
import { OUTLINES, SHAPES } from '../../viz/model/outlines.ts'

type Triple = readonly [number, number, number]

const EYES: Record<string, readonly [Triple, Triple, Triple]> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const css = readFileSync('viz/styles/tokens.css', 'utf8')

/** The colour of a token as linear light. */
function light(name: string, theme: 'light' | 'dark'): Triple {
  const [, ...both] = new RegExp(`--${name}: light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)`).exec(css) ?? []
  const hex = both[theme === 'light' ? 0 : 1]
  if (!hex) throw new Error(`tokens.css has no --${name} of two colours`)
  const part = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return [part(0), part(2), part(4)]
}

const seen = ([r, g, b]: Triple, eye: string): Triple => {
  const [x, y, z] = (EYES[eye] ?? []).map((row) =>
    Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b)),
  )
  return [x ?? 0, y ?? 0, z ?? 0]
}

const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** CIELAB under D65. */
function lab(c: Triple): Triple {
  const [r, g, b] = c
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(luminance(c))
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const distance = (p: Triple, q: Triple): number => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])

function nearest(
  names: readonly string[],
  theme: 'light' | 'dark',
  eye: string,
): { d: number; pair: string } {
  let best = { d: Infinity, pair: '' }
  const colours = names.map((name) => lab(seen(light(name, theme), eye)))
  for (const [i, p] of colours.entries())
    for (const [j, q] of colours.slice(0, i).entries()) {
      const d = distance(p, q)
      if (d < best.d) best = { d, pair: `${names[j]} and ${names[i]}` }
    }
  return best
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  describe.each(Object.keys(EYES))('seen with %s', (eye) => {
    test('the kinds that lead are far apart', () => {
      const { d, pair } = nearest(
        ['project', 'company', 'person', 'technology', 'foundation', 'maturity'].map((k) => `kind-${k}`),
        theme,
        eye,
      )
      expect(d, pair).toBeGreaterThan(11)
    })
    test('no two kinds look the same', () => {
      const { d, pair } = nearest(
        NODE_KINDS.map((k) => `kind-${k}`),
        theme,
        eye,
      )
      expect(d, pair).toBeGreaterThan(4.6)
    })
    test('the families of lines, which have nothing but their colour, are far apart', () => {
      const { d, pair } = nearest(
        FAMILIES.map((f) => `family-${f}`),
        theme,
        eye,
      )
      expect(d, pair).toBeGreaterThan(11)
    })
    test('every kind stands out from the stage, three to one', () => {
      const ground = luminance(seen(light('stage', theme), eye))
      for (const kind of NODE_KINDS) {
        const own = luminance(seen(light(`kind-${kind}`, theme), eye))
        const ratio = (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05)
        expect(ratio, kind).toBeGreaterThan(3)
      }
    })
  })
})

test('every kind has an outline of its own', () => {
  expect(new Set(Object.values(SHAPES)).size).toBe(NODE_KINDS.length)
  for (const kind of NODE_KINDS) expect(OUTLINES[kind].startsWith(SHAPES[kind])).toBe(true)
})
