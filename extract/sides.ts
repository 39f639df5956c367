/** Names of side files; metadata.ts reads what stands in them. */

/** What a side file's name ends in after the transcript's own name. JSON is read as the YAML that it is. */
export const SIDE_ENDINGS = ['.meta.yml', '.meta.yaml', '.meta.json'] as const

/** Whether this is the name of a side file rather than of a transcript. */
export const isSideFile = (name: string): boolean =>
  SIDE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))

/**
 * What a transcript and its side file have in common: the name without its ending.
 * @example stemOf('talks/a.vtt') === stemOf('talks/a.meta.yml')
 */
export const stemOf = (path: string): string =>
  path.replace(isSideFile(path) ? /\.meta\.\w+$/i : /\.[^./\\]+$/, '')
