import { ofCitizenAt, seesCitizen } from '#features/citizens/server/index.ts'
import { at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query, writing } from '#kernel/server/use-case.ts'
import { stays } from '../contract.ts'
import { mayMarkAttendance, mayReadStay } from './permissions.ts'

/** Who came today; the last mark wins. The id is the citizen's. */
export const markAttendance = writing(stays.markAttendance, {
  may: ofCitizenAt(
    mayMarkAttendance,
    (input) => input.citizenId,
    (input) => input.unitId,
  ),
  audit: (input) => ({ place: input.unitId, person: input.citizenId }),
  steps: ({ input, today }) => ({
    // Temps see those who have come: the tie says so, since nothing above it may be looked at from there.
    present: sql`update citizens.tie set present_on = case when ${input.here}::boolean then ${today}::date end from may
      where tie.tenant_id = kernel.here() and tie.citizen_id = may.id and tie.unit_id = ${input.unitId}::uuid returning tie.id`,
  }),
  write: ({ input, actor, now, today }) => sql`
    insert into stays.attendance as marked (citizen_id, unit_id, day, here, marked_by, marked_at)
    select may.id, ${input.unitId}::uuid, ${today}::date, ${input.here}::boolean, ${actor}::uuid, ${now}::timestamptz from may
    on conflict (tenant_id, unit_id, day, citizen_id)
      do update set here = excluded.here, marked_by = excluded.marked_by, marked_at = excluded.marked_at
    returning marked.citizen_id as id, marked.here`,
  tell: (input) => [{ topic: 'stays', place: input.unitId, subject: input.citizenId }],
})

export const attendanceToday = query(stays.attendanceToday, {
  may: at(mayReadStay, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  subjects: sql`select id from rows`,
  read: (asked) => sql`
    select marked.citizen_id as id, marked.here, marked.marked_at as "markedAt" from stays.attendance marked
    where marked.tenant_id = kernel.here() and marked.unit_id = ${asked.input.unitId}::uuid and marked.day = ${asked.today}::date
      and ${seesCitizen(asked, sql`marked.citizen_id`)} limit 2000`,
})
