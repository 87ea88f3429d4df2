import { danishDay } from '#kernel/server/danish-day.ts'
import { at, today } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { access } from '../contract.ts'
import { mayDelegate, mayLetIn } from './permissions.ts'

const acts = { 'let-in': mayLetIn, delegate: mayDelegate }

/** How long a duty of the past can be asked about here; the trail knows the rest. */
const DAYS_SHOWN = 30

export const isNow = (duty: Sql, now: Blank | Sql): Sql =>
  sql`(${duty}.ended_at is null and ${duty}.from_at <= ${now}::timestamptz and ${duty}.until_at > ${now}::timestamptz)`

const duty = sql`duty`

export const duties = query(access.duties, {
  may: at(mayLetIn, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, now, offers }) => sql`
    select duty.id, duty.employee_id as "employeeId", employee.name, temp.agency, duty.from_at as "fromAt", duty.until_at as "untilAt", duty.ended_at as "endedAt",
      opener.name as "openedByName", duty.id_check as "idShown", ${isNow(duty, now)} as "isNow",
      (select delegator.name from access.delegation
        join org.employee delegator on delegator.tenant_id = delegation.tenant_id and delegator.id = delegation.delegated_by
        where delegation.tenant_id = kernel.here() and delegation.employee_id = duty.employee_id and delegation.unit_id = duty.unit_id
          and delegation.what = 'medicine' and delegation.from_on <= ${today}::date and delegation.to_on >= ${today}::date limit 1) as "medicineBy",
      duty.version,
      case when ${isNow(duty, now)} then array(select unnest(case act when 'let-in' then array['code', 'end'] else array[act] end)
        from unnest(${offers(acts, sql`duty.unit_id`)}) act order by 1) else '{}'::text[] end as permitted
    from org.duty
    join org.employee on employee.tenant_id = duty.tenant_id and employee.id = duty.employee_id
    join org.employee opener on opener.tenant_id = duty.tenant_id and opener.id = duty.opened_by
    left join access.temp on temp.tenant_id = duty.tenant_id and temp.employee_id = duty.employee_id
    where duty.tenant_id = kernel.here() and duty.unit_id = ${input.unitId}::uuid and duty.until_at > ${now}::timestamptz - make_interval(days => ${sql.lit(DAYS_SHOWN)})
    order by ${isNow(duty, now)} desc, duty.from_at desc limit 200`,
})

type Marks = { agencyNumber: unknown; bornOn: unknown; phoneEnd: unknown }

/** A mark that was given on both sides and differs rules the person out; one that agrees is what makes them known. */
const notRuledOut = ({ agencyNumber, bornOn, phoneEnd }: Blanks<Marks>): Sql => sql`(
  coalesce(temp.born_on = ${bornOn}::date, true) and coalesce(temp.phone_end = ${phoneEnd}::text, true)
  and coalesce(lower(temp.agency_number) = lower(${agencyNumber}::text), true))`

export const findTemps = query(access.findTemps, {
  may: at(mayLetIn, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, about: { words: input.name } }),
  read: ({ input, now }) => sql`
    select employee.id, employee.name, temp.agency, (select ${danishDay(sql`max(duty.from_at)`)} from org.duty
        where duty.tenant_id = kernel.here() and duty.employee_id = employee.id) as "lastOn",
      exists (select from org.duty where duty.tenant_id = kernel.here() and duty.employee_id = employee.id and duty.unit_id = ${input.unitId}::uuid
        and ${isNow(duty, now)}) as "isNow"
    from access.temp join org.employee on employee.tenant_id = temp.tenant_id and employee.id = temp.employee_id
    where temp.tenant_id = kernel.here() and lower(employee.name) = lower(btrim(${input.name}::text)) and ${notRuledOut(input as Blanks<Marks>)}
    order by "lastOn" desc nulls last limit 5`,
})
