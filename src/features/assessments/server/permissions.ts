import { isDiscreet, ofCitizen, ofCitizenAt, seesCitizen } from '#features/citizens/server/index.ts'
import { mayReadHealth } from '#features/journal/server/index.ts'
import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right, Seeing } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

export const mayRead = right('assessments.read', careRoles, { inPerson: true })
export const mayAnswer = right('assessments.answer', careRoles)
/** Print a form to be filled in by hand: those who fill in, and those who make them. */
export const mayPrint = right('assessments.print', [...careRoles, 'super-user', 'administrator'])
/** Make forms. */
export const mayMake = right('assessments.make', ['super-user', 'administrator'])
/** Decide what a unit answers about everybody, and how often. */
export const mayUse = right('assessments.use', ['unit-leader'])

/** Of the health class only for those who follow health at the place. */
export const classOpen = (row: Sql): Sql =>
  sql`(not ${row}.is_health or ${row}.unit_id = any (array(${mayReadHealth.places})))`

export const answerReached = (asked: Seeing): Sql =>
  sql`((${asked.visible(sql`answer.unit_id`)} or (${asked.inPerson(sql`answer.citizen_id`)} and not ${isDiscreet(sql`answer.unit_id`)}))
    and (${classOpen(sql`answer`)} or (${asked.inPerson(sql`answer.citizen_id`)} and exists (${mayReadHealth.places}))) and ${seesCitizen(asked, sql`answer.citizen_id`)})`

export const ofAnswer = <I>(held: Right, id: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: held,
  says: ['place'],
  rows: (asked) => sql`
    select answer.id, answer.unit_id as place from assessments.answer
    where answer.tenant_id = kernel.here() and answer.id = ${id(asked.input)}::uuid and ${answerReached(asked)}`,
})

type Placed = { citizenId: string; unitId: string }
export const answering = <I extends Placed>(): Gate<I> =>
  ofCitizenAt<I>(
    mayAnswer,
    (input) => input.citizenId,
    (input) => input.unitId,
  )
export const answersOf = <I extends Pick<Placed, 'citizenId'>>(): Gate<I> =>
  ofCitizen<I>(mayRead, (input) => input.citizenId)
