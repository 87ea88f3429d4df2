import type { UseCase } from '#kernel/server/use-case.ts'
import { dropEditing, keepEditing } from './editing.ts'
import { copy, docx, ofCitizen, ofUnit, one, pdf } from './lists.ts'
import { approve, drop, giveBack, submit } from './move-report.ts'
import { send } from './send-report.ts'
import { begin, read, save } from './write-report.ts'

export { forgetEndedEditing } from './editing.ts'
export { reportsTold } from './told.ts'

export const reportsUseCases: readonly UseCase[] = [
  ofCitizen,
  one,
  ofUnit,
  begin,
  save,
  keepEditing,
  dropEditing,
  read,
  submit,
  giveBack,
  approve,
  drop,
  send,
  copy,
  pdf,
  docx,
]
