import { at } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { continuity } from '../contract.ts'
import { mayPair } from './permissions.ts'

/** Nothing secret is told: the code and the key it locks stay on the tablet. */
export const pair = writing(continuity.pair, {
  may: at(mayPair, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  write: ({ input, actor, now }) => sql`
    insert into continuity.tablet (id, unit_id, name, paired_by, paired_at)
    select ${input.id}::uuid, may.id, btrim(${input.name}::text), ${actor}::uuid, ${now}::timestamptz from may
    returning id, paired_at as "pairedAt"`,
})
