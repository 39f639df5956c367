/** The line and the sign of what is new, gone or changed, the same as in the graph. */
import type { Change } from '../../src/compare.ts'
import { useShown } from '../data/context.ts'
import { CHANGE_LINES, CHANGE_SIGNS, CHANGE_WORDS } from '../model/marks.ts'

export function ChangeSample({ change }: { change: Change }) {
  return (
    <svg
      className={`change-sample change-${change}`}
      width="34"
      height="16"
      viewBox="0 0 34 16"
      aria-hidden="true"
    >
      <path
        className="change-line"
        d="M0 8h34"
        strokeDasharray={CHANGE_LINES[change].join(' ') || undefined}
      />
      <circle className="change-ground" cx="17" cy="8" r="6.5" />
      <path className="change-sign" d={CHANGE_SIGNS[change]} transform="translate(17 8)" />
    </svg>
  )
}

/** Beside a claim, while graphs are compared. */
export function ChangeTag({ edge }: { edge: string }) {
  const change = useShown().marks?.claims.get(edge)
  return change ? <span className={`tag change-tag change-${change}`}>{CHANGE_WORDS[change]}</span> : null
}
