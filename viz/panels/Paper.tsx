/** What is printed in the place of the stage. Loaded once the page has come to rest; drawn when it is printed. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { usePicture, useShown } from '../data/context.ts'
import { captionOf } from '../export/caption.ts'
import { svgOf } from '../export/picture.ts'
import type { Visible } from '../model/filter.ts'
import { labelOf } from '../model/model.ts'
import { sortedWho } from '../model/who.ts'
import { useView } from '../state/store.ts'

/** Whether the page is being printed, and drawn anew before the browser takes its picture. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true))
    const end = (): void => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}

export default function Paper({ shown }: { shown: Visible }) {
  return usePrinting() ? <Sheet shown={shown} /> : null
}

function Sheet({ shown }: { shown: Visible }) {
  const loaded = useShown()
  const { model, who: rows, marks } = loaded
  const view = useView()
  const picture = usePicture()
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is printed is what was there when it began
  useLayoutEffect(() => {
    const drawing = picture.current?.drawForPaper()
    if (!drawing) return
    const { svg } = svgOf(drawing, captionOf(loaded, shown, view, marks))
    // As XML, in which nothing runs by being parsed; whatever is in it was escaped.
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
    place.current?.replaceChildren(document.importNode(documentElement, true))
  }, [])
  const list = sortedWho(model, rows, view.who.query, view.who.order)
  return (
    <div className="paper">
      <div ref={place} className="paper-picture" />
      {!view.selection && list.length > 0 && (
        <>
          <h2>Who represented what</h2>
          <table className="paper-table">
            <thead>
              <tr>
                {['Guest', 'Represents', 'Role', 'Employer', 'Interview'].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map((row) => (
                <tr key={row.key}>
                  <td>{labelOf(model, row.guest)}</td>
                  <td>{labelOf(model, row.represents)}</td>
                  <td>{row.role ?? ''}</td>
                  <td>{row.employers.map((id) => labelOf(model, id)).join(', ')}</td>
                  <td>{row.interview ? labelOf(model, row.interview) : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}
