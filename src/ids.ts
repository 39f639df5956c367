/** Ids and slugs, as the ontology defines them. */
import type { NodeKind } from './schema.ts'

/** Letters whose stroke or form no decomposition takes off. */
const STROKES: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss' }

/**
 * The slug of a name: lower case, accents dropped, runs of anything but letters, digits, `.` and `/` turned
 * into one `-`, none at either end. Never empty: a name without a letter or digit becomes `x`.
 * @example slug('KubeCon + CloudNativeCon') // 'kubecon-cloudnativecon'
 */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđß]/g, (letter) => STROKES[letter] ?? letter)
    .replace(/[^\p{L}\p{N}./]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return plain || 'x'
}

/** @example entityId('project', 'Argo CD') // 'project:argo-cd' */
export const entityId = (kind: NodeKind, name: string): string => `${kind}:${slug(name)}`

/**
 * The slug of a web address: no scheme, no `www.`, no trailing slash, lower-case host; a `github.com` path is
 * lower case throughout.
 * @example urlSlug('https://www.GitHub.com/KubeVirt/') // 'github.com/kubevirt'
 */
export function urlSlug(address: string): string {
  const bare = address
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[/\s]+$/, '')
  const cut = bare.search(/[/?#]/)
  const host = (cut < 0 ? bare : bare.slice(0, cut)).toLowerCase()
  const path = cut < 0 ? '' : bare.slice(cut)
  return host === 'github.com' ? host + path.toLowerCase() : host + path
}

/** @example urlId('Keptn.sh') // 'url:keptn.sh' */
export const urlId = (address: string): string => `url:${urlSlug(address)}`
