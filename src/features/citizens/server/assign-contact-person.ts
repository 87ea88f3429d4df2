import { reaches } from '#features/org/server/index.ts'
import { addDays, type Day, type Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, type Refusal, refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { lockCitizen } from './lock-citizen.ts'
import { mayKeepCitizen, mayReadCitizen, ofCitizenAt } from './permissions.ts'

/** A contact person must be able to see the citizen: they work with citizens in the unit on the day. */
async function whyNotEmployee(db: Db, who: { id: Id; at: Instant; on: Day }, unitId: Id): Promise<Refusal | undefined> {
  const works = await reaches(db, who, mayReadCitizen, unitId)
  return works ? undefined : refusal('citizens.not-at-unit', {}, 'employeeId')
}

/** A unit has one contact person for a citizen at a time: the one before ends on the day before. */
export const assignContactPerson = command(citizens.assignContactPerson, {
  may: ofCitizenAt(
    mayKeepCitizen,
    (input) => input.citizenId,
    (input) => input.unitId,
  ),
  about: (db, input) => lockCitizen(db, input.citizenId),
  audit: (input) => ({ place: input.unitId, person: input.citizenId, records: [input.id, input.employeeId] }),
  async run({ db, input, clock }) {
    refuse(await whyNotEmployee(db, { id: input.employeeId, at: clock.now(), on: input.fromOn }, input.unitId))
    await db.run(sql`update citizens.contact_person set to_on = ${addDays(input.fromOn, -1)}
      where tenant_id = kernel.here() and citizen_id = ${input.citizenId} and unit_id = ${input.unitId} and (to_on is null or to_on >= ${input.fromOn})`)
    const made = await db.run(sql`insert into citizens.contact_person (id, citizen_id, unit_id, employee_id, from_on)
      values (${input.id}, ${input.citizenId}, ${input.unitId}, ${input.employeeId}, ${input.fromOn}) on conflict do nothing`)
    if (!made) throw new Problem('refused', 'kernel.id-taken')
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'citizens', place: input.unitId, subject: input.citizenId }],
})
