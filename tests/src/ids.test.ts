import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entityId, slug, urlId, urlSlug } from '../../src/ids.ts'
import { idPattern } from '../../src/schema.ts'

describe('slug', () => {
  it.each([
    ['Argo CD', 'argo-cd'],
    ['KubeCon + CloudNativeCon North America 2023', 'kubecon-cloudnativecon-north-america-2023'],
    ['Café Ünder', 'cafe-under'],
    ['  cert-manager ', 'cert-manager'],
    ['v1.2', 'v1.2'],
    ['CNCF Slack/#porter', 'cncf-slack/-porter'],
    ['C++', 'c'],
    ['日本', '日本'],
    ['+++', 'x'],
    ['', 'x'],
  ])('%j → %s', (name, expected) => {
    expect(slug(name)).toBe(expected)
  })

  it('makes ids that the schema accepts, and stays as it is when taken twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(entityId('project', name)).toMatch(idPattern)
        expect(slug(slug(name))).toBe(slug(name))
      }),
    )
  })
})

describe('urlSlug', () => {
  it.each([
    ['https://www.GitHub.com/KubeVirt/', 'github.com/kubevirt'],
    ['Keptn.sh', 'keptn.sh'],
    ['http://Example.com/Docs/', 'example.com/Docs'],
    ['example.com?Q=1', 'example.com?Q=1'],
    ['https://example.com//', 'example.com'],
  ])('%s → %s', (address, expected) => {
    expect(urlSlug(address)).toBe(expected)
    expect(urlId(address)).toBe(`url:${expected}`)
  })
})
