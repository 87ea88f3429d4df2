import { createHash } from 'node:crypto'
import { addDays } from '#kernel/lang/day.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { terminology } from '../contract.ts'
import { listsOf, whyNotLoad } from '../rules.ts'
import { mayLoad, mayRead } from './permissions.ts'

export const versions = query(terminology.versions, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: () => sql`
    select version.system, version.version, version.title, version.valid_from as "validFrom", version.valid_to as "validTo", version.loaded_at as "loadedAt",
      (select count(*)::int from terminology.concept where concept.tenant_id = kernel.here() and concept.system = version.system and concept.version = version.version) as concepts
    from terminology.version where version.tenant_id = kernel.here() order by version.valid_from desc, version.loaded_at desc limit 100`,
  records: sql`select null::uuid where false`,
})

export const conceptsOf = query(terminology.concepts, {
  may: anywhere(mayRead),
  audit: (input) => ({ about: { version: input.version } }),
  read: ({ input }) => sql`
    select concept.code, concept.parent_code as "parentCode", concept.name, concept.list from terminology.concept
    where concept.tenant_id = kernel.here() and concept.system = ${input.system}::text and concept.version = ${input.version}::text
    order by concept.name, concept.code limit 5000`,
  records: sql`select null::uuid where false`,
})

/** A version never changes: the same again is no news, other codes under its name are refused. What is in force ends the day before. */
export const load = command(terminology.load, {
  may: anywhere(mayLoad),
  audit: (input) => ({ about: { version: input.version, concepts: String(input.concepts.length) } }),
  async run({ db, input, by, clock }) {
    refuse(whyNotLoad(input.concepts))
    const hash = createHash('sha256').update(JSON.stringify(input.concepts)).digest()
    const known = await db.one<{ sha256: Buffer }>(sql`select sha256 from terminology.version
      where tenant_id = kernel.here() and system = ${input.system} and version = ${input.version}`)
    if (known && !known.sha256.equals(hash)) refuse(refusal('terminology.other-content', { version: input.version }))
    const answer = { version: input.version, concepts: input.concepts.length }
    if (known) return { ...answer, fresh: false }
    await db.run(sql`update terminology.version set valid_to = ${addDays(input.validFrom, -1)}
      where tenant_id = kernel.here() and system = ${input.system} and valid_to is null and valid_from < ${input.validFrom}`)
    await db.run(sql`insert into terminology.version (system, version, title, valid_from, sha256, loaded_at, loaded_by)
      values (${input.system}, ${input.version}, ${input.title}, ${input.validFrom}, ${hash}, ${clock.now()}, ${by.id})`)
    const lists = listsOf(input.concepts)
    const rows = input.concepts.map((concept) => ({ ...concept, list: lists.get(concept.code) ?? null }))
    await db.run(sql`insert into terminology.concept (system, version, code, parent_code, name, list)
      select ${input.system}, ${input.version}, code, "parentCode", name, list
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (code text, "parentCode" text, name text, list text)`)
    return { ...answer, fresh: true }
  },
})
