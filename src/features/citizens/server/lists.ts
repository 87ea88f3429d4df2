import { anywhere, at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { byName, isMine, lineColumns } from './lines.ts'
import { mayBar, mayKeepCitizen, mayReadCitizen, seenThrough, seenToday } from './permissions.ts'

/** What a screen may offer before anybody is there. */
export const citizensAtUnit = query(citizens.atUnit, {
  may: at(mayReadCitizen, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  read: ({ input, offers }) => sql`
    select ${input.unitId}::uuid as id, ${offers({ bar: mayBar, register: mayKeepCitizen }, sql`${input.unitId}::uuid`)} as permitted`,
})

/** Citizens tied to the unit today, by name. */
export const citizensOfUnit = query(citizens.ofUnit, {
  may: at(mayReadCitizen, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  subjects: sql`select id from rows`,
  read: (asked) => sql`
    select ${lineColumns(asked)} from citizens.citizen
    where citizen.tenant_id = kernel.here() and citizen.id in (select tie.citizen_id from citizens.tie
      where tie.tenant_id = kernel.here() and tie.unit_id = ${asked.input.unitId}::uuid and ${seenToday(asked, sql`tie`)})
    order by ${byName} limit 2000`,
})

/** Those I am contact person for come first: the rest is cut at 200. */
export const myCitizens = query(citizens.mine, {
  may: anywhere(mayReadCitizen),
  audit: () => ({}),
  subjects: sql`select id from rows`,
  read: (asked) => sql`
    select ${lineColumns(asked)} from citizens.citizen
    where citizen.tenant_id = kernel.here() and citizen.id in (select tie.citizen_id from citizens.tie
      where tie.tenant_id = kernel.here() and tie.unit_id = any (${asked.reach}) and ${seenToday(asked, sql`tie`)})
    order by ${isMine} desc, ${byName} limit 200`,
})

/** Small portraits of those asked for who are within reach and have one. */
export const portraits = query(citizens.portraits, {
  may: anywhere(mayReadCitizen),
  audit: () => ({}),
  subjects: sql`select id from rows`,
  read: (asked) => sql`
    select citizen.id, 'data:' || citizen.photo_type || ';base64,' || translate(encode(citizen.photo, 'base64'), E'\n', '') as photo
    from citizens.citizen
    where citizen.tenant_id = kernel.here() and citizen.id = any (${asked.input.citizenIds}::uuid[]) and citizen.photo is not null
      and exists (select from citizens.tie where tie.tenant_id = kernel.here() and tie.citizen_id = citizen.id
        and ${seenThrough(asked, sql`tie`)})`,
})
