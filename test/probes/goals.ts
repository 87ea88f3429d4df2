import { goals } from '#features/goals/contract.ts'
import { anEmployee } from '#kit/given.ts'
import { aGoal, anEvaluation } from '#kit/goals.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: { today: 'goals.say goals.propose goals.planFollowUp' },
  aboutCitizen: async ({ world, unit, leader, citizen }) => {
    const about = { citizenId: citizen.id, unitId: unit.id }
    const text = `hemmeligt${citizen.id.slice(-6)}`
    const today = world.clock.today()
    const worker = await anEmployee(world, 'Grete', 'support-worker', unit)
    const [objective, activity, followUp] = [newId(), newId(), newId()]
    await ask(worker, goals.say, { id: objective, ...about, text, saidOn: today })
    const goal = await aGoal(worker, leader, { unit, citizen, title: text, objectiveId: objective })
    await ask(worker, goals.addActivity, { id: activity, goalId: goal, text, rhythm: 'weekly', who: 'Grete' })
    const evaluation = anEvaluation(worker, goal, { text })
    await ask(worker, goals.evaluate, evaluation)
    await ask(leader, goals.planFollowUp, { id: followUp, ...about, dueOn: today })
    return { objective, goal, activity, evaluation: evaluation.id, followUp }
  },
  idOf: {
    ...Object.fromEntries('change approve hold resume complete drop'.split(' ').map((act) => [`goals.${act}`, 'goal'])),
    'goals.endObjective': 'objective',
    'goals.endActivity': 'activity',
    'goals.strikeEvaluation': 'evaluation',
    'goals.answerFollowUp': 'followUp',
  },
  fields: { goalId: 'goal', matterId: 'goal', belongsTo: 'goal', responsibleId: 'employee', objectiveId: 'objective' },
}
