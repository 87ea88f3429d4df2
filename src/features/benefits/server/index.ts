import type { UseCase } from '#kernel/server/use-case.ts'
import { keepPage, leadership, page, pages, paper, type SignalSource } from './leadership.ts'
import { addMeasure, addPoint, changeMeasure, changeMethod, list, places, unmeasured } from './measures.ts'
import { type HourSource, noteHours, preparation } from './preparation.ts'

export type { SignalSource } from './leadership.ts'
export { benefitsDated, benefitsLoose } from './node-kinds.ts'
export type { HourSource } from './preparation.ts'

/** What other features know and this one shows: hours, and the five signals. */
export type BenefitSources = {
  readonly hours: readonly HourSource[]
  readonly signals: readonly SignalSource[]
}

export const benefitsUseCases = ({ hours, signals }: BenefitSources): readonly UseCase[] => [
  places,
  list,
  unmeasured,
  addMeasure,
  changeMeasure,
  changeMethod,
  addPoint,
  preparation(hours),
  noteHours,
  leadership(signals),
  keepPage(signals),
  pages,
  page,
  paper,
]
