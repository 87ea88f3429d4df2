import { beforeAll, describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { stays } from '#features/stays/contract.ts'
import type { Day } from '#kernel/lang/day.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { aNeighbour, anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { corrects, withdraws, writes } from '#kit/notes.ts'
import { asksToSee, makesPackage, runsJob } from '#kit/privacy.ts'
import { ask, newId, type Person, refused, signedIn, trailOf, useWorld, type World } from '#kit/world.ts'
import { type DeletionRun, privacy } from './contract.ts'
import { deleteRun } from './server/index.ts'

const here = useWorld()
const LONG_AFTER = '2040-03-12T09:00:00+01:00'
let solvang: GivenUnit
let mette: Person
let pia: Person
let asta: Person
let jens: GivenCitizen
let birthe: GivenCitizen
let ida: GivenCitizen
let karl: GivenCitizen
let ole: GivenCitizen

const top = (world: World): GivenUnit => ({ id: world.rootUnitId, name: '' })

async function leaves(citizen: GivenCitizen, day: Day): Promise<void> {
  await ask(mette, stays.close, { stayId: citizen.stayId, version: 1, day, reason: 'moved-on' })
}

/** Notes of every kind, a contact, and an answered request with its package. */
async function isWrittenAbout(citizen: GivenCitizen): Promise<void> {
  const first = await writes(mette, solvang, citizen, 'Sov godt.', { important: true })
  await corrects(mette, first.id, 1, 'Sov godt til klokken syv.')
  await withdraws(mette, (await writes(mette, solvang, citizen, 'Om en helt anden.')).id)
  const contact = { kind: 'relative', name: 'Lone', relation: 'søster', phone: null, note: null }
  await ask(mette, citizens.addContact, { id: newId(), citizenId: citizen.id, ...contact })
  const request = await asksToSee(pia, citizen)
  await makesPackage(pia, request)
  const { version } = await ask(pia, privacy.request, { id: request })
  await ask(pia, privacy.close, { id: request, version, outcome: 'handed-over', note: null })
}

/** Somebody whose stay ended long before the test's day. */
async function movedOnLongAgo(name: string): Promise<GivenCitizen> {
  const citizen = await aCitizen(here.world, name, solvang)
  const longAgo = `from_on = '2020-01-01', to_on = '2021-01-01'`
  await here.world.owner.query(`update citizens.tie set ${longAgo} where citizen_id = $1`, [citizen.id])
  await here.world.owner.query(
    `update stays.stay set starts_on = '2020-01-01', ends_on = '2021-01-01', end_reason = 'moved-on' where id = $1`,
    [citizen.stayId],
  )
  return citizen
}

const decides = (by: Person, kind: string, days: number | null, archive: string | null = null) =>
  ask(by, privacy.decideRetention, {
    ...{ id: newId(), class: kind, fromOn: by.world.clock.today(), days, archive },
    reference: 'Rigsarkivet j.nr. 2040/12, KLE 27.36.04',
  })

async function previews(by: Person): Promise<DeletionRun> {
  const id = newId()
  await ask(by, privacy.previewDeletion, { id })
  return runOf(by, id)
}

async function runOf(by: Person, id: string): Promise<DeletionRun> {
  return (await ask(by, privacy.deletion, {})).runs.find((run) => run.id === id)!
}

const confirms = (by: Person, run: DeletionRun) =>
  ask(by, privacy.confirmDeletion, { id: run.id, version: run.version })
const drops = (by: Person, run: DeletionRun) => ask(by, privacy.dropDeletion, { id: run.id, version: run.version })

const blocksOf = (run: DeletionRun) =>
  Object.fromEntries(run.blocks.map(({ class: kind, reason, citizens }) => [`${kind} ${reason}`, citizens]))
const linesOf = (run: DeletionRun) => Object.fromEntries(run.lines.map(({ name, rows }) => [name, rows]))

/** Rows of every table that can be deleted from, as the owner of the database counts them. */
async function everything(world: World): Promise<Record<string, number>> {
  const { rows } = await world.owner.query<{ name: string }>('select name from db.erasable')
  const counts: Record<string, number> = {}
  for (const { name } of rows)
    counts[name] = Number((await world.owner.query(`select count(*) from ${name}`)).rows[0].count)
  return counts
}

const gone = (before: Record<string, number>, after: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(before).flatMap(([name, count]) => (count === after[name] ? [] : [[name, count - after[name]!]])),
  )

const trailRows = async () => Number((await here.world.owner.query('select count(*) from kernel.audit')).rows[0].count)

beforeAll(async () => {
  const { world } = here
  solvang = await aUnit(world, 'Solvang')
  mette = await anEmployee(world, 'Mette Holm', 'unit-leader', solvang)
  pia = await anEmployee(world, 'Pia Dahl', 'privacy-officer', top(world))
  const known = async (name: string) => {
    const citizen = await aCitizen(world, name, solvang)
    await isWrittenAbout(citizen)
    return citizen
  }
  jens = await known('Jens Bæk')
  birthe = await known('Birthe Lund')
  ida = await known('Ida Bro')
  karl = await known('Karl Kjær')
  ole = await known('Ole Ny')
  for (const citizen of [jens, ida, karl]) await leaves(citizen, '2026-03-10')
  world.clock.set('2039-06-01T10:00:00+02:00')
  mette = await signedIn(world, mette.id, mette.name)
  await leaves(ole, '2039-06-01')
  world.clock.set(LONG_AFTER)
  pia = await signedIn(world, pia.id, pia.name)
  mette = await signedIn(world, mette.id, mette.name)
  asta = world.administrator = await signedIn(world, world.administrator.id, 'Asta Admin')
  await asksToSee(pia, ida)
})

describe('as long as nobody has decided anything', () => {
  test('nothing would go, and it says why', async () => {
    const run = await previews(pia)
    expect(run.lines).toEqual([])
    expect(blocksOf(run)).toEqual({
      'social-record no-period': 5,
      'case-work no-period': 5,
      'log no-period': 0,
      'working-paper no-period': 0,
    })
    await drops(pia, run)
    expect((await runOf(pia, run.id)).state).toBe('dropped')
  })

  test('a case asks the archive first', async () => {
    const wanted = {
      id: newId(),
      class: 'case-work',
      fromOn: '2040-03-12',
      days: 1825,
      archive: null,
      reference: 'KLE',
    }
    expect((await refused(pia, privacy.decideRetention, wanted)).code).toBe('privacy.archive-unasked')
    expect((await refused(pia, privacy.decideRetention, { ...wanted, class: 'log', archive: 'may-go' })).code).toBe(
      'privacy.archive-not-asked',
    )
    expect((await refused(pia, privacy.decideRetention, { ...wanted, days: 5 })).code).toBe('kernel.bad-input')
  })

  test('what is worth preserving and not handed over stays, whatever its age', async () => {
    await decides(pia, 'social-record', 1825, 'preserve')
    await decides(pia, 'case-work', 1825, 'preserve')
    const run = await previews(pia)
    expect(run.lines).toEqual([])
    expect(blocksOf(run)).toMatchObject({ 'social-record worth-preserving': 5, 'case-work worth-preserving': 5 })
    await drops(pia, run)
  })
})

describe('the archive said that the cases may go after five years', () => {
  beforeAll(async () => {
    here.world.clock.set('2040-03-12T09:05:00+01:00')
    await decides(asta, 'social-record', 1825, 'may-go')
    await decides(asta, 'case-work', 1825, 'may-go')
    await ask(pia, privacy.preserve, { id: newId(), citizenId: karl.id, reason: 'Bevaringsværdig, jf. stadsarkivet' })
  })

  test('the preview tells what would go of whom no longer, and what stays and why; it deletes nothing', async () => {
    const before = await everything(here.world)
    const run = await previews(pia)
    expect(linesOf(run)).toMatchObject({
      'citizens.citizen': 1,
      'citizens.contact': 1,
      'journal.note': 2,
      'journal.correction': 1,
      'journal.withdrawal': 1,
      'stays.stay': 1,
      'privacy.request': 1,
      'privacy.package': 1,
      'privacy.package_part': expect.any(Number),
    })
    expect(run.lines.find(({ name }) => name === 'journal.note')).toMatchObject({
      citizens: 1,
      oldestOn: '2026-03-10',
      newestOn: '2026-03-10',
      deleted: 0,
    })
    expect(blocksOf(run)).toMatchObject({
      'case-work ongoing': 1,
      'case-work open-request': 1,
      'case-work preserved': 1,
      'case-work not-yet': 1,
      'social-record ongoing': 1,
    })
    expect(gone(before, await everything(here.world))).toEqual({})
    expect((await refused(asta, privacy.previewDeletion, { id: newId() })).code).toBe('privacy.deletion-stands')
    await drops(asta, run)
  })

  test('who made the preview cannot confirm it, and nobody below the top sees or does any of it', async () => {
    const run = await previews(pia)
    expect(run.isMine).toBe(true)
    expect((await refused(pia, privacy.confirmDeletion, { id: run.id, version: run.version })).code).toBe(
      'privacy.deletion-alone',
    )
    const emma = await anEmployee(here.world, 'Emma', 'support-worker', solvang)
    const lokal = await anEmployee(here.world, 'Liv', 'privacy-officer', solvang)
    for (const person of [mette, emma, lokal]) {
      expect((await refused(person, privacy.deletion, {})).code).toMatch(/not-permitted|not-found/)
      expect((await refused(person, privacy.preservations, {})).code).toMatch(/not-permitted|not-found/)
      expect((await refused(person, privacy.previewDeletion, { id: newId() })).code).toMatch(/not-permitted|not-found/)
      expect((await refused(person, privacy.confirmDeletion, { id: run.id, version: run.version })).code).toMatch(
        /not-permitted|not-found/,
      )
    }
    expect((await refused(asta, privacy.confirmDeletion, { id: run.id, version: run.version + 1 })).code).toBe(
      'kernel.stale',
    )
    // Not even the server's own connection can: the database holds that there are two.
    await expect(
      here.world.owner.query('update privacy.deletion_run set confirmed_by = previewed_by where id = $1', [run.id]),
    ).rejects.toThrow(/two_persons|confirmed_whole/)
    await drops(asta, run)
  })

  test('a job deletes exactly what was shown, goes on where it was broken off, and does nothing twice', async () => {
    const sara = await movedOnLongAgo('Sara Sø')
    const before = await everything(here.world)
    const trail = await trailRows()
    const run = await previews(pia)
    expect(run.steps).toBe(2)
    await confirms(asta, run)
    const { pool, clock } = { pool: here.world.house.tenants.pool(here.world.tenant), clock: here.world.clock }
    await deleteRun({ pool, clock }, run.id, 1)
    expect(await runOf(pia, run.id)).toMatchObject({ state: 'deleting', doneSteps: 1 })
    here.world.clock.set('2040-03-12T09:18:00+01:00')
    await runsJob(here.world, 'privacy-take-up', {})
    await Promise.all([deleteRun({ pool, clock }, run.id), runsJob(here.world, 'privacy-delete', { run: run.id })])
    const after = await everything(here.world)
    const done = await runOf(pia, run.id)
    expect(done).toMatchObject({ state: 'done', doneSteps: 2, keptSteps: 0, confirmedByName: 'Asta Admin' })
    expect(gone(before, after)).toEqual(linesOf(run))
    expect(done.lines.map(({ name, deleted }) => [name, deleted])).toEqual(
      run.lines.map(({ name, rows }) => [name, rows]),
    )
    for (const { id } of [jens, sara])
      expect((await here.world.owner.query('select from citizens.citizen where id = $1', [id])).rowCount).toBe(0)
    expect(
      (await here.world.owner.query('select from privacy.deletion_step where citizen_id is not null')).rowCount,
    ).toBe(0)
    // Nothing of the trail is gone: every entry from before stands, and those of this are added.
    expect(await trailRows()).toBeGreaterThan(trail)
    const told = await trailOf(here.world, 'privacy.deleted')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ actor_id: asta.id, outcome: 'done', subject_id: null, records: [run.id] })
    expect(JSON.parse(told[0]!.about!)).toMatchObject({
      rows: run.lines.reduce((sum, { rows }) => sum + rows, 0),
      kept: 0,
    })
    expect((await refused(asta, privacy.dropDeletion, { id: run.id, version: done.version })).code).toBe(
      'privacy.deletion-over',
    )
  })

  test('what changed since it was shown is left standing, and the run says so', async () => {
    const per = await movedOnLongAgo('Per Post')
    const eva = await movedOnLongAgo('Eva Eng')
    const hasContact = () =>
      here.world.owner.query(
        `insert into citizens.contact (tenant_id, id, citizen_id, kind, name, changed_at) values ($1, $2, $3, 'relative', 'Ny', now())`,
        [here.world.tenant.id, newId(), eva.id],
      )
    await hasContact()
    const run = await previews(asta)
    expect(run.steps).toBe(2)
    await asksToSee(pia, per)
    await hasContact()
    const before = await everything(here.world)
    await confirms(pia, run)
    await runsJob(here.world, 'privacy-delete', { run: run.id })
    expect(await runOf(pia, run.id)).toMatchObject({ state: 'done', doneSteps: 2, keptSteps: 2 })
    expect(gone(before, await everything(here.world))).toEqual({})
  })

  test('a preservation is ended, and what was held back may go the next time', async () => {
    const [held] = await ask(asta, privacy.preservations, {})
    expect(held).toMatchObject({ citizenName: 'Karl Kjær', keptByName: 'Pia Dahl' })
    expect((await refused(asta, privacy.preserve, { id: newId(), citizenId: karl.id, reason: 'Igen' })).code).toBe(
      'privacy.already-preserved',
    )
    await ask(asta, privacy.endPreservation, { id: held!.id })
    expect((await refused(asta, privacy.endPreservation, { id: held!.id })).code).toBe('privacy.preservation-over')
    const run = await previews(pia)
    expect(linesOf(run)).toMatchObject({ 'privacy.preservation': 1 })
    await confirms(asta, run)
    await runsJob(here.world, 'privacy-delete', { run: run.id })
    expect((await here.world.owner.query('select from citizens.citizen where id = $1', [karl.id])).rowCount).toBe(0)
    expect((await here.world.owner.query('select from citizens.citizen where id = $1', [ole.id])).rowCount).toBe(1)
  })

  test('drafts nobody has touched go by their own age, in a run of their own step', async () => {
    const id = newId()
    await here.world.owner.query(
      `insert into journal.draft (tenant_id, id, author_id, unit_id, citizen_id, content, revision, started_at, saved_at)
       values ($1, $2, $3, $4, $5, '{}', 1, '2039-01-01', '2039-01-01'), ($1, gen_random_uuid(), $3, $4, $5, '{}', 1, '2040-03-01', '2040-03-01')`,
      [here.world.tenant.id, id, mette.id, solvang.id, birthe.id],
    )
    await decides(pia, 'working-paper', 180)
    const run = await previews(pia)
    expect(run.lines).toEqual([
      expect.objectContaining({
        name: 'journal.draft',
        class: 'working-paper',
        rows: 1,
        citizens: 0,
        oldestOn: '2039-01-01',
      }),
    ])
    await confirms(asta, run)
    await runsJob(here.world, 'privacy-delete', { run: run.id })
    expect((await runOf(pia, run.id)).lines[0]).toMatchObject({ rows: 1, deleted: 1 })
    expect((await here.world.owner.query('select from journal.draft where id = $1', [id])).rowCount).toBe(0)
  })
})

test('the neighbouring municipality loses nothing by it, and sees nothing of it', async () => {
  const nabo = await aNeighbour(here.world)
  const hjem = await aUnit(nabo, 'Naboly')
  const nils = await aCitizen(nabo, 'Nils Nabo', hjem)
  const nanna = nabo.administrator
  expect(await ask(nanna, privacy.deletion, {})).toEqual({ decisions: [], runs: [] })
  const run = await previews(pia)
  for (const act of [privacy.confirmDeletion, privacy.dropDeletion])
    expect((await refused(nanna, act, { id: run.id, version: run.version })).code).toBe('kernel.not-found')
  await nabo.db.one(sql`select privacy.delete_next(${run.id}, now(), 100)`)
  expect((await runOf(pia, run.id)).doneSteps).toBe(0)
  await drops(pia, run)
  expect((await here.world.owner.query('select from citizens.citizen where id = $1', [nils.id])).rowCount).toBe(1)
})
