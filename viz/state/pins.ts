/** Nodes that somebody has put where they are, in the short form in which an address holds them. */

export interface Pin {
  id: string
  /** Whole units of the layout. */
  x: number
  y: number
}

/** An address holds no more: it has to fit into a message. What is pinned beyond lasts as long as the page. */
export const MOST_PINS = 24

/** @example pinsText([{id: 'project:keptn', x: 12, y: -40}]) // 'project:keptn@12.-40' */
export const pinsText = (pins: readonly Pin[]): string =>
  pins
    .slice(0, MOST_PINS)
    .map(({ id, x, y }) => `${id}@${x}.${y}`)
    .join(' ')

/** The pins in a text; what is no pin is dropped, and of two for one node the first is kept. */
export function pinsOf(text: string | null): Pin[] {
  const pins = new Map<string, Pin>()
  // Ids hold no blanks, so that a blank can stand between two of them.
  for (const part of (text ?? '').split(' ').slice(0, MOST_PINS)) {
    const [, id, x, y] = /^(\S+)@(-?\d{1,5})\.(-?\d{1,5})$/.exec(part) ?? []
    if (id && !pins.has(id)) pins.set(id, { id, x: Number(x) || 0, y: Number(y) || 0 })
  }
  return [...pins.values()]
}

/** The pins with this node where it is now; it comes last. */
export const pinned = (pins: readonly Pin[], id: string, at: { x: number; y: number }): Pin[] => {
  const whole = (n: number): number => Math.max(-99_999, Math.min(99_999, Math.round(n))) || 0
  return [...pins.filter((pin) => pin.id !== id), { id, x: whole(at.x), y: whole(at.y) }]
}
