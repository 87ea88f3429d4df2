import { refuse } from '#kernel/lang/problem.ts'
import { command } from '#kernel/server/use-case.ts'
import { stays } from '../contract.ts'
import { whyNotMove, whyNotOpen } from '../rules.ts'
import { endStay } from './close-stay.ts'
import { insertStay } from './open-stay.ts'
import { mayKeepStay, ofStayAndUnit } from './permissions.ts'
import { lockedStay, stayById, staysOf } from './stay-rows.ts'

/** Out of one unit and into another on the same day, or neither. The answer is the new stay. */
export const moveStay = command(stays.move, {
  may: ofStayAndUnit(
    mayKeepStay,
    (input) => input.stayId,
    (input) => input.toUnitId,
  ),
  about: (db, input) => lockedStay(db, input.stayId),
  audit: (input, stay) => ({
    place: input.toUnitId,
    person: stay?.citizenId,
    records: [input.stayId, input.newStayId],
  }),
  async run({ db, input, about: stay, by, clock }) {
    const { citizenId, kind } = stay
    const made = { kind, startsOn: input.day, legalGround: input.legalGround }
    refuse(whyNotMove(stay, input.toUnitId, input.day, clock.today()))
    const others = (await staysOf(db, citizenId)).filter(({ id }) => id !== stay.id)
    refuse(whyNotOpen(made, others, null))
    const mover = { id: by.id, at: clock.now() }
    await endStay(db, stay.id, { day: input.day, reason: 'moved-on' }, mover)
    await insertStay(db, { ...made, id: input.newStayId, externalId: null, citizenId, unitId: input.toUnitId }, mover)
    return (await stayById(db, input.newStayId))!
  },
  tell: (input, stay) => [
    { topic: 'stays', place: stay.unitId, subject: stay.citizenId },
    { topic: 'stays', place: input.toUnitId, subject: stay.citizenId },
  ],
})
