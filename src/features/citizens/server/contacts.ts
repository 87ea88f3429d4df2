import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, writing } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { mayKeepContact, ofCitizen } from './permissions.ts'

export const addContact = writing(citizens.addContact, {
  may: ofCitizen(mayKeepContact, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  write: ({ input, actor, now }) => sql`
    insert into citizens.contact (id, citizen_id, kind, name, relation, phone, note, changed_at, changed_by)
    select ${input.id}::uuid, ${input.citizenId}::uuid, ${input.kind}::text, ${input.name}::text, ${input.relation}::text, ${input.phone}::text,
      ${input.note}::text, ${now}::timestamptz, ${actor}::uuid from may
    returning id, version`,
})

const citizenOfContact = (id: Blank): Sql =>
  sql`(select citizen_id from citizens.contact where tenant_id = kernel.here() and id = ${id}::uuid)`

type Standing = { id: Id; citizenId: Id; ended: boolean; version: number }
const contactById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, citizen_id as "citizenId", ended_at is not null as ended, version
    from citizens.contact where tenant_id = kernel.here() and id = ${id} for update`)

/** The row stays: who was a contact when something happened can still be found out. */
export const endContact = command(citizens.endContact, {
  may: ofCitizen(mayKeepContact, (input) => citizenOfContact(input.id)),
  about: (db, input) => contactById(db, input.id),
  audit: (input, about) => ({ person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.ended) refuse(refusal('citizens.contact-ended'))
    await db.run(sql`update citizens.contact set ended_at = ${clock.now()}, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
})
