import { refusal } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { writing } from '#kernel/server/use-case.ts'
import { continuity } from '../contract.ts'
import { mayFetch, ofTablet } from './permissions.ts'

/** The trail gets what it could not hear while it happened: when the pack was opened. */
export const refreshed = writing(continuity.refreshed, {
  may: ofTablet(mayFetch, (input) => input.id),
  audit: (input) => ({ about: { openings: input.openings } }),
  write: ({ now }) => sql`
    update continuity.tablet set refreshed_at = ${now}::timestamptz from may
    where tablet.tenant_id = kernel.here() and tablet.id = may.id and tablet.ended_at is null
    returning tablet.id, tablet.refreshed_at as "refreshedAt"`,
  whenNothing: refusal('continuity.tablet-ended'),
})
