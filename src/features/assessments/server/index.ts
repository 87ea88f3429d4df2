import type { UseCase } from '#kernel/server/use-case.ts'
import { ofCitizen, save, strike } from './answers.ts'
import { due, forms, makeForm, use, usedAt } from './forms.ts'

export { assessmentsTold } from './told.ts'

export const assessmentsUseCases: readonly UseCase[] = [forms, makeForm, ofCitizen, save, strike, usedAt, use, due]
