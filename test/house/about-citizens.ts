import type { World } from '#kit/world.ts'

/** Columns that name the person a row is about. */
const naming = `('citizen_id', 'citizen_ids', 'subject_id', 'subjects', 'found')`

/** Every table with such a column, and every table with a foreign key to one of those, however far. */
export async function tablesAboutCitizens(world: World): Promise<string[]> {
  const { rows } = await world.owner.query<{ name: string }>(`
    with recursive about as (
      select 'citizens.citizen'::regclass::oid as id
      union
      select a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind = 'r' and a.attname in ${naming} and not a.attisdropped
      union
      select k.conrelid from pg_constraint k join about on about.id = k.confrelid where k.contype = 'f')
    select id::regclass::text as name from about order by 1`)
  return rows.map(({ name }) => name)
}
