import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'

/** Whoever changes what hangs on a citizen (stays, contact persons) holds the card first, so that two changes cannot cross. */
export const lockCitizen = (db: Db, id: Id): Promise<{ id: Id; diedOn: Day | null } | undefined> =>
  db.one(
    sql`select id, died_on::text as "diedOn" from citizens.citizen where tenant_id = kernel.here() and id = ${id} for update`,
  )

/** The card says that the citizen is dead. Called in the transaction that ends the stays. */
export async function markDied(db: Db, id: Id, on: Day, by: { id: Id; at: Instant }): Promise<void> {
  await db.run(sql`update citizens.citizen set died_on = ${on}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    where tenant_id = kernel.here() and id = ${id}`)
}
