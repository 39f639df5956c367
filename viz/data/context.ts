import { createContext, type RefObject, useContext } from 'react'
import type { Caption } from '../graph/picture.ts'
import type { Data, Loaded } from './useData.ts'

/** What every panel needs to know of the data; `loaded` is there whenever a panel is drawn. */
export interface Shown extends Loaded {
  transcripts: Data['transcripts']
  open: Data['open']
  say: Data['say']
}

export const DataContext = createContext<Shown | null>(null)

export function useShown(): Shown {
  const shown = useContext(DataContext)
  if (!shown) throw new Error('a panel was drawn before a graph was loaded')
  return shown
}

/** Draws the graph to keep; null while there is none on the stage. */
export type Picture = RefObject<((caption: Caption) => HTMLCanvasElement) | null>

export const PictureContext = createContext<Picture>({ current: null })

export const usePicture = (): Picture => useContext(PictureContext)
