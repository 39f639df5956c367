import { createContext, type RefObject, useContext } from 'react'
import type { Drawing } from '../export/drawing.ts'
import type { Marks } from '../model/marks.ts'
import type { Data, Loaded } from './useData.ts'

/** What every panel needs to know of the data; `loaded` is there whenever a panel is drawn. */
export interface Shown extends Loaded {
  transcripts: Data['transcripts']
  coming: Data['coming']
  want: Data['want']
  open: Data['open']
  say: Data['say']
  /** What has changed since the graph that is compared; null when none is. */
  marks: Marks | null
}

export const DataContext = createContext<Shown | null>(null)

export function useShown(): Shown {
  const shown = useContext(DataContext)
  if (!shown) throw new Error('a panel was drawn before a graph was loaded')
  return shown
}

/** What is on the stage, to keep; null while there is no stage. */
export type Picture = RefObject<{
  draw(): Drawing
  /** In the colours of the light theme, whatever the stage has. */
  drawForPaper(): Drawing
} | null>

export const PictureContext = createContext<Picture>({ current: null })

export const usePicture = (): Picture => useContext(PictureContext)
