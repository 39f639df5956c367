/** Reads XML the way a strict parser does, to see what our exports wrote. */

export interface Element {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
}

const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) => {
    const found = code === undefined ? ENTITY[name ?? ''] : String.fromCodePoint(Number(code))
    if (found === undefined) throw new Error(`unknown entity ${whole}`)
    return found
  })

/** Reads XML strictly: what is not well-formed throws. */
export function parseXml(xml: string): Element {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has none of them
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u.test(xml))
    throw new Error('bad character')
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  const top: Element = { name: '', attributes: {}, text: '', children: [] }
  const open = [top]
  const TOKEN = /<\/([\w:.-]+)>|<([\w:.-]+)((?: [\w:.-]+="[^"<>]*")*)(\/?)>|([^<>]+)/gy
  let at = 0
  for (const m of body.matchAll(TOKEN)) {
    if (m.index !== at) break
    at += m[0].length
    const here = open.at(-1) as Element
    const [, closing, opening, attributes = '', empty, text] = m
    if (closing !== undefined) {
      if (open.pop()?.name !== closing) throw new Error(`</${closing}> closes another element`)
    } else if (opening !== undefined) {
      const element: Element = { name: opening, attributes: {}, text: '', children: [] }
      for (const [, name = '', value = ''] of attributes.matchAll(/ ([\w:.-]+)="([^"]*)"/g)) {
        if (name in element.attributes) throw new Error(`${name} twice`)
        if (/&(?!(?:#\d+|\w+);)/.test(value)) throw new Error(`bare & in ${value}`)
        element.attributes[name] = unescaped(value)
      }
      here.children.push(element)
      if (!empty) open.push(element)
    } else if (text !== undefined) here.text += unescaped(text)
  }
  if (at !== body.length) throw new Error(`not well-formed: ${body.slice(at, at + 60)}`)
  if (open.length !== 1 || top.children.length !== 1) throw new Error('not one closed element')
  return top.children[0] as Element
}
/** Elements of a name, in the order of the document. */
export const all = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
]

export const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
/** What becomes of a text that XML cannot hold. */
export const forXml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
  wellFormed(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
