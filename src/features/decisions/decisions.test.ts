import { describe, expect, test } from 'vitest'
import { requirements } from '#features/requirements/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { aProposal, decides, proposes } from '#kit/decisions.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aPublished, aRequirement, aSpec, inTheHall } from '#kit/requirements.ts'
import { ask, type Person, refused, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { decisions } from './contract.ts'

const here = useWorld()
const about = (id: string) => [{ kind: 'requirements.requirement', id }]
const logOf = (by: Person, unitId: string | null = null) => ask(by, decisions.log, { unitId })
const seen = async (by: Person, id: string, unitId: string | null = null) =>
  (await logOf(by, unitId)).find((one) => one.id === id)

describe('the log', () => {
  test('a proposal becomes a decision, with what was not chosen and who took part; then its words stand', async () => {
    const { signe, ...spec } = await aSpec(here.world)
    const { id: requirement } = await aRequirement({ signe, ...spec }, 'Modtag overlevering')
    const made = await decides(signe, 'Overlevering vises efter handling', about(requirement), {
      reviewOn: '2026-10-01',
    })
    expect(await seen(signe, made.id)).toMatchObject({
      title: 'Overlevering vises efter handling',
      state: 'in-force',
      decidedOn: '2026-03-10',
      objects: 1,
      options: [{ chosen: true }, { text: 'Efter tid', chosen: false, whyNot: 'Det vigtige forsvinder' }],
      parts: [
        { role: 'decided', who: 'styregruppe' },
        { role: 'consulted', who: 'Signe' },
      ],
      permitted: ['review', 'supersede'],
    })
    const { objects: _, ...again } = aProposal(signe, 'Noget andet', [])
    const { placeId: __, ...words } = again
    expect((await refused(signe, decisions.change, { id: made.id, version: 2, ...words })).code).toBe(
      'decisions.not-a-proposal',
    )
    for (const statement of [
      sql`update decisions.decision set why = 'en anden' where tenant_id = kernel.here() and id = ${made.id}`,
      sql`delete from decisions.option where tenant_id = kernel.here() and decision_id = ${made.id}`,
      sql`insert into decisions.part (decision_id, position, role, who) values (${made.id}, 9, 'decided', 'nogen')`,
    ])
      await expect(here.world.db.run(statement)).rejects.toMatchObject({ code: '23000' })
    await expect(
      here.world.db.run(sql`delete from decisions.decision where tenant_id = kernel.here() and id = ${made.id}`),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('what is missing is said, and nothing is decided', async () => {
    const { signe } = await aSpec(here.world)
    const { id } = await proposes(signe, 'Go for pilot', [], { options: [] })
    const today = here.world.clock.today()
    expect((await refused(signe, decisions.decide, { id, version: 1, decidedOn: today })).code).toBe(
      'decisions.no-other-option',
    )
    const { objects: _, placeId: __, ...words } = aProposal(signe, 'Go for pilot: Åstedet', [])
    await ask(signe, decisions.change, { id, version: 1, ...words })
    expect((await refused(signe, decisions.decide, { id, version: 2, decidedOn: today })).code).toBe(
      'decisions.about-nothing',
    )
    expect((await seen(signe, id))?.state).toBe('proposed')
    await ask(signe, decisions.withdraw, { id, version: 2, because: 'Ikke klar' })
    expect((await refused(signe, decisions.decide, { id, version: 3, decidedOn: today })).code).toBe(
      'decisions.not-a-proposal',
    )
    expect(
      (await trailOf(here.world, 'decisions.decide')).filter(({ outcome }) => outcome === 'refused').length,
    ).toBeGreaterThanOrEqual(3)
  })

  test('the coordinator is at least consulted, or it is written why not', async () => {
    const { signe, ...spec } = await aSpec(here.world)
    const { id: requirement } = await aRequirement({ signe, ...spec }, 'Hold kontakt')
    const without = { parts: [{ role: 'decided' as const, who: 'ledergruppe', employeeId: null }] }
    const { id } = await proposes(signe, 'Borgervisning starter senere', about(requirement), without)
    const decided = { id, version: 1, decidedOn: here.world.clock.today() }
    expect((await refused(signe, decisions.decide, decided)).code).toBe('decisions.coordinator-left-out')
    const informed = { parts: [...without.parts, { role: 'informed' as const, who: 'Signe', employeeId: signe.id }] }
    const other = await proposes(signe, 'Borgervisning starter nu', about(requirement), informed)
    expect((await refused(signe, decisions.decide, { ...decided, id: other.id })).code).toBe(
      'decisions.coordinator-left-out',
    )
    await decides(signe, 'Borgervisning venter', about(requirement), {
      ...without,
      coordinatorException: 'Koordinatoren var på kursus',
    })
  })

  test('a later decision takes the place of an earlier one, which stays as it was', async () => {
    const { signe, ...spec } = await aSpec(here.world)
    const { id: requirement } = await aRequirement({ signe, ...spec }, 'Giv medicin')
    const old = await decides(signe, 'Dusør bestilles', about(requirement))
    const later = await decides(signe, 'Dusør løses i økonomisystemet', about(requirement), { supersedesId: old.id })
    expect(await seen(signe, old.id)).toMatchObject({
      title: 'Dusør bestilles',
      state: 'superseded',
      supersededById: later.id,
      permitted: [],
    })
    const third = await proposes(signe, 'Dusør alligevel', about(requirement), { supersedesId: old.id })
    expect((await refused(signe, decisions.decide, { id: third.id, version: 1, decidedOn: '2026-03-10' })).code).toBe(
      'decisions.nothing-to-supersede',
    )
    const chain = await ask(signe, thread.of, { kind: 'decisions.decision', id: later.id, direction: 'why' })
    expect(chain.knots.map(({ title }) => title)).toContain('Dusør bestilles')
  })

  test('each unit finds what concerns it: its own, and what concerns all', async () => {
    const { signe, ...spec } = await aSpec(here.world)
    const { id: requirement } = await aRequirement({ signe, ...spec }, 'Registrér fremmøde')
    const [solvang, bakkely] = [await aUnit(here.world, 'Solvang'), await aUnit(here.world, 'Bakkely')]
    const own = await decides(signe, 'To kan kvittere i Solvang', about(requirement), { unitIds: [solvang.id] })
    const all = await decides(signe, 'Læsekvittering måles pr. enhed', about(requirement))
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', solvang)
    expect([Boolean(await seen(jonas, own.id, solvang.id)), Boolean(await seen(jonas, all.id, solvang.id))]).toEqual([
      true,
      true,
    ])
    expect([Boolean(await seen(jonas, own.id, bakkely.id)), Boolean(await seen(jonas, all.id, bakkely.id))]).toEqual([
      false,
      true,
    ])
  })

  test('what is secret until the award is seen by those whose secret it is; told, by all', async () => {
    const { signe, ...spec } = await aSpec(here.world)
    const { id: requirement } = await aRequirement({ signe, ...spec }, 'Find det')
    const solvang = await aUnit(here.world, 'Solvang Syd')
    const people = {
      jonas: await anEmployee(here.world, 'Jonas', 'support-worker', solvang),
      nina: await anEmployee(here.world, 'Nina', 'unit-contact', solvang),
      rune: await inTheHall(here.world, 'Rune', 'buyer'),
    }
    const award = await decides(signe, 'Tildeling til Tingløv IT', about(requirement), { secret: true })
    const knows = async () => Promise.all(Object.values(people).map(async (by) => Boolean(await seen(by, award.id))))
    expect(await knows()).toEqual([false, false, true])
    const back = await ask(people.nina, thread.of, {
      kind: 'requirements.requirement',
      id: requirement,
      direction: 'affects',
    })
    expect(back.knots.map(({ title }) => title)).not.toContain('Tildeling til Tingløv IT')
    expect((await ask(people.nina, thread.find, { words: 'Tildeling til' })).length).toBe(0)
    await ask(signe, decisions.reveal, { id: award.id, version: 2 })
    expect(await knows()).toEqual([true, true, true])
    expect((await refused(signe, decisions.reveal, { id: award.id, version: 3 })).code).toBe('decisions.not-secret')
  })

  test('rule 17: a passed review is a loose thread until somebody has looked', async () => {
    const { signe, ...spec } = await aSpec(here.world)
    const { id: requirement } = await aRequirement({ signe, ...spec }, 'Se min enhed')
    const { id } = await decides(signe, 'Emneord skæres fra 31 til 18', about(requirement), { reviewOn: '2026-03-12' })
    const due = async (by: Person) =>
      (await ask(by, thread.loose, {})).filter((one) => one.id === id && one.rule === 'decisions.review-due').length
    expect(await due(signe)).toBe(0)
    // Half past midnight is the next day in Denmark, and not yet in UTC.
    here.world.clock.set('2026-03-13T00:30:00+01:00')
    const again = await signedIn(here.world, signe.id, 'Signe')
    expect(await due(again)).toBe(1)
    await ask(again, decisions.beginReview, { id, version: 2 })
    expect((await refused(again, decisions.beginReview, { id, version: 3 })).code).toBe('decisions.not-in-force')
    await ask(again, decisions.endReview, { id, version: 3, note: '18 er nok', reviewOn: null })
    expect(await due(again)).toBe(0)
    expect(await seen(again, id)).toMatchObject({ state: 'in-force', reviewNote: '18 er nok' })
    here.world.clock.set('2026-03-10T14:00:00+01:00')
  })

  test('a requirement that changes makes the decision suspect; and what bidders saw can be dropped by it', async () => {
    const spec = await aSpec(here.world)
    const { id: requirement } = await aRequirement(spec, 'Styr arbejdsdusør')
    await aPublished(spec, '1.0')
    const { id } = await decides(spec.signe, 'Dusør løses uden for systemet', about(requirement))
    await ask(spec.signe, requirements.change, { id: requirement, version: 1, fields: { difficult: 'Satser skifter' } })
    expect((await seen(spec.signe, id))?.suspects).toBe(1)
    await ask(spec.signe, requirements.drop, { id: requirement, version: 2, because: 'Løses i økonomisystemet' })
  })

  test('a support worker writes no decisions, and finds no place to', async () => {
    const { signe } = await aSpec(here.world)
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', await aUnit(here.world, 'Engen'))
    expect((await refused(jonas, decisions.propose, { id: newId(), ...aProposal(signe, 'Mit', []) })).code).toBe(
      'kernel.not-found',
    )
    expect((await refused(jonas, decisions.places, {})).code).toBe('kernel.not-found')
    expect((await ask(signe, decisions.places, {})).map(({ name }) => name)).toContain('Prøveby Kommune')
    expect(
      (
        await refused(signe, decisions.propose, {
          id: newId(),
          ...aProposal(signe, 'Om intet', [{ kind: 'journal.note', id: newId() }]),
        })
      ).code,
    ).toBe('decisions.unknown-kind')
  })
})

describe('risks', () => {
  test('a risk keeps how it was judged each time; wording it otherwise is no move', async () => {
    const { signe } = await aSpec(here.world)
    const risk = {
      title: 'Sommerferie gør, at svar bliver liggende',
      probability: 3,
      impact: 3,
      measure: '',
      owner: 'koordinator',
      state: 'active' as const,
    }
    const { id, number } = await ask(signe, decisions.addRisk, { id: newId(), placeId: here.world.rootUnitId, ...risk })
    expect(number).toBeGreaterThan(0)
    await ask(signe, decisions.changeRisk, { id, version: 1, ...risk, measure: 'To ekstra uger' })
    await ask(signe, decisions.changeRisk, { id, version: 2, ...risk, measure: 'To ekstra uger', state: 'damped' })
    const mine = (await ask(signe, decisions.risks, {})).find((one) => one.id === id)!
    expect(mine.moves.map(({ state, byName }) => [state, byName])).toEqual([
      ['active', 'Signe'],
      ['damped', 'Signe'],
    ])
    expect((await refused(signe, decisions.changeRisk, { id, version: 2, ...risk })).kind).toBe('stale')
  })

  test('rule 17: a risk nobody does anything about is a loose thread', async () => {
    const { signe } = await aSpec(here.world)
    const { id } = await ask(signe, decisions.addRisk, {
      id: newId(),
      placeId: here.world.rootUnitId,
      title: 'FMK når ikke frem',
      probability: 2,
      impact: 4,
      measure: ' ',
      owner: 'it',
      state: 'active',
    })
    expect((await ask(signe, thread.loose, {})).filter((one) => one.id === id).map(({ rule }) => rule)).toEqual([
      'decisions.risk-unmet',
    ])
  })
})
