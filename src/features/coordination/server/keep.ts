import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { coordination } from '../contract.ts'
import { whyNotLog } from '../rules.ts'
import { mayKeep, overOwnWork, overPurpose } from './permissions.ts'

/** A place's purposes are named one at a time: its row is the lock. */
async function unlessNamed(db: Db, placeId: Id, name: string, except: Id): Promise<void> {
  await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${placeId} for no key update`)
  const taken = await db.one(sql`select id from coordination.purpose
    where tenant_id = kernel.here() and place_id = ${placeId} and name = ${name} and id <> ${except}`)
  if (taken) refuse(refusal('coordination.purpose-taken', {}, 'name'))
}

export const addPurpose = command(coordination.addPurpose, {
  may: at(mayKeep, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const name = input.name.trim()
    await unlessNamed(db, input.placeId, name, input.id)
    await db.run(sql`insert into coordination.purpose (id, place_id, name, budget_minutes, position, changed_at, changed_by)
      values (${input.id}, ${input.placeId}, ${name}, ${input.budgetMinutes},
        (select 1 + count(*) from coordination.purpose where tenant_id = kernel.here() and place_id = ${input.placeId}), ${clock.now()}, ${by.id})`)
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'coordination', place: input.placeId }],
})

type Standing = { id: Id; placeId: Id; version: number }

const lockedPurpose = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, place_id as "placeId", version from coordination.purpose
    where tenant_id = kernel.here() and id = ${id} for update`)

export const changePurpose = command(coordination.changePurpose, {
  may: overPurpose((input) => input.id),
  about: (db, input) => lockedPurpose(db, input.id),
  audit: (input, purpose) => ({ place: purpose?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    const name = input.name.trim()
    await unlessNamed(db, about.placeId, name, input.id)
    await db.run(sql`update coordination.purpose set name = ${name}, budget_minutes = ${input.budgetMinutes},
      version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, purpose) => [{ topic: 'coordination', place: purpose.placeId }],
})

export const logWork = command(coordination.logWork, {
  may: overPurpose((input) => input.purposeId),
  about: (db, input) => lockedPurpose(db, input.purposeId),
  audit: (input, purpose) => ({ place: purpose?.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    refuse(whyNotLog(input, clock.today()))
    await db.run(sql`insert into coordination.work (id, purpose_id, employee_id, worked_on, minutes, note, changed_at)
      values (${input.id}, ${input.purposeId}, ${by.id}, ${input.workedOn}::date, ${input.minutes}, ${input.note.trim()}, ${clock.now()})`)
    return { id: input.id, version: 1 }
  },
  tell: (_, purpose) => [{ topic: 'coordination', place: purpose.placeId }],
})

const lockedWork = (db: Db, id: Id) =>
  db.one<Standing>(sql`select work.id, purpose.place_id as "placeId", work.version from coordination.work
    join coordination.purpose on purpose.tenant_id = work.tenant_id and purpose.id = work.purpose_id
    where work.tenant_id = kernel.here() and work.id = ${id} for update of work`)

export const changeWork = command(coordination.changeWork, {
  may: overOwnWork((input) => input.id),
  about: (db, input) => lockedWork(db, input.id),
  audit: (input, work) => ({ place: work?.placeId, records: [input.id] }),
  async run({ db, input, about, clock }) {
    refuse(whyNotLog(input, clock.today()))
    await db.run(sql`update coordination.work set worked_on = ${input.workedOn}::date, minutes = ${input.minutes}, note = ${input.note.trim()},
      version = version + 1, changed_at = ${clock.now()} where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, work) => [{ topic: 'coordination', place: work.placeId }],
})
