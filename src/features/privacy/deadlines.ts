import type { Day } from '#kernel/lang/day.ts'
import type { Sentence } from '#kernel/lang/problem.ts'
import { addMonths, addWorkingDays } from '#kernel/lang/working-days.ts'

export const requestKinds = ['gdpr-access', 'file-access', 'health-record-access'] as const
export type RequestKind = (typeof requestKinds)[number]

/** How long there is to answer, as it was said from one day to another. A change of law is a new row. */
export type DeadlineRule = {
  readonly kind: RequestKind
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly length: { readonly months: number } | { readonly workingDays: number }
  readonly source: Sentence
  /** What is not settled about it; shown wherever the deadline is. */
  readonly doubt: Sentence | null
}

export const deadlineRules: readonly DeadlineRule[] = [
  {
    kind: 'gdpr-access',
    validFrom: '2018-05-25',
    validTo: null,
    length: { months: 1 },
    source: {
      da: 'Databeskyttelsesforordningen art. 15; svar inden en måned',
      en: 'General Data Protection Regulation art. 15; answer within a month',
    },
    doubt: null,
  },
  {
    kind: 'file-access',
    validFrom: '2014-01-01',
    validTo: null,
    length: { workingDays: 7 },
    source: { da: 'Aktindsigt; svar inden 7 arbejdsdage', en: 'Access to files; answer within 7 working days' },
    doubt: {
      da: 'Fristen er almindeligt kendt, men vi har ikke en kilde, der bekræfter den, og dagen den gælder fra. For private tilbud på kontrakt skal det undersøges, om den gælder. Undersøg også, hvilke dage der ikke er arbejdsdage.',
      en: 'The deadline is commonly known, but we have no source that confirms it, or the day it holds from. For private offers under contract it must be checked whether it holds. Check also which days are no working days.',
    },
  },
  {
    kind: 'health-record-access',
    validFrom: '2022-01-01',
    validTo: null,
    length: { workingDays: 7 },
    source: {
      da: 'Sundhedsloven §§ 36–39; VEJ 9118/2022; svar inden 7 arbejdsdage',
      en: 'Sundhedsloven §§ 36–39; VEJ 9118/2022; answer within 7 working days',
    },
    doubt: {
      da: 'Gælder journalen, som sundhedsfagligt personale fører. Dagen, den gælder fra, er ikke bekræftet. Undersøg, hvilke dage der ikke er arbejdsdage.',
      en: 'Holds for the record kept by health staff. The day it holds from is not confirmed. Check which days are no working days.',
    },
  },
]

/** The rule that held on a day; undefined where none is known. */
export const ruleOn = (kind: RequestKind, day: Day): DeadlineRule | undefined =>
  deadlineRules.find(
    (rule) => rule.kind === kind && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo),
  )

/** The last day on which an answer is in time. The day it came in does not count. */
export function dueOn(kind: RequestKind, receivedOn: Day): Day | null {
  const rule = ruleOn(kind, receivedOn)
  if (!rule) return null
  return 'months' in rule.length
    ? addMonths(receivedOn, rule.length.months)
    : addWorkingDays(receivedOn, rule.length.workingDays)
}
