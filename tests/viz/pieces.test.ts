import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces } from '../../viz/data/pieces.ts'

test('the pieces of a list are the list, and none is larger than it may be', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 50 }), fc.integer({ min: 1, max: 12 }), (list, size) => {
      const all = [...pieces(list, size)]
      expect(all.flat()).toEqual(list)
      for (const piece of all) {
        expect(piece.length).toBeGreaterThan(0)
        expect(piece.length).toBeLessThanOrEqual(size)
      }
    }),
  )
})
