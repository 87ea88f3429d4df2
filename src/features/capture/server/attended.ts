import { type Sql, sql } from '#kernel/server/sql.ts'

/** Minutes that people gave to a place's café days and use-case days. */
export const minutesAttended = (place: Sql): Sql => sql`(
  select coalesce(sum(attendance.people * attendance.minutes), 0)::int from capture.attendance
  join capture.event on event.tenant_id = attendance.tenant_id and event.id = attendance.event_id
  where attendance.tenant_id = kernel.here() and event.place_id = ${place})`
