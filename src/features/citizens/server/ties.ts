import type { Day } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { Blank, Db, Sql } from '#kernel/server/sql.ts'
import { sql } from '#kernel/server/sql.ts'

export type NewTie = {
  citizenId: Id
  unitId: Id
  because: 'stay' | 'registration'
  /** The stay; null for a registration. */
  becauseId: Id | null
  fromOn: Day
  /** Last day; null until further notice. */
  toOn: Day | null
}

/** From now on the unit may see the citizen. Called in the transaction of the reason. */
export async function tieCitizen(db: Db, tie: NewTie): Promise<void> {
  await db.run(sql`insert into citizens.tie (id, citizen_id, unit_id, because, because_id, from_on, to_on)
    values (${newId()}, ${tie.citizenId}, ${tie.unitId}, ${tie.because}, ${tie.becauseId}, ${tie.fromOn}, ${tie.toOn})`)
  if (tie.because === 'stay') await endRegistration(db, tie)
}

/**
 * A stay is the better reason: that the card was made here stops being one on the day before. Then it also ended that long ago, and shows
 * nobody who left before the card was made.
 */
async function endRegistration(db: Db, { citizenId, fromOn }: NewTie): Promise<void> {
  await db.run(sql`update citizens.tie set from_on = least(from_on, ${fromOn}::date), to_on = ${fromOn}::date - 1
    where tenant_id = kernel.here() and citizen_id = ${citizenId} and because = 'registration' and to_on >= ${fromOn}::date`)
}

/** The reason ends, and `toOn` is the tie's last day; what it allows to read afterwards stands in permissions.ts. */
export async function endTie(db: Db, becauseId: Id, toOn: Day): Promise<void> {
  await db.run(
    sql`update citizens.tie set to_on = ${toOn} where tenant_id = kernel.here() and because_id = ${becauseId}`,
  )
}

/** Whether a tie holds on the day itself: lists of who is here do not show those who left. */
export const tiedOn = (tie: Sql, day: Blank | Sql): Sql =>
  sql`${tie}.from_on <= ${day}::date and (${tie}.to_on is null or ${tie}.to_on >= ${day}::date)`
