import { assessments } from '#features/assessments/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { demoAnswers } from './assessments.ts'
import type { Telling } from './seed-goals.ts'

type Event = { at: string; alone?: true; tell: () => Promise<unknown> }

/** Forms, each signed at its own time. */
export const answerEvents = ({ idOf, dayAt, moment, act }: Telling): Event[] =>
  demoAnswers.map(({ citizen, unit, by, formKey, day, time, given }) => {
    const at = moment(day, time)
    const input = {
      ...{ id: newId(), version: null, citizenId: idOf(citizen), unitId: idOf(unit), formKey, formVersion: 1 },
      ...{ given, answeredOn: dayAt(day), sign: true },
    }
    return { at, tell: () => act(by, at, assessments.save, input) }
  })
