/** A bar of one line, on a terminal only. */
import type { TextOut } from './io.ts'
import { printable, widthOf } from './output.ts'

export interface ProgressBar {
  /** Shows what is being done now, and counts it as begun. */
  show(what: string): void
  /** Takes the bar off, so that a line can be printed. */
  clear(): void
}

const CELLS = 24

/** @param total number of things to do; nothing is shown for one, or where the output is no terminal */
export function progressBar(out: TextOut, total: number): ProgressBar {
  if (!out.isTTY || total < 2) return { show: () => {}, clear: () => {} }
  let begun = 0
  return {
    show(what) {
      const filled = Math.round((begun / total) * CELLS)
      begun++
      const bar = '█'.repeat(filled) + '░'.repeat(CELLS - filled)
      const line = `${bar} ${begun}/${total} ${printable(what)}`
      out.write(`\r\u001b[2K${line.slice(0, widthOf(out) - 1)}`)
    },
    clear() {
      out.write('\r\u001b[2K')
    },
  }
}
