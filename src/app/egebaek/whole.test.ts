import { beforeAll, expect } from 'vitest'
import { capture } from '#features/capture/contract.ts'
import { nameOfSource, outcomeOf } from '#features/clarification/rules.ts'
import { wholeOf } from '#features/clarification/server/whole.ts'
import { decisions } from '#features/decisions/contract.ts'
import { golive } from '#features/golive/contract.ts'
import { isInOrder } from '#features/golive/rules.ts'
import { checksOf } from '#features/golive/standing.ts'
import { newsletter } from '#features/newsletter/contract.ts'
import { plan } from '#features/plan/contract.ts'
import { clashesOf } from '#features/plan/rules.ts'
import type { SettingKey } from '#features/profiles/contract.ts'
import { toTheirs } from '#features/profiles/rules.ts'
import { relay } from '#features/relay/contract.ts'
import { requirements } from '#features/requirements/contract.ts'
import { tender } from '#features/tender/contract.ts'
import { evaluate, written } from '#features/tender/evaluate.ts'
import { training } from '#features/training/contract.ts'
import { hasEgebaek, readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import { everybodyIn, type Town, theTown } from '#kit/egebaek-town.ts'
import { liveValues } from '#kit/profiles.ts'
import { ask, type Person, signedIn, useWorld } from '#kit/world.ts'
import { ClarificationInFile } from './clarification-file.ts'
import { GoliveInFile } from './golive-file.ts'
import { loadRollout } from './load.ts'
import { PlanInFile } from './plan-file.ts'
import { TenderInFile } from './tender-file.ts'
import { TrainingInFile } from './training-file.ts'

const here = useWorld()
const say = (line: string) => process.stdout.write(`  ${line}\n`)
let signe: Person
let town: Town
let left: string[]
let load: () => Promise<string[]>

/** The municipality as it is on the file's day, so that weekdays and holidays are the real ones; then everything in one run. */
beforeAll(async () => {
  if (!hasEgebaek) return
  here.world.clock.set('2027-08-24T08:00:00+02:00')
  const { id, name } = here.world.administrator
  here.world.administrator = await signedIn(here.world, id, name)
  town = await theTown(here.world)
  const everybody = await everybodyIn(here.world, town)
  signe = everybody.signe
  load = () => loadRollout(everybody.loader, readEgebaek(), here.world.rootUnitId)
  const began = performance.now()
  left = await load()
  say(`everything in one run: ${((performance.now() - began) / 1000).toFixed(1)} s`)
}, 600_000)

const inTheirWords = (settings: Iterable<readonly [string, unknown]>) =>
  Object.fromEntries([...settings].map(([key, value]) => [key, toTheirs(key as SettingKey, value as never)]))

withEgebaek(
  '14 of 14 configurations follow from the answers as they were stored, value by value with its source',
  async () => {
    const { clarification } = ClarificationInFile.parse(readEgebaek())
    let values = 0
    for (const [label, expected] of Object.entries(clarification.expectedConfig)) {
      const { questions, answers, asked, exceptions } = await wholeOf(here.world.db, town.unitIds.get(label)!)
      const { settings } = outcomeOf({ questions, answers, base: asked.content.defaults, exceptions })
      expect(inTheirWords(settings.map(({ key, value }) => [key, value] as const)), label).toEqual(expected.config)
      const sources = Object.fromEntries(settings.map(({ key, source }) => [key, nameOfSource(source)]))
      expect(sources, label).toEqual(expected.source)
      values += settings.length
    }
    say(`${Object.keys(clarification.expectedConfig).length} of 14 configurations, ${values} values with their source`)
  },
)

withEgebaek('the eleven that are applied are what their units run on', async () => {
  const { clarification } = ClarificationInFile.parse(readEgebaek())
  const applied = clarification.answers.filter(({ status }) => status === 'anvendt')
  for (const { unit } of applied) {
    const live = await liveValues(here.world, town.unitIds.get(unit)!)
    expect(inTheirWords(Object.entries(live)), unit).toEqual(clarification.expectedConfig[unit]!.config)
  }
  say(`${applied.length} units run on their own set-up`)
  expect(applied).toHaveLength(11)
})

withEgebaek('coverage of courses, 14 of 14', async () => {
  const { expectedTrainingCoverage } = TrainingInFile.parse(readEgebaek())
  const counted = new Map((await ask(signe, training.coverage, {})).map((row) => [row.id, row]))
  const found = Object.keys(expectedTrainingCoverage).map((label) => {
    const row = counted.get(town.unitIds.get(label)!)!
    return [label, row.permanent, row.permanentTrained, row.temps, row.tempsTrained]
  })
  const wanted = Object.entries(expectedTrainingCoverage).map(([label, one]) => [
    ...[label, one.fixed, one.fixedTrained, one.onCall, one.onCallTrained],
  ])
  say(
    `coverage of ${found.length} units; ${found.reduce((sum, row) => sum + Number(row[2]), 0)} permanent staff trained`,
  )
  expect(found).toEqual(wanted)
})

withEgebaek('sixty-seven sessions, and every enrolment became something', async () => {
  const file = TrainingInFile.parse(readEgebaek())
  const sessions = await ask(signe, training.sessions, { unitId: null })
  const sum = (of: 'attended' | 'absent' | 'taken' | 'invited' | 'waiting') =>
    sessions.reduce((total, one) => total + one[of], 0)
  const booked = sum('taken') - sum('attended')
  say(
    `${sessions.length} sessions, ${sum('attended')} attended, ${sum('absent')} absent, ${booked} enrolled, ${sum('invited')} invited, ${sum('waiting')} waiting`,
  )
  expect(sessions).toHaveLength(67)
  expect([sum('attended'), sum('absent'), booked + sum('invited')]).toEqual([403, 21, 148])
  expect(file.enrolments.rows).toHaveLength(572)
  // Ankeret and Broen are not set up yet: their start-up courses are closed, so 32 of the file's enrolments are invitations, as Lærken's 15 are.
  expect(sum('invited')).toBe(47)
})

withEgebaek('sessions to come are what the plan looks ahead at, and what collides is found from them', async () => {
  const [known] = await ask(signe, plan.plans, {})
  const now = Date.parse(here.world.clock.now())
  const ahead = (await ask(signe, training.sessions, { unitId: null })).filter(({ endsAt }) => Date.parse(endsAt) > now)
  const booked = known!.engagements.filter(({ untilAt }) => Date.parse(untilAt) > now)
  const clashes = clashesOf(booked)
  say(`${booked.length} bookings ahead, ${clashes.length} clashes`)
  expect(booked.map(({ id }) => id).sort()).toEqual(ahead.map(({ id }) => id).sort())
  // The file's trainers are parts, not people: only a room can be taken twice.
  expect(clashes.every(({ kind }) => kind === 'room')).toBe(true)
})

withEgebaek('medicine and force are asked of the units whose answers turned them on', async () => {
  const needed = await ask(signe, training.needs, {})
  const { answers, expectedConfig } = ClarificationInFile.parse(readEgebaek()).clarification
  const applied = answers.filter(({ status }) => status === 'anvendt')
  for (const { unit } of applied) {
    const codes = needed.filter((one) => one.unitId === town.unitIds.get(unit)).map(({ courseCode }) => courseCode)
    const topics = codes.filter((code) => code === 'KU-05' || code === 'KU-06').sort()
    expect.soft([unit, topics]).toEqual([unit, expectedConfig[unit]!.courses])
  }
  say(`courses that follow from the answers: ${applied.length} of ${applied.length} units that are set up`)
})

withEgebaek('exercises are the rows of the requirements', async () => {
  const courses = await ask(signe, training.courses, {})
  const counts = Object.fromEntries(courses.map(({ code, exercises }) => [code, exercises]))
  expect(counts).toMatchObject({ 'KU-03A': 3, 'KU-03B': 3, 'KU-03C': 3, 'KU-05': 3, 'KU-01': 0 })
  const start = courses.find(({ code }) => code === 'KU-03A')!
  const [first] = await ask(signe, training.exercises, { courseId: start.id })
  expect(first).toMatchObject({
    requirementNumber: 1,
    steps: expect.arrayContaining(['Se hvad der er sket siden min sidste vagt']),
  })
})

const words = {
  ok: 'ok',
  partly: 'delvis',
  missing: 'mangler',
  'not-reached': 'ikke nået',
  accepted: 'accepteret',
} as const

/**
 * Where the file does not agree with what it tells elsewhere. Åstedet and Mosebo: the go was said before the message about the first
 * day came (M-04, M-10), and by the first day it had reached 41 of 46 and 34 of 38, under its 95 %. Ankeret: two of sixteen trained is
 * »ikke nået« there, and three of twenty-one in Broen »delvis«; the house says partly of both.
 */
const namedDifferences = [
  'u-aastedet R12 mangler (measured) for ok',
  'u-mosebo R12 mangler (measured) for ok',
  'u-ankeret R06 delvis (measured) for ikke nået',
]

withEgebaek('readiness: 224 statuses, of which three are named, and what blocks each unit', async () => {
  const [place] = await ask(signe, golive.readiness, {})
  const units = new Map(place!.units.map((unit) => [unit.id, unit]))
  const differing: string[] = []
  let measured = 0
  for (const { unit: label, items, blocking } of GoliveInFile.parse(readEgebaek()).readiness) {
    const found = checksOf(place!.items, units.get(town.unitIds.get(label)!)!, here.world.clock.today())
    measured += found.filter(({ result }) => result.why === 'measured').length
    for (const [code, { status }] of Object.entries(items)) {
      const one = found.find(({ item }) => item.code === code)!
      const ours = words[one.result.status]
      if (ours !== status) differing.push(`${label} ${code} ${ours} (${one.result.why}) for ${status}`)
    }
    const inTheWay = found.filter(({ item, result }) => item.weight === 'blocking' && !isInOrder(result))
    const codes = inTheWay.map(({ item }) => item.code).filter((code) => /^R\d/.test(code))
    expect.soft([label, codes]).toEqual([label, blocking])
  }
  say(
    `readiness: ${224 - differing.length} of 224, ${measured} of them worked out; differing: ${differing.join(', ') || 'none'}`,
  )
  expect(differing).toEqual(namedDifferences)
})

withEgebaek('requirements, decisions, and the tender with its points, totals and order', async () => {
  const [spec] = await ask(signe, requirements.specs, {})
  const table = await ask(signe, requirements.table, { specId: spec!.id })
  const levels = Map.groupBy(table.requirements, ({ level }) => level)
  const rows = table.requirements.flatMap(({ lines }) => lines).length
  say(
    `${table.requirements.length} requirements, ${rows} rows, ${table.areas.length} areas; minimum ${levels.get('minimum')!.length}`,
  )
  expect([table.requirements.length, rows, table.areas.length, levels.get('minimum')!.length]).toEqual([60, 241, 15, 4])
  expect(await ask(signe, decisions.log, { unitId: null })).toHaveLength(23)
  const { expected } = TenderInFile.parse(readEgebaek()).evaluation
  const { id, state } = (await ask(signe, tender.list, {}))[0]!
  const { input } = await ask(signe, tender.result, { tenderId: id })
  const told = written(input!, evaluate(input!))
  const totals = Object.fromEntries(told.bids.map(({ letter, total }) => [letter, Number(total)]))
  const letterOf = new Map(input!.bids.map((bid) => [bid.id, bid.letter]))
  const ranking = told.ranking.map((one) => letterOf.get(one))
  say(`tender ${state}: ${ranking.map((letter) => `${letter} ${totals[letter!]}`).join(', ')}`)
  expect([state, totals, ranking]).toEqual(['concluded', expected.totals, expected.ranking])
})

withEgebaek('the plan, and the two tasks that the file puts on a holiday', async () => {
  const file = PlanInFile.parse(readEgebaek())
  const tasks = await ask(signe, plan.tasks, {})
  const dueOf = new Map(tasks.map(({ unitId, code, dueOn }) => [`${unitId} ${code}`, dueOn]))
  const differing = file.unitTasks
    .map(({ unit, template, due }) => ({
      unit,
      template,
      due,
      ours: dueOf.get(`${town.unitIds.get(unit)} ${template}`),
    }))
    .filter(({ due, ours }) => due !== ours)
  say(
    `${tasks.length} tasks; not on the file’s day: ${differing.map(({ unit, template, ours, due }) => `${unit} ${template} ${ours} for ${due}`).join(', ')}`,
  )
  // Whit Monday 2027 is a public holiday: the house takes the Friday before.
  expect(differing).toEqual([
    { unit: 'u-aastedet', template: 'UT08', due: '2027-05-17', ours: '2027-05-14' },
    { unit: 'u-bnord', template: 'UT08', due: '2027-05-17', ours: '2027-05-14' },
  ])
})

withEgebaek('everything else is there, and what was not taken is said', async () => {
  const { days } = await ask(signe, capture.events, {})
  const counts = {
    days: days.length,
    slips: days.reduce((sum, day) => sum + day.slips, 0),
    needs: (await ask(signe, capture.needs, {})).length,
    sessions: (await ask(signe, training.sessions, { unitId: null })).length,
    cases: (await ask(signe, golive.cases, {})).length,
    newsletters: (await ask(signe, newsletter.issues, {})).length,
    meetings: (await ask(signe, relay.meetings, {})).length,
  }
  say(
    Object.entries(counts)
      .map((pair) => pair.join(' '))
      .join(', '),
  )
  for (const line of left) say(`not taken. ${line}`)
  expect(counts).toEqual({ days: 6, slips: 91, needs: 31, sessions: 67, cases: 24, newsletters: 9, meetings: 6 })
  // A unit is no record on the thread: the newsletter's piece about its ring binders names nothing else.
  expect(left.at(-1)).toBe('newsletters: not among the records of the house, and left out as sources: u-aastedet')
  expect(left).toHaveLength(7)
})

withEgebaek(
  'six units went live by a go that the file has no gates for: each is named, and none is taken',
  async () => {
    const file = GoliveInFile.parse(readEgebaek())
    const went = file.readiness.filter(({ verdict }) => verdict === 'gennemført').map(({ unit }) => unit)
    const names = new Map(file.units.map(({ id, name }) => [id, name]))
    const notTaken = left.filter((line) => line.startsWith('go-live: the go of '))
    expect(notTaken.map((line) => /the go of (.*?) on/.exec(line)![1])).toEqual(went.map((unit) => names.get(unit)))
    // The old systems are closed for writing on 24 September (P-41, planned), after the last wave; a way back and a rota are not in the file.
    expect(file.projectTasks.find(({ id }) => id === 'P-41')).toMatchObject({ end: '2027-09-24', status: 'planned' })
    for (const line of notTaken)
      expect(line).toMatch(/golive\.gates-first\): M4 and M5 not passed, .*no way back, \d+ shifts/)
    const [place] = await ask(signe, golive.readiness, {})
    expect(place!.units.every(({ verdict }) => verdict === null)).toBe(true)
    const log = await ask(signe, decisions.log, { unitId: null })
    expect(
      log
        .filter(({ title }) => title.startsWith('Go for'))
        .map(({ number }) => number)
        .sort(),
    ).toEqual([16, 19])
  },
)

withEgebaek('loaded again, nothing is there twice', { timeout: 300_000 }, async () => {
  const before = await ask(signe, plan.tasks, {})
  await load()
  expect(await ask(signe, plan.tasks, {})).toHaveLength(before.length)
  expect(await ask(signe, training.sessions, { unitId: null })).toHaveLength(67)
})
