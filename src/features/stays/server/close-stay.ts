import { endTie, markDied } from '#features/citizens/server/index.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type EndReason, type Stay, stays } from '../contract.ts'
import { whyNotClose } from '../rules.ts'
import { mayKeepStay, ofStay } from './permissions.ts'
import { lockedStay, stayById, stayColumns } from './stay-rows.ts'

type By = { id: Id; at: Instant }

export const closeStay = command(stays.close, {
  may: ofStay(mayKeepStay, (input) => input.stayId),
  about: (db, input) => lockedStay(db, input.stayId),
  audit: (input, stay) => ({
    place: stay?.unitId,
    person: stay?.citizenId,
    records: [input.stayId],
    about: { reason: input.reason },
  }),
  async run({ db, input, about: stay, by, clock }) {
    refuse(whyNotClose(stay, input.day, input.reason, clock.today()))
    const closer = { id: by.id, at: clock.now() }
    if (input.reason === 'died') await endByDeath(db, stay.citizenId, input.day, closer)
    else await endStay(db, stay.id, { day: input.day, reason: input.reason }, closer)
    return (await stayById(db, stay.id))!
  },
  tell: (_, stay) => [{ topic: 'stays', place: stay.unitId, subject: stay.citizenId }],
})

/** The stay and the unit's tie end on the day, together. */
export async function endStay(db: Db, id: Id, end: { day: Day; reason: EndReason }, by: By): Promise<void> {
  await db.run(sql`update stays.stay set ends_on = ${end.day}, end_reason = ${end.reason}, version = version + 1, changed_at = ${by.at}, changed_by = ${by.id}
    where tenant_id = kernel.here() and id = ${id}`)
  await endTie(db, id, end.day)
}

/** Ends every stay that reached beyond the day, at whatever unit, and marks the card. One that had not begun ends as it begins. */
async function endByDeath(db: Db, citizenId: Id, day: Day, by: By): Promise<void> {
  const open = await db.all<Stay>(sql`select ${stayColumns} from stays.stay
    where tenant_id = kernel.here() and citizen_id = ${citizenId} and (ends_on is null or ends_on > ${day})`)
  for (const stay of open)
    await endStay(db, stay.id, { day: stay.startsOn > day ? stay.startsOn : day, reason: 'died' }, by)
  await markDied(db, citizenId, day, by)
}
