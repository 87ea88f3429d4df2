import { lockCitizen, tieCitizen } from '#features/citizens/server/index.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { type StayKind, stays } from '../contract.ts'
import { whyNotOpen } from '../rules.ts'
import { mayKeepStay, ofUnitAndKnownCitizen } from './permissions.ts'
import { stayById, staysOf } from './stay-rows.ts'

type NewStay = {
  id: Id
  externalId: string | null
  citizenId: Id
  unitId: Id
  kind: StayKind
  legalGround: string | null
  startsOn: Day
}

export const openStay = command(stays.open, {
  may: ofUnitAndKnownCitizen(
    mayKeepStay,
    (input) => input.citizenId,
    (input) => input.unitId,
  ),
  about: (db, input) => lockCitizen(db, input.citizenId),
  audit: (input) => ({ place: input.unitId, person: input.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotOpen(input, await staysOf(db, input.citizenId), about.diedOn))
    await insertStay(db, { ...input, externalId: input.externalId ?? null }, { id: by.id, at: clock.now() })
    return (await stayById(db, input.id))!
  },
  tell: (input) => [{ topic: 'stays', place: input.unitId, subject: input.citizenId }],
})

/** The stay and the unit's tie to the citizen, together. */
export async function insertStay(db: Db, made: NewStay, by: { id: Id; at: Instant }): Promise<void> {
  const inserted =
    await db.run(sql`insert into stays.stay (id, external_id, citizen_id, unit_id, kind, legal_ground, starts_on, changed_at, changed_by)
    values (${made.id}, ${made.externalId}, ${made.citizenId}, ${made.unitId}, ${made.kind}, ${made.legalGround}, ${made.startsOn}, ${by.at}, ${by.id})
    on conflict do nothing`)
  if (!inserted) throw new Problem('refused', 'kernel.id-taken')
  const { citizenId, unitId, startsOn } = made
  await tieCitizen(db, { citizenId, unitId, because: 'stay', becauseId: made.id, fromOn: startsOn, toOn: null })
}
