import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { continuity } from '../contract.ts'
import { mayPair, ofTablet } from './permissions.ts'

type Standing = { id: Id; unitId: Id; ended: boolean; version: number }

/** Lost, sold or moved: from now on it gets no pack. */
export const endTablet = command(continuity.end, {
  may: ofTablet(mayPair, (input) => input.id),
  about: (db, input) =>
    db.one<Standing>(sql`select id, unit_id as "unitId", ended_at is not null as ended, version from continuity.tablet
      where tenant_id = kernel.here() and id = ${input.id} for update`),
  audit: (input, about) => ({ place: about?.unitId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.ended) refuse(refusal('continuity.tablet-ended'))
    await db.run(sql`update continuity.tablet set ended_at = ${clock.now()}, ended_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id }
  },
})
