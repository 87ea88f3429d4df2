import type { Day } from '#kernel/lang/day.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { type LoadedBook, terminology } from '../contract.ts'
import { ffbSystem } from '../ffb.ts'
import { type Book, bookOf, builtInFrom } from '../rules.ts'
import { mayRead } from './permissions.ts'

/** The loaded version that is written by on a day; none while the built-in one is the newest. */
const inForceOn = (day: Sql): Sql => sql`select version.version from terminology.version
  where version.tenant_id = kernel.here() and version.system = ${sql.lit(ffbSystem)} and version.valid_from <= ${day} and version.valid_from > ${sql.lit(builtInFrom)}::date
  order by version.valid_from desc, version.loaded_at desc limit 1`

const named = (
  version: Sql,
): Sql => sql`(select coalesce(json_agg(json_build_object('code', concept.code, 'name', concept.name, 'list', concept.list, 'under', heading.name)
    order by heading.name collate "da-x-icu", concept.name collate "da-x-icu"), '[]')
  from terminology.concept left join terminology.concept heading on heading.tenant_id = kernel.here() and heading.system = concept.system
    and heading.version = concept.version and heading.code = concept.parent_code
  where concept.tenant_id = kernel.here() and concept.system = ${sql.lit(ffbSystem)} and concept.version = ${version})`

export const book = query(terminology.book, {
  may: anywhere(mayRead),
  audit: (input) => ({ about: { version: input.version } }),
  steps: ({ input, today }) => ({
    asked: sql`select coalesce(${input.version}::text, (${inForceOn(sql`${today}::date`)})) as version`,
  }),
  read: () => sql`select asked.version, ${named(sql`asked.version`)} as concepts from asked`,
  records: sql`select null::uuid where false`,
})

/** What is written on a day is written by this version. */
export async function bookOn(db: Db, day: Day): Promise<Book> {
  const found = await db.one<{ version: string; concepts: string }>(sql`
    select in_force.version, ${named(sql`in_force.version`)}::text as concepts from (${inForceOn(sql`${day}::date`)}) in_force`)
  return bookOf(
    found
      ? { version: found.version, concepts: JSON.parse(found.concepts) as LoadedBook['concepts'] }
      : { version: null, concepts: [] },
  )
}
