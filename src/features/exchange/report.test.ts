import { describe, expect, test } from 'vitest'
import { citizens } from '#features/citizens/contract.ts'
import { orders } from '#features/orders/contract.ts'
import { stays } from '#features/stays/contract.ts'
import { directionOfCode, rankOfCode } from '#features/terminology/rules.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCard, aCitizen } from '#kit/citizens.ts'
import { errorsBy, example, examplesIn, guides, leftOut, ORDER, octetsOf, theJudge } from '#kit/fhir.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { anOrderLetter, ffb } from '#kit/orders.ts'
import { ask, newId, type Person, refused, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { exchange } from './contract.ts'
import { entryFields } from './entry-fields.ts'
import { at, type Item, isItem, itemsOf, listOf, type Resource, textAt, type Value } from './fhir/json.ts'
import { type Given, itemContents, itemKinds } from './items.ts'
import { sendWaiting } from './server/index.ts'

const here = useWorld()

const idIn = (reference: unknown) => textAt(reference, 'reference')!.split('/')[1]!
const code = (concept: unknown) => textAt(itemsOf(at(concept, 'coding'))[0], 'code')!
const extension = (item: unknown, end: string) =>
  itemsOf(at(item, 'extension')).find(({ url }) => String(url).endsWith(end))
const numberIn = (resource: Resource) => {
  const given = at(itemsOf(extension(resource, 'municipalityCaseNumber')?.extension)[0], 'valueIdentifier')
  return { caseSystem: textAt(given, 'system')!, caseNumber: textAt(given, 'value')! }
}
const ids = (references: unknown) => listOf(references).map(idIn)
const byRank = (addresses: unknown) =>
  [...itemsOf(addresses)].sort(
    (a, b) =>
      Number(extension(a, 'ConditionRank')!.valuePositiveInt) - Number(extension(b, 'ConditionRank')!.valuePositiveInt),
  )
const target = (goal: Resource, measure: string) =>
  code(itemsOf(goal.target).find((one) => code(one.measure) === measure)!.detailCodeableConcept)
const profile = (resource: Resource) =>
  String(listOf(at(resource, 'meta', 'profile'))[0]).split('kl-reporting-ffb-')[1]!

/** What somebody would enter to tell what an official resource tells. */
const entered: Record<string, (r: Resource) => Given> = {
  serviceRequest: (r) => ({ kind: 'request', content: { ...numberIn(r), status: r.status as 'active' } }),
  condition: (r) => ({
    kind: 'condition',
    content: {
      ...{
        themeCode: code(r.code),
        level: rankOfCode(r.severity ? code(r.severity) : null),
        recordedAt: String(r.recordedDate),
      },
      ...{
        assertedAt: textAt(extension(r, 'ConditionLastAssertedDate'), 'valueDateTime') ?? null,
        isActive: code(r.clinicalStatus) === 'active',
      },
    },
  }),
  informationGathering: (r) => ({
    kind: 'gathering',
    content: {
      ...{
        requestId: idIn(extension(r, 'BasedOnServiceRequest')!.valueReference),
        effectiveAt: String(r.effectiveDateTime),
      },
      ...{
        isCompleted: r.status === 'completed',
        conditionIds: itemsOf(r.finding).map((one) => idIn(one.itemReference)),
      },
      needId: itemsOf(r.investigation).flatMap(({ item }) => ids(item))[0] ?? null,
    },
  }),
  careEvaluation: (r) => ({
    kind: 'need',
    content: { level: rankOfCode(code(r.valueCodeableConcept))!, effectiveAt: String(r.effectiveDateTime) },
  }),
  interventionGoal: (r) => {
    const [first, ...others] = byRank(r.addresses).map(idIn)
    return {
      kind: 'goal',
      content: {
        ...{
          conditionId: first!,
          otherConditionIds: others,
          levelWanted: rankOfCode(target(r, '66959f77-6e2a-4574-8423-3ff097f8b9fa'))!,
        },
        ...{
          direction: directionOfCode(target(r, '90c48f03-f194-4b2f-ad7d-6cba1069ae48'))!,
          status: r.lifecycleStatus as 'active',
        },
      },
    }
  },
  targetGroup: (r) => ({ kind: 'target-group', content: { code: code(r.code), recordedOn: String(r.recordedDate) } }),
  servicePerformer: (r) => ({ kind: 'performer', content: { offerType: code(listOf(r.category)[0]) } }),
  followUpEncounter: (r) => ({ kind: 'follow-up-day', content: { on: textAt(r, 'period', 'start')! } }),
  carePlan: (r) => ({
    kind: 'plan',
    content: {
      ...{
        ...numberIn(r),
        status: r.status as 'active',
        intent: r.intent as 'order',
        startsOn: textAt(r, 'period', 'start')!,
      },
      ...{ endsOn: textAt(r, 'period', 'end') ?? null, performerIds: ids(r.careTeam), goalIds: ids(r.goal) },
      needId: itemsOf(r.activity).flatMap(({ outcomeReference }) => ids(outcomeReference))[0] ?? null,
      followUpDayId: extension(r, 'follow-up-date-extension')
        ? idIn(extension(r, 'follow-up-date-extension')!.valueReference)
        : null,
      targetGroupIds: byRank(r.addresses).map(idIn),
    },
  }),
  intervention: (r) => {
    const detail = at(itemsOf(r.activity)[0], 'detail')
    return {
      kind: 'intervention',
      content: {
        ...{ planId: ids(r.basedOn)[0]!, code: code(at(detail, 'code')), startsOn: textAt(r, 'period', 'start')! },
        ...{
          endsOn: textAt(r, 'period', 'end') ?? null,
          createdAt: String(r.created),
          planStatus: r.status as 'active',
        },
        ...{ intent: r.intent as 'order', status: textAt(detail, 'status') as 'in-progress' },
      },
    }
  },
  followUp: (r) => ({
    kind: 'follow-up',
    content: {
      planId: ids(r.focus)[0]!,
      result: code(r.valueCodeableConcept),
      effectiveAt: String(r.effectiveDateTime),
    },
  }),
}
/** Links lead to what stands already. */
const sequence = Object.keys(entered).filter(
  (kind) => !['informationGathering', 'carePlan', 'intervention', 'followUp'].includes(kind),
)
const inSequence = [...sequence, 'informationGathering', 'carePlan', 'intervention', 'followUp']

const resourcesIn = (bundle: Resource) => itemsOf(bundle.entry).map(({ resource }) => resource as Resource)

/** As sets, without displays, the moment of change and our own id of the citizen. */
function compared(bundle: Resource): string[] {
  const plain = (value: Value | undefined): unknown => {
    if (Array.isArray(value))
      return value
        .map(plain)
        .map((one) => JSON.stringify(one))
        .sort()
    if (!isItem(value)) return value
    const names = Object.keys(value).filter((name) => !['display', 'lastUpdated', 'use'].includes(name))
    return Object.fromEntries(names.sort().map((name) => [name, plain(value[name])]))
  }
  const patient = resourcesIn(bundle).find(({ resourceType }) => resourceType === 'Patient')!
  return resourcesIn(bundle)
    .map((one) => JSON.stringify(plain(one)).replaceAll(String(patient.id), 'the citizen'))
    .sort()
}

async function enterAll(person: Person, citizenId: Id, bundle: Resource): Promise<void> {
  for (const kind of inSequence)
    for (const resource of resourcesIn(bundle).filter((one) => profile(one) === kind))
      await ask(person, exchange.enter, {
        id: resource.id!,
        citizenId,
        item: entered[kind]!(resource),
        withdrawn: false,
      })
}

describe.skipIf(!guides)(`the official story of Børge${leftOut}`, () => {
  test('entered step by step gives reports with the same codes, ranks, dates and links, and the judge passes them', {
    timeout: 120_000,
  }, async () => {
    const { administrator } = here.world
    const unit = await aUnit(here.world, 'Visitationen')
    const borge = newId()
    await ask(administrator, citizens.register, { id: borge, unitId: unit.id, number: '0101814321', ...aCard('Børge') })
    await ask(administrator, exchange.setOrganisation, { organisationId: 'd4e3f4fb-6761-4d6c-9086-74c49231f11e' })
    const judge = await theJudge()
    const story = examplesIn('kl-ffb-reporting-1.0.0/examples')
      .map(example)
      .sort((a, b) => (String(a.timestamp) < String(b.timestamp) ? -1 : 1))
    for (const official of story) {
      await enterAll(administrator, borge, official)
      const made = await ask(administrator, exchange.report, { id: newId(), citizenId: borge })
      const bundle = JSON.parse(made.content) as Resource
      expect(errorsBy(judge, bundle)).toEqual([])
      const own = new Set(compared(bundle))
      expect(compared(official).filter((one) => !own.has(one))).toEqual([])
      for (const resource of resourcesIn(bundle)) expect(textAt(resource, 'meta', 'lastUpdated')).toBeTruthy()
    }
    process.stdout.write(
      `  ${story.length} of the story’s reports (those that are here) came out with the same codes, ranks, dates and links\n`,
    )
    expect((await refused(administrator, exchange.report, { id: newId(), citizenId: borge })).code).toBe(
      'exchange.nothing-new',
    )
  })

  test('an error is withdrawn under the same id; what is told is no news afterwards', async () => {
    const { administrator } = here.world
    const unit = await aUnit(here.world, 'Engen')
    const ida = await aCitizen(here.world, 'Ida Holm', unit, { number: '0202902468' })
    const condition = {
      kind: 'condition',
      content: {
        themeCode: '464a2ab6-a7df-4b3a-b74d-7873f4cfe668',
        level: 3,
        recordedAt: '2026-03-01T10:00:00Z',
        assertedAt: null,
        isActive: true,
      },
    } as const
    const id = newId()
    await ask(administrator, exchange.enter, { id, citizenId: ida.id, item: condition, withdrawn: false })
    const stands = async () => (await ask(administrator, exchange.caseOf, { citizenId: ida.id })).items
    expect(await stands()).toMatchObject([{ ...condition, id, withdrawn: false, isNews: true }])
    await ask(administrator, exchange.report, { id: newId(), citizenId: ida.id })
    expect(await stands()).toMatchObject([{ id, isNews: false }])
    await ask(administrator, exchange.enter, { id, citizenId: ida.id, item: condition, withdrawn: true })
    const { content } = await ask(administrator, exchange.report, { id: newId(), citizenId: ida.id })
    const told = resourcesIn(JSON.parse(content)).find((one) => one.id === id)!
    expect(code(told.verificationStatus)).toBe('refuted')
    expect(errorsBy(await theJudge(), JSON.parse(content))).toEqual([])
  })
})

test('what each kind is asked for is what is reported of it', () => {
  for (const kind of itemKinds)
    expect(entryFields[kind].map(({ name }) => name).sort(), kind).toEqual(Object.keys(itemContents[kind].shape).sort())
})

test('a level where none belongs, a link that leads nowhere and a citizen without a number are refused', async () => {
  const { administrator } = here.world
  const unit = await aUnit(here.world, 'Lunden')
  const ole = await aCitizen(here.world, 'Ole Vad', unit)
  const enter = (item: Given) =>
    refused(administrator, exchange.enter, { id: newId(), citizenId: ole.id, item, withdrawn: false })
  const sleep = {
    themeCode: '83376fdb-f55d-4dd9-944e-b49631a9836f',
    level: 2,
    recordedAt: '2026-03-01T10:00:00Z',
    assertedAt: null,
    isActive: true,
  }
  expect((await enter({ kind: 'condition', content: sleep })).code).toBe('exchange.level')
  expect(
    (await enter({ kind: 'follow-up', content: { planId: newId(), result: 'x', effectiveAt: '2026-03-01T10:00:00Z' } }))
      .code,
  ).toBe('exchange.loose-link')
  await ask(administrator, exchange.enter, {
    id: newId(),
    citizenId: ole.id,
    item: { kind: 'need', content: { level: 1, effectiveAt: '2026-03-01T10:00:00Z' } },
    withdrawn: false,
  })
  expect((await refused(administrator, exchange.report, { id: newId(), citizenId: ole.id })).code).toBe(
    'exchange.report-needs-number',
  )
  expect(Object.keys(itemContents)).toHaveLength(11)
})

describe.skipIf(!guides)(`what is taken out${leftOut}`, () => {
  test('order in, order out: equal; report and status of the same citizen are passed by the judge', {
    timeout: 120_000,
  }, async () => {
    const { administrator } = here.world
    const judge = await theJudge()
    const got = await ask(administrator, exchange.receive, {
      id: newId(),
      fileName: 'b.json',
      unit: null,
      content: octetsOf(example(ORDER)),
    })
    const out = async (what: 'status' | 'report' | 'order') =>
      JSON.parse((await ask(administrator, exchange.export, { citizenId: got.citizenId!, what })).content) as Resource
    const inOrder = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map((one) => JSON.stringify(inOrder(one))).sort()
      if (!isItem(value)) return value
      return Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((name) => [name, inOrder((value as Item)[name])]),
      )
    }
    expect(inOrder(await out('order'))).toEqual(inOrder(example(ORDER)))
    for (const what of ['status', 'report'] as const) {
      const bundle = await out(what)
      expect(errorsBy(judge, bundle), what).toEqual([])
      expect(resourcesIn(bundle).length, what).toBeGreaterThan(8)
    }
    const lone = await anEmployee(here.world, 'Lone', 'support-worker', await aUnit(here.world, 'Bakkely'))
    expect((await refused(lone, exchange.export, { citizenId: got.citizenId!, what: 'status' })).kind).toBe('not-found')
  })
})

test.skipIf(!guides)(
  `an order typed from a letter goes on as an order message that the judge passes; without a phone it says what is missing${leftOut}`,
  async () => {
    const unit = await aUnit(here.world, 'Åsen')
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
    const out = (citizenId: Id) => ({ citizenId, what: 'order' as const })
    const per = await aCitizen(here.world, 'Per Dahl', unit, { number: '0404902468', phone: '12345678' })
    const letter = anOrderLetter(unit, per, [
      {
        text: 'Laver mad',
        themeCode: ffb.cooking,
        levelStart: 3,
        levelWanted: 2,
        direction: 'develop',
        interventionCode: ffb.dailyTasks,
      },
    ])
    await ask(jonas, orders.type, { ...letter, targetGroup: ffb.autism })
    expect((await refused(here.world.administrator, exchange.export, out(per.id))).code).toBe('exchange.no-caseworker')
    const caseworker = {
      kind: 'caseworker',
      name: 'Karen Karlsen',
      relation: null,
      phone: '99775533',
      note: null,
    } as const
    await ask(jonas, citizens.addContact, { id: newId(), citizenId: per.id, ...caseworker })
    const { content } = await ask(here.world.administrator, exchange.export, out(per.id))
    expect(errorsBy(await theJudge(), JSON.parse(content))).toEqual([])
    const bo = await aCitizen(here.world, 'Bo Lind', unit)
    await ask(jonas, orders.type, anOrderLetter(unit, bo))
    expect((await refused(here.world.administrator, exchange.export, out(bo.id))).code).toBe('exchange.no-phone')
  },
)

test('the whole case of somebody who uses two units is taken out by one who reaches both', async () => {
  const { world } = here
  const [solvang, ankeret] = [await aUnit(world, 'Solvang'), await aUnit(world, 'Ankeret')]
  const mette = await anEmployee(world, 'Mette', 'unit-leader', solvang)
  const jens = await aCitizen(world, 'Jens Brandt', solvang)
  const out = (by: Person) => refused(by, exchange.export, { citizenId: jens.id, what: 'order' })
  expect((await out(mette)).code).toBe('exchange.no-order')
  const startsOn = addDays(world.clock.today(), -3)
  const stay = { id: newId(), citizenId: jens.id, unitId: ankeret.id, kind: 'day', legalGround: null, startsOn }
  await ask(world.administrator, stays.open, stay)
  expect((await out(mette)).kind).toBe('not-found')
  expect((await out(world.administrator)).code).toBe('exchange.no-order')
})

test('of somebody with a protected address or a hidden stay, status and order are taken out only against a reason, which the trail keeps', async () => {
  const { world } = here
  const unit = await aUnit(world, 'Lærkehuset')
  const mette = await anEmployee(world, 'Mette', 'unit-leader', unit)
  const hidden = [{ identityProtected: true }, { hiddenStay: true }]
  for (const [at, more] of hidden.entries()) {
    const siv = await aCitizen(world, 'Siv Holm', unit, { number: `040490246${at}`, phone: '12345678', ...more })
    const out = (what: 'status' | 'order', reason?: string) => ({ citizenId: siv.id, what, reason })
    for (const what of ['status', 'order'] as const) {
      const { code, faults } = await refused(mette, exchange.export, out(what, '  '))
      expect([code, faults[0]?.field]).toEqual(['exchange.hidden-needs-reason', 'reason'])
    }
    const { content } = await ask(mette, exchange.export, out('status', 'Aftalt med rådgiver i dag'))
    expect(content).toContain('Siv')
    expect((await refused(mette, exchange.export, out('order', 'Aftalt'))).code).toBe('exchange.no-order')
  }
  const said = (await trailOf(world, 'exchange.export')).map(({ about }) => about)
  expect(said).toContainEqual(expect.stringContaining('Aftalt med rådgiver i dag'))
})

test('the leader reports of somebody whose card was made at the municipality, and not when another offer made it', async () => {
  const { world } = here
  const [engen, skoven] = [await aUnit(world, 'Engen'), await aUnit(world, 'Skoven')]
  const mette = await anEmployee(world, 'Mette', 'unit-leader', engen)
  const made = async (name: string, unitId: Id) => {
    const id = newId()
    await ask(world.administrator, citizens.register, { id, unitId, number: null, ...aCard(name) })
    const stay = { id: newId(), citizenId: id, kind: 'home', legalGround: null, startsOn: world.clock.today() } as const
    await ask(world.administrator, stays.open, { ...stay, unitId: engen.id })
    return { citizenId: id }
  }
  const vera = await made('Vera Vang', world.rootUnitId)
  expect(await ask(mette, exchange.caseOf, vera)).toMatchObject({ items: [] })
  expect((await ask(mette, exchange.caseFor, vera)).permitted).toEqual(['report'])
  const viggo = await made('Viggo Vang', skoven.id)
  expect((await refused(mette, exchange.caseOf, viggo)).kind).toBe('not-found')
  const isLedThere = async (who: Person, citizenId: Id) =>
    (await ask(who, exchange.caseFor, { citizenId })).permitted.includes('report')
  expect(await isLedThere(mette, viggo.citizenId)).toBe(false)
  expect(await isLedThere(world.administrator, viggo.citizenId)).toBe(true)
  const omar = await anEmployee(world, 'Omar', 'support-worker', engen)
  expect((await refused(omar, exchange.caseFor, viggo)).kind).toBe('not-found')
})

describe('the outbox', () => {
  test('what the gateway refuses is news again, and told anew once it is mended', async () => {
    const { administrator } = here.world
    const unit = await aUnit(here.world, 'Bækken')
    const per = await aCitizen(here.world, 'Per Lund', unit, { number: '0404902469' })
    const needs = [newId(), newId()]
    const enters = (id: string, level: number) =>
      ask(administrator, exchange.enter, {
        ...{ id, citizenId: per.id, withdrawn: false },
        item: { kind: 'need', content: { level, effectiveAt: '2026-03-01T10:00:00Z' } },
      })
    for (const id of needs) await enters(id, 1)
    await ask(administrator, exchange.report, { id: newId(), citizenId: per.id })
    const news = async () =>
      (await ask(administrator, exchange.caseOf, { citizenId: per.id })).items.filter(({ isNews }) => isNews)
    expect(await news()).toEqual([])
    await sendWaiting(
      { pool: here.world.house.tenants.pool(here.world.tenant), clock: here.world.clock },
      async () => 422,
    )
    expect((await news()).map(({ id }) => id).sort()).toEqual([...needs].sort())
    await enters(needs[0]!, 2)
    const { content } = await ask(administrator, exchange.report, { id: newId(), citizenId: per.id })
    for (const id of needs) expect(content).toContain(id)
  })

  test('keeps what could not be sent, tries again later each time, and sends nothing twice', async () => {
    const { administrator } = here.world
    const unit = await aUnit(here.world, 'Kilden')
    const eva = await aCitizen(here.world, 'Eva Krog', unit, { number: '0303902468' })
    await ask(administrator, exchange.enter, {
      id: newId(),
      citizenId: eva.id,
      item: { kind: 'need', content: { level: 1, effectiveAt: '2026-03-01T10:00:00Z' } },
      withdrawn: false,
    })
    await here.world.db.run(
      sql`update exchange.outgoing set state = 'sent', sent_at = now(), next_at = null where tenant_id = kernel.here() and state = 'waiting'`,
    )
    const [id, key] = [newId(), newId()]
    const made = await ask(administrator, exchange.report, { id, citizenId: eva.id }, key)
    const again = await ask(administrator, exchange.report, { id, citizenId: eva.id }, key)
    expect(JSON.parse(again.content)).toEqual(JSON.parse(made.content))
    expect(
      await here.world.db.all(sql`select answer from kernel.answer where tenant_id = kernel.here() and key = ${key}`),
    ).toEqual([{ answer: '{}' }])
    const line = async () =>
      (await ask(await signedIn(here.world, administrator.id, administrator.name), exchange.outbox, {})).find(
        (one) => one.id === id,
      )!
    const tried: string[] = []
    const send = (answer: number | Error) =>
      sendWaiting(
        { pool: here.world.house.tenants.pool(here.world.tenant), clock: here.world.clock },
        async (bundle) => {
          tried.push(bundle.id)
          if (answer instanceof Error) throw answer
          return answer
        },
      )
    await send(new Error('ECONNREFUSED'))
    expect(await line()).toMatchObject({ state: 'waiting', attempts: 1 })
    await send(200)
    expect(tried).toHaveLength(1)
    here.world.clock.set('2026-03-10T15:30:00+01:00')
    await send(503)
    expect(await line()).toMatchObject({ state: 'waiting', attempts: 2, lastError: '503' })
    here.world.clock.set('2026-03-10T18:30:00+01:00')
    await Promise.all([send(200), send(200)])
    expect(await line()).toMatchObject({ state: 'sent', attempts: 3, nextAt: null })
    await send(200)
    expect(tried).toEqual([id, id, id])
  })
})
