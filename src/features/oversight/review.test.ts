import { beforeAll, describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { org } from '#features/org/contract.ts'
import { stays } from '#features/stays/contract.ts'
import { tasks } from '#features/tasks/contract.ts'
import { addDays, type Day, instantAt } from '#kernel/lang/day.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { writes } from '#kit/notes.ts'
import { ask, newId, type Person, refused, signedIn, useWorld } from '#kit/world.ts'
import { type Lookup, oversight, type Reason } from './contract.ts'
import { lastMonth, lastWeek, whyNotJudge, whyNotPeriod } from './rules.ts'
import { drawLookups, remindLookups } from './server/index.ts'

const here = useWorld()
let solvang: GivenUnit
let bakkely: GivenUnit
let [mette, lars, jonas, stine, mille] = [] as unknown as Person[]
let jens: GivenCitizen
let bo: GivenCitizen

/** Everybody signs in anew: sessions do not live through a fortnight. */
const again = async (person: Person) => Object.assign(person, await signedIn(here.world, person.id, person.name))
const goTo = async (day: Day, time = '14:00') => {
  here.world.clock.set(instantAt(day, time))
  for (const person of [mette!, lars!, jonas!, stine!, mille!, here.world.administrator]) await again(person)
}

beforeAll(async () => {
  const { world } = here
  solvang = await aUnit(world, 'Solvang')
  bakkely = await aUnit(world, 'Bakkely')
  mette = await anEmployee(world, 'Mette Dahl', 'unit-leader', solvang)
  lars = await anEmployee(world, 'Lars Lund', 'unit-leader', solvang)
  jonas = await anEmployee(world, 'Jonas Krogh', 'support-worker', solvang)
  stine = await anEmployee(world, 'Stine Sjælden', 'support-worker', bakkely)
  mille = await anEmployee(world, 'Mille Munk', 'privacy-officer', { id: world.rootUnitId, name: 'Prøveby' })
  jens = await aCitizen(world, 'Jens Brandt', solvang)
  bo = await aCitizen(world, 'Bo Sjælden', bakkely)
})

const see = (by: Person, citizen: GivenCitizen) => ask(by, citizens.card, { citizenId: citizen.id })
const tasksOf = async (by: Person) =>
  (await ask(by, tasks.mine, {})).filter(({ kind }) => kind.startsWith('oversight.'))
const lookupsOf = async (by: Person): Promise<Lookup[]> => {
  const own = await tasksOf(by)
  return (await Promise.all(own.map(({ id }) => ask(by, oversight.lookups, { taskId: id })))).flat()
}
const reasonsOf = async (by: Person) =>
  (await lookupsOf(by)).map(({ reason, actorName }) => `${reason} ${actorName}`).sort()

describe('a week of work and of other things, gone through on the Tuesday after', () => {
  beforeAll(async () => {
    await goTo('2026-03-17')
    await see(jonas!, jens)
    await writes(jonas!, solvang, jens, 'Gik en tur')
    await see(stine!, bo)
    await refused(stine!, citizens.card, { citizenId: jens.id })
    await ask(jonas!, citizens.find, { words: 'krogh' })
    await goTo('2026-03-18', '02:30')
    await see(jonas!, jens)
    await goTo('2026-03-19')
    const gone = await aCitizen(here.world, 'Gerda Rask', solvang)
    await ask(mette!, stays.close, { stayId: gone.stayId, version: 1, day: '2026-03-19', reason: 'moved-on' })
    await goTo('2026-03-20')
    await see(lars!, gone)
    const crowd = []
    for (let at = 0; at < 21; at++) crowd.push(await aCitizen(here.world, `Nr${at} Mange`, solvang))
    for (const one of crowd) await see(jonas!, one)
    await goTo('2026-03-24')
    await drawLookups(here.world.db, here.world.clock)
  })

  test('the leader is asked about what stands out, and about nothing else', async () => {
    expect(await reasonsOf(mette!)).toEqual([
      'left Lars Lund',
      'many Jonas Krogh',
      'night Jonas Krogh',
      'own-name Jonas Krogh',
    ])
  })

  test('nobody is asked about their own: what Lars looked at is for Mette, and is not there for him', async () => {
    expect(await reasonsOf(lars!)).toEqual(['many Jonas Krogh', 'night Jonas Krogh', 'own-name Jonas Krogh'])
  })

  test('a unit without a leader is the data protection officer’s', async () => {
    expect(await reasonsOf(mille!)).toEqual(['denied Stine Sjælden', 'surname Stine Sjælden'])
  })

  test('a look-up says enough to be judged: who, through which role, at whom, from which device, and what came of it that day', async () => {
    const [night] = (await lookupsOf(mette!)).filter(({ reason }) => reason === 'night')
    expect(night).toMatchObject({
      actorName: 'Jonas Krogh',
      roles: ['support-worker'],
      unitName: 'Solvang',
      action: 'citizens.card',
      citizenName: 'Jens Brandt',
      relation: 'stay',
      sameDay: 1,
      wroteSameDay: false,
      judgement: null,
    })
    const [denied] = (await lookupsOf(mille!)).filter(({ reason }) => reason === 'denied')
    expect(denied).toMatchObject({ outcome: 'denied', citizenName: 'Jens Brandt', unitName: 'Bakkely' })
  })

  test('a second run of the job draws nothing more', async () => {
    const before = await lookupsOf(mette!)
    await drawLookups(here.world.db, here.world.clock)
    expect(await lookupsOf(mette!)).toEqual(before)
  })

  test('what needs explaining is explained in words; suspicion goes on to the data protection officer; the last one closes the task', async () => {
    const find = async (reason: Reason) => (await lookupsOf(mette!)).find((one) => one.reason === reason)!
    const judge = (id: string, judgement: string, note: string | null) =>
      ask(mette!, oversight.judge, { id, version: 1, judgement, note } as never)
    const night = await find('night')
    const bare = await refused(mette!, oversight.judge, { id: night.id, version: 1, judgement: 'explained', note: ' ' })
    expect([bare.code, bare.faults[0]?.field]).toEqual(['oversight.note-missing', 'note'])
    await judge(night.id, 'explained', 'Byttede en vagt, som ikke var skrevet ind.')
    await judge((await find('many')).id, 'work-need', null)
    const own = await find('own-name')
    expect(await judge(own.id, 'misuse', 'Ledte efter en fætter.')).toMatchObject({ left: 0 })
    expect(
      (await refused(mette!, oversight.judge, { id: own.id, version: 2, judgement: 'explained', note: 'x' })).code,
    ).toBe('oversight.judged-already')
    expect(await reasonsOf(mette!)).toEqual(['left Lars Lund'])
    const [suspected] = (await tasksOf(mille!)).filter(({ kind }) => kind === 'oversight.misuse')
    expect(suspected).toMatchObject({ about: { lookupId: own.id }, outcomes: ['unfounded', 'handled', 'breach'] })
    await ask(mille!, tasks.done, { id: suspected!.id, version: 1, outcome: 'handled', note: 'Talt med leder.' })
  })

  test('a colleague, and the one it is about, can neither see nor judge it', async () => {
    const [left] = await lookupsOf(mette!)
    const taskId = (await tasksOf(mette!))[0]!.id
    for (const who of [jonas!, lars!, stine!]) {
      expect((await refused(who, oversight.lookups, { taskId })).code).toBe('kernel.not-found')
      const judged = await refused(who, oversight.judge, {
        id: left!.id,
        version: 1,
        judgement: 'work-need',
        note: null,
      })
      expect(judged.code).toBe('kernel.not-found')
    }
  })

  test('the leader who does not answer is reminded, and after two reminders the data protection officer has it', async () => {
    const [open] = await tasksOf(mette!)
    for (const days of [15, 22, 29]) {
      await goTo(addDays('2026-03-24', days))
      await remindLookups(here.world.db, here.world.clock)
    }
    expect((await tasksOf(mette!)).map(({ id }) => id)).not.toContain(open!.id)
    expect((await tasksOf(mille!)).map(({ id }) => id)).toContain(open!.id)
  })

  test('each month some are drawn at random from every unit', async () => {
    await goTo('2026-04-08')
    await drawLookups(here.world.db, here.world.clock)
    const random = (await lookupsOf(mette!)).filter(({ reason }) => reason === 'random')
    const all = await here.world.owner.query(
      `select unit_id, count(*)::int as n from oversight.lookup where reason = 'random' group by 1`,
    )
    expect(random.length).toBeGreaterThan(0)
    expect(all.rows.find(({ unit_id }) => unit_id === solvang.id).n).toBe(5)
  })
})

describe('Mille, data protection officer', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' }

  test('sees a period as figures, refusals, searches and drawings; nobody else does', async () => {
    const account = await ask(mille!, oversight.account, { from: '2026-03-01', to: '2026-04-30' })
    expect(account.denied).toBeGreaterThan(1)
    expect(account.deniedByAction.map(({ what }) => what)).toContain('citizens.card')
    expect(account.searches).toMatchObject([{ name: 'Jonas Krogh', words: 'krogh' }])
    expect(account.drawings.map(({ kind, from }) => [kind, from])).toEqual([
      ['outliers', '2026-03-30'],
      ['random', '2026-03-01'],
      ['outliers', '2026-03-16'],
      ['random', '2026-02-01'],
    ])
    for (const who of [mette!, jonas!, here.world.administrator])
      expect((await refused(who, oversight.account, march)).code).toBe('kernel.not-found')
  })

  test('sees every look-up that was drawn, with what it was found to be', async () => {
    const rows = await ask(mille!, oversight.sampled, march)
    expect(rows.map(({ reason, judgement }) => `${reason} ${judgement}`).sort()).toEqual([
      'denied null',
      'left null',
      'many work-need',
      'night explained',
      'own-name misuse',
      'surname null',
    ])
    expect(rows.find(({ reason }) => reason === 'left')).toMatchObject({ isWithOfficer: true })
  })

  test('asks who looked at Jens, with a reason; that stands in the log, about Jens', async () => {
    const input = { words: 'jens  brandt', reason: 'Borgeren har klaget', citizenId: null, ...march }
    const { found, looks } = await ask(mille!, oversight.inquire, { id: newId(), ...input })
    expect(found).toMatchObject([{ id: jens.id, fullName: 'Jens Brandt' }])
    expect(looks.map(({ name, outcome }) => `${name} ${outcome}`)).toContain('Stine Sjælden denied')
    const { rows } = await here.world.owner.query(
      `select subjects, about from kernel.audit where action = 'oversight.inquire' and outcome = 'done'`,
    )
    expect(rows).toMatchObject([{ subjects: [jens.id], about: { reason: 'Borgeren har klaget' } }])
    expect((await refused(mette!, oversight.inquire, { id: newId(), ...input })).code).toBe('kernel.not-found')
  })

  test('chooses when several have the name, and finds nobody by less than a name', async () => {
    await aCitizen(here.world, 'Jens Brandt', bakkely)
    const input = { id: newId(), words: 'Jens Brandt', reason: 'Klage', citizenId: null as string | null, ...march }
    const several = await ask(mille!, oversight.inquire, input)
    expect([several.found.length, several.looks]).toEqual([2, []])
    const one = await ask(mille!, oversight.inquire, { ...input, id: newId(), citizenId: jens.id })
    expect([one.found.length, one.looks.length > 0]).toEqual([1, true])
    expect((await ask(mille!, oversight.inquire, { ...input, id: newId(), words: 'Jens' })).found).toEqual([])
    const far = await refused(mille!, oversight.inquire, { ...input, id: newId(), from: '2020-01-01' })
    expect(far.code).toBe('oversight.too-long')
  })
})

test('rules: weeks begin on Monday, months are whole, a judgement other than need has its words', () => {
  expect(lastWeek('2026-03-10')).toEqual({ from: '2026-03-02', to: '2026-03-08' })
  expect(lastWeek('2026-03-09')).toEqual({ from: '2026-03-02', to: '2026-03-08' })
  expect(lastWeek('2026-03-08')).toEqual({ from: '2026-02-23', to: '2026-03-01' })
  expect(lastMonth('2026-03-01')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(lastMonth('2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  expect(whyNotJudge('work-need', null)).toBeUndefined()
  expect(whyNotJudge('misuse', '')?.code).toBe('oversight.note-missing')
  expect(whyNotPeriod('2026-01-01', '2026-12-31')).toBeUndefined()
  expect(whyNotPeriod('2026-01-02', '2026-01-01')?.code).toBe('oversight.too-long')
})

test('log samples open by the right too: taken from the leaders of Solvang, what is drawn next is the data protection officer’s', async () => {
  const review = async (who: Person) => (await tasksOf(who)).filter(({ kind }) => kind === 'oversight.review')
  const drawn = async (seenOn: Day, day: Day) => {
    await goTo(seenOn)
    await see(jonas!, jens)
    await goTo(day)
    await drawLookups(here.world.db, here.world.clock)
  }
  await drawn('2026-06-10', '2026-07-02')
  const [standing] = (await review(mette!)).filter(({ createdAt }) => createdAt.startsWith('2026-07-02'))
  expect((await ask(mette!, oversight.lookups, { taskId: standing!.id })).length).toBeGreaterThan(0)
  await ask(here.world.administrator, org.narrow, {
    ...{ id: newId(), rightName: 'oversight.review', role: 'unit-leader', unitId: solvang.id },
    ...{ fromOn: here.world.clock.today(), toOn: null, note: 'Besluttet i direktionen' },
  })
  expect(await review(mette!)).toEqual([])
  expect((await refused(mette!, oversight.lookups, { taskId: standing!.id })).code).toBe('kernel.not-found')
  await drawn('2026-07-10', '2026-08-04')
  expect(await review(mette!)).toEqual([])
  expect(
    (await review(mille!)).some(({ unitId, createdAt }) => unitId === solvang.id && createdAt.startsWith('2026-08-04')),
  ).toBe(true)
})
