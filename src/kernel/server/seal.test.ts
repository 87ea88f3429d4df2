import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { writes } from '#kit/notes.ts'
import { ask, openWorld, type Person, type World } from '#kit/world.ts'
import { sealRound, unsealedSeconds } from './sealer.ts'
import { headsOf, type Verified, verifyTenant } from './verify.ts'

let world: World
let sealer: pg.Client
let solvang: GivenUnit
let jonas: Person
let jens: GivenCitizen

const connected = async () => {
  const client = new pg.Client({ connectionString: world.house.url })
  await client.connect()
  return client
}

beforeAll(async () => {
  world = await openWorld()
  sealer = await connected()
  solvang = await aUnit(world, 'Solvang')
  jonas = await anEmployee(world, 'Jonas', 'support-worker', solvang)
  jens = await aCitizen(world, 'Jens Brandt', solvang)
})
afterAll(async () => {
  await sealer.end()
  await world.close()
})

const rowsOf = async () => (await world.owner.query('select count(*)::int as n from kernel.audit')).rows[0].n as number
const sealed = async () => (await world.owner.query('select count(*)::int as n from kernel.seal')).rows[0].n as number

async function verified(): Promise<Verified> {
  const client = await connected()
  try {
    return await verifyTenant(client, world.tenant.id)
  } finally {
    await client.end()
  }
}

describe('the sealer', () => {
  test('links every row once, in the chain of its unit, and the chains are proved', async () => {
    await ask(jonas, citizens.card, { citizenId: jens.id })
    expect(await sealRound(sealer)).toBe(await rowsOf())
    expect(await sealRound(sealer)).toBe(0)
    expect(await verified()).toEqual({ rows: await rowsOf(), chains: 3, unsealed: 0, broken: undefined })
    expect(await unsealedSeconds(world.house.tenants.front)).toBeLessThan(20)
  })

  test('skips nothing that commits late, after rows with later numbers were sealed', async () => {
    const late = await world.house.tenants.pool(world.tenant).connect()
    await late.query('begin')
    await late.query(`insert into kernel.audit (at, action, outcome, scope_id) values (now(), 'late', 'done', $1)`, [
      solvang.id,
    ])
    await writes(jonas, solvang, jens, 'Skrevet imens')
    expect(await sealRound(sealer)).toBe(1)
    await late.query('commit')
    late.release()
    expect((await verified()).broken).toBeUndefined()
    expect(await sealRound(sealer)).toBe(1)
    expect(await sealed()).toBe(await rowsOf())
    expect((await verified()).broken).toBeUndefined()
  })

  test('catches up after a pause, many batches, and goes on where it was broken off', async () => {
    await world.owner.query(
      `insert into kernel.audit (tenant_id, at, action, outcome, scope_id)
       select $1, now(), 'many', 'done', $2 from generate_series(1, 4500)`,
      [world.tenant.id, solvang.id],
    )
    await sealer.end()
    sealer = await connected()
    const [seen] = (
      await world.owner.query('select era, seen::text from kernel.sealing where tenant_id = $1', [world.tenant.id])
    ).rows
    expect(await sealRound(sealer)).toBe(4500)
    await world.owner.query('update kernel.sealing set seen = $1 where tenant_id = $2', [seen.seen, world.tenant.id])
    expect(await sealRound(sealer)).toBe(0)
    expect(await verified()).toMatchObject({ rows: await rowsOf(), broken: undefined })
  })

  test('one at a time in the cluster: the other does nothing, and loses nothing', async () => {
    const other = await connected()
    await other.query('select pg_advisory_lock(7262002)')
    expect(await sealRound(sealer)).toBeUndefined()
    await other.end()
    expect(await sealRound(sealer)).toBe(0)
  })

  test('never makes a writer wait', async () => {
    await writes(jonas, solvang, jens, 'Mens der forsegles')
    await sealer.query('begin')
    await sealRound(sealer)
    await writes(jonas, solvang, jens, 'Og imens endnu')
    await sealer.query('commit')
    expect(await sealRound(sealer)).toBe(1)
  })

  test('after a logical restore the transaction numbers begin anew, and the chains go on', async () => {
    await world.owner.query(`insert into kernel.era (number, system_identifier) values (2, 'another cluster')`)
    await world.owner.query('alter table kernel.audit alter column era set default 2')
    await writes(jonas, solvang, jens, 'I en ny tid')
    expect(await sealRound(sealer)).toBe(1)
    expect(await sealRound(sealer)).toBe(0)
    expect((await verified()).broken).toBeUndefined()
  })

  test('finds for each citizen the rows that name them', async () => {
    const { rows } = await world.owner.query(
      `select distinct action from kernel.seen join kernel.audit using (tenant_id, seq) where seen.subject_id = $1 order by 1`,
      [jens.id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'citizens.card',
      'citizens.register',
      'journal.write',
      'stays.open',
    ])
  })

  test('keeps each municipality’s chains to itself', async () => {
    const neighbour = await aNeighbour(world)
    await aUnit(neighbour, 'Engen')
    await sealRound(sealer)
    const heads = await headsOf(sealer, neighbour.tenant.id)
    expect(heads.map(({ link }) => link).reduce((a, b) => a + b)).toBe(2)
    expect(await verifyTenant(sealer, neighbour.tenant.id)).toMatchObject({ rows: 2, broken: undefined })
  })
})

describe('what is sealed can be changed by nobody but the owner of the database', () => {
  const tried = async (role: string, text: string) => {
    await world.owner.query('begin')
    try {
      await world.owner.query(`set local role ${role}`)
      await world.owner.query(text)
      return 'done'
    } catch (error) {
      return (error as { code: string }).code
    } finally {
      await world.owner.query('rollback')
    }
  }

  test.each([
    ['rt_app', `insert into kernel.seal select * from kernel.seal`],
    ['rt_app', `update kernel.seal set hash = ''`],
    ['rt_app', `insert into kernel.seen select * from kernel.seen`],
    ['rt_app', `update kernel.sealing set era = 1`],
    ['rt_app', `update kernel.audit set action = ''`],
    ['rt_sealer', `update kernel.seal set hash = ''`],
    ['rt_sealer', `delete from kernel.seal`],
    ['rt_sealer', `truncate kernel.seal`],
    ['rt_sealer', `delete from kernel.seen`],
    [
      'rt_sealer',
      `insert into kernel.audit (tenant_id, at, action, outcome) select tenant_id, at, action, outcome from kernel.audit`,
    ],
    ['rt_sealer', `update kernel.audit set action = ''`],
  ])('%s may not: %s', async (role, text) => {
    expect(await tried(role, text)).toBe('42501')
  })
})
