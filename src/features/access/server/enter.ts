import { timingSafeEqual } from 'node:crypto'
import { deviceHere, openForTemp } from '#features/signin/server/index.ts'
import type { Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Code, Problem } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { access } from '../contract.ts'
import { MOST_WRONG_CODES } from '../rules.ts'
import { hashOfCode, holdsRoles } from './let-in.ts'
import { isNow } from './temps.ts'

type Here = { id: Id; name: string; untilAt: Instant }

const onDuty = (db: Db, clock: Clock, unitId: Id) =>
  db.all<Here>(sql`select duty.id, employee.name, to_json(duty.until_at) #>> '{}' as "untilAt" from org.duty
    join org.employee on employee.tenant_id = duty.tenant_id and employee.id = duty.employee_id
    where duty.tenant_id = kernel.here() and duty.unit_id = ${unitId} and ${isNow(sql`duty`, sql`${clock.now()}`)}
    order by employee.name collate "da-x-icu" limit 50`)

export const tempsHere = door(access.tempsHere, {
  async run({ db, clock, device }) {
    const here = await deviceHere({ db, device })
    return { unitName: here?.unitName ?? null, temps: here ? await onDuty(db, clock, here.unitId) : [] }
  },
})

type Duty = { id: Id; employeeId: Id; unitId: Id; untilAt: Instant; codeHash: Buffer; hasRoles: boolean }

const dutyHere = (db: Db, clock: Clock, dutyId: Id, unitId: Id) =>
  db.one<Duty>(sql`select duty.id, duty.employee_id as "employeeId", duty.unit_id as "unitId", to_json(duty.until_at) #>> '{}' as "untilAt",
      code.code_hash as "codeHash", ${holdsRoles(clock.today(), clock.today())} as "hasRoles"
    from org.duty join access.code on code.tenant_id = duty.tenant_id and code.duty_id = duty.id
    join org.employee on employee.tenant_id = duty.tenant_id and employee.id = duty.employee_id
    where duty.tenant_id = kernel.here() and duty.id = ${dutyId} and duty.unit_id = ${unitId} and ${isNow(sql`duty`, sql`${clock.now()}`)}`)

/** A try is taken before anything is compared, in one statement: tries at the same time cannot pass together. @returns tries left */
async function takeTry(db: Db, dutyId: Id): Promise<number | undefined> {
  const row = await db.one<{ wrong: number }>(sql`update access.code set wrong = wrong + 1
    where tenant_id = kernel.here() and duty_id = ${dutyId} and wrong < ${MOST_WRONG_CODES} returning wrong`)
  return row && MOST_WRONG_CODES - row.wrong
}

export const enter = door(access.enter, {
  async run({ input, ...acting }) {
    const { db, clock, device } = acting
    const here = await deviceHere({ db, device })
    if (!here) throw new Problem('refused', 'signin.not-a-device')
    const duty = await dutyHere(db, clock, input.id, here.unitId)
    if (!duty) throw new Problem('not-found', 'kernel.not-found')
    const turnedAway = async (code: Code, facts = {}) => {
      await db.run(sql`insert into kernel.audit (at, actor_id, action, outcome, code, scope_id, records)
        values (${clock.now()}, ${duty.employeeId}, 'access.enter', 'refused', ${code}, ${duty.unitId}, ${[duty.id]}::uuid[])`)
      return new Problem('refused', code, facts)
    }
    if (duty.hasRoles) throw await turnedAway('access.has-roles')
    const left = await takeTry(db, duty.id)
    if (left === undefined) throw await turnedAway('access.code-dead')
    if (!timingSafeEqual(hashOfCode(duty.id, input.code), duty.codeHash))
      throw await turnedAway(left === 0 ? 'access.code-dead' : 'access.wrong-code', { left })
    await db.run(sql`update access.code set wrong = 0 where tenant_id = kernel.here() and duty_id = ${duty.id}`)
    await openForTemp(acting, duty.employeeId, duty.untilAt)
    return { ok: true as const }
  },
})
