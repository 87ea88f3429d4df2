import {
  calledName,
  DAYS_AFTER,
  fullName,
  isHidden,
  ofCitizen,
  seesAt,
  seesCitizen,
  sharedWith,
} from '#features/citizens/server/index.ts'
import { at } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { stays } from '../contract.ts'
import { actsOnStay, mayKeepStay, mayMarkAttendance, mayReadStay } from './permissions.ts'
import { stayColumns } from './stay-rows.ts'

const citizen = sql`citizen`

/** A stay that is over can be neither closed nor moved. */
const permitted = (offers: (rights: typeof actsOnStay, place: Sql) => Sql) =>
  sql`case when stay.ends_on is null then ${offers(actsOnStay, sql`stay.unit_id`)} else '{}'::text[] end as permitted`

const actsAtUnit = { open: mayKeepStay, mark: mayMarkAttendance }

/** What a screen may offer where no stay says it. */
export const staysAtUnit = query(stays.atUnit, {
  may: at(mayReadStay, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, offers }) =>
    sql`select ${input.unitId}::uuid as id, ${offers(actsAtUnit, sql`${input.unitId}::uuid`)} as permitted`,
})

/** Who lives, attends or gets support in the unit on the day, by name. Those who left longer ago than they may be read about are left out, on any day. */
export const staysOfUnit = query(stays.ofUnit, {
  may: at(mayReadStay, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, about: { day: input.day } }),
  subjects: sql`select "citizenId" from rows`,
  read: (asked) => sql`
    select ${stayColumns}, ${calledName(citizen)} as "calledName", ${fullName(citizen)} as "fullName", citizen.room, ${isHidden(asked.today)} as "isProtected", ${permitted(asked.offers)}
    from stays.stay join citizens.citizen on citizen.tenant_id = stay.tenant_id and citizen.id = stay.citizen_id
    where stay.tenant_id = kernel.here() and stay.unit_id = ${asked.input.unitId}::uuid
      and stay.starts_on <= ${asked.input.day}::date and (stay.ends_on is null or stay.ends_on > ${asked.input.day}::date)
      and (stay.ends_on is null or stay.ends_on >= ${asked.today}::date - ${sql.lit(DAYS_AFTER)})
      and not ${asked.apart(sql`stay.citizen_id`)} and (${asked.steady(sql`stay.unit_id`)} or ${seesCitizen(asked, sql`stay.citizen_id`)})
    order by ${calledName(citizen)} collate "da-x-icu", citizen.family_name collate "da-x-icu", stay.id limit 2000`,
})

/** All stays of a citizen in units within reach, and those that another unit shares with one of these, newest first. */
export const staysOfCitizen = query(stays.ofCitizen, {
  may: ofCitizen(mayReadStay, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  read: (asked) => sql`
    select ${stayColumns}, unit.name as "unitName", ${permitted(asked.offers)}
    from stays.stay join org.unit on unit.tenant_id = stay.tenant_id and unit.id = stay.unit_id
    where stay.tenant_id = kernel.here() and stay.citizen_id = ${asked.input.citizenId}::uuid
      and (${seesAt(asked, sql`stay.unit_id`, sql`stay.citizen_id`)}
        or ${sharedWith({ citizen: sql`stay.citizen_id`, from: sql`stay.unit_id`, what: 'stay', today: asked.today }, asked.visible)})
    order by stay.starts_on desc, stay.id desc limit 500`,
})
