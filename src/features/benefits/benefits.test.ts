import { describe, expect, test } from 'vitest'
import { decisions } from '#features/decisions/contract.ts'
import { requirements } from '#features/requirements/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { decides } from '#kit/decisions.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aPlan, aWave } from '#kit/plan.ts'
import { aRequirement, aSpec, type GivenSpec, inTheHall } from '#kit/requirements.ts'
import { ask, refused, signedIn, useWorld } from '#kit/world.ts'
import { benefits } from './contract.ts'
import { baselineState } from './rules.ts'
import { da } from './text.da.ts'

const here = useWorld()

async function aBenefit(spec: GivenSpec, title: string) {
  const id = newId()
  await ask(spec.signe, requirements.addBenefit, { id, specId: spec.id, title, owner: 'leder Solvang', dueOn: null })
  return id
}

const fields = {
  ...{
    what: 'Minutter fra mødetid til jeg ved, hvad der kræver handling',
    countedIn: 'min',
    direction: 'down' as const,
  },
  ...{ baseline: 18 as number | null, baselineOn: '2026-02-10' as string | null, target: 8, owner: 'leder Solvang' },
  ...{ smallestSample: 12, aboutMoney: false, unitId: null as string | null, nextOn: null as string | null },
}
const method = { method: 'observation af 12 vagtskift', methodSinceOn: '2026-02-01' }

async function aMeasure(spec: GivenSpec, title: string, more: Partial<typeof fields> = {}) {
  const [id, benefitId] = [newId(), await aBenefit(spec, title)]
  await ask(spec.signe, benefits.addMeasure, { id, benefitId, ...fields, ...more, methodId: newId(), ...method })
  return { id, benefitId }
}
const seen = async (spec: GivenSpec, id: string, by = spec.signe) =>
  (await ask(by, benefits.list, {})).find((one) => one.id === id)!
const point = (measureId: string, more: object = {}) => ({
  ...{ id: newId(), measureId, takenOn: '2026-03-09', value: 10.5, sample: 12, note: '', correctsId: null },
  ...more,
})

describe('measuring', () => {
  test('a measurement stands with its n and note; a slip of the pen is corrected, a bad number stays', async () => {
    const spec = await aSpec(here.world)
    const measure = await aMeasure(spec, 'Rolig vagtstart')
    const bad = point(measure.id, { value: 21, note: 'Ny vagtplan samme uge' })
    await ask(spec.signe, benefits.addPoint, bad)
    const slip = point(measure.id, { takenOn: '2026-03-10', value: 105 })
    await ask(spec.signe, benefits.addPoint, slip)
    const right = point(measure.id, { takenOn: '2026-03-10', correctsId: slip.id })
    await ask(spec.signe, benefits.addPoint, right)
    expect((await refused(spec.signe, benefits.addPoint, point(measure.id, { correctsId: slip.id }))).code).toBe(
      'benefits.corrected-already',
    )
    expect((await refused(spec.signe, benefits.addPoint, point(measure.id, { sample: 11 }))).code).toBe(
      'benefits.too-few',
    )
    expect((await refused(spec.signe, benefits.addPoint, point(measure.id, { takenOn: '2026-03-11' }))).code).toBe(
      'benefits.not-yet',
    )
    expect((await seen(spec, measure.id)).points.map(({ value, sample, note }) => [value, sample, note])).toEqual([
      [21, 12, 'Ny vagtplan samme uge'],
      [10.5, 12, ''],
    ])
  })

  test('rule 11: what fewer than five made is shown to nobody, however small a sample is asked for', async () => {
    const spec = await aSpec(here.world)
    const measure = await aMeasure(spec, 'Klædt på', { smallestSample: 1 })
    await ask(spec.signe, benefits.addPoint, point(measure.id, { sample: 4 }))
    await ask(spec.signe, benefits.addPoint, point(measure.id, { sample: 5, takenOn: '2026-03-10' }))
    expect((await seen(spec, measure.id)).points.map(({ value }) => value)).toEqual([null, 10.5])
  })

  test('another method begins after what was measured; both stand', async () => {
    const spec = await aSpec(here.world)
    const measure = await aMeasure(spec, 'Sikrere medicin')
    await ask(spec.signe, benefits.addPoint, point(measure.id))
    const change = { id: measure.id, version: 1, methodId: newId(), text: 'systemdata', sinceOn: '2026-03-09' }
    expect((await refused(spec.signe, benefits.changeMethod, change)).code).toBe('benefits.method-before-points')
    await ask(spec.signe, benefits.changeMethod, { ...change, sinceOn: '2026-03-10' })
    expect((await seen(spec, measure.id)).methods.map(({ text, sinceOn }) => [text, sinceOn])).toEqual([
      ['observation af 12 vagtskift', '2026-02-01'],
      ['systemdata', '2026-03-10'],
    ])
  })

  test('one measure for each benefit, ten at most; a baseline has a day; what is due is a loose thread', async () => {
    const place = await aUnit(here.world, 'Området')
    const spec = await aSpec(here.world, place)
    const first = await aMeasure(spec, 'Skrevet én gang', { nextOn: '2026-03-09', baseline: null, baselineOn: null })
    const again = { id: newId(), benefitId: first.benefitId, ...fields, methodId: newId(), ...method }
    expect((await refused(spec.signe, benefits.addMeasure, again)).code).toBe('benefits.measured-already')
    const halved = {
      id: newId(),
      benefitId: await aBenefit(spec, 'Halv'),
      ...fields,
      baselineOn: null,
      methodId: newId(),
      ...method,
    }
    expect((await refused(spec.signe, benefits.addMeasure, halved)).code).toBe('benefits.baseline-without-day')
    const loose = (await ask(spec.signe, thread.loose, {}))
      .filter(({ id }) => id === first.benefitId)
      .map(({ rule }) => rule)
    expect(loose).toEqual(expect.arrayContaining(['benefits.measurement-due', 'benefits.without-baseline']))
    for (let at = 1; at < 10; at++) await aMeasure(spec, `Gevinst ${at}`)
    const eleventh = { ...again, id: newId(), benefitId: await aBenefit(spec, 'Den ellevte'), methodId: newId() }
    expect((await refused(spec.signe, benefits.addMeasure, eleventh)).code).toBe('benefits.ten-at-most')
    expect((await ask(spec.signe, benefits.unmeasured, {})).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Halv', 'Den ellevte']),
    )
    const { id, version } = await seen(spec, first.id)
    await ask(spec.signe, benefits.changeMeasure, { id, version, ...fields, owner: 'centerleder' })
    expect((await refused(spec.signe, benefits.changeMeasure, { id, version, ...fields })).kind).toBe('stale')
  })

  test('rule 20: a baseline measured on the day of go-live or later stands, marked »uden nulpunkt«', async () => {
    const [early, late] = [await aUnit(here.world, 'Engen'), await aUnit(here.world, 'Skoven')]
    const plan = await aPlan(here.world)
    await aWave(plan, 'B1', '2026-03-02', [early, late])
    const spec = await aSpec(here.world)
    const before = await aMeasure(spec, 'Målt før', { unitId: early.id, baselineOn: '2026-03-01' })
    const onTheDay = await aMeasure(spec, 'Målt på dagen', { unitId: late.id, baselineOn: '2026-03-02' })
    const stateOf = async (id: string) => {
      const { baselineOn, wentLiveOn } = await seen(spec, id)
      const state = baselineState(baselineOn, wentLiveOn)
      return [wentLiveOn, state === 'before' ? '' : da.baselineStates[state]]
    }
    expect(await stateOf(before.id)).toEqual(['2026-03-02', ''])
    expect(await stateOf(onTheDay.id)).toEqual(['2026-03-02', 'uden nulpunkt: målt efter start'])
  })

  test('the leader whose unit is measured writes the measurement; the leader of another unit does not', async () => {
    const [unit, other] = [await aUnit(here.world, 'Solvang'), await aUnit(here.world, 'Bakkely')]
    const spec = await aSpec(here.world)
    const measure = await aMeasure(spec, 'Færre tabte aftaler', { unitId: unit.id })
    const [peter, karen] = [
      await anEmployee(here.world, 'Peter', 'unit-leader', unit),
      await anEmployee(here.world, 'Karen', 'unit-leader', other),
    ]
    await ask(peter, benefits.addPoint, point(measure.id))
    expect((await refused(karen, benefits.addPoint, point(measure.id))).kind).toBe('not-found')
    expect((await seen(spec, measure.id, peter)).permitted).toEqual(['measure'])
    expect((await seen(spec, measure.id, karen)).permitted).toEqual([])
    expect((await refused(peter, benefits.places, {})).kind).toBe('not-found')
    expect((await ask(spec.signe, benefits.places, {})).length).toBeGreaterThan(0)
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
    expect((await refused(jonas, benefits.list, {})).kind).toBe('not-found')
  })
})

describe('the leadership', () => {
  test('hours that nobody else knows of are written down once, with where they come from; sums are for those who lead', async () => {
    const spec = await aSpec(here.world)
    const karen = await inTheHall(here.world, 'Karen', 'steering')
    const hours = {
      id: newId(),
      placeId: here.world.rootUnitId,
      what: 'Brugerprøver',
      minutes: 45 * 60,
      source: 'Ti brugere, seks opgaver',
      beforeContract: true,
    }
    await ask(spec.signe, benefits.noteHours, hours)
    expect((await refused(spec.signe, benefits.noteHours, { ...hours, id: newId() })).code).toBe('benefits.hours-noted')
    expect((await refused(karen, benefits.noteHours, { ...hours, id: newId(), what: 'Andet' })).kind).toBe('not-found')
    const told = await ask(karen, benefits.preparation, { placeId: here.world.rootUnitId })
    expect(told.put.find(({ key }) => key === 'Brugerprøver')).toMatchObject({
      minutes: 2700,
      isPreparation: true,
      source: { da: 'Ti brugere, seks opgaver' },
    })
    expect(told.bids).toEqual([])
    const peter = await anEmployee(here.world, 'Peter', 'unit-leader', await aUnit(here.world, 'Engen'))
    expect((await refused(peter, benefits.preparation, { placeId: here.world.rootUnitId })).kind).toBe('not-found')
  })

  test('one page from what stands; kept, it stays as it was, and the next begins where it ended', async () => {
    const place = await aUnit(here.world, 'Vestområdet')
    const spec = await aSpec(here.world, place)
    const karen = await anEmployee(here.world, 'Karen', 'steering', place)
    const { id: requirement } = await aRequirement(spec, 'Modtag overlevering')
    const about = [{ kind: 'requirements.requirement', id: requirement }]
    await decides(spec.signe, 'Overlevering vises efter handling', about, { placeId: place.id })
    const risk = {
      title: 'Sommerferie',
      probability: 3,
      impact: 3,
      measure: 'To uger mere',
      owner: 'koordinator',
      state: 'active' as const,
    }
    const { id: riskId } = await ask(spec.signe, decisions.addRisk, { id: newId(), placeId: place.id, ...risk })
    await ask(spec.signe, decisions.propose, { id: newId(), ...proposalAt(place.id, spec), objects: about })
    const now = await ask(karen, benefits.leadership, { placeId: place.id })
    expect(now).toMatchObject({
      placeName: 'Vestområdet',
      sinceAt: null,
      decided: [{ title: 'Overlevering vises efter handling' }],
      needed: [{ title: 'Skal telefoner følge med', why: 'undecided' }],
      risks: [{ title: 'Sommerferie', before: null, now: 9 }],
    })
    expect(now.signals.map(({ key }) => key)).toEqual(['plan', 'people', 'set-up', 'vendor', 'benefits'])

    const kept = await ask(karen, benefits.keepPage, { id: newId(), placeId: place.id })
    expect(kept.madeByName).toBe('Karen')
    here.world.clock.set('2026-03-24T09:00:00+01:00')
    const [signe, later] = [
      await signedIn(here.world, spec.signe.id, 'Signe'),
      await signedIn(here.world, karen.id, 'Karen'),
    ]
    await ask(signe, decisions.changeRisk, { id: riskId, version: 1, ...risk, probability: 4 })
    expect(await ask(later, benefits.leadership, { placeId: place.id })).toMatchObject({
      decided: [],
      risks: [{ before: 9, now: 12 }],
    })
    expect((await ask(later, benefits.page, { id: kept.id })).content.decided).toHaveLength(1)
    expect((await ask(later, benefits.pages, { placeId: place.id })).map(({ id }) => id)).toEqual([kept.id])
    const file = await ask(later, benefits.paper, { id: kept.id })
    expect(file).toMatchObject({ mediaType: 'application/pdf', name: 'ledelsesside-2026-03-10.pdf' })
    const { rows } = await here.world.owner.query<{ pdf: Buffer }>('select pdf from benefits.page where id = $1', [
      kept.id,
    ])
    expect(rows[0]!.pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(rows[0]!.pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 1).toBe(1)
    here.world.clock.set('2026-03-10T14:00:00+01:00')
    const stranger = await anEmployee(here.world, 'Bo', 'steering', await aUnit(here.world, 'Andetsteds'))
    expect((await refused(stranger, benefits.page, { id: kept.id })).kind).toBe('not-found')
  })
})

const proposalAt = (placeId: string, { signe }: GivenSpec) => ({
  ...{
    placeId,
    title: 'Skal telefoner følge med',
    question: '',
    why: '',
    consequences: '',
    noOptionReason: null,
    coordinatorException: null,
  },
  ...{
    secret: false,
    reviewOn: null,
    supersedesId: null,
    options: [],
    parts: [{ role: 'proposed' as const, who: signe.name, employeeId: signe.id }],
    unitIds: [],
  },
})
