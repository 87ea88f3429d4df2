import { describe, expect, test } from 'vitest'
import { decisions } from '#features/decisions/contract.ts'
import { requirements } from '#features/requirements/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { decides } from '#kit/decisions.ts'
import { aNeighbour, anEmployee, aUnit } from '#kit/given.ts'
import { aRequirement, aSpec, inTheHall } from '#kit/requirements.ts'
import { aCourse, hasSetUp } from '#kit/training.ts'
import { ask, type Person, refused, useWorld } from '#kit/world.ts'
import { knowledge } from './contract.ts'
import { anonymiser, mapTexts, Package } from './package.ts'

const here = useWorld()
const search = (who: Person, words: string, unitId: string | null = null) =>
  ask(who, knowledge.pages, { words, unitId })

describe('the knowledge book', () => {
  test('hvorfor: from a question to the value, the reason and the day; nobody’s until somebody stands by it', async () => {
    const [unit, other] = [await aUnit(here.world, 'Solvang'), await aUnit(here.world, 'Bakkely')]
    await hasSetUp(here.world, unit, '2026-03-01', { 'handover.order': 'action', 'modules.medicine': true })
    await hasSetUp(here.world, other, '2026-03-01', { 'handover.order': 'citizen' })
    const [jonas, freja] = [
      await anEmployee(here.world, 'Jonas', 'support-worker', unit),
      await anEmployee(here.world, 'Freja', 'super-user', unit),
    ]
    const [found, ...more] = await search(jonas, 'Hvorfor er overleveringen efter handling?')
    expect(found).toMatchObject({
      kind: 'setting',
      unitName: 'Solvang',
      title: 'Overleveringens rækkefølge',
      value: 'det, der kræver handling, først',
      why: 'Svar',
      sinceOn: '2026-03-01',
      state: 'unread',
      sentence: null,
      permitted: [],
    })
    expect(more.every(({ unitName }) => unitName !== 'Bakkely')).toBe(true)
    const confirming = {
      id: newId(),
      kind: 'setting' as const,
      sourceId: found!.id,
      text: 'Vi valgte det efter use-case dagen: ingen skal lede efter det vigtige.',
    }
    expect((await refused(jonas, knowledge.confirm, confirming)).kind).toBe('not-found')
    const stranger = await anEmployee(here.world, 'Kim', 'super-user', other)
    expect((await refused(stranger, knowledge.confirm, confirming)).kind).toBe('not-found')
    await ask(freja, knowledge.confirm, confirming)
    expect((await search(jonas, 'use-case'))[0]).toMatchObject({
      id: found!.id,
      state: 'confirmed',
      confirmedByName: 'Freja',
    })
    await here.world.owner.query(`update profiles.held set value = '"citizen"' where setting_id = $1`, [found!.id])
    expect((await search(jonas, 'overlevering', unit.id)).find(({ id }) => id === found!.id)).toMatchObject({
      state: 'changed',
      value: 'person for person',
    })
    expect(await search(jonas, 'gulerødder')).toEqual([])
    expect((await search(jonas, 'superbruger')).map(({ kind, value }) => [kind, value])).toEqual([['contact', 'Freja']])
  })

  test('decisions in force and courses have their page; what is secret or only proposed has not', async () => {
    const spec = await aSpec(here.world)
    const { id: requirement } = await aRequirement(spec, 'Giv medicin')
    const about = [{ kind: 'requirements.requirement', id: requirement }]
    await decides(spec.signe, 'To kan kvittere for samme dosis', about)
    await decides(spec.signe, 'Tildeling af dosisapparatet', about, { secret: true })
    await aCourse(here.world, { code: 'KU-05', sort: 'topic' }, spec.signe)
    const unit = await aUnit(here.world, 'Engen')
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
    expect((await search(jonas, 'dosis')).map(({ kind, title }) => [kind, title])).toEqual([
      ['decision', 'To kan kvittere for samme dosis'],
    ])
    expect((await search(jonas, 'KU-05')).map(({ kind }) => kind)).toContain('course')
    const { kinds } = await ask(jonas, knowledge.book, {})
    expect(kinds.find(({ kind }) => kind === 'decision')).toMatchObject({ unread: 1, changed: 0 })
    const administrator = here.world.administrator
    expect((await refused(administrator, knowledge.book, {})).kind).toBe('not-found')
  })
})

describe('handover', () => {
  test('the coordinator can go only when everything has an owner; the list says what has not', async () => {
    const signe = await inTheHall(here.world, 'Signe', 'coordinator')
    const ahmed = await inTheHall(here.world, 'Ahmed', 'administrator')
    const placeId = here.world.rootUnitId
    const risk = {
      title: 'Koordinator bliver syg',
      probability: 2,
      impact: 4,
      measure: 'Stedfortræder',
      owner: 'Koordinator',
      state: 'active' as const,
    }
    const { id: riskId } = await ask(signe, decisions.addRisk, { id: newId(), placeId, ...risk })
    expect((await ask(signe, knowledge.places, {})).map(({ id }) => id)).toContain(placeId)
    const begin = { id: newId(), placeId, toId: ahmed.id }
    expect((await refused(signe, knowledge.beginHandover, { ...begin, toId: signe.id })).code).toBe(
      'knowledge.not-to-oneself',
    )
    expect((await refused(ahmed, knowledge.beginHandover, begin)).kind).toBe('not-found')
    await ask(signe, knowledge.beginHandover, begin)
    expect((await refused(signe, knowledge.beginHandover, { ...begin, id: newId() })).code).toBe(
      'knowledge.handover-open',
    )

    const items = await ask(signe, knowledge.items, { handoverId: begin.id })
    expect(items.filter(({ recordId }) => recordId === riskId)).toMatchObject([
      { rule: 'knowledge.risk-of-coordinator', title: 'Koordinator bliver syg', owner: null },
    ])
    const finish = { id: begin.id, version: 1 }
    expect(await refused(signe, knowledge.finishHandover, finish)).toMatchObject({
      code: 'knowledge.unowned',
      facts: { count: items.length },
    })
    for (const [at, { rule, recordId }] of items.entries()) {
      const { left } = await ask(signe, knowledge.takeOver, {
        handoverId: begin.id,
        rule,
        recordId,
        owner: 'Ahmed, systemejer',
      })
      expect(left).toBe(items.length - at - 1)
    }
    const again = { handoverId: begin.id, rule: 'knowledge.risk-of-coordinator', recordId: riskId, owner: 'en anden' }
    expect((await refused(signe, knowledge.takeOver, again)).code).toBe('knowledge.nothing-to-take')
    await ask(signe, knowledge.finishHandover, finish)
    expect((await refused(signe, knowledge.finishHandover, { ...finish, version: 2 })).code).toBe(
      'knowledge.handover-done',
    )
    expect((await refused(signe, knowledge.takeOver, again)).code).toBe('knowledge.handover-done')
    expect((await ask(signe, knowledge.handovers, { placeId }))[0]).toMatchObject({
      fromName: 'Signe',
      toName: 'Ahmed',
      doneAt: expect.any(String),
    })
  })
})

describe('the package', () => {
  test('names go out, the longest first, and only as whole words', () => {
    const anonymous = anonymiser([
      { word: 'Bostøtten Nord', instead: 'en enhed (bostøtte)' },
      { word: 'Nord', instead: 'en enhed (bostøtte)' },
      { word: 'Peter F.', instead: 'en medarbejder' },
    ])
    expect(anonymous('Bostøtten Nord og Peter F. så nordpå mod Nordsø, Nord!')).toBe(
      'en enhed (bostøtte) og en medarbejder så nordpå mod Nordsø, en enhed (bostøtte)!',
    )
    expect(mapTexts({ a: ['Nord'], b: 3, c: null }, anonymous)).toEqual({ a: ['en enhed (bostøtte)'], b: 3, c: null })
  })

  test('what was learnt here, without names, is where another municipality begins', async () => {
    const place = await aUnit(here.world, 'Vestområdet')
    const spec = await aSpec(here.world, place)
    for (const title of ['Modtag overlevering', 'Skriv et notat på Vestområdet', 'Giv medicin'])
      await aRequirement(
        spec,
        title,
        title === 'Giv medicin' ? { level: 'minimum', offerGroups: ['residential', 'day'] } : {},
      )
    const { requirements: rows } = await ask(spec.signe, requirements.table, { specId: spec.id })
    const about = [{ kind: 'requirements.requirement', id: rows[0]!.id }]
    await decides(spec.signe, 'Signe og Vestområdet viser overlevering efter handling', about, { placeId: place.id })
    const made = await ask(spec.signe, knowledge.makePackage, { id: newId(), placeId: place.id, specId: spec.id })
    expect(made).toMatchObject({ requirements: 3, decisions: 1 })
    const { rows: kept } = await here.world.owner.query<{ content: Buffer }>(
      'select content from knowledge.package where id = $1',
      [made.id],
    )
    const content = kept[0]!.content
    const text = content.toString('utf8')
    for (const name of ['Vestområdet', 'Signe', 'Prøveby', spec.id, rows[0]!.id]) expect(text).not.toContain(name)
    expect(Package.parse(JSON.parse(text)).decisions).toMatchObject([
      { title: 'en medarbejder og en enhed (et tilbud) viser overlevering efter handling', notChosen: ['Efter tid'] },
    ])

    const neighbour = await aNeighbour(here.world)
    const nora = await anEmployee(neighbour, 'Nora', 'coordinator', { id: neighbour.rootUnitId, name: 'Naboby' })
    const specId = newId()
    const taking = { id: newId(), placeId: neighbour.rootUnitId, specId, title: 'Begyndt af andres erfaring' }
    const broken = new Uint8Array(Buffer.from('{"schema": "noget andet"}'))
    expect((await refused(nora, knowledge.takePackage, { ...taking, content: broken })).code).toBe(
      'knowledge.not-a-package',
    )
    expect(
      (await refused(nora, knowledge.takePackage, { ...taking, content: new Uint8Array(Buffer.from('ikke json')) }))
        .code,
    ).toBe('knowledge.not-a-package')
    expect(await ask(nora, requirements.specs, {})).toEqual([])
    const taken = await ask(nora, knowledge.takePackage, { ...taking, content: new Uint8Array(content) })
    expect(taken).toMatchObject({ requirements: 3, lessons: expect.any(Number) })
    const { requirements: theirs } = await ask(nora, requirements.table, { specId })
    expect(
      theirs.map(({ title, state, level, offerGroups, lines }) => [
        title,
        state,
        level,
        offerGroups,
        lines.map((line) => line.text),
      ]),
    ).toEqual(
      rows.map(({ title, level, offerGroups, lines }) => [
        title.replace('Vestområdet', 'en enhed (et tilbud)'),
        'draft',
        level,
        offerGroups,
        lines.map((line) => line.text),
      ]),
    )
    expect(
      (await ask(nora, knowledge.lessons, { placeId: neighbour.rootUnitId })).some(
        ({ sort, text: why }) => sort === 'decision' && why.includes('Ikke valgt: Efter tid'),
      ),
    ).toBe(true)
    expect(
      (await ask(nora, knowledge.packages, { placeId: neighbour.rootUnitId })).map(({ direction }) => direction),
    ).toEqual(['in'])
    expect((await refused(nora, knowledge.package, { id: made.id })).kind).toBe('not-found')
    expect(await ask(spec.signe, knowledge.package, { id: made.id })).toMatchObject({ mediaType: 'application/json' })
  })
})
