import { type Id, newId } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Content } from '../content.ts'
import { addOne } from './add-requirement.ts'
import type { By } from './settle.ts'
import { insertArea } from './specs.ts'

/** What another set says, without the ids of the house it came from. */
export type DraftRequirement = Omit<Content, 'id' | 'lines'> & {
  readonly lines: readonly Omit<Content['lines'][number], 'id'>[]
}

/**
 * A new set of requirements at a place, all of it draft. Called inside a command, whose right has been asked.
 * @returns how many requirements there are
 */
export async function draftSpec(
  db: Db,
  {
    id,
    placeId,
    title,
    requirements,
  }: { id: Id; placeId: Id; title: string; requirements: readonly DraftRequirement[] },
  by: By,
): Promise<number> {
  await db.run(
    sql`insert into requirements.spec (id, place_id, title, changed_at, changed_by) values (${id}, ${placeId}, ${title}, ${by.at}, ${by.id})`,
  )
  const areas = new Map<string, Id>()
  for (const { section, area, lines, ...content } of requirements) {
    const areaId = areas.get(area) ?? (await insertArea(db, { id: newId(), specId: id, section, name: area }, by)).id
    areas.set(area, areaId)
    const own = {
      ...content,
      verification: content.verification,
      lines: lines.map((line) => ({ id: newId(), ...line })),
    }
    await addOne(db, { id: newId(), specId: id, areaId, ...own }, 'draft', by)
  }
  return requirements.length
}
