import { beforeAll, describe, expect, test } from 'vitest'
import { thread } from '#features/thread/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import {
  aHeardUnit,
  aLine,
  aPublished,
  aRequirement,
  aSpec,
  aVersion,
  type GivenSpec,
  inTheHall,
} from '#kit/requirements.ts'
import { ask, type Person, refused, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { requirements } from './contract.ts'
import { differencesBetween } from './differences.ts'
import { fingerprintOf, hashOfVersion } from './server/contents.ts'

const here = useWorld()
const tableOf = (by: Person, spec: GivenSpec) => ask(by, requirements.table, { specId: spec.id })
const requirementIn = async (spec: GivenSpec, id: Id) =>
  (await tableOf(spec.signe, spec)).requirements.find((one) => one.id === id)!

describe('writing', () => {
  test('Signe writes a task with steps, a variant and a problem; numbers and code come by themselves', async () => {
    const spec = await aSpec(here.world)
    await aRequirement(spec, 'Modtag og giv overlevering', {
      lines: [
        aLine('Se hvad der er sket'),
        aLine('Kvittér'),
        aLine('Vikaren har ingen kode', 'variant'),
        aLine('ingen ved, hvem der har læst', 'problem'),
      ],
    })
    const second = await aRequirement(spec, 'Skriv dagbogsnotat')
    const { requirements: rows, permitted } = await tableOf(spec.signe, spec)
    expect(rows.map(({ number, code, state }) => [number, code, state])).toEqual([
      [1, 'C1.1', 'draft'],
      [2, 'C1.2', 'draft'],
    ])
    expect(rows[0]!.lines.map(({ no, kind }) => [no, kind])).toEqual([
      ['1', 'step'],
      ['2', 'step'],
      ['2a', 'variant'],
      ['p1', 'problem'],
    ])
    expect(permitted).toEqual(['edit', 'publish', 'propose'])
    await ask(spec.signe, requirements.arrange, { id: spec.areaId, ids: [second.id, rows[0]!.id] })
    expect((await tableOf(spec.signe, spec)).requirements.map(({ number }) => number)).toEqual([2, 1])
  })

  test('two write in the same row: the second is told, with what stands, and nothing is overwritten', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Hold øje med flere huse')
    const jonas = await inTheHall(here.world, 'Jonas', 'coordinator')
    const [first, second] = (await requirementIn(spec, id)).lines
    await ask(spec.signe, requirements.changeLine, { id: first!.id, version: 1, text: 'Se hvad der haster' })
    const problem = await refused(jonas, requirements.changeLine, { id: first!.id, version: 1, text: 'Se alt' })
    expect(problem.kind).toBe('stale')
    expect(problem.current).toMatchObject({ text: 'Se hvad der haster', version: 2, changedByName: 'Signe' })
    // Another row of the same requirement is nobody's business but his.
    await ask(jonas, requirements.changeLine, { id: second!.id, version: 1, text: 'Kvittér med ét tryk' })
    expect((await requirementIn(spec, id)).lines.map(({ text }) => text)).toEqual([
      'Se hvad der haster',
      'Kvittér med ét tryk',
    ])
  })

  test('fields are changed a few at a time, and every change keeps the words before', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Find det')
    const changed = await ask(spec.signe, requirements.change, {
      id,
      version: 1,
      fields: { title: 'Find det, nogen engang skrev', level: 'minimum' },
    })
    expect(changed.version).toBe(2)
    const again = await ask(spec.signe, requirements.change, { id, version: 2, fields: { level: 'minimum' } })
    expect(again.version, 'the same words count no version up').toBe(2)
    const told = await ask(spec.signe, requirements.changes, { requirementId: id })
    expect(
      told.filter(({ field }) => field === 'title' || field === 'level').map(({ before, after }) => [before, after]),
    ).toEqual([
      ['evaluated', 'minimum'],
      ['Find det', 'Find det, nogen engang skrev'],
    ])
  })

  test('rows are pasted in the middle, moved, numbered anew and taken out', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Giv medicin')
    const [first] = (await requirementIn(spec, id)).lines
    const pasted = [aLine('Se dagens medicin'), aLine('Vælg borger')]
    const { lines } = await ask(spec.signe, requirements.addLines, {
      requirementId: id,
      afterId: first!.id,
      lines: pasted,
    })
    expect(lines.map(({ no, text }) => `${no} ${text}`)).toEqual([
      '1 Se hvad der er sket',
      '3 Se dagens medicin',
      '4 Vælg borger',
      '2 Kvittér for at have læst',
    ])
    const version = (await requirementIn(spec, id)).version
    const arranged = await ask(spec.signe, requirements.arrangeLines, {
      id,
      version,
      ids: lines.map((line) => line.id),
      renumber: true,
    })
    expect(arranged.lines.map(({ no }) => no)).toEqual(['1', '2', '3', '4'])
    await ask(spec.signe, requirements.removeLine, { id: lines[1]!.id, version: arranged.lines[1]!.version })
    expect((await requirementIn(spec, id)).lines.map(({ no }) => no)).toEqual(['1', '3', '4'])
    const problem = await refused(spec.signe, requirements.arrangeLines, {
      id,
      version,
      ids: lines.map((line) => line.id),
      renumber: false,
    })
    expect(problem.code).toBe('requirements.other-lines')
  })

  test('a number two rows would share is refused, at the field', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Forbered dagens besøg')
    const [first] = (await requirementIn(spec, id)).lines
    const problem = await refused(spec.signe, requirements.changeLine, { id: first!.id, version: 1, no: '2' })
    expect([problem.code, problem.faults[0]?.field]).toEqual(['requirements.no-taken', 'no'])
  })

  test('what is typed is kept as a draft until the row is saved; a late autosave brings nothing back', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Støt borgeren på video')
    const [first] = (await requirementIn(spec, id)).lines
    const draft = { requirementId: id, recordId: first!.id, content: { text: 'Ring op, og' }, revision: 1, basedOn: 1 }
    await ask(spec.signe, requirements.saveDraft, draft)
    await ask(spec.signe, requirements.saveDraft, { ...draft, content: { text: 'Ring op, og se' }, revision: 2 })
    await ask(spec.signe, requirements.saveDraft, draft)
    const mine = async () =>
      (await ask(spec.signe, requirements.myDrafts, {})).filter(({ requirementId }) => requirementId === id)
    expect((await mine()).map(({ content, revision }) => [content, revision])).toEqual([
      [{ text: 'Ring op, og se' }, 2],
    ])
    await ask(spec.signe, requirements.changeLine, { id: first!.id, version: 1, text: 'Ring op, og se hinanden' })
    expect(await mine()).toEqual([])
    await ask(spec.signe, requirements.saveDraft, { ...draft, revision: 3 })
    expect(await mine(), 'the autosave was late').toEqual([])
    await ask(spec.signe, requirements.saveDraft, { ...draft, revision: 1, basedOn: 2 })
    await ask(spec.signe, requirements.discardDraft, { id: first!.id })
    expect(await mine()).toEqual([])
  })

  test('each field of a requirement is a draft of its own, ended when that field is saved', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Planlæg aflastning')
    const draft = { requirementId: id, revision: 1, basedOn: 1 }
    await ask(spec.signe, requirements.saveDraft, { ...draft, recordId: newId(), content: { title: 'Planlæg' } })
    await ask(spec.signe, requirements.saveDraft, { ...draft, recordId: newId(), content: { users: 'alle' } })
    await ask(spec.signe, requirements.change, { id, version: 1, fields: { title: 'Planlæg aflastningsophold' } })
    const mine = (await ask(spec.signe, requirements.myDrafts, {})).filter(({ requirementId }) => requirementId === id)
    expect(mine.map(({ content }) => content)).toEqual([{ users: 'alle' }])
  })

  test('a super-user proposes; Signe takes it up, and from then on it is hers to change', async () => {
    const spec = await aSpec(here.world)
    const solvang = await aUnit(here.world, 'Solvang')
    const hans = await anEmployee(here.world, 'Hans', 'super-user', solvang)
    const emma = await anEmployee(here.world, 'Emma', 'super-user', solvang)
    const { id } = await aRequirement(spec, 'Læg aktiviteter og hold', {}, hans)
    expect((await requirementIn(spec, id)).state).toBe('proposed')
    await ask(hans, requirements.change, { id, version: 1, fields: { frequency: 'ugentligt' } })
    expect((await refused(emma, requirements.change, { id, version: 2, fields: { title: 'Mit' } })).code).toBe(
      'requirements.anothers-proposal',
    )
    await ask(spec.signe, requirements.takeUp, { id, version: 2 })
    expect((await refused(hans, requirements.change, { id, version: 3, fields: { title: 'Igen' } })).kind).toBe(
      'not-permitted',
    )
    expect((await refused(spec.signe, requirements.takeUp, { id, version: 3 })).code).toBe('requirements.not-proposed')
  })

  test('a support worker sees nothing of it; a unit’s contact sees it and changes nothing', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Hold kontakt med pårørende')
    const { unit, contact } = await aHeardUnit(here.world, 'Bakkely', 'Nina')
    const jonas = await anEmployee(here.world, 'Jonas', 'support-worker', unit)
    expect((await refused(jonas, requirements.table, { specId: spec.id })).code).toBe('kernel.not-found')
    expect((await tableOf(contact, spec)).permitted).toEqual([])
    expect((await refused(contact, requirements.change, { id, version: 1, fields: { title: 'Mit' } })).code).toBe(
      'kernel.not-found',
    )
    expect((await ask(contact, requirements.specs, {})).map((one) => one.id)).toContain(spec.id)
    expect((await refused(contact, requirements.places, {})).code).toBe('kernel.not-found')
  })

  test('an area of another set is no area here, and a renamed area changes what its requirements say', async () => {
    const [spec, other] = [await aSpec(here.world), await aSpec(here.world)]
    const { id } = await aRequirement(spec, 'Giv aktindsigt')
    const problem = await refused(spec.signe, requirements.change, { id, version: 1, fields: { areaId: other.areaId } })
    expect(problem.code).toBe('kernel.not-found')
    const [area] = (await tableOf(spec.signe, spec)).areas
    const first = await aPublished(spec, '1.0')
    await ask(spec.signe, requirements.changeArea, { id: area!.id, version: 1, name: 'C1 Hverdagen', position: 1 })
    expect((await requirementIn(spec, id)).differs).toBe(true)
    expect(first).toBeDefined()
  })
})

describe('versions', () => {
  test('rule 2: a published version cannot be changed, not even by the database’s own hand', async () => {
    const spec = await aSpec(here.world)
    await aRequirement(spec, 'Beskyt adresse og børn')
    const id = await aPublished(spec, '1.0')
    for (const statement of [
      sql`update requirements.baseline set note = 'en anden' where tenant_id = kernel.here() and id = ${id}`,
      sql`delete from requirements.baseline where tenant_id = kernel.here() and id = ${id}`,
      sql`update requirements.baseline_requirement set content = '{}' where tenant_id = kernel.here() and baseline_id = ${id}`,
      sql`delete from requirements.baseline_requirement where tenant_id = kernel.here() and baseline_id = ${id}`,
      sql`update requirements.verdict set approved = false where tenant_id = kernel.here() and baseline_id = ${id}`,
      sql`update requirements.publication set published_at = now() where tenant_id = kernel.here() and baseline_id = ${id}`,
    ])
      await expect(here.world.db.run(statement)).rejects.toMatchObject({ code: '42501' })
  })

  test('the working copy goes on; the version stays as it was sent, and its hash can be worked out again', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Ind- og udskriv på samme døgn')
    const version = await aPublished(spec, '1.0')
    expect(await requirementIn(spec, id)).toMatchObject({ state: 'published', differs: false })
    const [first] = (await requirementIn(spec, id)).lines
    await ask(spec.signe, requirements.changeLine, { id: first!.id, version: 1, text: 'Noget helt andet' })
    expect((await requirementIn(spec, id)).differs).toBe(true)
    const stored = await ask(spec.signe, requirements.baseline, { id: version })
    expect(stored.contents[0]!.lines[0]!.text).toBe('Se hvad der er sket')
    expect(hashOfVersion('1.0', stored.contents)).toBe(stored.contentHash)
    expect(fingerprintOf(stored.contents[0]!)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('rule 2: a correction is a new version, and its sheet says exactly what changed', async () => {
    const spec = await aSpec(here.world)
    const [keep, change] = [await aRequirement(spec, 'Følg et rusforløb'), await aRequirement(spec, 'Beskyt adresse')]
    const first = await aPublished(spec, '1.0')
    const [line] = (await requirementIn(spec, change.id)).lines
    await ask(spec.signe, requirements.changeLine, {
      id: line!.id,
      version: 1,
      text: 'Prøv skjult ophold med en fremmed',
    })
    const second = await aPublished(spec, '1.1', first)
    const [before, after] = [
      await ask(spec.signe, requirements.baseline, { id: first }),
      await ask(spec.signe, requirements.baseline, { id: second }),
    ]
    expect(after).toMatchObject({ correctsId: first, sheetNo: 1, label: '1.1' })
    const sheet = differencesBetween(before.contents, after.contents)
    expect(sheet.requirements).toHaveLength(1)
    expect(sheet.requirements[0]).toMatchObject({
      kind: 'changed',
      id: change.id,
      fields: [],
      lines: [
        {
          kind: 'changed',
          before: { text: 'Se hvad der er sket' },
          after: { text: 'Prøv skjult ophold med en fremmed' },
        },
      ],
    })
    expect(after.contents.map(({ id }) => id)).toEqual([keep.id, change.id])
  })

  test('nothing is sent out that the steering group has not approved; what they send back says why', async () => {
    const spec = await aSpec(here.world)
    await aRequirement(spec, 'Opgør belægning')
    const bodil = await inTheHall(here.world, 'Bodil', 'steering')
    const id = await aVersion(spec, '0.9')
    expect((await refused(spec.signe, requirements.publish, { id })).code).toBe('requirements.not-approved')
    expect((await refused(spec.signe, requirements.judge, { id, approved: true, reason: null })).code).toBe(
      'kernel.not-found',
    )
    expect((await refused(bodil, requirements.judge, { id, approved: false, reason: ' ' })).code).toBe(
      'requirements.return-says-why',
    )
    await ask(bodil, requirements.judge, { id, approved: false, reason: 'Der mangler krav om natten' })
    expect((await refused(bodil, requirements.judge, { id, approved: true, reason: null })).code).toBe(
      'requirements.judged',
    )
    const next = await aPublished(spec, '1.0')
    expect((await refused(spec.signe, requirements.publish, { id: next })).code).toBe('requirements.published')
    await ask(spec.signe, requirements.bindContract, { id: next })
    expect((await tableOf(spec.signe, spec)).requirements.map(({ state }) => state)).toEqual(['contract'])
    expect((await trailOf(here.world, 'requirements.bindContract')).at(-1)?.outcome).toBe('done')
  })

  test('too many minimum requirements stop a version until somebody writes why', async () => {
    const spec = await aSpec(here.world)
    await ask(spec.signe, requirements.changeSpec, {
      id: spec.id,
      version: 1,
      title: 'Socialfagligt it-system',
      mostMinimum: 1,
      minimumReason: null,
    })
    for (const title of ['Login fra kommunens katalog', 'Arbejd videre ved nedbrud'])
      await aRequirement(spec, title, { level: 'minimum' })
    const making = { id: newId(), specId: spec.id, label: '1.0', note: 'Første', correctsId: null }
    const problem = await refused(spec.signe, requirements.makeBaseline, making)
    expect([problem.code, problem.facts]).toEqual(['requirements.too-many-minimum', { count: 2, most: 1 }])
    await ask(spec.signe, requirements.changeSpec, {
      id: spec.id,
      version: 2,
      title: 'Socialfagligt it-system',
      mostMinimum: 1,
      minimumReason: 'Begge følger af lov',
    })
    await ask(spec.signe, requirements.makeBaseline, making)
  })

  test('what bidders have seen is dropped only by a decision, and keeps its row numbers', async () => {
    const spec = await aSpec(here.world)
    const [goes, stays] = [
      await aRequirement(spec, 'Styr arbejdsdusør'),
      await aRequirement(spec, 'Registrér fremmøde'),
    ]
    const first = await aPublished(spec, '1.0')
    const { version, lines } = await requirementIn(spec, goes.id)
    expect(
      (await refused(spec.signe, requirements.drop, { id: goes.id, version, because: 'Løses i økonomisystemet' })).code,
    ).toBe('requirements.drop-needs-decision')
    expect((await refused(spec.signe, requirements.changeLine, { id: lines[0]!.id, version: 1, no: '7' })).code).toBe(
      'requirements.numbers-stand',
    )
    expect(
      (
        await refused(spec.signe, requirements.makeBaseline, {
          id: newId(),
          specId: spec.id,
          label: '1.1',
          note: 'Intet',
          correctsId: first,
        })
      ).code,
    ).toBe('requirements.nothing-changed')
    expect(
      (
        await refused(spec.signe, requirements.makeBaseline, {
          id: newId(),
          specId: spec.id,
          label: '1.1',
          note: 'Intet',
          correctsId: null,
        })
      ).code,
    ).toBe('requirements.must-correct')
    const unsent = await aRequirement(spec, 'Noget, ingen har set')
    await ask(spec.signe, requirements.drop, { id: unsent.id, version: 1, because: 'Dobbelt' })
    expect((await tableOf(spec.signe, spec)).requirements.find(({ id }) => id === unsent.id)).toMatchObject({
      state: 'dropped',
      droppedBecause: 'Dobbelt',
    })
    expect(stays.number).toBe(2)
  })
})

describe('the red thread', () => {
  test('a changed requirement makes the benefit it gives suspect, until somebody looks', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Bliv mindet om det vigtige')
    const benefit = await ask(spec.signe, requirements.addBenefit, {
      id: newId(),
      specId: spec.id,
      title: 'Rolig vagtstart',
      owner: 'leder Åstedet',
      dueOn: null,
    })
    await ask(spec.signe, thread.connect, {
      id: newId(),
      type: 'yields',
      fromKind: 'requirements.requirement',
      fromId: id,
      toKind: 'requirements.benefit',
      toId: benefit.id,
    })
    expect(await requirementIn(spec, id)).toMatchObject({ benefits: [benefit.id], suspects: 0 })
    await ask(spec.signe, requirements.change, { id, version: 1, fields: { title: 'Bliv mindet om alt' } })
    expect((await requirementIn(spec, id)).suspects).toBe(1)
    const back = await ask(spec.signe, thread.of, { kind: 'requirements.benefit', id: benefit.id, direction: 'why' })
    expect(back.knots.map(({ label }) => label)).toContain('K-001')
    expect(await ask(spec.signe, requirements.one, { id })).toMatchObject({
      specId: spec.id,
      suspects: 1,
      state: 'draft',
    })
    await ask(spec.signe, requirements.changeBenefit, {
      id: benefit.id,
      version: 1,
      title: 'Rolig vagtstart',
      owner: 'leder Mosebo',
      dueOn: '2026-12-01',
    })
  })

  test('rule 17: loose threads name each requirement without need or benefit, each undated benefit and each unread proposal', async () => {
    const spec = await aSpec(here.world)
    const { id } = await aRequirement(spec, 'Lær af hændelser')
    const hans = await anEmployee(here.world, 'Hans', 'super-user', await aUnit(here.world, 'Engen'))
    const proposal = await aRequirement(spec, 'Se på tværs', {}, hans)
    const benefit = await ask(spec.signe, requirements.addBenefit, {
      id: newId(),
      specId: spec.id,
      title: 'Færre møder',
      owner: 'centerleder',
      dueOn: null,
    })
    const loose = (await ask(spec.signe, thread.loose, {})).filter((one) =>
      [id, proposal.id, benefit.id].includes(one.id),
    )
    expect(loose.map((one) => one.rule).sort()).toEqual([
      'requirements.benefit-undated',
      'requirements.proposed',
      'requirements.without-benefit',
      'requirements.without-need',
    ])
  })
})

describe('the hearing', () => {
  let spec: GivenSpec
  let nina: Person
  let unitId: Id
  let night: Id
  let hearingId: Id
  let overlevering: Id

  beforeAll(async () => {
    spec = await aSpec(here.world)
    overlevering = (await aRequirement(spec, 'Modtag og giv overlevering')).id
    await aRequirement(spec, 'Hold øje med flere huse om natten', { offerGroups: ['residential', 'acute'] })
    await aRequirement(spec, 'Giv besked om ændret kørsel', { offerGroups: ['day'] })
    const home = await aHeardUnit(here.world, 'Åstedet', 'Nina')
    const team = await aHeardUnit(here.world, 'Nat- og akutteamet', 'Omar')
    ;[nina, unitId, night] = [home.contact, home.unit.id, team.unit.id]
    hearingId = newId()
    await ask(spec.signe, requirements.openHearing, {
      id: hearingId,
      baselineId: newId(),
      specId: spec.id,
      label: '0.7',
      note: 'Passer kravene til jeres hverdag?',
      closesOn: '2026-03-17',
      units: [
        { unitId, offerGroups: ['residential'] },
        { unitId: night, offerGroups: ['acute'] },
      ],
    })
  })

  test('each unit is asked about its own, and about nothing else', async () => {
    const mine = await ask(nina, requirements.myHearings, {})
    expect(mine.map(({ unitName, asked, answered, closesOn }) => [unitName, asked, answered, closesOn])).toEqual([
      ['Åstedet', 2, 0, '2026-03-17'],
    ])
    const { items } = await ask(nina, requirements.hearingOf, { hearingId, unitId })
    expect(items.map(({ content }) => content.title)).toEqual([
      'Modtag og giv overlevering',
      'Hold øje med flere huse om natten',
    ])
    expect((await refused(nina, requirements.hearingOf, { hearingId, unitId: night })).code).toBe('kernel.not-found')
    const problem = await refused(nina, requirements.answerHearing, {
      id: newId(),
      hearingId,
      unitId,
      requirementId: (await tableOf(nina, spec)).requirements[2]!.id,
      answer: 'agree',
      text: null,
    })
    expect(problem.code).toBe('requirements.not-asked')
  })

  test('trouble says what; the latest answer counts, and coverage tells', async () => {
    const answer = { hearingId, unitId, requirementId: overlevering }
    expect(
      (await refused(nina, requirements.answerHearing, { ...answer, id: newId(), answer: 'trouble', text: ' ' })).code,
    ).toBe('requirements.say-what')
    await ask(nina, requirements.answerHearing, { ...answer, id: newId(), answer: 'agree', text: null })
    here.world.clock.set('2026-03-10T14:05:00+01:00')
    await ask(nina, requirements.answerHearing, {
      ...answer,
      id: newId(),
      answer: 'trouble',
      text: 'Vikarer kan ikke kvittere',
    })
    const [home, team] = await ask(spec.signe, requirements.coverage, { hearingId })
    expect([home!.unitName, team!.unitName].sort()).toEqual(['Nat- og akutteamet', 'Åstedet'])
    const aastedet = [home!, team!].find(({ unitName }) => unitName === 'Åstedet')!
    expect(aastedet).toMatchObject({ asked: 2, answered: 1, troubles: 1, comments: 0, unreplied: 1 })
  })

  test('Signe replies once, and the unit sees it; until then it is a loose thread', async () => {
    const loose = async () =>
      (await ask(spec.signe, thread.loose, {})).filter(
        ({ id, rule }) => id === overlevering && rule === 'requirements.unreplied',
      )
    expect(await loose()).toHaveLength(1)
    const [trouble] = await ask(spec.signe, requirements.said, { hearingId })
    expect(trouble).toMatchObject({
      unitName: 'Åstedet',
      answer: 'trouble',
      text: 'Vikarer kan ikke kvittere',
      changedSince: false,
    })
    await ask(spec.signe, requirements.reply, {
      answerId: trouble!.id,
      outcome: 'changed',
      text: 'Vikarer er skrevet ind',
    })
    expect(
      (await refused(spec.signe, requirements.reply, { answerId: trouble!.id, outcome: 'kept', text: 'Igen' })).code,
    ).toBe('requirements.replied')
    const { items } = await ask(nina, requirements.hearingOf, { hearingId, unitId })
    expect(items[0]!.reply).toBe('Vikarer er skrevet ind')
    expect(await loose()).toHaveLength(0)
  })

  test('one hearing at a time; after its last day nobody answers, and it can be closed', async () => {
    const units = await ask(spec.signe, requirements.unitsToHear, { specId: spec.id })
    expect(units.find(({ id }) => id === unitId)?.offerGroups).toEqual(['residential'])
    const another = {
      id: newId(),
      baselineId: newId(),
      specId: spec.id,
      label: '0.8',
      note: 'Igen',
      closesOn: '2026-04-01',
      units: [{ unitId, offerGroups: ['day'] }],
    }
    expect((await refused(spec.signe, requirements.openHearing, another)).code).toBe('requirements.hearing-open')
    here.world.clock.set('2026-03-18T08:00:00+01:00')
    nina = await signedIn(here.world, nina.id, 'Nina')
    spec = { ...spec, signe: await signedIn(here.world, spec.signe.id, 'Signe') }
    const late = { id: newId(), hearingId, unitId, requirementId: overlevering, answer: 'agree', text: null }
    expect((await refused(nina, requirements.answerHearing, late)).code).toBe('requirements.hearing-closed')
    expect(await ask(nina, requirements.myHearings, {})).toEqual([])
    await ask(spec.signe, requirements.closeHearing, { id: hearingId })
    expect((await tableOf(spec.signe, spec)).hearings[0]!.closedAt).not.toBeNull()
    expect((await tableOf(spec.signe, spec)).requirements.map(({ state }) => state)).toEqual([
      'hearing',
      'hearing',
      'hearing',
    ])
  })
})
