import type { Role } from '#features/org/roles.ts'
import { openSession } from '#kernel/server/sessions.ts'
import { dbOn } from '#kernel/server/sql.ts'
import { aCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { writes } from '#kit/notes.ts'
import { aWholeSpec } from '#kit/requirements.ts'
import { waysIn } from '#kit/ways-in.ts'
import type { World } from '#kit/world.ts'
import type { Known } from './schema.ts'

/** Words that stand in the records and nowhere else: none of them may come out in a log. */
export const secrets = {
  person: 'Ottiliane',
  number: '0107651234',
  said: 'kvæstedeKanariefugl',
  typed: 'Myggestikbalsam',
} as const

/** Roles that see most of the house between them, and somebody with no session at all. */
const attackers = [
  'administrator',
  'unit-leader',
  'support-worker',
  'temp-worker',
  'office',
  'coordinator',
  'buyer',
  'evaluator',
  'privacy-officer',
] as const satisfies readonly Role[]

export type Street = { sessions: readonly { who: string; headers: Record<string, string> }[]; known: Known }

/** A unit with a citizen, notes, ways in, requirements and decisions in it, and one of each role signed in. */
export async function aStreet(world: World, n: number): Promise<Street> {
  const unit = await aUnit(world, `Solvang ${n}`)
  const lone = await anEmployee(world, `Lone ${secrets.person}`, 'unit-leader', unit)
  const inga = await aCitizen(world, `Inga${n} ${secrets.person}`, unit, { number: n === 0 ? secrets.number : null })
  await writes(lone, unit, inga, `Fodrede sin ${secrets.said}.`)
  await waysIn(world, lone, unit, inga)
  await aWholeSpec(world, unit)
  const db = dbOn(world.house.tenants.pool(world.tenant))
  const root = { id: world.rootUnitId, name: 'Prøveby' }
  const sessions = await Promise.all(
    attackers.map(async (role) => {
      const there = ['administrator', 'privacy-officer', 'coordinator'].includes(role) ? root : unit
      const { id } = await anEmployee(world, `Per ${secrets.person} ${n}`, role, there)
      const { token } = await openSession(db, world.clock, id, 'password')
      return { who: role, headers: { cookie: `rt_session=${token}` } }
    }),
  )
  return { sessions: [...sessions, { who: 'nobody', headers: {} }], known: await knownIn(world) }
}

/** Ids that stand in the database, by the table whose name the field ends with; the newest first. */
async function knownIn({ owner }: World): Promise<Known> {
  const { rows: tables } = await owner.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.columns
     where column_name = 'id' and data_type = 'uuid' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'kernel')`,
  )
  const ids = new Map<string, string[]>()
  for (const { schema, name } of tables) {
    const { rows } = await owner.query<{ id: string }>(`select id from ${schema}.${name} order by id desc limit 12`)
    ids.set(name.replaceAll('_', ''), [...(ids.get(name.replaceAll('_', '')) ?? []), ...rows.map(({ id }) => id)])
  }
  const all = [...ids.values()].flat()
  return (field) => {
    const noun = field.replace(/Ids?$/, '').toLowerCase()
    const found = [...ids].find(([name, some]) => some.length > 0 && noun.endsWith(name))
    return found?.[1] ?? all
  }
}
