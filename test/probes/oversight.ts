import type { Probe } from '#kit/probe.ts'
import { newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: {
    top: 'oversight.inquire oversight.account oversight.sampled',
    'answers-for': 'oversight.whoLooked',
    task: 'oversight.lookups oversight.judge',
  },
  tellsWho: 'oversight.inquire',
  inUnit: async ({ world, unit, leader, citizen }) => {
    const [review, drawing, lookup] = [newId(), newId(), newId()]
    const [here, today, now] = [world.tenant.id, world.clock.today(), world.clock.now()]
    await world.owner.query(
      `insert into tasks.task (tenant_id, id, unit_id, kind, role, due_on, created_at) values ($1, $2, $3, 'oversight.review', 'unit-leader', $4, $5)`,
      [here, review, unit.id, today, now],
    )
    await world.owner.query(
      `insert into oversight.drawing (tenant_id, id, kind, from_on, to_on, drawn_at, found) values ($1, $2, 'random', $3, $3, $4, '{}')`,
      [here, drawing, today, now],
    )
    await world.owner.query(
      `insert into oversight.lookup (tenant_id, id, drawing_id, task_id, unit_id, reason, seq, entries, at, actor_id, citizen_id)
      values ($1, $2, $3, $4, $5, 'random', 1, 1, $6, $7, $8)`,
      [here, lookup, drawing, review, unit.id, now, leader.id, citizen.id],
    )
    return { review, lookup }
  },
  idOf: { 'oversight.judge': 'lookup' },
  fields: { 'oversight.lookups.taskId': 'review', 'oversight.inquire.citizenId': '' },
  values: { 'oversight.inquire.words': 'Zacharias Zoffmann', 'oversight.inquire.citizenId': null },
}
