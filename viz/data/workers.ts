/** The page's workers. A page that is one file has them inside: there, `workers.inside.ts` stands in for this. */

export const makeLayoutWorker = (): Worker =>
  new Worker(new URL('../graph/layout.worker.ts', import.meta.url), { type: 'module' })

export const makeCommunitiesWorker = (): Worker =>
  new Worker(new URL('../graph/communities.worker.ts', import.meta.url), { type: 'module' })

export const makeFilesWorker = (): Worker =>
  new Worker(new URL('./files.worker.ts', import.meta.url), { type: 'module' })

export const makeCompareWorker = (): Worker =>
  new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' })
