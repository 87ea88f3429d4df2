import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { journal } from '#features/journal/contract.ts'
import { org } from '#features/org/contract.ts'
import { offerGroupKeys } from '#features/org/offer-groups.ts'
import { thread } from '#features/thread/contract.ts'
import type { Day } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { aCitizen } from '#kit/citizens.ts'
import { decides } from '#kit/decisions.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { answered, applies, decided, given, liveValues, previews, suggests } from '#kit/profiles.ts'
import { aRequirement, aSpec } from '#kit/requirements.ts'
import { ask, type Person, refused, START, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { type Given, profiles, type SettingKey, type SettingValue } from './contract.ts'
import { diff, resolve, setUpOf } from './rules.ts'
import { isApplied, lastAppliedAt, liveOf, propose } from './server/index.ts'
import { byProduct, byTemplate, firstTemplates } from './templates.ts'

const here = useWorld()
const hall = () => ({ id: here.world.rootUnitId, name: 'Prøveby' })
afterEach(() => here.world.clock.set(START))
/** Another day has come, and they sign in again. */
async function comes<const P extends readonly Person[]>(at: string, ...people: P): Promise<P> {
  here.world.clock.set(at)
  return Promise.all(people.map(({ id, name }) => signedIn(here.world, id, name))) as unknown as Promise<P>
}
const today = () => here.world.clock.today()

/** Åstedet with Mette who works there, Grethe who leads it, and Signe who coordinates for all. */
async function aHome(name = 'Åstedet') {
  const unit = await aUnit(here.world, name)
  const [signe, grethe, mette] = [
    await anEmployee(here.world, 'Signe', 'coordinator', hall()),
    await anEmployee(here.world, 'Grethe', 'unit-leader', unit),
    await anEmployee(here.world, 'Mette', 'support-worker', unit),
  ]
  return { unit, signe, grethe, mette }
}
const residential = (): Given[] => [
  ...resolve([...byProduct, ...byTemplate(firstTemplates.residential, 'døgntilbud', 1)]).values(),
]
/** A whole set-up as clarification proposes it. */
const proposes = (by: Person, unit: GivenUnit, values: readonly Given[]) =>
  propose(here.world.db, {
    unitId: unit.id,
    template: { offerGroup: 'residential', version: 1 },
    note: 'Afklaring',
    values,
    by: by.id,
    at: here.world.clock.now(),
  })
const mineIn = async (who: Person, { id }: GivenUnit) =>
  (await ask(who, org.myUnits, {})).find((unit) => unit.id === id)!
const writes = (who: Person, unit: GivenUnit, citizenId: string, kind: string, happenedAt = here.world.clock.now()) => {
  const note = {
    id: newId(),
    draftId: null,
    unitId: unit.id,
    citizenId,
    kind,
    happenedAt,
    text: 'Spiste med de andre',
    important: false,
    theme: null,
    belongsTo: [],
  }
  return ask(who, journal.write, note)
}

describe('a set-up', () => {
  test('profiles.suggest, profiles.preview, profiles.apply, profiles.of: answers become how the unit works, each with its source', async () => {
    const { unit, signe, grethe, mette } = await aHome()
    const id = await suggests(grethe, unit.id, [
      given('terminology.citizen', 'resident', answered('Q01')),
      given('journal.types', ['visit', 'health'], answered('Q05')),
      given('handover.order', 'citizen', answered('Q04')),
    ])
    const seen = await previews(signe, id)
    expect(seen.changes.find(({ key }) => key === 'terminology.citizen')).toMatchObject({
      old: null,
      new: { value: 'resident', source: { kind: 'answer', ref: 'Q01' } },
    })
    expect(seen.effects.find(({ name }) => name === 'profiles.colleagues')?.count).toBe(2)
    expect(seen.permitted).toEqual(['apply'])
    const done = await applies(signe, id)
    expect(done.changes.map(({ key }) => key)).toEqual(seen.changes.map(({ key }) => key))
    const profile = await ask(mette, profiles.of, { unitId: unit.id, day: today() })
    expect(profile.held.find(({ key }) => key === 'journal.types')).toMatchObject({
      value: ['visit', 'health'],
      sinceOn: today(),
      source: { kind: 'answer', ref: 'Q05', label: 'Enhedens svar på Q05', record: null },
    })
    expect(profile.changes).toMatchObject([{ fromOn: today(), appliedByName: 'Signe', undoneOn: null }])
    expect(profile).toMatchObject({ proposals: [], permitted: [] })
    expect((await trailOf(here.world, 'profiles.apply')).at(-1)).toMatchObject({ outcome: 'done' })
  })

  test('profiles.apply, profiles.why: a value comes from its knot on the thread, and why it is so is told with what it was before', async () => {
    const { unit, mette } = await aHome()
    const { signe, ...spec } = await aSpec(here.world)
    const { id: requirement } = await aRequirement({ signe, ...spec }, 'Modtag overlevering')
    const decision = await decides(signe, 'Overlevering vises efter handling', [
      { kind: 'requirements.requirement', id: requirement },
    ])
    await applies(signe, await suggests(signe, unit.id, [given('handover.order', 'citizen', answered('Q04'))]))
    const source = decided('D-007', { kind: 'decisions.decision', id: decision.id })
    await applies(signe, await suggests(signe, unit.id, [given('handover.order', 'action', source)]))
    const why = await ask(mette, profiles.why, { unitId: unit.id, key: 'handover.order', day: today() })
    expect(why.held.map(({ value, source }) => [value, source.ref])).toEqual([['action', 'D-007']])
    const chain = await ask(mette, thread.of, { kind: 'profiles.setting', id: why.id!, direction: 'why' })
    expect(chain.knots.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Overleveringens rækkefølge: det, der kræver handling, først',
        'Overlevering vises efter handling',
      ]),
    )
    await applies(signe, await suggests(signe, unit.id, [given('handover.order', 'citizen', decided('D-008'))]))
    const later = await ask(mette, thread.of, { kind: 'profiles.setting', id: why.id!, direction: 'why' })
    expect(later.knots.map(({ kind }) => kind)).toEqual(['profiles.setting'])
  })

  test('a set-up holds from its day, and nothing is different before', async () => {
    const { unit, signe, mette } = await aHome()
    await applies(signe, await suggests(signe, unit.id, [given('terminology.citizen', 'guest')]), '2026-04-01')
    expect((await mineIn(mette, unit)).citizenWord).toBeNull()
    expect(await liveValues(here.world, unit.id)).toEqual({})
    expect((await liveValues(here.world, unit.id, '2026-04-01'))['terminology.citizen']).toBe('guest')
    const asks = (day: Day) =>
      here.world.db.one<{
        applied: boolean
        at: string | null
      }>(sql`select ${isApplied(sql`${unit.id}::uuid`, sql`${day}::date`)} as applied,
      to_json(${lastAppliedAt(sql`${unit.id}::uuid`, sql`${day}::date`)}) #>> '{}' as at`)
    expect(await asks('2026-03-31')).toEqual({ applied: false, at: null })
    expect(await asks('2026-04-01')).toMatchObject({ applied: true, at: expect.stringContaining('2026-03-31T22:00') })
  })

  test('profiles.apply: twice, backwards, out of order and over what was not seen are refused with a sentence, and nothing is half done', async () => {
    const { unit, signe, grethe } = await aHome()
    const first = await suggests(signe, unit.id, [given('teams', 3)])
    const codeOf = async (proposalId: string, fromOn: Day, standingId: string | null) =>
      (await refused(signe, profiles.apply, { id: newId(), proposalId, fromOn, standingId })).code
    expect(await codeOf(first, '2026-03-09', null)).toBe('profiles.applies-backwards')
    expect(await codeOf(first, today(), newId())).toBe('profiles.another-applied')
    expect(await liveValues(here.world, unit.id)).toEqual({})
    const { id } = await applies(signe, first, '2026-03-20')
    expect(await codeOf(first, '2026-03-20', id)).toBe('profiles.applied-already')
    const second = await suggests(signe, unit.id, [given('teams', 4)])
    expect(await codeOf(second, '2026-03-15', id)).toBe('profiles.out-of-order')
    expect((await previews(signe, second)).earliestOn).toBe('2026-03-20')
    const none = await suggests(signe, unit.id, [given('teams', 4)])
    await applies(signe, second, '2026-03-20')
    expect((await previews(signe, none, '2026-03-20')).changes).toEqual([])
    expect(
      (
        await refused(signe, profiles.apply, {
          id: newId(),
          proposalId: none,
          fromOn: '2026-03-20',
          standingId: (await previews(signe, none)).standingId,
        })
      ).code,
    ).toBe('profiles.changes-nothing')
    // A leader proposes, and does not apply.
    const hers = await suggests(grethe, unit.id, [given('teams', 5)])
    expect(
      (await refused(grethe, profiles.apply, { id: newId(), proposalId: hers, fromOn: today(), standingId: null }))
        .kind,
    ).toBe('not-found')
  })

  test('two who apply at once: the second is told to look again', async () => {
    const { unit, signe } = await aHome()
    const [a, b] = [
      await suggests(signe, unit.id, [given('teams', 2)]),
      await suggests(signe, unit.id, [given('teams', 3)]),
    ]
    const at = { fromOn: today(), standingId: null }
    const both = await Promise.allSettled([
      ask(signe, profiles.apply, { id: newId(), proposalId: a, ...at }),
      ask(signe, profiles.apply, { id: newId(), proposalId: b, ...at }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'profiles.another-applied' },
    })
  })

  test('rule 15: what differs from the template has an answer or a decision behind it, or is not taken in', async () => {
    const { unit, signe } = await aHome()
    const odd = residential().map((one) => (one.key === 'goals.followUpDays' ? { ...one, value: 3 } : one))
    await expect(proposes(signe, unit, odd)).rejects.toMatchObject({
      code: 'profiles.not-the-template',
      facts: { key: 'goals.followUpDays' },
    })
    await expect(proposes(signe, unit, [{ ...residential()[0]!, value: 'beboer' }])).rejects.toMatchObject({
      code: 'profiles.no-such-value',
    })
    await proposes(
      signe,
      unit,
      odd.map((one) => (one.key === 'goals.followUpDays' ? { ...one, source: answered('Q08') } : one)),
    )
  })

  test('bad values get a sentence and a field, and nothing is kept', async () => {
    const { unit, signe, mette } = await aHome()
    const bad = (values: unknown[]) =>
      refused(signe, profiles.suggest, { id: newId(), unitId: unit.id, day: today(), note: 'Ny', values })
    expect(await bad([given('shift.model', 'tre_vagter')])).toMatchObject({
      code: 'profiles.no-such-value',
      faults: [{ field: 'values.0.value' }],
    })
    expect(await bad([given('teams', 1, { ...answered('Q03'), kind: 'template' })])).toMatchObject({
      code: 'profiles.needs-a-reason',
    })
    expect((await bad([{ ...given('teams', 1), key: 'teams.wrong' }])).kind).toBe('bad-input')
    expect(
      (
        await refused(mette, profiles.suggest, {
          id: newId(),
          unitId: unit.id,
          day: today(),
          note: 'Ny',
          values: [given('teams', 1)],
        })
      ).kind,
    ).toBe('not-found')
    const row = await here.world.db.one<{ count: number }>(
      sql`select count(*)::int as count from profiles.proposal where tenant_id = kernel.here() and unit_id = ${unit.id}`,
    )
    expect(row?.count).toBe(0)
  })
})

const aValue = (key: SettingKey): fc.Arbitrary<SettingValue | undefined> => {
  const pool: SettingValue[] = {
    'terminology.citizen': ['resident', 'guest', null],
    'shift.times': [['08:00-16:00'], ['07:00-15:00', '15:00-23:00']],
    'journal.types': [['diary'], ['visit', 'health'], []],
    'modules.goals': [true, false],
    teams: [1, 2, 3],
    'handover.order': ['action', 'citizen', null],
    'goals.followUpDays': [7, 14],
  }[key as string] as SettingValue[]
  return fc.constantFrom(undefined, ...pool)
}
const pool = [
  'terminology.citizen',
  'shift.times',
  'journal.types',
  'modules.goals',
  'teams',
  'handover.order',
  'goals.followUpDays',
] as const satisfies readonly SettingKey[]
const aSetUp = fc.tuple(...pool.map((key) => fc.tuple(aValue(key), fc.constantFrom('answer', 'decision'))))
const givenOf = (drawn: readonly (readonly [SettingValue | undefined, string])[]): Given[] =>
  drawn.flatMap(([value, kind], at) =>
    value === undefined
      ? []
      : [
          {
            key: pool[at]!,
            value,
            source: { kind: kind as 'answer', ref: `Q0${at}`, label: `${kind} ${at}`, record: null },
          },
        ],
  )
const only = (given: readonly Given[]) => setUpOf(given.map(({ key, value, source }) => ({ key, value, source })))
const sorted = (setUp: ReadonlyMap<string, unknown>) => [...setUp].sort(([a], [b]) => a.localeCompare(b))

describe('rules 7 and 8, over set-ups by the score', () => {
  const live = async (unit: GivenUnit) => only(await liveOf(here.world.db, unit.id, today()))
  const runs = async (mette: Person, unit: GivenUnit) => {
    const { version: _, ...unitNow } = await mineIn(mette, unit)
    return unitNow
  }
  /** Applied as previewed; nothing when it would change nothing. */
  async function appliesAsSeen(signe: Person, proposalId: string) {
    const seen = await previews(signe, proposalId)
    const given = { id: newId(), proposalId, fromOn: today(), standingId: seen.standingId }
    const done = await ask(signe, profiles.apply, given).catch((problem) => {
      expect(problem.code).toBe('profiles.changes-nothing')
      expect(seen.changes).toEqual([])
    })
    return { seen, done }
  }

  test('rule 7, profiles.preview, profiles.apply: what the preview says is what happens, no more and no less', {
    timeout: 120_000,
  }, async () => {
    const { unit, signe } = await aHome()
    const drawn = fc.asyncProperty(aSetUp, async (drawn) => {
      const [before, wanted] = [await live(unit), givenOf(drawn)]
      const { seen, done } = await appliesAsSeen(signe, await proposes(signe, unit, wanted))
      // Seen alone it moves nothing: the preview is held against the unit as it was, the unit against the preview.
      expect(seen.changes).toEqual(diff(before, setUpOf(wanted)))
      const after = await live(unit)
      expect(seen.changes).toEqual(diff(before, after))
      if (done) expect(done.changes).toEqual(seen.changes)
      expect(sorted(after)).toEqual(sorted(done ? only(wanted) : before))
    })
    await fc.assert(drawn, { numRuns: 40 })
  })

  test('rule 8, profiles.undo: what is undone is as it was, in the set-up and on the screens that run on it', {
    timeout: 120_000,
  }, async () => {
    const { unit, signe, mette } = await aHome()
    const drawn = fc.asyncProperty(aSetUp, aSetUp, async (first, second) => {
      await appliesAsSeen(signe, await proposes(signe, unit, givenOf(first)))
      const [before, ranBefore] = [await live(unit), await runs(mette, unit)]
      const { done } = await appliesAsSeen(signe, await proposes(signe, unit, givenOf(second)))
      if (!done) return
      await ask(signe, profiles.undo, { id: done.id })
      expect(sorted(await live(unit))).toEqual(sorted(before))
      expect(await runs(mette, unit)).toEqual(ranBefore)
    })
    await fc.assert(drawn, { numRuns: 30 })
  })
})

describe('undoing', () => {
  test('rule 8, profiles.undo: what holds since weeks comes back with its source and its day; twice, or below a newer one, is refused', async () => {
    const { unit, signe, mette } = await aHome()
    const first = await applies(
      signe,
      await suggests(signe, unit.id, [given('terminology.citizen', 'resident', answered('Q01'))]),
    )
    const [later] = await comes('2026-03-20T10:00:00+01:00', signe)
    const second = await applies(
      later,
      await suggests(later, unit.id, [given('terminology.citizen', 'user', answered('Q01b'))]),
    )
    expect((await refused(later, profiles.undo, { id: first.id })).code).toBe('profiles.not-the-latest')
    const [signeThen, metteThen] = await comes('2026-03-25T10:00:00+01:00', signe, mette)
    await ask(signeThen, profiles.undo, { id: second.id })
    expect((await refused(signeThen, profiles.undo, { id: second.id })).code).toBe('profiles.undone-already')
    expect((await mineIn(metteThen, unit)).citizenWord).toBe('resident')
    const { held } = await ask(metteThen, profiles.why, { unitId: unit.id, key: 'terminology.citizen', day: today() })
    expect(held.map(({ value, fromOn, sinceOn, source }) => [value, fromOn, sinceOn, source.ref])).toEqual([
      ['resident', '2026-03-25', '2026-03-10', 'Q01'],
      ['user', '2026-03-20', '2026-03-20', 'Q01b'],
      ['resident', '2026-03-10', '2026-03-10', 'Q01'],
    ])
  })

  test('once notes are written in a kind it opened, a counter-change is needed', async () => {
    const { unit, signe, mette } = await aHome()
    const jens = await aCitizen(here.world, 'Jens Berg', unit)
    const { id } = await applies(signe, await suggests(signe, unit.id, [given('journal.types', ['conversation'])]))
    await writes(mette, unit, jens.id, 'conversation')
    expect(await refused(signe, profiles.undo, { id })).toMatchObject({
      code: 'profiles.is-leant-on',
      facts: { count: 1 },
    })
    await applies(signe, await suggests(signe, unit.id, [given('journal.types', ['diary'])]))
    expect((await mineIn(mette, unit)).noteKinds).toEqual(['diary', 'unit'])
  })
})

describe('templates', () => {
  const newest = async (by: Person) =>
    Math.max(
      ...(await ask(by, profiles.templates, {}))
        .filter(({ offerGroup }) => offerGroup === 'residential')
        .map(({ version }) => version),
    )
  const released = async (by: Person, settings: Record<string, SettingValue>, version?: number) =>
    ask(by, profiles.releaseTemplate, {
      ...{ offerGroup: 'residential', version: version ?? (await newest(by)), note: 'Efter piloten', settings },
    })

  test('rule 6, profiles.releaseTemplate, profiles.templates, profiles.offer, profiles.acceptOffer: a new version is offered; the unit’s own answer stands', async () => {
    const { unit, signe, grethe } = await aHome()
    const own = given('terminology.citizen', 'user', answered('Q01'))
    await applies(signe, await proposes(signe, unit, [...resolve([...residential(), own]).values()]))
    expect(await ask(grethe, profiles.offer, { unitId: unit.id, day: today() })).toEqual([])
    // Every kind of offer has the product's own to begin from; only the coordinator is led on to a new one.
    const first = (await ask(signe, profiles.templates, {})).filter(({ releasedAt }) => releasedAt === null)
    expect(first.map(({ offerGroup }) => offerGroup).sort()).toEqual([...offerGroupKeys].sort())
    expect(first[0]).toMatchObject({ version: 1, permitted: ['release'] })
    expect((await ask(grethe, profiles.templates, {}))[0]!.permitted).toEqual([])
    const { version } = await released(signe, {
      'terminology.citizen': 'guest',
      'goals.followUpDays': 7,
      'handover.order': 'action',
    })
    expect((await ask(signe, profiles.templates, {})).find((one) => one.version === version)).toMatchObject({
      offerGroup: 'residential',
      releasedByName: 'Signe',
    })
    expect(await liveValues(here.world, unit.id)).toMatchObject({
      'goals.followUpDays': 14,
      'terminology.citizen': 'user',
    })
    const [offer] = await ask(grethe, profiles.offer, { unitId: unit.id, day: today() })
    expect(offer).toMatchObject({
      version,
      changes: [{ key: 'goals.followUpDays', old: 14, new: 7 }],
      keeps: [{ key: 'terminology.citizen', value: 'user', offered: 'guest' }],
    })
    const id = newId()
    await ask(grethe, profiles.acceptOffer, { id, unitId: unit.id, version })
    await applies(signe, id)
    expect(await liveValues(here.world, unit.id)).toMatchObject({
      'goals.followUpDays': 7,
      'terminology.citizen': 'user',
    })
    expect(await ask(grethe, profiles.offer, { unitId: unit.id, day: today() })).toEqual([])
    expect((await refused(grethe, profiles.acceptOffer, { id: newId(), unitId: unit.id, version })).code).toBe(
      'profiles.no-such-offer',
    )
  })

  test('profiles.refuseOffer: no is an answer, with its reason', async () => {
    const { unit, signe, grethe, mette } = await aHome('Mosebo')
    await applies(signe, await proposes(signe, unit, residential()))
    const { version } = await released(signe, { 'goals.followUpDays': 21 })
    expect((await refused(mette, profiles.refuseOffer, { unitId: unit.id, version, because: 'Nej' })).kind).toBe(
      'not-found',
    )
    await ask(grethe, profiles.refuseOffer, { unitId: unit.id, version, because: 'Vi holder fast i 14 dage' })
    expect(await ask(grethe, profiles.offer, { unitId: unit.id, day: today() })).toEqual([])
    expect(
      (
        await refused(signe, profiles.releaseTemplate, {
          offerGroup: 'residential',
          version,
          note: 'Fejl',
          settings: { nothing: 1 },
        })
      ).code,
    ).toBe('profiles.no-such-setting')
    expect(
      (
        await refused(grethe, profiles.releaseTemplate, {
          offerGroup: 'residential',
          version,
          note: 'Fejl',
          settings: {},
        })
      ).kind,
    ).toBe('not-found')
  })

  test('profiles.releaseTemplate: Signe and Bo release at once; the later is told which version stands, and nothing is written over it', async () => {
    const { signe } = await aHome('Engen')
    const bo = await anEmployee(here.world, 'Bo', 'coordinator', { id: here.world.rootUnitId, name: 'Rådhuset' })
    const seen = await newest(signe)
    await released(signe, { 'goals.followUpDays': 7 }, seen)
    const late = await refused(bo, profiles.releaseTemplate, {
      ...{ offerGroup: 'residential', version: seen, note: 'Bos', settings: { 'goals.followUpDays': 30 } },
    })
    expect([late.kind, late.facts.version]).toEqual(['stale', seen + 1])
    const both = await Promise.allSettled([
      released(signe, { 'goals.followUpDays': 14 }, seen + 1),
      released(bo, { 'goals.followUpDays': 30 }, seen + 1),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await newest(signe)).toBe(seen + 2)
  })
})

describe('care runs on it', () => {
  test('kinds of note, shifts, word, handover and goals are those of the set-up, through the same reads as before', async () => {
    const { unit, signe, mette } = await aHome()
    const jens = await aCitizen(here.world, 'Jens Berg', unit)
    expect(await mineIn(mette, unit)).toMatchObject({
      noteKinds: ['diary', 'health', 'cooperation', 'unit'],
      shiftStarts: ['07:00', '15:00', '23:00'],
      handover: true,
      isSetUp: false,
    })
    const values = resolve([
      ...residential(),
      given('journal.types', ['visit', 'health']),
      given('shift.times', ['08:00-16:00']),
      given('handover.enabled', false),
      given('handover.order', 'citizen'),
      given('modules.goals', false),
    ])
    await writes(mette, unit, jens.id, 'diary')
    const id = await proposes(signe, unit, [...values.values()])
    const seen = await previews(signe, id)
    expect(seen.effects).toContainEqual(
      expect.objectContaining({ name: 'journal.notes-of-closed-kinds', kind: 'stays', count: 1 }),
    )
    expect(seen.effects).toContainEqual(expect.objectContaining({ name: 'citizens.called-otherwise', count: 1 }))
    await applies(signe, id)
    expect(await mineIn(mette, unit)).toMatchObject({
      noteKinds: ['visit', 'health', 'unit'],
      shiftStarts: ['08:00'],
      citizenWord: 'resident',
      handover: false,
      handoverOrder: 'citizen',
      takesOver: true,
      goals: false,
      goalWeeks: 2,
      packPlace: 'duty-room',
      isSetUp: true,
    })
    await writes(mette, unit, jens.id, 'visit')
    const [next] = await comes('2026-03-11T09:00:00+01:00', mette)
    const odd = {
      id: newId(),
      draftId: null,
      unitId: unit.id,
      citizenId: jens.id,
      kind: 'cooperation',
      happenedAt: here.world.clock.now(),
      text: 'Ringede til mor',
      important: false,
      theme: null,
      belongsTo: [],
    }
    expect((await refused(next, journal.write, odd)).code).toBe('journal.kind-not-used')
  })

  test('what was written out of coverage before the change is taken in after it', async () => {
    const { unit, signe, mette } = await aHome()
    const jens = await aCitizen(here.world, 'Jens Berg', unit)
    await applies(signe, await suggests(signe, unit.id, [given('journal.types', ['visit'])]), '2026-03-12')
    const [after] = await comes('2026-03-12T08:00:00+01:00', mette)
    await writes(after, unit, jens.id, 'diary', '2026-03-11T23:30:00+01:00')
  })

  test('org.changeUnit: kinds of note and shifts of a unit that is set up are changed in its set-up, the rest as before', async () => {
    const { unit, signe } = await aHome()
    await applies(signe, await suggests(signe, unit.id, [given('journal.types', ['visit'])]))
    const kept = (await ask(here.world.administrator, org.tree, {})).find(({ id }) => id === unit.id)!
    const { people: _, permitted: __, closedOn: ___, ...rest } = kept
    const { parentId: ____, ...input } = rest
    expect(await refused(here.world.administrator, org.changeUnit, { ...input, shiftStarts: ['09:00'] })).toMatchObject(
      { code: 'org.unit-is-set-up', faults: [{ field: 'shiftStarts' }] },
    )
    await ask(here.world.administrator, org.changeUnit, { ...input, name: 'Åstedet på bakken' })
  })
})
