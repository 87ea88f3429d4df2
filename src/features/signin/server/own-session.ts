import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { isFresh } from '../rules.ts'
import type { Acting } from './acting.ts'

export type OwnSession = { id: Id; actorId: Id; startedAt: string; how: string }

/** The caller's session, when it lives. A door asks itself. */
export async function mustSession({ db, clock, by }: Acting): Promise<OwnSession> {
  const row =
    by &&
    (await db.one<OwnSession>(sql`select id, actor_id as "actorId", to_json(started_at) #>> '{}' as "startedAt", how from kernel.session
      where tenant_id = kernel.here() and id = ${by.session} and ended_at is null and expires_at > ${clock.now()}`))
  if (!row) throw new Problem('signed-out', 'kernel.signed-out')
  return row
}

/** What one signs in with is changed only by somebody who has just shown who they are: a tablet may have been left open. */
export async function mustFreshSession(acting: Acting): Promise<OwnSession> {
  const session = await mustSession(acting)
  if (!isFresh(session, acting.clock.now())) throw new Problem('refused', 'signin.show-again')
  return session
}
