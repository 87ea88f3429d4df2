import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { actAs, newTenant } from '#app/server/new-tenant.ts'
import type { Opened } from '#app/server/open-house.ts'
import { useCases } from '#app/use-cases.ts'
import { audience } from '#features/org/server/index.ts'
import type { AnyEndpoint, InputOf, OutputOf } from '#kernel/lang/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { standingClock } from '#kernel/server/clock.ts'
import { readConfig } from '#kernel/server/config.ts'
import { secretOf } from '#kernel/server/cookies.ts'
import { Live } from '#kernel/server/live.ts'
import { makeLog } from '#kernel/server/log.ts'
import { type Ground, perform } from '#kernel/server/run.ts'
import { type Db, dbOn, sql } from '#kernel/server/sql.ts'
import { type Tenant, Tenants } from '#kernel/server/tenants.ts'
import type { By, Tell } from '#kernel/server/use-case.ts'
import { TEST_SECRET } from './database.ts'
import { everythingIsInTheTrail, Tally } from './tally.ts'

/** A Tuesday afternoon in March. */
export const START = '2026-03-10T14:00:00+01:00'

const byName = new Map(useCases.map((useCase) => [useCase.contract.name, useCase]))

/** Somebody of the story: signed in, and able to ask the house for things. */
export type Person = { id: Id; name: string; by: By; world: World }

/** One throwaway database with one municipality in it (and a neighbour, when a test asks for one). */
export type World = {
  house: Opened
  tenant: Tenant
  rootUnitId: Id
  administrator: Person
  clock: ReturnType<typeof standingClock>
  told: Tell[]
  /** What was performed; compared with the trail when the world closes. */
  tally: Tally
  /** As the owner of the database: sees everything, for what only an auditor would look at. */
  owner: pg.Client
  /** As the tenant's own role. */
  db: Db
  close(): Promise<void>
}

export function groundOf(world: World, tenant: Tenant = world.tenant): Ground {
  return {
    pool: world.house.tenants.pool(tenant),
    clock: world.clock,
    named: true,
    tell: (tells) => void world.told.push(...tells),
    tally: world.tally.hear,
    secret: secretOf(world.house.config, tenant),
  }
}

/** Asks as the person. Throws `Problem` when refused. */
export async function ask<E extends AnyEndpoint>(
  person: Person,
  contract: E,
  input: InputOf<E> | Record<string, unknown>,
  key: string = randomUUID(),
): Promise<OutputOf<E>> {
  const useCase = byName.get(contract.name)
  if (!useCase) throw new Error(`${contract.name} is not in app/use-cases.ts`)
  const answer = JSON.parse(await perform({ ground: groundOf(person.world), useCase, input, by: person.by, key }))
  return contract.output.parse(answer) as OutputOf<E>
}

/** The problem that the person is met with; fails when there is none. */
export async function refused<E extends AnyEndpoint>(
  person: Person,
  contract: E,
  input: InputOf<E> | Record<string, unknown>,
  key?: string,
): Promise<Problem> {
  try {
    await ask(person, contract, input, key)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error(`${person.name} was not refused ${contract.name}`)
}

export async function openWorld(): Promise<World> {
  const url = inject('databaseUrl')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query(`create database ${name} template tpl strategy file_copy`)
  await server.end()
  const own = url.replace(/\/postgres$/, `/${name}`)
  const clock = standingClock(START)
  const house = houseOn(own, clock)
  const { tenant, unitId, administratorId } = await newTenant(house, {
    slug: 'proeveby',
    name: 'Prøveby Kommune',
    administrator: 'Asta Admin',
    demo: true,
  })
  const owner = new pg.Client({ connectionString: own })
  await owner.connect()
  const close = async () => {
    await owner.end()
    await house.close()
  }
  const world: World = {
    house,
    tenant,
    rootUnitId: unitId,
    administrator: undefined as never,
    clock,
    told: [],
    tally: new Tally(),
    owner,
    db: dbOn(house.tenants.pool(tenant)),
    close,
  }
  world.administrator = await signedIn(world, administratorId, 'Asta Admin')
  return world
}

function houseOn(url: string, clock: ReturnType<typeof standingClock>): Opened {
  const config = {
    ...readConfig({ RT_LOG_LEVEL: 'silent', RT_POOL_SIZE: '8', DATA_DIR: '/nowhere' }),
    RT_SECRET: TEST_SECRET,
  }
  const log = makeLog('silent')
  const tenants = new Tenants(url, config, log)
  const live = new Live(tenants, clock, audience, log)
  const close = async () => {
    await live.close()
    await tenants.close()
  }
  return { url, config, clock, log, tenants, live, close }
}

export async function signedIn(world: World, id: Id, name: string): Promise<Person> {
  return { id, name, by: await actAs(world.house, world.tenant, world.clock, id), world }
}

/** One world for a test file. */
export function useWorld(): { readonly world: World } {
  const held: { world?: World } = {}
  beforeAll(async () => {
    held.world = await openWorld()
  })
  afterAll(async () => {
    if (!held.world) return
    try {
      await everythingIsInTheTrail(held.world)
    } finally {
      await held.world.close()
    }
  })
  return {
    get world() {
      if (!held.world) throw new Error('The world opens before the first test.')
      return held.world
    },
  }
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What the audit trail holds for one use case, oldest first. */
export async function trailOf(world: World, action: string) {
  return world.db.all<{
    actor_id: Id
    outcome: string
    code: string | null
    scope_id: Id | null
    subject_id: Id | null
    records: Id[]
    about: string | null
  }>(
    sql`select actor_id, outcome, code, scope_id, subject_id, records, about::text from kernel.audit where tenant_id = kernel.here() and action = ${action} order by seq`,
  )
}
export { newId }
