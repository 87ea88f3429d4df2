import { beforeAll, expect } from 'vitest'
import { coordination } from '#features/coordination/contract.ts'
import { decisions } from '#features/decisions/contract.ts'
import { requirements } from '#features/requirements/contract.ts'
import { differencesBetween } from '#features/requirements/differences.ts'
import { hashOfVersion } from '#features/requirements/server/index.ts'
import { isNeeded, writingChecks } from '#features/requirements/writing-checks.ts'
import { thread } from '#features/thread/contract.ts'
import { hasEgebaek, readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { ask, groundOf, type Person, useWorld } from '#kit/world.ts'
import { groupOf } from './capture.ts'
import { loadRollout } from './load.ts'
import { DecisionsInFile, RequirementsInFile } from './requirements-file.ts'

const here = useWorld()
let signe: Person
const read = () => RequirementsInFile.parse(readEgebaek())
const say = (line: string) => process.stdout.write(`  ${line}\n`)

beforeAll(async () => {
  if (!hasEgebaek) return
  for (const { name } of read().units) await aUnit(here.world, name)
  const hall = { id: here.world.rootUnitId, name: 'Egebæk' }
  signe = await anEmployee(here.world, 'Signe', 'coordinator', hall)
  const bodil = await anEmployee(here.world, 'Bodil', 'steering', hall)
  const loader = { ground: groundOf(here.world), by: signe.by, tenantId: here.world.tenant.id, steering: bodil.by }
  await loadRollout(loader, readEgebaek(), here.world.rootUnitId)
}, 120_000)

const whole = async () => {
  const [spec] = await ask(signe, requirements.specs, {})
  return ask(signe, requirements.table, { specId: spec!.id })
}

withEgebaek('sixty requirements in fifteen work areas, four of them minimum, all in the contract', async () => {
  const file = read()
  const { requirements: rows, areas } = await whole()
  const perArea = areas.map(({ id, name }) => [name, rows.filter(({ areaId }) => areaId === id).length])
  const minimum = rows.filter(({ level }) => level === 'minimum').map(({ number }) => number)
  say(
    `${rows.length} requirements, ${rows.flatMap(({ lines }) => lines).length} rows, ${areas.length} areas, minimum ${minimum.join(' ')}`,
  )
  expect([rows.length, areas.length]).toEqual([60, 15])
  expect(perArea.map(([, count]) => count)).toEqual([7, 5, 5, 5, 7, 4, 4, 5, 4, 3, 2, 4, 2, 1, 2])
  expect(minimum).toEqual([49, 52, 56, 57])
  expect(rows.every(({ state, differs }) => state === 'contract' && differs === false)).toBe(true)
  const inFile = file.requirements.map(({ id, code, title, rows: lines }) => [
    id,
    code,
    title,
    lines.map(({ no }) => no),
  ])
  const stored = rows.map(({ number, code, title, lines }) => [
    `K-${String(number).padStart(3, '0')}`,
    code,
    title,
    lines.map(({ no }) => no),
  ])
  expect(stored).toEqual(inFile)
})

withEgebaek('each offer group and each unit has as many requirements as the file counts', async () => {
  const file = read()
  const { requirements: rows, hearings } = await whole()
  for (const [type, group] of Object.entries(groupOf)) {
    const inFile = file.requirements.filter(({ offerTypes }) => offerTypes.includes(type as never)).length
    expect([group, rows.filter(({ offerGroups }) => offerGroups.includes(group)).length]).toEqual([group, inFile])
  }
  const coverage = await ask(signe, requirements.coverage, { hearingId: hearings[0]!.id })
  const asked = Object.fromEntries(coverage.map(({ unitName, asked }) => [unitName, asked]))
  const inFile = file.unitProfiles.map(({ unit, relevantRequirements }) => [
    file.units.find(({ id }) => id === unit)!.name,
    relevantRequirements.length,
  ])
  say(
    `asked per unit: ${Object.entries(asked)
      .map((pair) => pair.join(' '))
      .join(', ')}`,
  )
  expect(asked).toEqual(Object.fromEntries(inFile))
  expect([asked.Åstedet, asked['Nat- og akutteamet']]).toEqual([46, 25])
})

withEgebaek('every requirement rests on a need and gives a benefit; no need is without a requirement', async () => {
  const file = read()
  const { requirements: rows } = await whole()
  expect(rows.filter(({ needs, benefits }) => needs.length === 0 || benefits.length === 0)).toEqual([])
  const links = file.requirements.flatMap(({ needs, benefits }) => [...needs, ...benefits]).length
  expect(rows.flatMap(({ needs, benefits }) => [...needs, ...benefits])).toHaveLength(links)
  const loose = await ask(signe, thread.loose, {})
  say(
    `${links} links behind the requirements; loose: ${[...new Set(loose.map(({ rule }) => rule))].join(', ') || 'none'}`,
  )
  expect(loose.filter(({ rule }) => rule.startsWith('requirements.without'))).toEqual([])
})

withEgebaek(
  'version 1.0 and its correction sheet say what the file says, and their checksums can be worked out again',
  async () => {
    const { baselines } = await whole()
    expect(baselines.map(({ label }) => label)).toEqual(['1.1', '1.0', '0.7'])
    const [second, first] = await Promise.all(
      baselines.slice(0, 2).map(({ id }) => ask(signe, requirements.baseline, { id })),
    )
    const sheet = differencesBetween(first!.contents, second!.contents)
    expect(
      sheet.requirements.map((one) => one.kind === 'changed' && [one.number, one.fields.map(({ field }) => field)]),
    ).toEqual([[39, ['verification']]])
    expect(second).toMatchObject({ sheetNo: 1, correctsId: first!.id, count: 60 })
    for (const { label, contents, contentHash } of [first!, second!])
      expect(hashOfVersion(label, contents)).toBe(contentHash)
  },
)

withEgebaek('what the writing advice says of sixty good requirements', async () => {
  const { requirements: rows, areas } = await whole()
  const checks = rows.flatMap((row) => {
    const { section } = areas.find(({ id }) => id === row.areaId)!
    return writingChecks({ ...row, section }).map((check) => ({ number: row.number, ...check }))
  })
  say(`writing advice: ${checks.map(({ number, code }) => `K-${number} ${code}`).join(', ') || 'none'}`)
  expect(checks.filter(isNeeded)).toEqual([])
  expect(checks.filter(({ code }) => code === 'wish-not-problem')).toEqual([])
})

withEgebaek('twenty-three decisions and eight risks, each decision about something', async () => {
  const file = DecisionsInFile.parse(readEgebaek())
  const log = await ask(signe, decisions.log, { unitId: null })
  const risks = await ask(signe, decisions.risks, {})
  say(
    `${log.length} decisions (${log.filter(({ noOptionReason }) => noOptionReason).length} without another option in the file), ${risks.length} risks`,
  )
  expect([log.length, risks.length]).toEqual([23, 8])
  expect(log.every(({ state, objects }) => state === 'in-force' && objects > 0)).toBe(true)
  const byNumber = new Map(log.map((one) => [`D-${String(one.number).padStart(3, '0')}`, one]))
  expect(file.decisions.map(({ id }) => byNumber.get(id)?.title)).toEqual(file.decisions.map(({ title }) => title))
  expect(byNumber.get('D-018')!.units.map(({ name }) => name)).toEqual(['Kærhuset'])
  expect(risks.filter(({ state }) => state === 'active')).toHaveLength(6)
})

withEgebaek('the project coordinator’s hours against what was set aside, as the file adds them up', async () => {
  const purposes = await ask(signe, coordination.hours, {})
  const hours = (of: 'usedMinutes' | 'budgetMinutes') => purposes.reduce((sum, one) => sum + one[of], 0) / 60
  const asked = purposes.find(({ name }) => name === 'Krav og udbud')!
  say(`${hours('usedMinutes')} of ${hours('budgetMinutes')} hours, ${asked.usedMinutes / 60} of them for requirements`)
  expect([hours('usedMinutes'), hours('budgetMinutes'), asked.usedMinutes / 60]).toEqual([1018, 1240, 364])
})
