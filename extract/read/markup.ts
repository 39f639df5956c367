/** Character references and tags, as far as transcripts use them. */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

/** Replaces character references such as `&amp;` and `&#39;`; unknown ones stay as they are. */
export const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (whole, dec, hex, name) => {
    if (name) return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : whole
    const code = dec ? Number(dec) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** Drops tags. A `<` that opens none stays. */
export const withoutTags = (text: string): string => text.replace(/<\/?[a-zA-Z][^<>]*>/g, '')
