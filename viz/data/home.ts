/**
 * Where the page has its data from: its server, or, when the page is one file, itself. Paths are relative to the
 * page, so that the viewer works under any path.
 */

/** Something that could not be loaded. The message says what, and what to do. */
export class LoadError extends Error {
  override name = 'LoadError'
}

/** The id of the element in which a page of one file has its data: an object of what stands under which path. */
export const INSIDE = 'hallway-data'

let inside: ReadonlyMap<string, unknown> | null | undefined

function dataInside(): ReadonlyMap<string, unknown> | null {
  if (inside === undefined) {
    const text = document.getElementById(INSIDE)?.textContent
    inside = text ? new Map(Object.entries(JSON.parse(text) as Record<string, unknown>)) : null
  }
  return inside
}

/** Whether the page is one file, which may lie anywhere and has no server. */
export const isOneFile = (): boolean => dataInside() !== null

/**
 * What stands under a path.
 * @throws {LoadError} when it does not come, or is no JSON
 */
export async function fetchJson(path: string): Promise<unknown> {
  const own = dataInside()
  if (own) {
    if (own.has(path)) return own.get(path)
    throw new LoadError(`${path} is not in this file; save it again with: hallway view --save FILE`)
  }
  let answer: Response
  try {
    answer = await fetch(path)
  } catch {
    throw new LoadError(`${path} did not come: the server does not answer. Is "hallway view" still running?`)
  }
  if (!answer.ok) throw new LoadError(`${path} did not come: the server says ${answer.status}.`)
  try {
    return await answer.json()
  } catch {
    throw new LoadError(`${path} is no JSON.`)
  }
}
