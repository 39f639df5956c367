/**
 * Large things between the page and a worker. What is posted is copied twice, and each copy is one task: of fifty
 * thousand claims a quarter of a second in which the page answers nothing. So they go in pieces.
 */

/** Rows of claims or nodes that are copied in some hundredths of a second. */
export const PIECE = 4000

/** A list in pieces, in order; no piece of an empty one. */
export function* pieces<T>(list: readonly T[], size = PIECE): Generator<T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size)
}

/** Lets the page answer before more is done. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
