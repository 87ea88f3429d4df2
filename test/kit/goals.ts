import { goals, type Wording } from '#features/goals/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { GivenCitizen } from './citizens.ts'
import type { GivenUnit } from './given.ts'
import { ask, type Person } from './world.ts'

/** What stands in a goal, made by somebody together with the citizen. */
export const wordsOf = (by: Person, more: Partial<Wording> = {}): Wording => ({
  objectiveId: null,
  orderGoalId: null,
  title: 'Handle selv ind',
  concrete: 'Køber ind til aftensmad to gange om ugen med seddel',
  method: 'Seddel skrives sammen om formiddagen; medarbejder venter udenfor',
  signs: 'Kommer hjem med det, der stod på sedlen',
  startsOn: by.world.clock.today(),
  endsOn: addDays(by.world.clock.today(), 180),
  responsibleId: by.id,
  madeWith: 'citizen',
  whyWithout: null,
  everyWeeks: 6,
  levelStart: 3,
  levelWanted: 2,
  ...more,
})

export async function proposes(
  by: Person,
  unit: GivenUnit,
  citizen: GivenCitizen,
  more: Partial<Wording> = {},
): Promise<Id> {
  const id = newId()
  await ask(by, goals.propose, { id, citizenId: citizen.id, unitId: unit.id, ...wordsOf(by, more) })
  return id
}

/** A goal that one has worded and the leader has approved. */
export async function aGoal(
  by: Person,
  leader: Person,
  { unit, citizen, ...more }: Partial<Wording> & { unit: GivenUnit; citizen: GivenCitizen },
): Promise<Id> {
  const id = await proposes(by, unit, citizen, more)
  await ask(leader, goals.approve, { id, version: 1 })
  return id
}

export const anEvaluation = (by: Person, goalId: Id, more: Record<string, unknown> = {}) => ({
  id: newId(),
  goalId,
  view: 'worker',
  viewOf: null,
  movement: 'little',
  level: 3,
  text: 'Går selv ind, men glemmer sedlen',
  evaluatedOn: by.world.clock.today(),
  noteIds: [],
  ...more,
})
