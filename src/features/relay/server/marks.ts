import { type Sql, sql } from '#kernel/server/sql.ts'

/** What a person's receipt or vote looks like: the same each time, and without the salt nobody's. */
export const markOf = (salt: Sql, person: Sql): Sql => sql`sha256(convert_to(${salt}::text || ${person}::text, 'utf8'))`
