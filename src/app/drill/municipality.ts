import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { newTenant } from '#app/server/new-tenant.ts'
import type { Opened } from '#app/server/open-house.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { Tenant } from '#kernel/server/tenants.ts'

/** Somebody signed in, where they work and about whom they write. */
export type Worker = { id: Id; token: string; unitId: Id; citizenId: Id }
export type Municipality = {
  tenant: Tenant
  /** Leaders of the first unit: they may correct what others wrote. */
  leaders: Worker[]
  /** One of the second unit, who hears and sees nothing of the first. */
  stranger: Worker
}

const LEADERS = 50

/** Two units, fifty leaders in the one, a stranger in the other, a citizen in each. Ten hours of session each. */
export async function foundMunicipality(house: Opened): Promise<Municipality> {
  const { tenant, unitId: root } = await newTenant(house, {
    slug: 'oevelse',
    name: 'Øvekommune',
    administrator: 'Øver',
  })
  const owner = new pg.Client({ connectionString: house.url })
  await owner.connect()
  try {
    const run = (text: string, values: unknown[]) => owner.query(text, [tenant.id, ...values])
    const [here, elsewhere] = [await aUnit(run, root), await aUnit(run, root)]
    const leaders: Worker[] = []
    while (leaders.length < LEADERS) leaders.push(await aLeader(run, here))
    const stranger = await aLeader(run, elsewhere)
    return { tenant, leaders, stranger }
  } finally {
    await owner.end()
  }
}

type Run = (text: string, values: unknown[]) => Promise<unknown>
type Unit = { id: Id; citizenId: Id }

async function aUnit(run: Run, root: Id): Promise<Unit> {
  const [id, citizenId] = [newId(), newId()]
  await run(
    `insert into org.unit (tenant_id, id, parent_id, name, kind, round_the_clock, changed_at) values ($1, $2, $3, 'Hus', 'offer', true, now())`,
    [id, root],
  )
  await run(`insert into org.branch (tenant_id, above_id, unit_id) values ($1, $2, $2), ($1, $3, $2)`, [id, root])
  await run(
    `insert into citizens.citizen (tenant_id, id, given_name, family_name, changed_at) values ($1, $2, 'Borger', 'Opdigtet', now())`,
    [citizenId],
  )
  await run(
    `insert into citizens.tie (tenant_id, id, citizen_id, unit_id, because, from_on) values ($1, gen_random_uuid(), $2, $3, 'registration', current_date - 30)`,
    [citizenId, id],
  )
  return { id, citizenId }
}

async function aLeader(run: Run, unit: Unit): Promise<Worker> {
  const id = newId()
  await run(
    `insert into org.employee (tenant_id, id, name, employed_from, changed_at) values ($1, $2, 'Medarbejder', current_date - 30, now())`,
    [id],
  )
  await run(
    `insert into org.role_grant (tenant_id, id, employee_id, role, unit_id, starts_on, granted_at)
    values ($1, gen_random_uuid(), $2, 'unit-leader', $3, current_date - 30, now())`,
    [id, unit.id],
  )
  const [token] = await sessionsFor((text, values) => run(text, values.slice(1)), '', [id])
  return { id, token: token!, unitId: unit.id, citizenId: unit.citizenId }
}

/** A session for each of the people named; the same person may have many. @returns their tokens. */
export async function sessionsFor(
  run: (text: string, values: unknown[]) => Promise<unknown>,
  tenant: Id,
  people: Id[],
): Promise<string[]> {
  const tokens = people.map(() => randomBytes(32).toString('base64url'))
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest())
  await run(
    `insert into kernel.session (tenant_id, id, actor_id, token_hash, started_at, expires_at, how)
    select $1, gen_random_uuid(), actor, hash, now(), now() + interval '10 hours', 'cli' from unnest($2::uuid[], $3::bytea[]) as given (actor, hash)`,
    [tenant, people, hashes],
  )
  return tokens
}
