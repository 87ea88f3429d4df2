import { reaches } from '#features/org/server/index.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { tender } from '../contract.ts'
import { byId, mayPrepare, mayReadBids, over } from './permissions.ts'
import { lockedTender } from './standing.ts'

/** Who gives points is known before anybody sees a bid. */
export const seatPanel = command(tender.seatPanel, {
  may: over(mayPrepare, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({ place: standing?.placeId, records: [input.id, ...input.employeeIds] }),
  async run({ db, input, about, clock }) {
    if (about.state !== 'preparing' && about.state !== 'published') refuse(refusal('tender.panel-stands'))
    for (const id of input.employeeIds)
      if (!(await reaches(db, { id, at: clock.now(), on: clock.today() }, mayReadBids, about.placeId)))
        throw new Problem(
          'refused',
          'tender.not-an-evaluator',
          {},
          { faults: [{ field: 'employeeIds', code: 'tender.not-an-evaluator' }] },
        )
    await db.run(sql`delete from tender.seat where tenant_id = kernel.here() and tender_id = ${input.id}`)
    await db.run(sql`insert into tender.seat (tender_id, number, employee_id)
      select ${input.id}, number, employee from unnest(${input.employeeIds}::uuid[]) with ordinality told (employee, number)`)
    return { id: input.id }
  },
})

/** Somebody falls ill or finds an interest: their points do not count, and the others' do, by the model's own rule. */
export const excuse = command(tender.excuse, {
  may: over(mayPrepare, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [input.id],
    about: { seat: String(input.number) },
  }),
  async run({ db, input, about, clock }) {
    if (['notified', 'concluded', 'cancelled'].includes(about.state)) refuse(refusal('tender.award-told'))
    const done =
      await db.run(sql`update tender.seat set excused_at = ${clock.now()}, excused_because = ${input.because.trim()}
      where tenant_id = kernel.here() and tender_id = ${input.id} and number = ${input.number} and excused_at is null`)
    if (done === 0) throw new Problem('not-found', 'kernel.not-found')
    return { id: input.id }
  },
})

/** Said once, in own name, and it stands. Who has an interest sees no bid. */
export const declare = command(tender.declare, {
  may: over(mayReadBids, byId),
  about: (db, input) => lockedTender(db, input.id),
  audit: (input, standing) => ({
    place: standing?.placeId,
    records: [input.id],
    about: { isConflicted: String(input.isConflicted) },
  }),
  async run({ db, input, by, clock }) {
    if (input.isConflicted && !input.said.trim()) refuse(refusal('tender.say-which-interest', {}, 'said'))
    const done = await db.run(sql`insert into tender.declaration (tender_id, employee_id, is_conflicted, said, given_at)
      values (${input.id}, ${by.id}, ${input.isConflicted}, ${input.said.trim()}, ${clock.now()}) on conflict do nothing`)
    if (done === 0) refuse(refusal('tender.declared'))
    return { id: input.id }
  },
})
