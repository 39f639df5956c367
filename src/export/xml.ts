/** XML for the graph formats: text from transcripts never becomes markup. */

/** What XML 1.0 cannot hold in any spelling: most control characters, halves of surrogate pairs, non-characters. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Left as they are, an attribute's line ends and tabs would be read as spaces, and some also in text.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text for an element or a quoted attribute. What XML cannot hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"'\t\n\r]/g, (c) => ENTITIES[c] ?? c)

/** @example tag('node', { id: 'a' }) // '<node id="a"/>' */
export function tag(
  name: string,
  attributes: Record<string, string | number>,
  children: readonly string[] = [],
): string {
  const opening = [
    name,
    ...Object.entries(attributes).map(([k, v]) => `${k}="${escapeXml(String(v))}"`),
  ].join(' ')
  return children.length ? `<${opening}>${children.join('')}</${name}>` : `<${opening}/>`
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
