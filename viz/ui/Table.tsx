/** A plain table whose headings sort. Long ones are cut, with a button for more. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { count } from '../model/words.ts'
import type { Order } from '../state/view.ts'

interface Column<Row, Name extends string> {
  name: Name
  heading: string
  /** Numbers stand to the right and begin with the largest. */
  number?: boolean
  cell(row: Row): ReactNode
}

interface Props<Row, Name extends string> {
  /** Names the class that sets the widths of the columns. */
  name: string
  label: string
  columns: readonly Column<Row, Name>[]
  /** A last column that nobody sorts by. Where there is little room, rows with one become cards. */
  extra?: { heading: string; cell(row: Row): ReactNode }
  rows: readonly Row[]
  rowKey(row: Row): string
  /** Whether this is what is open beside the table. */
  isCurrent?(row: Row): boolean
  order: Order<Name>
  onOrder(order: Order<Name>): void
  empty: ReactNode
}

const PAGE = 150

export function Table<Row, Name extends string>(props: Props<Row, Name>) {
  const { name: tableName, label, columns, extra, rows, rowKey, isCurrent, order, onOrder, empty } = props
  const [wanted, setLimit] = useState(PAGE)
  const current = useRef<HTMLTableRowElement>(null)
  const at = isCurrent ? rows.findIndex(isCurrent) : -1
  // What is open beside the table is among its rows, however long it is.
  const limit = Math.max(wanted, Math.ceil((at + 1) / PAGE) * PAGE)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another row is the current one
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  if (rows.length === 0) return <div className="nothing">{empty}</div>
  return (
    <>
      <table className={`table table-${tableName}${extra ? ' table-cards' : ''}`} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ name, heading, number }) => {
              const now = order.column === name
              return (
                <th
                  key={name}
                  scope="col"
                  className={number ? 'number' : undefined}
                  aria-sort={now ? (order.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    onClick={() =>
                      onOrder({ column: name, descending: now ? !order.descending : number === true })
                    }
                  >
                    {heading}
                    <span className="arrow" aria-hidden="true">
                      {now ? (order.descending ? '↓' : '↑') : ''}
                    </span>
                  </button>
                </th>
              )
            })}
            {extra && <th scope="col">{extra.heading}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row, i) => (
            <tr
              key={rowKey(row)}
              {...(isCurrent?.(row) ? { 'aria-current': true } : {})}
              ref={i === at ? current : null}
            >
              {columns.map(({ name, heading, number, cell }) => (
                <td key={name} data-heading={heading} className={number ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ))}
              {extra && (
                <td data-heading={extra.heading} className="extra">
                  {extra.cell(row)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > limit && (
        <Button className="quiet" onPress={() => setLimit(limit + 4 * PAGE)}>
          {count(rows.length - limit, 'more row')}
        </Button>
      )}
    </>
  )
}
