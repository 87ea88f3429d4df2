import type { GivenTo } from '#kernel/lang/contract.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { ConsentWhat, citizens } from '../contract.ts'
import { text } from './text.ts'

export type ConsentForm = {
  readonly what: ConsentWhat
  readonly to: 'unit' | 'outside'
  readonly toUnitId: string | null
  readonly toWhom: string
  readonly basis: 'consent' | 'law'
  readonly law: string
  readonly fromOn: Day
  readonly toOn: Day | null
  readonly note: string
}

export const emptyConsent = (today: Day): ConsentForm => ({
  what: 'stay',
  to: 'unit',
  toUnitId: null,
  toWhom: '',
  basis: 'consent',
  law: '',
  fromOn: today,
  toOn: null,
  note: '',
})

/** What must be filled in before it is sent, by field. */
export function missingIn({ to, toUnitId, toWhom, basis, law }: ConsentForm) {
  return {
    toUnitId: to === 'unit' && !toUnitId ? text.shareUnitFault : undefined,
    toWhom: to === 'outside' && !toWhom.trim() ? text.shareWhomFault : undefined,
    lawReference: basis === 'law' && !law.trim() ? text.lawFault : undefined,
  }
}

type Recorded = GivenTo<typeof citizens.recordConsent>

/** Only what belongs to the choices made: a unit typed first and then left is not sent along. */
export const recordOf = (
  { what, to, toUnitId, toWhom, basis, law, fromOn, toOn, note }: ConsentForm,
  rest: Pick<Recorded, 'id' | 'citizenId' | 'unitId'>,
): Recorded => ({
  ...rest,
  what,
  toUnitId: to === 'unit' ? toUnitId : null,
  toWhom: to === 'outside' ? toWhom.trim() : null,
  basis,
  lawReference: basis === 'law' ? law.trim() : null,
  fromOn,
  toOn,
  note: note.trim() || null,
})
