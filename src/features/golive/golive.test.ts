import { beforeAll, describe, expect, test } from 'vitest'
import { plan as planContract } from '#features/plan/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { decides } from '#kit/decisions.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aCase, aGolive, checkOf, type GivenGolive, isManned, placeOf, sees, unitOf } from '#kit/golive.ts'
import { aPlan, aWave, finishes, type GivenPlan, tasksOf, theTask } from '#kit/plan.ts'
import { aRequirement, aSpec } from '#kit/requirements.ts'
import { ask, type Person, refused, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { golive } from './contract.ts'
import { standingOf } from './standing.ts'

const here = useWorld()
let plan: GivenPlan
let given: GivenGolive
let signe: Person
let bodil: Person
let nina: Person
let lene: Person
let jonas: Person
let engen: GivenUnit
let skoven: GivenUnit
let waveId: string

beforeAll(async () => {
  const hall = { id: here.world.rootUnitId, name: 'Rådhuset' }
  plan = await aPlan(here.world)
  signe = plan.signe
  given = await aGolive(plan, hall)
  bodil = await anEmployee(here.world, 'Bodil', 'steering', hall)
  engen = await aUnit(here.world, 'Engen', { roundTheClock: true })
  skoven = await aUnit(here.world, 'Skoven', { roundTheClock: false })
  nina = await anEmployee(here.world, 'Nina', 'unit-contact', engen)
  lene = await anEmployee(here.world, 'Lene', 'unit-leader', engen)
  jonas = await anEmployee(here.world, 'Jonas', 'support-worker', engen)
  waveId = await aWave(plan, 'B1', '2026-03-23', [engen, skoven])
})

/** At a moment; everybody signs in anew, since a session does not last so long. */
async function at(moment: string): Promise<void> {
  here.world.clock.set(moment)
  const administrator = here.world.administrator
  for (const person of [administrator, signe, bodil, nina, lene, jonas])
    person.by = (await signedIn(here.world, person.id, person.name)).by
}

const standing = async (unitId: string) => {
  const { place, unit } = await unitOf(signe, unitId)
  return standingOf(place, unit, here.world.clock.today())
}
const says = (verdict: 'go' | 'no-go' | 'conditions', unitId: string, more: object = {}) => ({
  ...{ id: newId(), unitId, verdict, because: '', conditions: [] as string[] },
  ...more,
})

describe('checks', () => {
  test('what the plan knows is worked out, what nobody has seen is not reached, and a second set of checks is refused', async () => {
    expect(await checkOf(signe, engen.id, 'R01')).toBe('missing measured')
    await finishes(lene, engen.id, 'UT01')
    await finishes(nina, engen.id, 'UT02')
    expect(await checkOf(signe, engen.id, 'R01')).toBe('ok measured')
    expect(await checkOf(signe, engen.id, 'R11')).toBe('not-reached nothing')
    const again = { placeId: given.placeId, items: [], gates: [] }
    const item = {
      id: newId(),
      code: 'X',
      title: 'x',
      mode: 'manual',
      weight: 'blocking',
      measure: null,
      settingKey: null,
      resetBy: 'nothing',
      expiresDays: null,
      owner: '',
    }
    expect((await refused(signe, golive.begin, { ...again, items: [item] })).code).toBe('golive.there-are-checks')
  })

  test('what somebody saw holds for fourteen days; nobody has seen tomorrow', async () => {
    await sees(nina, given, engen.id, 'R11')
    expect(await checkOf(nina, engen.id, 'R11')).toBe('ok seen')
    const tomorrow = {
      id: newId(),
      itemId: given.itemId('R11'),
      unitId: engen.id,
      outcome: 'ok' as const,
      note: '',
      seenOn: '2026-03-11',
    }
    expect((await refused(nina, golive.record, tomorrow)).code).toBe('golive.seen-later')
    const long = { ...tomorrow, id: newId(), seenOn: '2026-02-20' }
    await ask(nina, golive.record, long)
    expect(await checkOf(nina, engen.id, 'R11')).toBe('missing expired')
    await sees(nina, given, engen.id, 'R11')
    const { unit } = await unitOf(nina, engen.id)
    expect(unit.facts.find(({ itemId }) => itemId === given.itemId('R11'))!.seen!.byName).toBe('Nina')
  })

  test('a contact says nothing of another unit', async () => {
    const other = {
      id: newId(),
      itemId: given.itemId('R11'),
      unitId: skoven.id,
      outcome: 'ok' as const,
      note: '',
      seenOn: '2026-03-10',
    }
    expect((await refused(nina, golive.record, other)).code).toBe('kernel.not-found')
    expect((await placeOf(nina)).units.map(({ name }) => name)).toEqual(['Engen'])
  })

  test('rule 14: a new set-up resets what was seen of it, and one that changes screens also the key tasks', async () => {
    await sees(signe, given, engen.id, 'R03')
    const bySight = { id: newId(), unitId: engen.id, code: 'R03-S', title: 'Opsætningen gennemgået med leder' }
    await ask(signe, golive.addCheck, {
      ...{ ...bySight, mode: 'manual', weight: 'blocking', measure: null, settingKey: null },
      ...{ resetBy: 'set-up', expiresDays: null, owner: 'leder' },
    })
    const seenBySight = { ...{ id: newId(), itemId: bySight.id, unitId: engen.id, outcome: 'ok' as const, note: '' } }
    await ask(nina, golive.record, { ...seenBySight, seenOn: '2026-03-10' })
    expect(await checkOf(signe, engen.id, 'R03-S')).toBe('ok seen')
    await sees(nina, given, engen.id, 'R07')
    expect([await checkOf(signe, engen.id, 'R03'), await checkOf(signe, engen.id, 'R07')]).toEqual([
      'ok seen',
      'ok seen',
    ])
    await at('2026-03-10T15:00:00+01:00')
    await appliedHere(engen.id, 'access.scope')
    expect(await checkOf(signe, engen.id, 'R03-S')).toBe('missing reset')
    // What is measured goes before what was seen: the set-up now holds, and the trial of it is still good.
    expect([await checkOf(signe, engen.id, 'R03'), await checkOf(signe, engen.id, 'R07')]).toEqual([
      'ok measured',
      'ok seen',
    ])
    await at('2026-03-10T16:00:00+01:00')
    await appliedHere(engen.id, 'terminology.citizen')
    expect(await checkOf(signe, engen.id, 'R07')).toBe('missing reset')
    await at('2026-03-10T16:05:00+01:00')
    await proposedHere(engen.id)
    expect(await checkOf(signe, engen.id, 'R03')).toBe('partly measured')
    await sees(nina, given, engen.id, 'R07')
    expect(await checkOf(signe, engen.id, 'R07')).toBe('ok seen')
  })

  test('a check of what the product does not do waits, and is never in order whatever was seen', async () => {
    const waiting = {
      id: newId(),
      unitId: engen.id,
      code: 'R-MAGT',
      title: 'Magtanvendelse prøvet',
      mode: 'manual' as const,
      weight: 'blocking' as const,
    }
    const rest = { measure: null, resetBy: 'nothing' as const, expiresDays: null, owner: 'leder' }
    expect((await refused(signe, golive.addCheck, { ...waiting, ...rest, settingKey: 'findes.ikke' })).code).toBe(
      'golive.unknown-setting',
    )
    await ask(signe, golive.addCheck, { ...waiting, ...rest, settingKey: 'modules.force' })
    await ask(nina, golive.record, {
      id: newId(),
      itemId: waiting.id,
      unitId: engen.id,
      outcome: 'ok',
      note: 'prøvet',
      seenOn: '2026-03-10',
    })
    expect(await checkOf(signe, engen.id, 'R-MAGT')).toBe('missing awaits')
    expect(await checkOf(signe, engen.id, 'R15')).toBe('missing measured')
    expect((await unitOf(signe, skoven.id)).unit.facts.some(({ itemId }) => itemId === waiting.id)).toBe(false)
  })

  test('rule 13: a blocking check is let pass by a decision in force and until a day; when either ends, it blocks again', async () => {
    const input = {
      id: newId(),
      itemId: given.itemId('R10'),
      unitId: engen.id,
      decisionId: null as string | null,
      untilOn: '2026-03-20' as string | null,
      note: 'Papir til da',
    }
    const noDecision = await refused(signe, golive.accept, input)
    expect([noDecision.code, noDecision.faults[0]?.field]).toEqual(['golive.needs-decision', 'decisionId'])
    const { id: requirement } = await aRequirement(await aSpec(here.world), 'Konverter data')
    const { id: decisionId } = await decides(signe, 'Engen går i drift uden stikprøve', [
      { kind: 'requirements.requirement', id: requirement },
    ])
    expect((await refused(signe, golive.accept, { ...input, decisionId, untilOn: null })).code).toBe('golive.needs-end')
    expect((await refused(signe, golive.accept, { ...input, decisionId, untilOn: '2026-03-01' })).code).toBe(
      'golive.ends-in-the-past',
    )
    expect((await refused(signe, golive.accept, { ...input, decisionId: newId() })).code).toBe(
      'golive.decision-not-in-force',
    )
    await ask(signe, golive.accept, { ...input, decisionId })
    expect(await checkOf(signe, engen.id, 'R10')).toBe('accepted accepted')
    expect((await standing(engen.id)).blocking).not.toContain('R10')
    await here.world.db.run(
      sql`update decisions.decision set state = 'superseded' where tenant_id = kernel.here() and id = ${decisionId}`,
    )
    expect(await checkOf(signe, engen.id, 'R10')).toBe('not-reached nothing')
    await here.world.db.run(
      sql`update decisions.decision set state = 'in-force' where tenant_id = kernel.here() and id = ${decisionId}`,
    )
    await at('2026-03-21T09:00:00+01:00')
    expect(await checkOf(signe, engen.id, 'R10')).toBe('not-reached nothing')
    await at('2026-03-10T17:00:00+01:00')
    // What is only acceptable needs no decision.
    await ask(signe, golive.accept, { ...input, id: newId(), itemId: given.itemId('R09'), untilOn: null })
    expect(await checkOf(signe, engen.id, 'R09')).toBe('accepted accepted')
  })
})

/** A set-up that is applied: as profiles keeps it, with one value of it. */
async function appliedHere(unitId: string, key: string): Promise<void> {
  const proposal = await proposedHere(unitId)
  const [change, now] = [newId(), here.world.clock.now()]
  await here.world.db.run(
    sql`insert into profiles.change (id, unit_id, proposal_id, from_on, applied_at, applied_by) values (${change}, ${unitId}, ${proposal}, ${here.world.clock.today()}::date, ${now}, ${signe.id})`,
  )
  const setting = await here.world.db.one<{
    id: string
  }>(sql`insert into profiles.setting (id, unit_id, key) values (${newId()}, ${unitId}, ${key})
    on conflict (tenant_id, unit_id, key) do nothing returning id`)
  await here.world.db.run(sql`insert into profiles.held (id, setting_id, value, from_on, since_on, source_kind, source_label, change_id)
    values (${newId()}, ${setting!.id}, '"own"', ${here.world.clock.today()}::date, ${here.world.clock.today()}::date, 'answer', 'Q', ${change})`)
}
async function proposedHere(unitId: string): Promise<string> {
  const id = newId()
  await here.world.db.run(
    sql`insert into profiles.proposal (id, unit_id, note, proposed_at, proposed_by) values (${id}, ${unitId}, '', ${here.world.clock.now()}, ${signe.id})`,
  )
  return id
}

describe('go', () => {
  test('without the municipality’s gates, a way back and somebody on every shift, go is refused; no-go with a reason always stands', async () => {
    expect((await refused(bodil, golive.say, says('go', engen.id))).code).toBe('golive.gates-first')
    const noReason = await refused(lene, golive.say, says('no-go', engen.id))
    expect([noReason.code, noReason.faults[0]?.field]).toEqual(['golive.says-no-why', 'because'])
    await ask(lene, golive.say, says('no-go', engen.id, { because: 'To er syge' }))
    expect((await unitOf(lene, engen.id)).unit.verdict).toMatchObject({
      verdict: 'no-go',
      because: 'To er syge',
      byName: 'Lene',
    })
    for (const code of ['M1', 'M2', 'M3'])
      await ask(signe, golive.passGate, {
        id: newId(),
        gateId: given.gateId(code),
        waveId: null,
        passedOn: '2026-03-01',
        note: 'Sag 26/1',
      })
    const wave = { id: newId(), gateId: given.gateId('M4'), passedOn: '2026-03-10', note: 'Skrivespærret' }
    expect((await refused(signe, golive.passGate, { ...wave, waveId: null })).code).toBe('golive.gate-of-a-wave')
    expect((await refused(signe, golive.passGate, { ...wave, gateId: given.gateId('M1'), waveId })).code).toBe(
      'golive.gate-of-all',
    )
    expect((await refused(signe, golive.passGate, { ...wave, gateId: given.gateId('M1'), waveId: null })).code).toBe(
      'golive.passed-already',
    )
    expect((await standing(engen.id)).gates).toEqual(['M4', 'M5'])
    for (const code of ['M4', 'M5'])
      await ask(signe, golive.passGate, { ...wave, id: newId(), gateId: given.gateId(code), waveId })
    expect((await refused(bodil, golive.say, says('go', engen.id))).code).toBe('golive.blocking-first')
  })

  test('rule 13: one blocking check that is not in order holds a go up, and is named; a decision with an end lets it pass; then a way back, then every shift', async () => {
    const others = (await standing(engen.id)).blocking.filter((code) => code !== 'R07')
    for (const code of others) await settled(code)
    await sees(signe, given, engen.id, 'R07', 'missing', 'To af tre bestod')
    const held = await refused(bodil, golive.say, says('go', engen.id))
    expect([held.code, held.facts.checks]).toEqual(['golive.blocking-first', 'R07'])
    expect((await refused(bodil, golive.say, says('conditions', engen.id, { conditions: ['Øv igen'] }))).code).toBe(
      'golive.blocking-first',
    )
    const untilOn = '2026-04-30'
    const bareAcceptance = { id: newId(), itemId: given.itemId('R07'), unitId: engen.id, decisionId: null, untilOn }
    expect((await refused(signe, golive.accept, { ...bareAcceptance, note: 'Det går nok' })).code).toBe(
      'golive.needs-decision',
    )
    await acceptedByDecision('R07')
    expect((await standing(engen.id)).blocking).toEqual([])
    expect((await refused(bodil, golive.say, says('go', engen.id))).code).toBe('golive.no-way-back')
    await ask(nina, golive.keepFallback, { unitId: engen.id, plan: 'Papir', who: 'Lene', untilOn: '2026-03-27' })
    const bare = await refused(bodil, golive.say, says('go', engen.id))
    expect([bare.code, bare.facts.count]).toEqual(['golive.shift-without-super-user', 21])
    const shift = {
      unitId: engen.id,
      day: '2026-03-23',
      start: '07:00',
      employeeId: null as string | null,
      who: 'Hans',
    }
    expect((await refused(nina, golive.keepPresence, { ...shift, day: '2026-03-30' })).code).toBe(
      'golive.no-such-shift',
    )
    expect((await refused(nina, golive.keepPresence, { ...shift, employeeId: jonas.id })).code).toBe(
      'golive.not-super-user',
    )
    await isManned(nina, engen.id)
    await ask(nina, golive.keepPresence, { ...shift, who: '' })
    expect((await standing(engen.id)).uncovered).toBe(1)
    await ask(nina, golive.keepPresence, shift)
    expect((await refused(bodil, golive.say, says('conditions', engen.id, { conditions: [] }))).code).toBe(
      'golive.no-conditions',
    )
    const done = await ask(
      bodil,
      golive.say,
      says('conditions', engen.id, { conditions: ['It sætter storskærm op senest fredag'] }),
    )
    expect(done.lacking).toContain('R12')
    expect((await unitOf(lene, engen.id)).unit.verdict).toMatchObject({ verdict: 'conditions', byName: 'Bodil' })
    expect((await trailOf(here.world, 'golive.say')).map(({ outcome }) => outcome)).toContain('refused')
    expect((await refused(jonas, golive.say, says('no-go', engen.id, { because: 'x' }))).code).toBe('kernel.not-found')
  })

  /** In order by what somebody saw, or accepted by a decision where the house itself says otherwise. */
  async function settled(code: string): Promise<void> {
    const { place } = await unitOf(signe, engen.id)
    const item = place.items.find((one) => one.code === code)!
    await ask(signe, golive.record, {
      id: newId(),
      itemId: item.id,
      unitId: engen.id,
      outcome: 'ok',
      note: '',
      seenOn: here.world.clock.today(),
    })
    if (!(await checkOf(signe, engen.id, code)).startsWith('ok')) await acceptedByDecision(code, item.id)
  }

  async function acceptedByDecision(code: string, itemId = given.itemId(code)): Promise<void> {
    const { id: requirement } = await aRequirement(await aSpec(here.world), `Uden ${code}`)
    const { id: decisionId } = await decides(signe, `Engen går i drift uden ${code}`, [
      { kind: 'requirements.requirement', id: requirement },
    ])
    await ask(signe, golive.accept, {
      id: newId(),
      itemId,
      unitId: engen.id,
      decisionId,
      untilOn: '2026-04-30',
      note: '',
    })
  }
})

describe('a no-go and the plan', () => {
  const asked = async (unitId: string) =>
    (await tasksOf(signe, unitId)).filter(({ title }) => title.startsWith('Find en ny dag'))
  const planned = async (waveId: string) =>
    (await ask(signe, planContract.plans, {}))[0]!.waves.find(({ id }) => id === waveId)!

  test('golive.say: Signe is asked for a new day, once; moved, the task is done, the others follow, and the screen says that it was moved', async () => {
    const bakken = await aUnit(here.world, 'Bakken', { roundTheClock: false })
    const sofie = await anEmployee(here.world, 'Sofie', 'unit-leader', bakken)
    const own = await aWave(plan, 'B7', '2026-06-15', [bakken])
    for (const because of ['To er syge', 'Stadig to syge'])
      await ask(sofie, golive.say, says('no-go', bakken.id, { because }))
    expect(await asked(bakken.id)).toMatchObject([
      { roleId: plan.roleId.coordinator, dueOn: '2026-03-11', state: 'open', why: 'No-go: To er syge' },
    ])
    const told = async () => (await unitOf(signe, bakken.id)).unit.verdict!.isMovedSince
    expect(await told()).toBe(false)
    const { id, version } = await planned(own)
    const before = await theTask(signe, bakken.id, 'UT16')
    await at('2026-03-10T17:30:00+01:00')
    await ask(signe, planContract.moveWave, { id, version, goLiveOn: '2026-06-29', because: 'No-go' })
    expect(await asked(bakken.id)).toMatchObject([{ state: 'done', doneOn: '2026-03-10', dueOn: '2026-03-11' }])
    expect([before.dueOn, (await theTask(signe, bakken.id, 'UT16')).dueOn]).toEqual(['2026-06-12', '2026-06-26'])
    expect(await told()).toBe(true)
    await at('2026-03-10T17:00:00+01:00')
  })

  test('a go after all takes the question back', async () => {
    await ask(lene, golive.say, says('no-go', engen.id, { because: 'Strømmen gik' }))
    expect((await asked(engen.id)).filter(({ state }) => state === 'open')).toHaveLength(1)
    await ask(bodil, golive.say, says('conditions', engen.id, { conditions: ['Strømmen er der igen'] }))
    expect((await asked(engen.id)).every(({ state }) => state === 'dropped')).toBe(true)
  })
})

describe('cases', () => {
  test('told from a screen with its set-up; a number or a name has no place in it, and nothing is half-saved', async () => {
    const told = aCase(engen.id, { severity: 'high' })
    const number = await refused(jonas, golive.report, { ...told, what: 'Det gælder 010190-1234' })
    expect([number.code, number.faults[0]?.field]).toEqual(['golive.number-in-text', 'what'])
    const name = await refused(jonas, golive.report, { ...told, title: 'Birthe Larsen mangler på listen' })
    expect([name.code, name.faults[0]?.field]).toEqual(['golive.name-in-text', 'title'])
    expect(await ask(jonas, golive.cases, {})).toEqual([])
    expect(await ask(jonas, golive.telling, {})).toEqual([{ id: engen.id, told: 0 }])
    const made = await ask(jonas, golive.report, told)
    expect(await ask(jonas, golive.telling, {})).toEqual([{ id: engen.id, told: 1 }])
    expect([made.number, made.answerByAt]).toEqual([1, '2026-03-10T20:00:00.000Z'])
    const [mine] = await ask(jonas, golive.cases, {})
    expect(mine).toMatchObject({ screen: '/overlevering', state: 'new', isMine: true, suggestions: [] })
    expect(mine!.setupAt).not.toBeNull()
    expect(
      (await refused(jonas, golive.report, { ...aCase(engen.id), screen: '/citizens/3f2a?navn=Birthe' })).kind,
    ).toBe('bad-input')
    const nowhere = await aUnit(here.world, 'Uden bølge')
    const dorte = await anEmployee(here.world, 'Dorte', 'support-worker', nowhere)
    expect((await refused(dorte, golive.report, aCase(nowhere.id))).code).toBe('golive.not-planned')
  })

  test('in the first week a high one is answered within the hour; unanswered it is a loose thread', async () => {
    await at('2026-03-24T08:00:00+01:00')
    const made = await ask(jonas, golive.report, aCase(engen.id, { severity: 'high', title: 'Medicinlisten er tom' }))
    expect(made.answerByAt).toBe('2026-03-24T08:00:00.000Z')
    await at('2026-03-24T09:30:00+01:00')
    expect(
      (await ask(signe, thread.loose, {})).filter(({ rule }) => rule === 'golive.unanswered').map(({ id }) => id),
    ).toContain(made.id)
    const sofie = await anEmployee(here.world, 'Sofie', 'support-worker', skoven)
    expect((await ask(sofie, golive.join, { id: made.id, unitId: skoven.id })).voices).toBe(2)
    expect((await ask(sofie, golive.join, { id: made.id, unitId: skoven.id })).voices).toBe(2)
  })

  test('rule 18: the vendor is told what was written for them and nothing else, and never a citizen', async () => {
    const made = await ask(
      jonas,
      golive.report,
      aCase(engen.id, { what: 'Vi sad tre ved bordet og så det', title: 'Natbilledet er langsomt' }),
    )
    const move = {
      id: made.id,
      version: 1,
      to: 'with-vendor' as const,
      cause: null,
      resolution: '',
      workaround: null,
      workaroundReviewOn: null,
      severity: 'middle' as const,
    }
    expect((await refused(signe, golive.moveCase, { ...move, vendorText: ' ' })).faults[0]?.field).toBe('vendorText')
    for (const vendorText of ['Se på 010190-1234', 'Birthe Larsen vises ikke'])
      expect((await refused(signe, golive.moveCase, { ...move, vendorText })).kind).toBe('refused')
    await ask(signe, golive.moveCase, { ...move, vendorText: 'Natbilledet er over ti sekunder om at komme kl. 22.' })
    const sheet = await ask(signe, golive.vendorSheet, {})
    const sent = sheet.find(({ id }) => id === made.id)!
    expect(Object.keys(sent).sort()).toEqual([
      'answerByAt',
      'id',
      'number',
      'screen',
      'sentAt',
      'setupAt',
      'severity',
      'text',
    ])
    expect(JSON.stringify(sheet)).not.toMatch(/Engen|Jonas|tre ved bordet/)
    expect((await refused(jonas, golive.vendorSheet, {})).code).toBe('kernel.not-found')
  })

  test('closed with a cause; whoever told of it says whether it is over; a case of set-up teaches the template', async () => {
    const { id } = await ask(jonas, golive.report, aCase(engen.id, { title: 'Påmindes for tit om natten' }))
    const move = {
      id,
      version: 1,
      to: 'solved' as const,
      cause: null as 'set-up' | null,
      resolution: '',
      vendorText: null,
      workaround: null,
      workaroundReviewOn: null,
      severity: 'low' as const,
    }
    expect((await refused(signe, golive.moveCase, move)).code).toBe('golive.needs-cause')
    expect((await refused(signe, golive.moveCase, { ...move, cause: 'set-up' })).code).toBe('golive.says-no-what')
    expect((await refused(jonas, golive.confirm, { id, version: 1, isOver: true })).code).toBe('golive.not-solved')
    await ask(signe, golive.moveCase, {
      ...move,
      cause: 'set-up',
      resolution: 'Kun røde om natten',
      workaround: 'Lyden slået fra',
      workaroundReviewOn: '2026-04-07',
    })
    expect((await refused(nina, golive.confirm, { id, version: 2, isOver: true })).code).toBe('kernel.not-found')
    await ask(jonas, golive.confirm, { id, version: 2, isOver: false })
    await ask(signe, golive.moveCase, { ...move, version: 3, cause: 'set-up', resolution: 'Kun røde om natten' })
    await ask(jonas, golive.confirm, { id, version: 4, isOver: true })
    const suggestion = {
      id: newId(),
      caseId: id,
      settingKey: null,
      text: 'Kun røde påmindelser om natten i alle døgntilbud',
    }
    await ask(signe, golive.suggest, suggestion)
    expect((await refused(signe, golive.suggest, { ...suggestion, id: newId(), settingKey: 'findes.ikke' })).code).toBe(
      'golive.unknown-setting',
    )
    const answer = { id: suggestion.id, isTaken: true, answer: 'Kommer i næste skabelon', template: null }
    const nowhere = await refused(signe, golive.answerSuggestion, answer)
    expect([nowhere.code, nowhere.faults[0]?.field]).toEqual(['golive.taken-by-no-template', 'template'])
    const odd = { offerGroup: 'residential' as const, key: 'goals.followUpDays', value: 'tit' }
    const refusedValue = await refused(signe, golive.answerSuggestion, { ...answer, template: odd })
    expect([refusedValue.code, refusedValue.faults[0]?.field]).toEqual(['profiles.no-such-value', 'template'])
    const template = { ...odd, value: 21 }
    await ask(signe, golive.answerSuggestion, { ...answer, template })
    const again = { ...answer, isTaken: false, answer: 'Nej' }
    expect((await refused(signe, golive.answerSuggestion, again)).code).toBe('golive.answered-already')
    const found = (await ask(nina, golive.cases, {})).find((one) => one.id === id)!
    expect(found).toMatchObject({
      state: 'confirmed',
      cause: 'set-up',
      suggestions: [{ state: 'taken', template: { offerGroup: 'residential', version: 2 } }],
    })
    const { id: fault } = await ask(jonas, golive.report, aCase(engen.id))
    expect((await refused(signe, golive.suggest, { ...suggestion, id: newId(), caseId: fault })).code).toBe(
      'golive.not-about-set-up',
    )
  })

  test('whoever sees danger stops the line: nobody goes live until the coordinator says why it is safe', async () => {
    const { id } = await ask(
      jonas,
      golive.report,
      aCase(engen.id, { severity: 'high', title: 'Forkert medicin vises' }),
    )
    const stopId = newId()
    await ask(jonas, golive.stopLine, { id, stopId, because: 'Forkert dosis på skærmen' })
    expect((await placeOf(lene)).stops).toMatchObject([{ because: 'Forkert dosis på skærmen', byName: 'Jonas' }])
    expect((await refused(bodil, golive.say, says('go', engen.id))).code).toBe('golive.line-is-stopped')
    expect((await refused(jonas, golive.liftStop, { id: stopId, because: 'x' })).code).toBe('kernel.not-found')
    await ask(signe, golive.liftStop, { id: stopId, because: 'Rettet og prøvet af to' })
    expect((await refused(signe, golive.liftStop, { id: stopId, because: 'igen' })).code).toBe('golive.not-stopped')
    expect((await placeOf(lene)).stops).toEqual([])
  })
})

describe('the pulse', () => {
  test('rule 11: nothing is shown of a unit before five have answered, and nobody answers twice', async () => {
    const pulse = { id: newId(), placeId: given.placeId, opensOn: '2026-03-24', closesOn: '2026-03-31' }
    expect((await refused(signe, golive.openPulse, { ...pulse, closesOn: '2026-03-01' })).code).toBe(
      'golive.pulse-backwards',
    )
    await ask(signe, golive.openPulse, pulse)
    expect((await refused(signe, golive.openPulse, { ...pulse, id: newId() })).code).toBe('golive.pulse-overlaps')
    const answer = { id: pulse.id, unitId: engen.id, knowsWhy: 4, wantsTo: 4, knowsHow: 2, isAble: 1, itLasts: 1 }
    for (const name of ['Anna', 'Bent', 'Clara', 'Dan'])
      await ask(await anEmployee(here.world, name, 'support-worker', engen), golive.answerPulse, answer)
    expect((await ask(lene, golive.pulses, {}))[0]).toMatchObject({ isOpen: true, hasAnswered: false, units: [] })
    await ask(jonas, golive.answerPulse, answer)
    expect((await refused(jonas, golive.answerPulse, answer)).code).toBe('golive.pulse-answered')
    expect((await ask(lene, golive.pulses, {}))[0]!.units).toMatchObject([
      { name: 'Engen', answers: 5, knowsWhy: 1, knowsHow: 0 },
    ])
    expect((await ask(jonas, golive.pulses, {}))[0]).toMatchObject({ hasAnswered: true, units: [] })
    const entries = await trailOf(here.world, 'golive.answerPulse')
    expect(JSON.stringify(entries)).not.toMatch(/knows|"unit/)
    const columns = await here.world.owner.query(
      `select column_name from information_schema.columns where table_schema = 'golive' and table_name = 'pulse_answer'`,
    )
    expect(columns.rows.map((row) => row.column_name).filter((name: string) => /employee|_at|_by/.test(name))).toEqual(
      [],
    )
    await at('2026-04-01T08:00:00+02:00')
    expect((await refused(bodil, golive.answerPulse, answer)).kind).not.toBe('broken')
    const late = await anEmployee(here.world, 'Eva', 'support-worker', engen)
    expect((await refused(late, golive.answerPulse, answer)).code).toBe('golive.pulse-closed')
  })
})
