import { carriedFile, partOfFile, storeFile } from '#features/documents/server/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { actor, type Gate } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { assessments } from '../contract.ts'
import { answerReached, mayAnswer, mayRead, ofAnswer } from './permissions.ts'

const PHOTO = /\.(jpe?g|png|webp)$/i

type Draft = { citizenId: Id; unitId: Id; writtenBy: Id; isOpen: boolean }
const draftById = (db: Db, id: Id) =>
  db.one<Draft>(sql`select citizen_id as "citizenId", unit_id as "unitId", written_by as "writtenBy", signed_at is null and struck_at is null as "isOpen"
    from assessments.answer where tenant_id = kernel.here() and id = ${id} for update`)

/** Belongs to the draft it was taken for; the draft's field names it. */
export const attach = command(assessments.attach, {
  may: ofAnswer(mayAnswer, (input) => input.answerId),
  about: (db, input) => draftById(db, input.answerId),
  audit: (input, about) => ({ place: about?.unitId, person: about?.citizenId, records: [input.id, input.answerId] }),
  async run({ input, about, ...acting }) {
    if (about.writtenBy !== acting.by.id) throw new Problem('not-permitted', 'assessments.not-yours')
    if (!about.isOpen) refuse(refusal('assessments.signed-already'))
    if (!PHOTO.test(input.name)) refuse(refusal('assessments.no-photo', {}, 'name'))
    const { id, name, content } = input
    await storeFile(acting, { id, unitId: about.unitId, name, content }, about.citizenId)
    return { id }
  },
})

/** Whether the answer names the file in one of its fields: no other file of the citizen's is handed out here. */
const named = (file: Sql): Sql =>
  sql`exists (select from jsonb_each_text(answer.given) field where field.value = ${file}::text)`

const ofPhoto: Gate<{ answerId: Id; fileId: Id }> = {
  right: mayRead,
  says: ['place'],
  rows: (asked) => sql`
    select answer.id, answer.unit_id as place from assessments.answer
    where answer.tenant_id = kernel.here() and answer.id = ${asked.input.answerId}::uuid and ${answerReached(asked)}
      and (answer.signed_at is not null or answer.written_by = ${actor}) and ${named(sql`${asked.input.fileId}::uuid`)}`,
}

const whose = (answerId: unknown) =>
  sql`select citizen_id from assessments.answer where tenant_id = kernel.here() and id = ${answerId}::uuid and exists (select from may)`

export const photo = query(assessments.photo, {
  may: ofPhoto,
  audit: (input) => ({ person: whose(input.answerId) }),
  read: ({ input }) =>
    sql`${carriedFile(input.fileId)} and file.citizen_id = (${whose(input.answerId)}) and file.ended_at is null`,
  records: sql`select id from rows`,
  part: partOfFile,
})
