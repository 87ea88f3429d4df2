import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { relay } from '../contract.ts'
import { mayCoordinate, mayFollow } from './permissions.ts'

const weight = (column: 'affected' | 'influence') =>
  sql`array_position(array['high', 'middle', 'low'], stakeholder.${sql.ref(column)})`

/** Those it changes most for first. */
export const stakeholders = query(relay.stakeholders, {
  may: anywhere(mayFollow),
  audit: () => ({}),
  read: ({ visible, offers }) => sql`
    select stakeholder.id, stakeholder.place_id as "placeId", stakeholder.name, stakeholder.role, stakeholder.affected, stakeholder.influence,
      stakeholder.hard_to_reach as "hardToReach", stakeholder.how, stakeholder.version, ${offers({ keep: mayCoordinate }, sql`stakeholder.place_id`)} as permitted
    from relay.stakeholder where stakeholder.tenant_id = kernel.here() and ${visible(sql`stakeholder.place_id`)}
    order by ${weight('affected')}, ${weight('influence')}, stakeholder.name collate "da-x-icu" limit 200`,
})

type Standing = { id: Id; placeId: Id; version: number }

/** The place's row is the lock: a name stands once. */
async function standing(db: Db, { id, placeId }: { id: Id; placeId: Id }): Promise<Standing | undefined> {
  await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${placeId} for no key update`)
  const found = await db.one<Standing>(sql`select id, place_id as "placeId", version from relay.stakeholder
    where tenant_id = kernel.here() and id = ${id} for update`)
  if (found && found.placeId !== placeId) throw new Problem('not-found', 'kernel.not-found')
  return found ?? { id, placeId, version: 0 }
}

async function unlessNamed(db: Db, placeId: Id, name: string, except: Id): Promise<void> {
  const taken = await db.one(sql`select id from relay.stakeholder
    where tenant_id = kernel.here() and place_id = ${placeId} and name = ${name} and id <> ${except}`)
  if (taken) refuse(refusal('relay.name-taken', {}, 'name'))
}

export const keepStakeholder = command(relay.keepStakeholder, {
  may: at(mayCoordinate, (input) => input.placeId),
  about: standing,
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    const name = input.name.trim()
    await unlessNamed(db, input.placeId, name, input.id)
    await db.run(sql`insert into relay.stakeholder (id, place_id, name, role, affected, influence, hard_to_reach, how, changed_at, changed_by)
      values (${input.id}, ${input.placeId}, ${name}, ${input.role.trim()}, ${input.affected}, ${input.influence}, ${input.hardToReach},
        ${input.how.trim()}, ${clock.now()}, ${by.id})
      on conflict (tenant_id, id) do update set name = excluded.name, role = excluded.role, affected = excluded.affected, influence = excluded.influence,
        hard_to_reach = excluded.hard_to_reach, how = excluded.how, version = stakeholder.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (input) => [{ topic: 'relay', place: input.placeId }],
})
