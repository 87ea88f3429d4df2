import { careRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

export const mayReadFiles = right('documents.read', [...careRoles, 'administrator', 'coordinator'])
export const mayKeepFiles = right('documents.keep', [
  'unit-leader',
  'support-worker',
  'health-worker',
  'administrator',
  'coordinator',
])

export const aboutNobody: Sql = sql`file.citizen_id is null`

/** A file that stands, in a unit that the right reaches, and of which the feature says that it is its own. */
export const ofFile = <I>(held: Right, file: (input: Blanks<I>) => Blank, isOurs: Sql): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`
    select file.id from documents.file
    where file.tenant_id = kernel.here() and file.id = ${file(input)}::uuid and file.ended_at is null and ${isOurs}
      and ${visible(sql`file.unit_id`)}`,
})
