import { right } from '#features/org/server/index.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, sql } from '#kernel/server/sql.ts'

/** Write what one's hours went to, and what is set aside. */
export const mayKeep = right('coordination.keep', ['coordinator'])
/** See hours against budget: sums, never whose day. */
export const mayRead = right('coordination.read', ['coordinator', 'steering'])

export const overPurpose = <I>(purpose: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible }) => sql`select purpose.id from coordination.purpose
    where purpose.tenant_id = kernel.here() and purpose.id = ${purpose(input)}::uuid and ${visible(sql`purpose.place_id`)}`,
})

/** One's own hours, as long as one keeps them there. */
export const overOwnWork = <I>(work: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible, actor }) => sql`select work.id from coordination.work
    join coordination.purpose on purpose.tenant_id = work.tenant_id and purpose.id = work.purpose_id
    where work.tenant_id = kernel.here() and work.id = ${work(input)}::uuid and work.employee_id = ${actor}::uuid and ${visible(sql`purpose.place_id`)}`,
})
