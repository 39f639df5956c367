/** The viewer and its data as one page that opens from disk. */
import type { ServedData } from './site.ts'

/** What stands in the built page where the data go; vite.config.ts puts it there. */
export const DATA_PLACE = '<!--hallway-data-->'
/** The id of the element that holds the data; viz/data/home.ts looks for it. */
const INSIDE = 'hallway-data'

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/**
 * Puts data into the built page. They stand in an element that no browser runs, without a `<` that could end it.
 * @param page the page as it was built, with `DATA_PLACE` in it
 * @param title of the page, until its script gives it another
 * @throws {Error} when the page has no place for data
 */
export function oneFile(page: string, data: ServedData, title: string): string {
  const [before, after, ...more] = page.split(DATA_PLACE)
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('the built page has no single place for data')
  const entries = [...data].map(([path, json]) => `${JSON.stringify(path)}:${json.trim()}`)
  const json = `{${entries.join(',')}}`.replaceAll('<', '\\u003c')
  const block = `<script type="application/json" id="${INSIDE}">${json}</script>`
  return before.replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>`) + block + after
}
