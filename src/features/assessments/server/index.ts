import type { UseCase } from '#kernel/server/use-case.ts'
import { forCitizen, ofCitizen, save, strike } from './answers.ts'
import { discardDraft, saveDraft } from './drafts.ts'
import { due, forms, makeForm, use, usedAt } from './forms.ts'
import { paper, paperOf } from './paper.ts'
import { attach, photo } from './photos.ts'
import { discardSketch, making, saveSketch } from './sketches.ts'

export { answerSources, scoresBetween, sourceOpen, type ToldScore } from './for-reports.ts'
export { assessmentsTold } from './told.ts'

export const assessmentsUseCases: readonly UseCase[] = [
  forms,
  making,
  saveSketch,
  discardSketch,
  makeForm,
  ofCitizen,
  forCitizen,
  saveDraft,
  discardDraft,
  attach,
  photo,
  paper,
  paperOf,
  save,
  strike,
  usedAt,
  use,
  due,
]
