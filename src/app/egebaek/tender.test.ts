import { beforeAll, expect } from 'vitest'
import { type Tender, tender } from '#features/tender/contract.ts'
import { evaluate, written } from '#features/tender/evaluate.ts'
import { asDecimal } from '#features/tender/fraction.ts'
import { flipsOf, sensitivity } from '#features/tender/sensitivity.ts'
import { thread } from '#features/thread/contract.ts'
import { hasEgebaek, readEgebaek, withEgebaek } from '#kit/egebaek.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { ask, groundOf, type Person, useWorld } from '#kit/world.ts'
import { loadRollout } from './load.ts'
import { RequirementsInFile } from './requirements-file.ts'
import { levelOf } from './tender.ts'
import { TenderInFile } from './tender-file.ts'

const here = useWorld()
let signe: Person
let nina: Person
const file = () => TenderInFile.parse(readEgebaek())
const say = (line: string) => process.stdout.write(`  ${line}\n`)
let load: () => Promise<unknown>

beforeAll(async () => {
  if (!hasEgebaek) return
  const hall = { id: here.world.rootUnitId, name: 'Egebæk' }
  const raw = readEgebaek() as { units: { name: string }[] }
  for (const { name } of raw.units) await aUnit(here.world, name)
  const inTheHall = (name: string, role: 'coordinator') => anEmployee(here.world, name, role, hall)
  signe = await inTheHall('Signe', 'coordinator')
  const [bodil, rune] = [await inTheHall('Bodil', 'steering' as never), await inTheHall('Rune', 'buyer' as never)]
  const evaluators = []
  for (const name of ['Bo', 'Ditte', 'Emil', 'Ahmed']) evaluators.push((await inTheHall(name, 'evaluator' as never)).by)
  nina = await anEmployee(here.world, 'Nina', 'unit-contact', { id: here.world.rootUnitId, name: 'Egebæk' })
  const panel = [evaluators[0]!, signe.by, ...evaluators.slice(1)]
  const loader = { ground: groundOf(here.world), by: signe.by, tenantId: here.world.tenant.id, steering: bodil.by }
  load = () => loadRollout({ ...loader, buyer: rune.by, evaluators: panel }, raw, here.world.rootUnitId)
  await load()
}, 180_000)

const theTender = async (): Promise<Tender> => (await ask(signe, tender.list, {}))[0]!

withEgebaek('points, totals, order and what they hang on come out of the house as the file has them', async () => {
  const { id } = await theTender()
  const { input } = await ask(signe, tender.result, { tenderId: id })
  const { expected } = file().evaluation
  const letterOf = new Map(input!.bids.map((bid) => [bid.id, bid.letter as 'A']))
  const letters = (ranking: readonly string[]) => ranking.map((one) => letterOf.get(one))
  const out = evaluate(input!)
  const told = written(input!, out)
  for (const { letter, subscores, pricePoints, total } of told.bids) {
    const own = letter as 'A'
    expect(Object.fromEntries(Object.entries(subscores).map(([key, value]) => [key, Number(value)]))).toEqual(
      expected.subscores[own],
    )
    expect([Number(pricePoints), Number(total)]).toEqual([expected.pricePoints[own], expected.totals[own]])
  }
  expect(letters(told.ranking)).toEqual(expected.ranking)
  const found = sensitivity(input!)!
  expect(flipsOf(found.priceWeights).map(({ at }) => at)).toEqual([expected.sensitivity.priceWeightWhereWinnerChanges])
  expect(flipsOf(found.spreads).map(({ at }) => at)).toEqual([expected.sensitivity.spreadPercentFromWhichBWins])
  for (const { withoutEvaluator, ranking, totals } of expected.sensitivity.leaveOneEvaluatorOut) {
    const without = found.withoutEvaluator[withoutEvaluator - 1]!
    expect(letters(without.ranking)).toEqual(ranking)
    const said = [...without.totals].map(([bid, value]) => [letterOf.get(bid)!, Number(asDecimal(value, 3))])
    expect(Object.fromEntries(said)).toEqual(totals)
  }
  say(
    `${input!.scores.length} consensus of ${input!.scores.length * 5} points; totals ${told.bids.map((bid) => `${bid.letter} ${bid.total}`).join(', ')}; order ${letters(told.ranking).join(' ')}; turns at price ${expected.sensitivity.priceWeightWhereWinnerChanges} % and spread ${expected.sensitivity.spreadPercentFromWhichBWins} %`,
  )
})

withEgebaek('three bids by file: answers of each kind and adaptations as the file counts them', async () => {
  const { id } = await theTender()
  const rows = await ask(signe, tender.fit, { tenderId: id })
  const count = (letter: string, level: string) =>
    rows.find((row) => row.letter === letter && row.level === level)?.count ?? 0
  const found = file().vendors.map(({ letter }) => [
    letter,
    ...['standard', 'set-up', 'adaptation', 'other-way', 'not-offered'].map((level) => count(letter, level)),
  ])
  const wanted = file().vendors.map(({ letter, fit }) => [
    letter,
    fit.standard,
    fit.opsætning,
    fit.tilretning,
    fit['anden arbejdsgang'],
    fit['tilbydes ikke'],
  ])
  say(`standard/set-up/adaptation/other way/not offered: ${found.map((row) => row.join(' ')).join(' · ')}`)
  expect(found).toEqual(wanted)
  // The file answers each requirement as a whole: so every row of it follows, on the same level.
  const requirements = new Map(
    RequirementsInFile.parse(readEgebaek()).requirements.map((one) => [one.id, one.rows.length]),
  )
  const rowsOn = (vendor: string, word: string) =>
    file()
      .vendorAnswers.filter((one) => one.vendor === vendor && one.level === word)
      .reduce((sum, one) => sum + requirements.get(one.requirement)!, 0)
  const inRows = (letter: string, level: string) =>
    rows.find((row) => row.letter === letter && row.level === level)?.rowCount ?? 0
  for (const { id: vendor, letter } of file().vendors)
    for (const [word, level] of Object.entries(levelOf)) expect(inRows(letter, level)).toBe(rowsOn(vendor, word))
  say(
    `${rows.reduce((sum, { rowCount }) => sum + rowCount, 0)} answers to ${[...requirements.values()].reduce((a, b) => a + b)} rows`,
  )
  expect((await ask(nina, tender.fit, { tenderId: id })).every(({ letter }) => letter === 'B')).toBe(true)
})

withEgebaek('eight questions, one sheet, four adaptations with their decisions, seven gaps', async () => {
  const { id } = await theTender()
  const { questions, corrections, state, standstillEndsOn, award } = await ask(signe, tender.get, { id })
  expect([state, questions.length, questions.every(({ answer }) => answer)]).toEqual(['concluded', 8, true])
  expect(corrections.map(({ changes }) => changes.map(({ what }) => what))).toEqual([
    ['Udgave af kravene', 'K-039 Prøves ved'],
  ])
  const adaptations = await ask(signe, tender.adaptations, { tenderId: id })
  expect(adaptations.map((one) => [one.number, one.state, one.decisionNumber])).toEqual([
    [1, 'declined', 10],
    [2, 'ordered', 11],
    [3, 'postponed', 12],
    [4, 'ordered', 23],
  ])
  const gaps = await ask(signe, tender.gaps, { tenderId: id })
  expect(gaps.map((gap) => gap.state)).toEqual([
    ...['set-up', 'set-up', 'set-up', 'way-proposed', 'set-up', 'with-vendor', 'open'],
  ])
  // As the file has it, when the leader of that unit has said yes.
  const asked = gaps[3]!
  const leader = await anEmployee(here.world, 'Leder', 'unit-leader', { id: asked.unitId, name: asked.unitName })
  await ask(leader, tender.answerWay, { id: asked.id, version: asked.version, agrees: true, because: '' })
  expect((await ask(signe, tender.gaps, { tenderId: id }))[3]!.state).toBe('changed-way')
  say(
    `${questions.length} questions, ${corrections.length} sheet, ${adaptations.length} adaptations, ${gaps.length} gaps; standstill to ${standstillEndsOn}; winner ${award!.winnerLetter}`,
  )
})

withEgebaek('a slip leads to the winner’s answer and its points, and on to the adaptations', async () => {
  const [found] = await ask(signe, thread.find, { words: 'K-041' })
  const { knots } = await ask(signe, thread.of, { kind: found!.kind, id: found!.id, direction: 'affects' })
  const kinds = new Set(knots.map(({ kind }) => kind))
  expect([...kinds]).toEqual(
    expect.arrayContaining(['tender.answer', 'tender.score', 'tender.adaptation', 'decisions.decision']),
  )
  const loose = await ask(signe, thread.loose, {})
  expect(loose.filter(({ rule }) => rule === 'tender.without-decision')).toEqual([])
})

withEgebaek('loaded again, nothing is there twice', async () => {
  await load()
  expect(await ask(signe, tender.list, {})).toHaveLength(1)
})
