import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Heard, loadRollout } from '#app/egebaek/load.ts'
import { actAs } from '#app/server/new-tenant.ts'
import { type Opened, openHouse } from '#app/server/open-house.ts'
import type { Role } from '#features/org/roles.ts'
import type { Id } from '#kernel/lang/id.ts'
import { readConfig } from '#kernel/server/config.ts'
import { endSession } from '#kernel/server/sessions.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import type { By } from '#kernel/server/use-case.ts'
import { coordinatorOf } from './coordinator-of.ts'
import { endWith } from './ended.ts'
import { tenantNamed } from './tenant-named.ts'

const USAGE = 'bin/import --rollout FILE --as NAME [--tenant SLUG]'

/** Those with a role of the whole municipality, first employed first, under whose names the file's acts are done. */
async function peopleOf(house: Opened, tenant: Tenant, role: Role, most: number): Promise<By[]> {
  const found = await dbOn(house.tenants.pool(tenant)).all<{ id: Id }>(sql`
    select distinct employee.id from org.employee
    join org.role_grant on role_grant.tenant_id = employee.tenant_id and role_grant.employee_id = employee.id and role_grant.role = ${role}
      and role_grant.starts_on <= ${house.clock.today()} and (role_grant.ends_on is null or role_grant.ends_on >= ${house.clock.today()})
    join org.unit on unit.tenant_id = role_grant.tenant_id and unit.id = role_grant.unit_id and unit.kind = 'municipality'
    where employee.tenant_id = kernel.here() order by employee.id limit ${most}::int`)
  return Promise.all(found.map(({ id }) => actAs(house, tenant, house.clock, id)))
}

/** The first leader of each unit: who approves what it answered. */
async function leadersOf(house: Opened, tenant: Tenant): Promise<Map<Id, By>> {
  const found = await dbOn(house.tenants.pool(tenant)).all<{ unitId: Id; id: Id }>(sql`
    select distinct on (role_grant.unit_id) role_grant.unit_id as "unitId", role_grant.employee_id as id from org.role_grant
    where role_grant.tenant_id = kernel.here() and role_grant.role = 'unit-leader' and role_grant.starts_on <= ${house.clock.today()}
      and (role_grant.ends_on is null or role_grant.ends_on >= ${house.clock.today()}) order by role_grant.unit_id, role_grant.employee_id`)
  const pairs = found.map(async ({ unitId, id }) => [unitId, await actAs(house, tenant, house.clock, id)] as const)
  return new Map(await Promise.all(pairs))
}

/** With the coordinator, the five who give points. */
const OTHERS_ON_PANEL = 4

/** `[######------] 6/12 plan, 24 s` */
const progress =
  (began: number): Heard =>
  (done, of, title) => {
    const bar = `[${'#'.repeat(done)}${'-'.repeat(of - done)}]`
    process.stdout.write(`${bar} ${done}/${of} ${title}, ${Math.round((performance.now() - began) / 1000)} s\n`)
  }

async function main(): Promise<void> {
  const options = { rollout: { type: 'string' }, as: { type: 'string' }, tenant: { type: 'string' } } as const
  const { rollout, as, tenant: slug } = parseArgs({ args: process.argv.slice(2), options }).values
  if (!rollout || !as) throw new Error(USAGE)
  const raw = JSON.parse(fs.readFileSync(path.resolve(process.env.CALLED_FROM ?? '.', rollout), 'utf8'))
  const house = await openHouse({ ...readConfig(process.env), RT_LOG_LEVEL: 'error' })
  try {
    const tenant = tenantNamed(house, slug)
    const { id, placeId } = await coordinatorOf(house, tenant, as, USAGE)
    const pool = house.tenants.pool(tenant)
    const by = await actAs(house, tenant, house.clock, id)
    const ground = { pool, clock: house.clock, named: true, tell: () => undefined }
    const [steering] = await peopleOf(house, tenant, 'steering', 1)
    const [buyer] = await peopleOf(house, tenant, 'buyer', 1)
    const [first, ...rest] = await peopleOf(house, tenant, 'evaluator', OTHERS_ON_PANEL)
    const panel = rest.length === OTHERS_ON_PANEL - 1 ? [first!, by, ...rest] : undefined
    const leaders = await leadersOf(house, tenant)
    const loader = { ground, by, tenantId: tenant.id, steering, buyer, evaluators: panel, leaders }
    const left = await loadRollout(loader, raw, placeId, progress(performance.now()))
    for (const session of [by, steering, buyer, first, ...rest, ...leaders.values()].filter((one) => one !== undefined))
      await endSession(dbOn(pool), house.clock, session)
    if (!steering) process.stdout.write('Nobody has the role steering: versions wait to be approved.\n')
    if (!buyer || !panel)
      process.stdout.write('There is no buyer, or fewer than four evaluators: the tender is left out.\n')
    for (const line of left) process.stdout.write(`Not taken. ${line}.\n`)
    process.stdout.write(`The rollout of ${tenant.name} is loaded.\n`)
  } finally {
    await house.close()
  }
}

await endWith(main().then(() => 0))
