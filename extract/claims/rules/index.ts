/** All rules, in order of the claims they make. A new relation is a new file here. */
import type { Rule } from '../rule.ts'
import { ADDRESSES } from './addresses.ts'
import { CHANNELS } from './channels.ts'
import { EMPLOYMENT } from './employment.ts'
import { FIGURES } from './figures.ts'
import { FOUNDING } from './founding.ts'
import { HOSTING } from './hosting.ts'
import { MAINTENANCE } from './maintenance.ts'
import { MAKING } from './making.ts'
import { MATURITY } from './maturity.ts'
import { ORIGIN } from './origin.ts'
import { REPRESENTATION } from './representation.ts'
import { STAGE } from './stage.ts'

export const RULES: readonly Rule[] = [
  ...STAGE,
  ...REPRESENTATION,
  ...EMPLOYMENT,
  ...MAINTENANCE,
  ...MATURITY,
  ...HOSTING,
  ...ORIGIN,
  ...MAKING,
  ...FOUNDING,
  ...FIGURES,
  ...ADDRESSES,
  ...CHANNELS,
]
