import type { Finding } from '../contract.ts'
import { text } from './text.ts'

/** What a finding is called: rows held back as a whole by what they are, everybody else by name. */
export const labelOf = ({ kind, key, label }: Finding): string =>
  kind === 'withheld' ? (text.withheld[key.replace('withheld:', '')] ?? label) : label
