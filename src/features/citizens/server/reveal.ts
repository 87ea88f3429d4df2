import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { concealedFrom } from './lines.ts'
import { mayReveal, ofCitizen } from './permissions.ts'

type Hidden = { address: string | null; phone: string | null; number: string | null }

/** Where somebody is who stays at a discreet unit is for that unit to know; no reason given elsewhere opens it. */
const hiddenOf = (db: Db, id: Id, concealed: Sql) =>
  db.one<Hidden>(sql`select case when not ${concealed} then address end as address, case when not ${concealed} then phone end as phone, number
    from citizens.citizen where tenant_id = kernel.here() and id = ${id}`)

/** Shows what is kept from view. It is a change, not a read: whoever looks leaves a reason in the trail. */
export const reveal = command(citizens.reveal, {
  repeatable: true,
  may: ofCitizen(mayReveal, (input) => input.citizenId),
  about: (db, input, who) => hiddenOf(db, input.citizenId, concealedFrom(who, mayReveal)),
  audit: (input) => ({
    person: input.citizenId,
    records: [input.citizenId],
    about: { what: input.what, reason: input.reason },
  }),
  async run({ input, about }) {
    if (input.what === 'number') return { address: null, phone: null, number: about.number }
    return { address: about.address, phone: about.phone, number: null }
  },
})
