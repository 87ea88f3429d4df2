import { addDays, type Day } from '#kernel/lang/day.ts'
import type { Sentence } from '#kernel/lang/problem.ts'
import { isWorkingDay } from '#kernel/lang/working-days.ts'
import type { ProcedureKind } from './rules.ts'

/** How long the contract waits after the letters, as it was from one day to another. A change of law is a new row. */
export type StandstillRule = {
  readonly procedures: readonly ProcedureKind[]
  readonly validFrom: Day
  readonly validTo: Day | null
  /** Days after the day the letters were sent electronically. */
  readonly days: number
  readonly isRequired: boolean
  readonly source: Sentence
  /** What is not settled about it; shown wherever the clock is, and written in the letters' record. */
  readonly doubt: Sentence
}

const doubt: Sentence = {
  da: 'Længden er almindeligt kendt, men vi har ikke en kilde, der bekræfter den. Få den bekræftet af en jurist, før brevene sendes.',
  en: 'The length is commonly known, but we have no source that confirms it. Have a lawyer confirm it before the letters go out.',
}

export const standstillRules: readonly StandstillRule[] = [
  {
    procedures: ['open', 'restricted', 'negotiated'],
    validFrom: '2016-01-01',
    validTo: null,
    days: 10,
    isRequired: true,
    source: {
      da: 'Lov om Klagenævnet for Udbud (ikke bekræftet)',
      en: 'Act on the Complaints Board for Public Procurement (not confirmed)',
    },
    doubt,
  },
  {
    procedures: ['mini-tender', 'below-threshold'],
    validFrom: '2016-01-01',
    validTo: null,
    days: 10,
    isRequired: false,
    source: {
      da: 'Frivillig ved miniudbud og under tærskelværdien (ikke bekræftet)',
      en: 'Voluntary in mini-tenders and below the threshold (not confirmed)',
    },
    doubt,
  },
]

export const standstillRuleOn = (procedure: ProcedureKind, day: Day): StandstillRule | undefined =>
  standstillRules.find(
    ({ procedures, validFrom, validTo }) =>
      procedures.includes(procedure) && validFrom <= day && (validTo === null || day <= validTo),
  )

/** The last day, inclusive. One that is no working day moves to the next that is: longer hurts nobody. Null when there is none. */
export function standstillEnds(sentOn: Day, days: number): Day | null {
  if (days === 0) return null
  let last = addDays(sentOn, days)
  while (!isWorkingDay(last)) last = addDays(last, 1)
  return last
}
