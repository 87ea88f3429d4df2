import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { journal } from '#features/journal/contract.ts'
import { org } from '#features/org/contract.ts'
import { stays } from '#features/stays/contract.ts'
import { aCard, aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aNote, takesOver, writes } from '#kit/notes.ts'
import { serveWorld } from '#kit/server.ts'
import { ask, newId, type Person, refused, useWorld } from '#kit/world.ts'
import { openSession } from './sessions.ts'

const here = useWorld()
let solvang: GivenUnit
let bakkely: GivenUnit
let jonas: Person
let jens: GivenCitizen
let birthe: GivenCitizen
let since: string

beforeAll(async () => {
  solvang = await aUnit(here.world, 'Solvang')
  bakkely = await aUnit(here.world, 'Bakkely')
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', solvang)
  jens = await aCitizen(here.world, 'Jens Brandt', solvang)
  birthe = await aCitizen(here.world, 'Birthe Lund', solvang)
  await ask(here.world.administrator, org.grantRole, {
    id: newId(),
    employeeId: jonas.id,
    role: 'unit-leader',
    unitId: bakkely.id,
    startsOn: here.world.clock.today(),
    endsOn: null,
  })
})

type Row = {
  action: string
  outcome: string
  code: string | null
  scope_id: string | null
  subject_id: string | null
  subjects: string[]
  records: string[]
  roles: string[] | null
  relation: string | null
  purpose: string | null
}

beforeEach(async () => {
  since = (await here.world.owner.query(`select coalesce(max(seq), 0) as seq from kernel.audit`)).rows[0].seq
})
const trail = async () =>
  (await here.world.owner.query<Row>('select * from kernel.audit where seq > $1 order by seq', [since])).rows

describe('what an entry says', () => {
  test('of a read about one citizen: through which role, at which unit, and why the citizen is one’s business', async () => {
    await ask(jonas, citizens.card, { citizenId: jens.id })
    expect(await trail()).toMatchObject([
      {
        action: 'citizens.card',
        outcome: 'done',
        scope_id: solvang.id,
        subject_id: jens.id,
        roles: ['support-worker'],
        relation: 'stay',
        purpose: null,
      },
    ])
  })

  test('of a role held elsewhere nothing: a leader next door reads here as the worker he is', async () => {
    await ask(jonas, citizens.ofUnit, { unitId: bakkely.id })
    await ask(jonas, citizens.ofUnit, { unitId: solvang.id })
    expect((await trail()).map(({ roles }) => roles)).toEqual([['unit-leader'], ['support-worker']])
  })

  test('of a unit’s diary, its handover, its list and a search: every citizen that was shown', async () => {
    const both = [jens.id, birthe.id].sort()
    await writes(jonas, solvang, jens, 'Spiste morgenmad')
    await writes(jonas, solvang, birthe, 'Spiste frokost')
    await writes(jonas, solvang, null, 'Spiste alle kage')
    since = (await here.world.owner.query(`select max(seq) as seq from kernel.audit`)).rows[0].seq
    await ask(jonas, journal.ofUnit, { unitId: solvang.id, day: here.world.clock.today() })
    await ask(jonas, journal.handover, { unitId: solvang.id })
    await ask(jonas, citizens.ofUnit, { unitId: solvang.id })
    await ask(jonas, citizens.find, { words: 'lund' })
    await ask(jonas, journal.search, { words: 'spiste' })
    await ask(jonas, stays.ofUnit, { unitId: solvang.id, day: here.world.clock.today() })
    const named = (await trail()).map(({ action, subjects }) => [action, [...subjects].sort()])
    expect(named).toEqual([
      ['journal.ofUnit', both],
      ['journal.handover', both],
      ['citizens.ofUnit', both],
      ['citizens.find', [birthe.id]],
      ['journal.search', both],
      ['stays.ofUnit', both],
    ])
  })

  test('of fifty notes: one entry that names all fifty', async () => {
    const many = await aCitizen(here.world, 'Mange Noter', solvang)
    const ids = []
    for (let i = 0; i < 50; i++) ids.push((await writes(jonas, solvang, many, `Nummer ${i}`)).id)
    since = (await here.world.owner.query(`select max(seq) as seq from kernel.audit`)).rows[0].seq
    await ask(jonas, journal.ofCitizen, { citizenId: many.id, before: null })
    const [entry, ...more] = await trail()
    expect([entry!.records.toSorted(), more]).toEqual([ids.toSorted(), []])
  })

  test('of an event with several: all of them; of what was read: whose notes', async () => {
    const parts = [jens, birthe].map(({ id }) => ({ noteId: newId(), citizenId: id, text: '' }))
    const { id: _, citizenId: __, ...common } = aNote(here.world, solvang, jens, 'De så en film sammen')
    await ask(jonas, journal.writeEvent, { ...common, id: newId(), parts })
    await ask(jonas, journal.markRead, { noteIds: parts.map(({ noteId }) => noteId) })
    const both = [jens.id, birthe.id].sort()
    expect((await trail()).map(({ subjects }) => [...subjects].sort())).toEqual([both, both])
    await takesOver(jonas, solvang)
  })
})

describe('who is turned away is in the trail', () => {
  test('by the right, by a rule, by a stale edit, by an id that is taken, by the database', async () => {
    const stranger = await anEmployee(here.world, 'Stine', 'support-worker', bakkely)
    const note = aNote(here.world, solvang, jens, 'Først')
    await ask(jonas, journal.write, note)
    since = (await here.world.owner.query(`select max(seq) as seq from kernel.audit`)).rows[0].seq
    await refused(stranger, citizens.card, { citizenId: jens.id })
    await refused(stranger, journal.write, aNote(here.world, solvang, jens, 'Må jeg ikke'))
    await refused(jonas, journal.write, { ...note, id: newId(), happenedAt: '2027-01-01T00:00:00Z' })
    await refused(jonas, journal.write, { ...note, text: 'Et andet notat med samme id' })
    await refused(here.world.administrator, citizens.change, { id: jens.id, version: 99, ...aCard('Jens B') })
    await refused(jonas, journal.ofUnit, { unitId: solvang.id, day: '0000-01-01' })
    expect((await trail()).map(({ action, outcome, code }) => [action, outcome, code])).toEqual([
      ['citizens.card', 'denied', null],
      ['journal.write', 'denied', null],
      ['journal.write', 'refused', 'journal.in-the-future'],
      ['journal.write', 'refused', 'kernel.id-taken'],
      ['citizens.change', 'refused', 'kernel.stale'],
      ['journal.ofUnit', 'refused', 'kernel.bad-value'],
    ])
    expect((await trail())[0]).toMatchObject({ subject_id: jens.id, actor_id: stranger.id, roles: ['support-worker'] })
  })
})

test('what is read for paper says so, and nothing else can be said', async () => {
  const served = await serveWorld(here.world)
  const { token } = await openSession(here.world.db, here.world.clock, jonas.id, 'cli')
  const post = (name: string, body: object, purpose: string) =>
    fetch(`${served.url}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'rt-purpose': purpose },
      body: JSON.stringify(body),
    }).then(({ status }) => status)
  const day = { unitId: solvang.id, day: here.world.clock.today() }
  expect(await post('journal.ofUnit', day, 'print')).toBe(200)
  expect(await post('journal.ofUnit', day, 'fun')).toBe(400)
  expect(await post('journal.markRead', { noteIds: [newId()] }, 'print')).toBe(400)
  expect((await trail()).filter(({ action }) => action === 'journal.ofUnit')).toMatchObject([{ purpose: 'print' }])
  await served.close()
})
