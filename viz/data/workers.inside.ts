/** The workers of a page that is one file: their code is inside, since a page from disk may start no other. */
import CommunitiesWorker from '../graph/communities.worker.ts?worker&inline'
import LayoutWorker from '../graph/layout.worker.ts?worker&inline'
import CompareWorker from './compare.worker.ts?worker&inline'
import FilesWorker from './files.worker.ts?worker&inline'

export const makeLayoutWorker = (): Worker => new LayoutWorker()

export const makeCommunitiesWorker = (): Worker => new CommunitiesWorker()

export const makeFilesWorker = (): Worker => new FilesWorker()

export const makeCompareWorker = (): Worker => new CompareWorker()
