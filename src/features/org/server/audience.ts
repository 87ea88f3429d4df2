import type { Audience } from '#kernel/server/live.ts'
import { sql } from '#kernel/server/sql.ts'
import { careRoles } from '../roles.ts'

/** Sessions whose person works with citizens at the place, today, and is still signed in. */
export const audience: Audience = ({ sessions, place, now, today }) => sql`
  select session.id from kernel.session
  where session.tenant_id = kernel.here() and session.id = any (${sessions}::uuid[]) and session.ended_at is null and session.expires_at > ${now}
    and ${place}::uuid in (select org.reach(session.actor_id, ${today}::date, ${[...careRoles]}::text[]))`
