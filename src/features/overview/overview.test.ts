import { beforeAll, expect, test } from 'vitest'
import { journal } from '#features/journal/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { aCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { withdraws, writes } from '#kit/notes.ts'
import { ask, type Person, trailOf, useWorld } from '#kit/world.ts'
import { overview } from './contract.ts'

const here = useWorld()
let big: GivenUnit
let small: GivenUnit
let mette: Person
let staff: Person[]

beforeAll(async () => {
  big = await aUnit(here.world, 'Ankeret')
  small = await aUnit(here.world, 'Bakken')
  mette = await anEmployee(here.world, 'Mette', 'unit-leader', big)
  const { owner, tenant } = here.world
  await owner.query(
    `insert into org.role_grant (tenant_id, id, employee_id, role, unit_id, starts_on, granted_at) values ($1, $2, $3, 'unit-leader', $4, '2026-01-01', now())`,
    [tenant.id, newId(), mette.id, small.id],
  )
  staff = await Promise.all(
    ['Jonas', 'Nadia', 'Oda', 'Pia', 'Rune'].map((name) => anEmployee(here.world, name, 'support-worker', big)),
  )
})

const unitsOf = (by: Person) => ask(by, overview.forLeader, {})
const ofBig = async () => (await unitsOf(mette))[0]!

test('a leader sees the units she leads; everybody else an empty list; the trail says who asked', async () => {
  expect((await unitsOf(mette)).map(({ name }) => name)).toEqual(['Ankeret', 'Bakken'])
  expect(await unitsOf(staff[0]!)).toEqual([])
  expect((await trailOf(here.world, 'overview.forLeader')).map(({ outcome }) => outcome)).toEqual(['done', 'done'])
})

test('notes are counted by the day they happened, withdrawn ones are not; two weeks, oldest first', async () => {
  const [jonas] = staff as [Person]
  const jens = await aCitizen(here.world, 'Jens Brandt', big)
  await writes(jonas, big, jens, 'Sent i går', { happenedAt: '2026-03-09T23:30:00+01:00' })
  await writes(jonas, big, jens, 'Tidligt i dag', { happenedAt: '2026-03-10T00:30:00+01:00' })
  await withdraws(jonas, (await writes(jonas, big, jens, 'Forkert')).id)
  const { perDay } = await ofBig()
  expect([perDay.length, perDay[0]!.day]).toEqual([14, '2026-02-25'])
  expect(perDay.slice(-2)).toEqual([
    { day: '2026-03-09', notes: 1, important: 0 },
    { day: '2026-03-10', notes: 1, important: 0 },
  ])
})

test('citizens without a note for a week, drafts older than a day and warnings past their day are counted, not named', async () => {
  const { owner, tenant } = here.world
  const before = await ofBig()
  const lis = await aCitizen(here.world, 'Lis Holm', big)
  await aCitizen(here.world, 'Nytilflyttet', big, { from: '2026-03-09' })
  const id = newId()
  await ask(staff[0]!, journal.saveDraft, {
    id,
    unitId: big.id,
    citizenId: lis.id,
    content: { text: 'På vej' },
    revision: 1,
  })
  await owner.query(`update journal.draft set started_at = '2026-03-09T12:00:00Z' where id = $1`, [id])
  await owner.query(
    `insert into citizens.warning (tenant_id, id, citizen_id, unit_id, kind, text, author_id, author_name, written_at, review_on)
    values ($1, $2, $3, $4, 'fall', 'Faldrisiko', $5, 'Jonas', '2026-01-01T00:00:00Z', '2026-03-09')`,
    [tenant.id, newId(), lis.id, big.id, staff[0]!.id],
  )
  const after = await ofBig()
  expect([
    after.silentCitizens - before.silentCitizens,
    after.oldDrafts - before.oldDrafts,
    after.overdueWarnings - before.overdueWarnings,
  ]).toEqual([1, 1, 1])
  expect(JSON.stringify(after)).not.toMatch(/Jonas|Lis|På vej/)
})

test('an important note few have read: how many of how many, until half have; never who', async () => {
  const [jonas, nadia, oda, pia] = staff as [Person, Person, Person, Person]
  const note = await writes(jonas, big, null, 'Ny brandplan', { important: true })
  const about = async () => (await ofBig()).unread.find(({ noteId }) => noteId === note.id)
  expect(await about()).toMatchObject({ readers: 0, of: 5, nobody: true, shift: '07:00' })
  await ask(nadia, journal.markRead, { noteIds: [note.id] })
  expect(await about()).toMatchObject({ readers: 1, of: 5, nobody: false })
  for (const by of [oda, pia]) await ask(by, journal.markRead, { noteIds: [note.id] })
  expect(await about()).toBeUndefined()
})

test('where fewer than five were to read it, no share is shown, only that nobody has', async () => {
  const sif = await anEmployee(here.world, 'Sif', 'support-worker', small)
  const note = await writes(sif, small, null, 'Vand i kælderen', { important: true })
  const unread = async () => (await unitsOf(mette))[1]!.unread
  expect(await unread()).toMatchObject([{ noteId: note.id, readers: null, of: null, nobody: true }])
  await ask(mette, journal.markRead, { noteIds: [note.id] })
  expect(await unread()).toEqual([])
})
