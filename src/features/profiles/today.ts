import type { MyUnit } from '#features/org/contract.ts'
import type { Change, Given } from './contract.ts'
import { isSameValue, isWaiting, type Values } from './rules.ts'

/** `07:00, 15:00, 23:00` as the spans between them; of one start nothing is known. */
const spansOf = (starts: readonly string[]): string[] =>
  starts.map((start, at) => `${start}-${starts[(at + 1) % starts.length]}`)

/** What a unit without a set-up runs on today, in the words of the settings: so that its first set-up is held against something. */
export const runsToday = (unit: MyUnit): Values => ({
  'terminology.citizen': unit.citizenWord ?? 'citizen',
  'handover.enabled': unit.handover,
  'handover.order': unit.handoverOrder ?? 'action',
  'handover.ack': unit.takesOver,
  'journal.types': unit.noteKinds.filter((kind) => kind !== 'unit'),
  'modules.goals': unit.goals,
  ...(unit.shiftStarts.length > 1 && { 'shift.times': spansOf(unit.shiftStarts) }),
})

const today = (key: Given['key'], value: Given['value']): Given => ({
  key,
  value,
  source: { kind: 'product', ref: null, label: '-', record: null },
})

export type Sorted = {
  /** Old and new stand beside each other. */
  readonly differs: Change[]
  /** Said for the first time. */
  readonly fresh: Change[]
  /** Said for the first time, and as it is already. */
  readonly same: Change[]
  /** The product does not do it yet. */
  readonly waits: Change[]
}

/** Changes as a reader wants them: what becomes different first, what only is written down now after it, what waits last. */
export function sortedChanges(changes: readonly Change[], runs: Values): Sorted {
  const told = changes.map((change): Change => {
    const value = runs[change.key]
    return change.old === null && value !== undefined ? { ...change, old: today(change.key, value) } : change
  })
  const waits = told.filter(({ key, new: now }) => now !== null && isWaiting(key, now.value))
  const rest = told.filter((change) => !waits.includes(change))
  const isSame = ({ old, new: now }: Change) => old !== null && now !== null && isSameValue(old.value, now.value)
  const isFresh = ({ old }: Change) => old === null
  return {
    differs: rest.filter((change) => !isFresh(change) && !isSame(change)),
    fresh: rest.filter(isFresh),
    same: rest.filter(isSame),
    waits,
  }
}
