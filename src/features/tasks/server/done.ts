import { refusal, refuse } from '#kernel/lang/problem.ts'
import { command } from '#kernel/server/use-case.ts'
import { tasks } from '../contract.ts'
import { closeTask, taskById } from './keep-tasks.ts'
import { ofTask } from './permissions.ts'

export const done = command(tasks.done, {
  may: ofTask((input) => input.id),
  about: (db, input) => taskById(db, input.id),
  audit: (input, task) => ({ place: task?.unitId, records: [input.id], about: { outcome: input.outcome } }),
  async run({ db, input, about, by, clock }) {
    if (!about.outcomes.includes(input.outcome)) refuse(refusal('tasks.outcome-unknown', {}, 'outcome'))
    await closeTask(db, input.id, { by: by.id, at: clock.now(), outcome: input.outcome, note: input.note })
    return { id: input.id }
  },
  tell: (_, task) => [{ topic: 'tasks', place: task.unitId }],
})
