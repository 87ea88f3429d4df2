import { beforeAll, expect } from 'vitest'
import { clarification } from '#features/clarification/contract.ts'
import { nameOfSource, outcomeOf, settingChanges, sourceOf, standingOf } from '#features/clarification/rules.ts'
import { org } from '#features/org/contract.ts'
import type { Role } from '#features/org/roles.ts'
import type { SettingKey } from '#features/profiles/contract.ts'
import { toTheirs } from '#features/profiles/rules.ts'
import { thread } from '#features/thread/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import type { By } from '#kernel/server/use-case.ts'
import { hasEgebaek, readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import { anEmployee, type GivenUnit } from '#kit/given.ts'
import { ask, groundOf, type Person, useWorld } from '#kit/world.ts'
import { groupOf } from './capture.ts'
import { ClarificationInFile, questionSetOf, valuesByDecision } from './clarification-file.ts'
import { loadRollout } from './load.ts'

const here = useWorld()
const read = () => ClarificationInFile.parse(readEgebaek())
let signe: Person
let emma: Person

/** A unit as the file has it, with its leader, contact and super-users. */
async function staffed(file: ClarificationInFile, unit: ClarificationInFile['units'][number]): Promise<[string, By]> {
  const id = newId()
  const called = new Map((file.people.rows as [string, string][]).map(([key, name]) => [key, name]))
  await ask(here.world.administrator, org.createUnit, {
    ...{ id, parentId: here.world.rootUnitId, name: unit.name, kind: 'offer', offerType: null },
    ...{ legalGrounds: unit.lawGroundIds, roundTheClock: unit.hours.startsWith('døgn') },
    ...{ noteKinds: ['diary', 'unit'], shiftStarts: ['07:00', '15:00', '23:00'] },
  })
  const given: GivenUnit = { id, name: unit.name }
  const employ = (key: string, role: Role) => anEmployee(here.world, called.get(key)!, role, given)
  const leader = await employ(unit.leader, 'unit-leader')
  const contact = await employ(unit.contact, 'unit-contact')
  if (unit.id === 'u-aastedet') emma = contact
  for (const key of unit.superusers) await employ(key, 'super-user')
  return [id, leader.by]
}

beforeAll(async () => {
  if (!hasEgebaek) return
  const file = read()
  signe = await anEmployee(here.world, 'Signe', 'coordinator', { id: here.world.rootUnitId, name: 'Egebæk' })
  const leaders = new Map<string, By>()
  for (const unit of file.units) leaders.set(...(await staffed(file, unit)))
  const loader = { ground: groundOf(here.world), by: signe.by, tenantId: here.world.tenant.id, leaders }
  await loadRollout(loader, readEgebaek(), here.world.rootUnitId)
}, 180_000)

type Answered = ClarificationInFile['clarification']['answers'][number]

/** The unit's answers, worked out with the product's own rule. */
function outcomeIn(file: ClarificationInFile, { unit, answers }: Answered) {
  const { questions, defaults, templates } = questionSetOf(file)
  const template = templates[groupOf[file.units.find(({ id }) => id === unit)!.offerType]]!
  const given = Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [
      key,
      { value, unsure: false, outside: null, source: sourceOf(value, template[key]) },
    ]),
  )
  const decisions = file.gaps.filter((gap) => gap.unit === unit && gap.decision).map(({ decision }) => decision!)
  const exceptions = decisions.flatMap((decision) =>
    valuesByDecision[decision] ? [{ ...valuesByDecision[decision], decision }] : [],
  )
  return { given, outcome: outcomeOf({ questions, answers: given, base: defaults, exceptions }) }
}

withEgebaek('the answers of 14 units give the 14 set-ups that are expected, value by value with its source', () => {
  const file = read()
  let same = 0
  let values = 0
  for (const answered of file.clarification.answers) {
    const expected = file.clarification.expectedConfig[answered.unit]!
    const { outcome, given } = outcomeIn(file, answered)
    const config = Object.fromEntries(
      outcome.settings.map(({ key, value }) => [key, toTheirs(key as SettingKey, value as never)]),
    )
    const source = Object.fromEntries(outcome.settings.map((setting) => [setting.key, nameOfSource(setting.source)]))
    expect(config, answered.unit).toEqual(expected.config)
    expect(source, answered.unit).toEqual(expected.source)
    const keys = (found: readonly { key: string }[]) => found.map(({ key }) => key)
    expect([keys(outcome.courses), keys(outcome.tasks), keys(outcome.ready)], answered.unit).toEqual([
      expected.courses,
      expected.extraTasks,
      expected.extraReadiness,
    ])
    expect(outcome.skipped, answered.unit).toEqual(expected.skippedQuestions)
    const own = Object.entries(given)
      .filter(([, { source: of }]) => of === 'unit')
      .map(([key]) => key)
    expect(own.sort(), answered.unit).toEqual([...expected.changedFromTemplate].sort())
    values += outcome.settings.length
    same++
  }
  process.stdout.write(
    `  ${same} of ${Object.keys(file.clarification.expectedConfig).length} set-ups as expected, ${values} values with their source\n`,
  )
  expect(same).toBe(14)
})

withEgebaek('the example: one answer changed, and exactly the two values that follow', () => {
  const file = read()
  const { exampleDiff, answers } = file.clarification
  const answered = answers.find(({ unit }) => unit === exampleDiff.unit)!
  const changed = { ...answered, answers: { ...answered.answers, Q02: 'tre_vagter' } }
  const changes = settingChanges(outcomeIn(file, answered).outcome, outcomeIn(file, changed).outcome)
  const theirs = changes.map(({ key, old, new: now }) => ({
    key,
    old: toTheirs(key as SettingKey, old as never),
    new: toTheirs(key as SettingKey, now as never),
  }))
  expect(theirs).toEqual(exampleDiff.changes)
})

withEgebaek(
  'the whole is loaded through the product: questions, contacts, maps, answers, gaps, approvals',
  async () => {
    const { sets, units } = await ask(signe, clarification.matrix, {})
    const gaps = await ask(signe, clarification.gaps, {})
    const contacts = await ask(signe, clarification.contacts, {})
    const count = <T>(of: readonly T[], is: (one: T) => boolean) => of.filter(is).length
    const standing = units.map((unit) =>
      standingOf(unit.state && { state: unit.state, number: unit.number! }, unit.applied),
    )
    const answered = units.reduce((sum, unit) => sum + unit.answers.length, 0)
    process.stdout.write(
      `  ${sets[0]!.content.questions.length} questions, ${units.length} units, ${answered} answers, ${gaps.length} gaps, ${count(contacts, ({ employeeId }) => employeeId !== null)} contacts, ` +
        `${count(units, ({ isMapConfirmed }) => isMapConfirmed)} maps confirmed; ${count(standing, (one) => one === 'applied' || one === 'in-use')} applied, ${count(standing, (one) => one === 'approved')} approved, ${count(standing, (one) => one === 'in-progress')} under way\n`,
    )
    expect([sets[0]!.content.questions.length, units.length, gaps.length, contacts.length]).toEqual([26, 14, 7, 14])
    const inFile = read().clarification.answers.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0)
    expect(answered).toBe(inFile)
    expect(gaps.map(({ state }) => state).sort()).toEqual([
      'changed-way',
      'open',
      'set-up',
      'set-up',
      'set-up',
      'set-up',
      'with-vendor',
    ])
  },
)

withEgebaek('from the answer about the handover one walks back to the first café slip', async () => {
  const [aastedet] = (await ask(signe, clarification.matrix, {})).units.filter(({ unitName }) => unitName === 'Åstedet')
  const { answers } = await ask(signe, clarification.ofUnit, { unitId: aastedet!.unitId })
  const handover = answers.find(({ key }) => key === 'Q04')!
  const back = await ask(signe, thread.of, { kind: 'clarification.answer', id: handover.id, direction: 'why' })
  expect(back.knots.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Q04 · Åstedet', 'Q04', 'K-001', 'N-01', 'B-001']),
  )
  expect((await ask(emma, clarification.ofUnit, { unitId: aastedet!.unitId })).round?.state).toBe('previewed')
})
