import { createHash } from 'node:crypto'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { type Content, canonical } from '../content.ts'

const lines = sql`(select coalesce(json_agg(json_build_object('id', line.id, 'no', line.no, 'kind', line.kind, 'text', line.text) order by line.position, line.id), '[]')
  from requirements.line where line.tenant_id = requirement.tenant_id and line.requirement_id = requirement.id and line.removed_at is null)`

/** Everything that each requirement says now, in the document's order. What is proposed or dropped is not part of it. */
const contents = (where: Sql): Sql => sql`
  select json_build_object('id', requirement.id, 'number', requirement.number, 'code', requirement.code, 'section', area.section, 'area', area.name,
    'title', requirement.title, 'startsWhen', requirement.starts_when, 'endsWhen', requirement.ends_when, 'frequency', requirement.frequency,
    'users', requirement.users, 'difficult', requirement.difficult, 'example', requirement.example, 'level', requirement.level,
    'weight', requirement.weight, 'offerGroups', requirement.offer_groups, 'verification', requirement.verification, 'lines', ${lines})::text as content
  from requirements.requirement
  join requirements.area on area.tenant_id = requirement.tenant_id and area.id = requirement.area_id
  where requirement.tenant_id = kernel.here() and ${where}
  order by area.position, requirement.position, requirement.number`

/** The driver hands JSON over as text. */
const parsed = (rows: readonly { content: string }[]): Content[] => rows.map(({ content }) => JSON.parse(content))

const read = async (db: Db, where: Sql): Promise<Content[]> => parsed(await db.all(contents(where)))

export const contentsOfSpec = (db: Db, specId: Id): Promise<Content[]> =>
  read(db, sql`requirement.spec_id = ${specId} and requirement.state not in ('proposed', 'dropped')`)

export const contentOf = async (db: Db, requirementId: Id): Promise<Content> =>
  (await read(db, sql`requirement.id = ${requirementId}`))[0]!

/** As the baseline holds them; a baseline never changes. */
export async function contentsOfBaseline(db: Db, baselineId: Id): Promise<Content[]> {
  return parsed(
    await db.all(sql`select content::text as content from requirements.baseline_requirement
    where tenant_id = kernel.here() and baseline_id = ${baselineId} order by position`),
  )
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Of one requirement: 64 hexadecimal digits over its canonical form. */
export const fingerprintOf = (content: Content): string => sha256(canonical(content))

/** Of a version: over its label and its requirements' fingerprints in order. Anybody can work it out again from the export. */
export const hashOfVersion = (label: string, contents: readonly Content[]): string =>
  sha256([label, ...contents.map(fingerprintOf)].join('\n'))
