import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { takePictures } from './pictures.ts'

const { PICTURES, ONLY, GRAPH, WIDTHS } = process.env

test.skipIf(!PICTURES)(
  'pictures to look at',
  () =>
    takePictures(
      PICTURES ?? '',
      ONLY?.split(','),
      GRAPH ? JSON.parse(readFileSync(GRAPH, 'utf8')) : undefined,
      WIDTHS?.split(',').map(Number),
    ),
  300_000,
)
