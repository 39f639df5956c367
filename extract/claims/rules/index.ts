/** All rules, in order of the claims they make. A new relation is a new file here. */
import type { Rule } from '../rule.ts'
import { ADDRESSES } from './addresses.ts'
import { ANSWERING } from './answering.ts'
import { CHANNELS } from './channels.ts'
import { COMPARISON } from './comparison.ts'
import { EMPLOYMENT } from './employment.ts'
import { END_USERS } from './endusers.ts'
import { FIGURES } from './figures.ts'
import { FOUNDING } from './founding.ts'
import { HOSTING } from './hosting.ts'
import { INTEGRATION } from './integration.ts'
import { LANGUAGE } from './language.ts'
import { MAINTENANCE } from './maintenance.ts'
import { MAKING } from './making.ts'
import { MATURITY } from './maturity.ts'
import { ORIGIN } from './origin.ts'
import { PEERS } from './peers.ts'
import { PEOPLE_USE } from './people.ts'
import { PLATFORM } from './platform.ts'
import { REPRESENTATION } from './representation.ts'
import { STAGE } from './stage.ts'
import { USE } from './use.ts'

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
  ...LANGUAGE,
  ...USE,
  ...END_USERS,
  ...PEOPLE_USE,
  ...PLATFORM,
  ...INTEGRATION,
  ...COMPARISON,
  ...PEERS,
  ...ANSWERING,
]
