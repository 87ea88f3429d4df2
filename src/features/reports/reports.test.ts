import { beforeAll, describe, expect, test } from 'vitest'
import { assessments } from '#features/assessments/contract.ts'
import { goals } from '#features/goals/contract.ts'
import { journal } from '#features/journal/contract.ts'
import { tasks } from '#features/tasks/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { aCitizen, type GivenCitizen } from '#kit/citizens.ts'
import { anEmployee, aUnit, type GivenUnit } from '#kit/given.ts'
import { aGoal, anEvaluation } from '#kit/goals.ts'
import { aNote, corrects, withdraws } from '#kit/notes.ts'
import { ask, type Person, refused, trailOf, useWorld } from '#kit/world.ts'
import { type Content, reports, type Sentence } from './contract.ts'
import { documentOf } from './server/report-document.ts'

const here = useWorld()
let solvang: GivenUnit
let jens: GivenCitizen
let mette: Person
let bente: Person
let jonas: Person
let fatima: Person
let goalId: Id
let shopping: Id
let forgot: Id

const noteOn = async (text: string, more = {}) => {
  const note = { ...aNote(here.world, solvang, jens, text, more), belongsTo: [goalId] }
  await ask(jonas, journal.write, note)
  return note.id
}

beforeAll(async () => {
  const { world } = here
  solvang = await aUnit(world, 'Solvang')
  const bakkely = await aUnit(world, 'Bakkely')
  jens = await aCitizen(world, 'Jens Brandt', solvang)
  mette = await anEmployee(world, 'Mette', 'unit-leader', solvang)
  bente = await anEmployee(world, 'Bente', 'unit-leader', solvang)
  jonas = await anEmployee(world, 'Jonas', 'support-worker', solvang)
  fatima = await anEmployee(world, 'Fatima', 'support-worker', bakkely)
  goalId = await aGoal(jonas, mette, { unit: solvang, citizen: jens })
  shopping = await noteOn('Var i Netto med seddel og fandt det hele', { important: true })
  forgot = await noteOn('Glemte sedlen og gik hjem igen')
  await ask(jonas, goals.evaluate, anEvaluation(jonas, goalId, { movement: 'much', noteIds: [shopping] }))
  await ask(
    jonas,
    goals.evaluate,
    anEvaluation(jonas, goalId, { view: 'citizen', level: null, movement: 'none', text: 'Jeg synes det er svært' }),
  )
})

const protects = (how: { hiddenStay?: boolean; identityProtected?: boolean }) =>
  here.world.owner.query('update citizens.citizen set hidden_stay = $2, identity_protected = $3 where id = $1', [
    jens.id,
    how.hiddenStay ?? false,
    how.identityProtected ?? false,
  ])

const begun = async (by: Person = jonas) => {
  const id = newId()
  await ask(by, reports.begin, {
    id,
    citizenId: jens.id,
    unitId: solvang.id,
    fromOn: '2026-01-01',
    toOn: '2026-03-10',
    toName: 'Egebæk Kommune, Myndighed',
    followUpOn: '2026-04-20',
  })
  return id
}
const reportOf = (id: Id, by: Person = jonas) => ask(by, reports.one, { reportId: id })
const reads = async (id: Id, more = {}) =>
  ask(jonas, reports.read, {
    id: newId(),
    reportId: id,
    reportVersion: (await reportOf(id)).version,
    how: 'read-aloud',
    agrees: 'partly',
    text: 'Jeg går selv, når det er mandag',
    readOn: '2026-03-10',
    ...more,
  })
const versioned = async (id: Id) => ({ id, version: (await reportOf(id)).version })
/** Read by Jens, submitted by Jonas, approved by Mette. */
const approved = async () => {
  const id = await begun()
  await reads(id)
  await ask(jonas, reports.submit, await versioned(id))
  await ask(mette, reports.approve, await versioned(id))
  return id
}
const sentencesOf = ({ sections }: Content): Sentence[] => sections.flatMap(({ sentences }) => sentences)

describe('put together', () => {
  test('every sentence names what it rests on; differing views and notes that may point another way stand apart', async () => {
    const { content, sources } = await reportOf(await begun())
    const sentences = sentencesOf(content)
    expect(sentences.every((one) => one.sources.length > 0 && one.origin === 'assembled')).toBe(true)
    const against = sentences.filter(({ stance }) => stance === 'against')
    expect(against.map(({ text }) => text)).toEqual([
      expect.stringContaining('Synene er forskellige'),
      expect.stringContaining('Glemte sedlen'),
    ])
    expect(against[1]!.sources).toEqual([{ kind: 'note', id: forgot, version: 1 }])
    const named = sentences.flatMap((one) => one.sources.map(({ kind, id }) => `${kind} ${id}`))
    expect(new Set(sources.map(({ kind, id }) => `${kind} ${id}`))).toEqual(new Set(named))
    expect(sources.find(({ id }) => id === shopping)).toMatchObject({
      byName: 'Jonas',
      text: 'Var i Netto med seddel og fandt det hele',
    })
    expect((await ask(jonas, reports.ofCitizen, { citizenId: jens.id }))[0]).toMatchObject({ state: 'draft' })
  })

  test('a source that is not Jens’s own is refused; a sentence without one stops at the leader’s door', async () => {
    const id = await begun()
    const { content, version } = await reportOf(id)
    const with_ = (sentence: Partial<Sentence>): Content => ({
      ...content,
      sections: [
        {
          goalId: null,
          title: 'Samlet',
          sentences: [{ id: newId(), text: 'Det går fremad', sources: [], stance: 'says', origin: 'own', ...sentence }],
        },
      ],
    })
    for (const source of [
      { kind: 'note' as const, id: newId(), version: 1 },
      { kind: 'worker' as const, id: fatima.id, version: 1 },
    ]) {
      const problem = await refused(jonas, reports.save, {
        id,
        version,
        toName: 'Egebæk',
        content: with_({ sources: [source] }),
      })
      expect(problem.code).toBe('reports.source-unknown')
    }
    await ask(jonas, reports.save, { id, version, toName: 'Egebæk', content: with_({}) })
    await reads(id)
    const problem = await refused(jonas, reports.submit, await versioned(id))
    expect([problem.code, problem.faults[0]?.field]).toEqual([
      'reports.sentence-without-source',
      'content.sections.0.sentences.0',
    ])
    expect((await refused(jonas, reports.save, { id, version, toName: 'Egebæk', content })).kind).toBe('stale')
  })

  test('a note corrected or withdrawn after it was cited says so', async () => {
    const late = await noteOn('Købte mælk')
    const id = await begun()
    await corrects(jonas, late, 1, 'Købte smør')
    const cited = sentencesOf((await reportOf(id)).content)
      .flatMap((one) => one.sources)
      .find((source) => source.id === late)
    expect([cited?.version, (await reportOf(id)).sources.find((fact) => fact.id === late)?.version]).toEqual([1, 2])
    await withdraws(mette, late, 2)
    expect((await reportOf(id)).sources.find((fact) => fact.id === late)?.isGone).toBe(true)
  })
})

describe('on its way', () => {
  test('Jens hears it before the leader gets it; what is changed afterwards is heard again', async () => {
    const id = await begun()
    expect((await refused(jonas, reports.submit, await versioned(id))).code).toBe('reports.citizen-has-not-read')
    await reads(id)
    const { content, version } = await reportOf(id)
    await ask(jonas, reports.save, { id, version, toName: 'Egebæk', content: { ...content, recommends: 'continue' } })
    expect((await refused(jonas, reports.submit, await versioned(id))).code).toBe('reports.citizen-has-not-read')
    expect(
      (
        await refused(jonas, reports.read, {
          id: newId(),
          reportId: id,
          reportVersion: version,
          how: 'read',
          agrees: 'yes',
          text: null,
          readOn: '2026-03-10',
        })
      ).code,
    ).toBe('reports.citizen-has-not-read')
    await reads(id, { how: 'declined', agrees: null, text: 'Ville ikke tale om det i dag' })
    await ask(jonas, reports.submit, await versioned(id))
    const task = (await ask(mette, tasks.mine, {})).find(({ about }) => about.reportId === id)
    expect(task?.kind).toBe('reports.approve')
    expect((await ask(mette, reports.ofUnit, { unitId: solvang.id }))[0]).toMatchObject({
      id,
      state: 'submitted',
      calledName: 'Jens',
    })
    await ask(mette, reports.giveBack, { ...(await versioned(id)), because: 'Skriv mere om ugen' })
    expect(await reportOf(id)).toMatchObject({ state: 'draft', returnedBecause: 'Skriv mere om ugen' })
    expect((await ask(mette, tasks.mine, {})).some(({ about }) => about.reportId === id)).toBe(false)
  })

  test('given back and sent on with the same words, Jens is not asked to hear it once more', async () => {
    const id = await begun()
    await reads(id)
    await ask(jonas, reports.submit, await versioned(id))
    await ask(mette, reports.giveBack, { ...(await versioned(id)), because: 'Er det til den rigtige?' })
    const { content, version } = await reportOf(id)
    await ask(jonas, reports.save, { id, version, toName: 'Voksenmyndighed', content })
    await ask(jonas, reports.submit, await versioned(id))
    expect(await reportOf(id)).toMatchObject({ state: 'submitted', toName: 'Voksenmyndighed', wordedVersion: 1 })
  })

  test('a leader who has written in it approves it as little as Jonas does', async () => {
    const id = await begun()
    const { content, version } = await reportOf(id)
    await ask(mette, reports.save, { id, version, toName: 'Egebæk', content })
    await reads(id)
    await ask(jonas, reports.submit, await versioned(id))
    expect((await refused(mette, reports.approve, await versioned(id))).code).toBe('reports.own-work')
    expect((await refused(jonas, reports.approve, await versioned(id))).kind).toBe('not-found')
    await ask(bente, reports.approve, await versioned(id))
    expect(await reportOf(id)).toMatchObject({ state: 'approved', approvedByName: 'Bente' })
    await expect(
      here.world.owner.query(`update reports.report set approved_by = writers[1] where id = $1`, [id]),
    ).rejects.toThrow('report_never_own_approval')
  })

  test('sent once, as PDF and Word; nobody changes the copy, and new words need a new report', async () => {
    const id = await approved()
    expect((await refused(jonas, reports.send, { id: await begun(), version: 1, how: 'letter' })).code).toBe(
      'reports.not-approved',
    )
    await ask(jonas, reports.send, { ...(await versioned(id)), how: 'digital-post' })
    expect((await trailOf(here.world, 'reports.send')).at(-1)).toMatchObject({
      outcome: 'done',
      subject_id: jens.id,
    })
    const { told, sentTo } = await ask(mette, reports.copy, { reportId: id })
    expect([sentTo, told.citizenName, told.approvedByName]).toEqual([
      'Egebæk Kommune, Myndighed',
      'Jens Brandt',
      'Mette',
    ])
    expect(told.sources.find((fact) => fact.id === shopping)?.text).toContain('Netto')
    expect((await ask(jonas, reports.pdf, { reportId: id })).mediaType).toBe('application/pdf')
    expect((await ask(jonas, reports.docx, { reportId: id })).sizeBytes).toBeGreaterThan(3000)
    const { version, content } = await reportOf(id)
    expect((await refused(jonas, reports.save, { id, version, toName: 'x', content })).code).toBe('reports.sent')
    expect((await refused(jonas, reports.send, { id, version, how: 'letter' })).code).toBe('reports.sent')
    for (const change of ['update reports.copy set sent_to = sent_to', 'delete from reports.copy'])
      await expect(here.world.house.tenants.pool(here.world.tenant).query(change)).rejects.toThrow('permission denied')
    const { rows } = await here.world.owner.query(
      `select substr(pdf, 1, 5) as head from reports.copy where report_id = $1`,
      [id],
    )
    expect(rows[0].head.toString()).toBe('%PDF-')
  })

  test.each([{ hiddenStay: true }, { identityProtected: true }])(
    'of somebody with %j the paper names no unit, unless it is chosen with a reason the trail keeps',
    async (protection) => {
      await protects(protection)
      try {
        const [left, named] = [await approved(), await approved()]
        expect((await reportOf(left)).isProtected).toBe(true)
        await ask(jonas, reports.send, { ...(await versioned(left)), how: 'message' })
        expect((await trailOf(here.world, 'reports.send')).at(-1)!.about).not.toContain('reason')
        const { told } = await ask(mette, reports.copy, { reportId: left })
        expect(told.unitName).toBeNull()
        const paper = documentOf(told, { toName: 'Myndighed', sentAt: here.world.clock.now() })
        expect(JSON.stringify(paper)).not.toContain('Solvang')
        expect(paper.subtitle).toContain('udeladt (beskyttet)')
        const empty = { ...(await versioned(named)), how: 'message', nameUnit: ' ' }
        expect((await refused(jonas, reports.send, empty)).faults[0]?.field).toBe('nameUnit')
        await ask(jonas, reports.send, {
          ...(await versioned(named)),
          how: 'message',
          nameUnit: 'Myndigheden har bestilt',
        })
        expect((await ask(mette, reports.copy, { reportId: named })).told.unitName).toBe('Solvang')
        expect(JSON.parse((await trailOf(here.world, 'reports.send')).at(-1)!.about!)).toMatchObject({
          reason: 'Myndigheden har bestilt',
        })
      } finally {
        await protects({})
      }
    },
  )

  test('a draft nobody needs is dropped, and gone from the list', async () => {
    const id = await begun()
    await ask(jonas, reports.drop, { id, version: 1 })
    expect((await ask(jonas, reports.ofCitizen, { citizenId: jens.id })).some((line) => line.id === id)).toBe(false)
  })
})

describe('what is being changed', () => {
  const typing = async (id: Id, words: string, revision: number, editingId = newId()) => {
    const { content, version } = await reportOf(id)
    const at = content.sections.findIndex(({ sentences }) => sentences.length > 0)
    const [first, ...others] = content.sections[at]!.sentences
    const said = { ...content.sections[at]!, sentences: [{ ...first!, text: words }, ...others] }
    const changed = { ...content, sections: content.sections.with(at, said) }
    const edited = { version, base: content, content: changed, open: null }
    return { id: editingId, reportId: id, edited, revision }
  }

  test('is kept as it is typed, for whoever types it; a save that comes late changes nothing, and saved it is over', async () => {
    const id = await begun()
    const late = await typing(id, 'Jens går', 1)
    const kept = await typing(id, 'Jens går selv i Netto', 2, late.id)
    await ask(jonas, reports.keepEditing, kept)
    expect(await ask(jonas, reports.keepEditing, late)).toMatchObject({ id: late.id, revision: 2 })
    expect((await reportOf(id)).editing).toEqual({ id: kept.id, revision: 2, edited: kept.edited })
    expect((await reportOf(id, mette)).editing).toBeNull()
    expect((await reportOf(id)).content).toEqual(kept.edited.base)
    expect((await refused(mette, reports.keepEditing, { ...kept, revision: 3 })).kind).toBe('not-found')
    const { version } = await reportOf(id)
    await ask(jonas, reports.save, { id, version, toName: 'Egebæk', content: kept.edited.content, editingId: kept.id })
    await ask(jonas, reports.keepEditing, { ...kept, revision: 3 })
    expect(await reportOf(id)).toMatchObject({ editing: null, content: kept.edited.content })
  })

  test('outlives what somebody else saves meanwhile, and is thrown away only by its author', async () => {
    const id = await begun()
    const mine = await typing(id, 'Mit', 1)
    await ask(jonas, reports.keepEditing, mine)
    const { content, version } = await reportOf(id)
    await ask(mette, reports.save, { id, version, toName: 'Egebæk', content: { ...content, recommends: 'end' } })
    const save = { id, version, toName: 'Egebæk', content: mine.edited.content, editingId: mine.id }
    expect((await refused(jonas, reports.save, save)).kind).toBe('stale')
    await ask(mette, reports.dropEditing, { id: mine.id })
    expect((await reportOf(id)).editing?.edited).toEqual(mine.edited)
    await ask(jonas, reports.dropEditing, { id: mine.id })
    expect((await reportOf(id)).editing).toBeNull()
  })
})

test('out of reach is as if it were not there', async () => {
  const id = await approved()
  for (const reportId of [id, newId()])
    for (const endpoint of [reports.one, reports.copy, reports.pdf, reports.docx])
      expect((await refused(fatima, endpoint, { reportId })).code).toBe('kernel.not-found')
  expect(
    (
      await refused(fatima, reports.begin, {
        id: newId(),
        citizenId: jens.id,
        unitId: solvang.id,
        fromOn: '2026-01-01',
        toOn: '2026-02-01',
        toName: 'x',
        followUpOn: null,
      })
    ).code,
  ).toBe('kernel.not-found')
})

test('numbers of forms stand in the draft with their source; those that point another way stand apart, and health only for those who follow it', async () => {
  const anna = await aCitizen(here.world, 'Anna Holm', solvang)
  const annasGoal = await aGoal(jonas, mette, { unit: solvang, citizen: anna })
  await ask(jonas, goals.evaluate, anEvaluation(jonas, annasGoal, { movement: 'much', noteIds: [] }))
  const pain = async (on: string, tal: number) => {
    const id = newId()
    await ask(jonas, assessments.save, {
      ...{ id, version: null, citizenId: anna.id, unitId: solvang.id, formKey: 'smerte', formVersion: 1 },
      ...{ given: { 'kan-sige': true, tal }, answeredOn: on, sign: true },
    })
    return id
  }
  const [calm, grave] = [await pain('2026-02-01', 2), await pain('2026-03-01', 8)]
  const id = newId()
  await ask(jonas, reports.begin, {
    ...{ id, citizenId: anna.id, unitId: solvang.id, fromOn: '2026-01-01', toOn: '2026-03-10' },
    ...{ toName: 'Egebæk Kommune', followUpOn: null },
  })
  const { content, sources } = await reportOf(id)
  const told = content.sections.find(({ title }) => title === 'Skemaer')!.sentences
  expect(told.map(({ text, stance }) => [stance, text])).toEqual([
    ['says', 'Smerte: 2 (let) 1. februar 2026, 8 (stærk) 1. marts 2026. 2 skemaer i perioden.'],
    ['against', 'Skemaerne peger hver sin vej. Smerte: 2 (let) 1. februar 2026, 8 (stærk) 1. marts 2026.'],
    ['against', expect.stringContaining('Smerte er gået fra "let" til "stærk", mens medarbejderen vurderer delmålet')],
  ])
  for (const { sources } of told) expect(sources.slice(0, 2).map((one) => one.id)).toEqual([calm, grave])
  expect(sources.find((one) => one.id === grave)).toMatchObject({
    kind: 'answer',
    text: 'Smerte: 8 · Stærk',
    byName: 'Jonas',
  })
  const sanne = await anEmployee(here.world, 'Sanne', 'specialist', solvang)
  expect((await reportOf(id, sanne)).sources.find((one) => one.id === grave)).toMatchObject({ text: '', byName: '' })
  await ask(jonas, assessments.strike, { id: grave, version: 1, reason: 'Forkert borger' })
  expect((await reportOf(id)).sources.find((one) => one.id === grave)?.isGone).toBe(true)
})
