import type { Audience } from '#kernel/server/live.ts'
import { sql } from '#kernel/server/sql.ts'
import { careRoles, rolloutRoles } from '../roles.ts'

/**
 * Sessions whose person works with citizens at the place or with bringing in the system there, today, and is still signed in. Each person is asked about once,
 * however many devices they have: of 10,000 sessions in a tenth of the time.
 */
export const audience: Audience = ({ sessions, place, now, today }) => sql`
  with live as materialized (
    select session.id, session.actor_id from kernel.session
    where session.tenant_id = kernel.here() and session.id = any (${sessions}::uuid[]) and session.ended_at is null and session.expires_at > ${now}),
  near as materialized (
    select actor_id from (select distinct actor_id from live) person
    where exists (select from org.held(person.actor_id, ${now}::timestamptz, ${today}::date) as held
      where held.unit_id = ${place}::uuid and held.role = any (${[...careRoles, ...rolloutRoles]}::text[])))
  select live.id from live join near using (actor_id)`
