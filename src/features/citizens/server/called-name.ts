import { type Sql, sql } from '#kernel/server/sql.ts'

/** What the citizen wants to be called, or the given name. `citizen` is the alias of citizens.citizen. */
export const calledName = (citizen: Sql): Sql =>
  sql`coalesce(nullif(btrim(${citizen}.preferred_name), ''), ${citizen}.given_name)`

export const fullName = (citizen: Sql): Sql => sql`btrim(${citizen}.given_name || ' ' || ${citizen}.family_name)`
