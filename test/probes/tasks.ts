import type { Probe } from '#kit/probe.ts'
import { newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: { own: 'tasks.mine', unit: 'tasks.ofUnit tasks.doneAt', task: 'tasks.done' },
  inUnit: async ({ world, unit }) => {
    const task = newId()
    await world.owner.query(
      `insert into tasks.task (tenant_id, id, unit_id, kind, role, outcomes, due_on, created_at)
      values ($1, $2, $3, 'access.review-emergency', 'unit-leader', '{seen}', $4, $5)`,
      [world.tenant.id, task, unit.id, world.clock.today(), world.clock.now()],
    )
    return { task }
  },
  idOf: { 'tasks.done': 'task' },
}
