import { useState } from 'react'
import { useUnit } from '#features/org/web/index.ts'
import { addDays, type Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Goal, Wording } from '../contract.ts'

const USUAL_DAYS = 182
const USUAL_WEEKS = 6

const blank = (responsibleId: Id, today: Day, everyWeeks: number): Wording => ({
  objectiveId: null,
  orderGoalId: null,
  title: '',
  concrete: '',
  method: '',
  signs: '',
  startsOn: today,
  endsOn: addDays(today, USUAL_DAYS),
  responsibleId,
  madeWith: 'citizen',
  whyWithout: null,
  everyWeeks,
  levelStart: null,
  levelWanted: null,
})

const wordsOf = (goal: Goal): Wording => ({
  objectiveId: goal.objectiveId,
  orderGoalId: goal.orderGoalId,
  title: goal.title,
  concrete: goal.concrete,
  method: goal.method,
  signs: goal.signs,
  startsOn: goal.startsOn,
  endsOn: goal.endsOn,
  responsibleId: goal.responsibleId,
  madeWith: goal.madeWith,
  whyWithout: goal.whyWithout,
  everyWeeks: goal.everyWeeks,
  levelStart: goal.levelStart,
  levelWanted: goal.levelWanted,
})

/** The fields of a goal while somebody types; a new one begins with the rhythm of the unit. */
export function useWording(goal: Goal | undefined, me: Id, today: Day) {
  const weeks = useUnit()?.goalWeeks ?? USUAL_WEEKS
  const [wording, setWording] = useState<Wording>(() => (goal ? wordsOf(goal) : blank(me, today, weeks)))
  const set = <K extends keyof Wording>(field: K, value: Wording[K]) =>
    setWording((before) => ({ ...before, [field]: value }))
  return { wording, set }
}
export type SetWord = ReturnType<typeof useWording>['set']
