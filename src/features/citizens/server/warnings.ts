import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, writing } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { whyNotReview } from '../rules.ts'
import { mayWarn, ofCitizen, ofCitizenAt } from './permissions.ts'

export const warn = writing(citizens.warn, {
  may: ofCitizenAt(
    mayWarn,
    (input) => input.citizenId,
    (input) => input.unitId,
  ),
  refuse: (input, clock) => whyNotReview(input.reviewOn, clock.today()),
  audit: (input) => ({ place: input.unitId, person: input.citizenId }),
  write: ({ input, actor, now }) => sql`
    insert into citizens.warning (id, citizen_id, unit_id, kind, text, author_id, author_name, written_at, review_on)
    select ${input.id}::uuid, ${input.citizenId}::uuid, ${input.unitId}::uuid, ${input.kind}::text, ${input.text}::text,
      employee.id, employee.name, ${now}::timestamptz, ${input.reviewOn}::date
    from may join org.employee on employee.tenant_id = kernel.here() and employee.id = ${actor}::uuid
    returning id, version`,
  tell: (input) => [{ topic: 'citizens', place: input.unitId, subject: input.citizenId }],
})

const citizenOfWarning = (id: Blank): Sql =>
  sql`(select citizen_id from citizens.warning where tenant_id = kernel.here() and id = ${id}::uuid)`

type Standing = { id: Id; citizenId: Id; unitId: Id; reviewOn: string; ended: boolean; version: number }
const warningById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, citizen_id as "citizenId", unit_id as "unitId", review_on::text as "reviewOn", ended_at is not null as ended, version
    from citizens.warning where tenant_id = kernel.here() and id = ${id} for update`)

/** Looked at again: it stands until a new day, or it ends. Its words never change; other words are another warning. */
export const reviewWarning = command(citizens.reviewWarning, {
  may: ofCitizen(mayWarn, (input) => citizenOfWarning(input.id)),
  about: (db, input) => warningById(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.ended) refuse(refusal('citizens.warning-ended'))
    if (input.reviewOn) refuse(whyNotReview(input.reviewOn, clock.today()))
    const set = input.reviewOn
      ? sql`review_on = ${input.reviewOn}`
      : sql`ended_at = ${clock.now()}, ended_by = ${by.id}`
    await db.run(
      sql`update citizens.warning set ${set}, version = version + 1 where tenant_id = kernel.here() and id = ${input.id}`,
    )
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'citizens', place: about.unitId, subject: about.citizenId }],
})
