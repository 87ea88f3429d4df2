import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Rows } from '#app/egebaek/bid-file.ts'
import { requirements } from '#features/requirements/contract.ts'
import { thread } from '#features/thread/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { decides } from '#kit/decisions.ts'
import { anEmployee, aUnit } from '#kit/given.ts'
import { aPublished, inTheHall } from '#kit/requirements.ts'
import { post, serveWorld } from '#kit/server.ts'
import {
  aLockedModel,
  aModel,
  anAnswerFile,
  askedOf,
  aTender,
  connects,
  dataProtection,
  declares,
  type GivenTender,
  goesTo,
  hasBids,
  isEvaluated,
  isNotified,
  isOpened,
  isPublished,
  isScored,
  isSettled,
  loads,
  octetsOf,
  reasoned,
  tenderOf,
  withMacro,
} from '#kit/tender.ts'
import { ask, type Person, refused, START, signedIn, trailOf, useWorld } from '#kit/world.ts'
import { tender } from './contract.ts'
import { written } from './evaluate.ts'
import { adaptationsOfBids, earlierMarkOf, tenderUseCases } from './server/index.ts'

const here = useWorld()
const codeOf = async (asking: Promise<{ code: string }>) => (await asking).code
const again = async () => {
  here.world.clock.set(START)
  here.world.administrator = await signedIn(here.world, here.world.administrator.id, 'Asta Admin')
}
const kindOf = (kind: string, id: Id) => ({ kind, id })
const suspectsOf = async (by: Person, ids: Id[]) => (await ask(by, thread.marks, { ids })).map(({ id }) => id).sort()

describe('preparing', () => {
  beforeEach(again)

  test('a tender begins with its annexes as their templates have them; texts and plan are written', async () => {
    const given = await aTender(here.world)
    const { texts, permitted, state, baselineId } = await tenderOf(given.signe, given.id)
    expect([state, baselineId]).toEqual(['preparing', null])
    expect(texts.map(({ annex }) => annex)).toEqual(['conditions', 'trial', 'plan', 'duties', 'tests', 'glossary'])
    expect(permitted).toEqual(['prepare', 'approve', 'adapt', 'evaluate'])
    const [conditions] = texts
    const saved = { id: conditions!.id, version: 1, title: 'Betingelser', body: 'Skriv kort.', requirements: [] }
    await ask(given.signe, tender.saveText, saved)
    expect((await refused(given.signe, tender.saveText, saved)).kind).toBe('stale')
    expect((await ask(given.signe, tender.list, {})).map(({ id }) => id)).toContain(given.id)
    const elsewhere = { ...saved, version: 2, requirements: [newId()] }
    expect(await codeOf(refused(given.signe, tender.saveText, elsewhere))).toBe('kernel.not-found')
  })

  test('a model that does not weigh to the whole, or leaves a requirement hanging, is refused', async () => {
    const given = await aTender(here.world)
    const save = (content: unknown) =>
      codeOf(refused(given.signe, tender.saveModel, { tenderId: given.id, id: newId(), version: 0, content }))
    expect(await save(aModel(given.requirementIds, { priceWeight: 35 }))).toBe('tender.weights')
    expect(await save(aModel(given.requirementIds.slice(1)))).toBe('tender.requirements-unweighed')
    expect(await save(aModel([...given.requirementIds, given.requirementIds[0]!]))).toBe('tender.rows')
    expect(await save(aModel(given.requirementIds, { method: 'price' }))).toBe('tender.charge-missing')
  })

  test('a model is tried on made-up bids before it is locked, and locked it never changes', async () => {
    const given = await aTender(here.world)
    const id = newId()
    await ask(given.signe, tender.saveModel, { tenderId: given.id, id, version: 0, content: given.model })
    expect(await codeOf(refused(given.rune, tender.lockModel, { id, version: 1 }))).toBe('tender.model-untested')
    const { tests } = await ask(given.signe, tender.testModel, { id, version: 1 })
    expect(tests.ranking).toHaveLength(4)
    expect(tests.flips.length).toBeGreaterThan(0)
    // What is changed after the test must be tested again.
    await ask(given.signe, tender.saveModel, {
      tenderId: given.id,
      id,
      version: 2,
      content: { ...given.model, decimals: 3 },
    })
    expect(await codeOf(refused(given.rune, tender.lockModel, { id, version: 3 }))).toBe('tender.model-untested')
    await ask(given.signe, tender.testModel, { id, version: 3 })
    expect(await codeOf(refused(given.signe, tender.lockModel, { id, version: 4 }))).toBe('kernel.not-found')
    await ask(given.rune, tender.lockModel, { id, version: 4 })
    const change = { tenderId: given.id, id, version: 5, content: given.model }
    expect(await codeOf(refused(given.signe, tender.saveModel, change))).toBe('tender.model-locked')
    await expect(
      here.world.db.run(sql`update tender.model set content = '{}' where tenant_id = kernel.here() and id = ${id}`),
    ).rejects.toMatchObject({ code: '23000' })
  })

  test('publishing needs a published version, a locked model and a word on data protection', async () => {
    const given = await aTender(here.world)
    const publish = (version: number) => ({ id: given.id, version, baselineId: given.baselineId })
    const refusing = (version: number) => codeOf(refused(given.rune, tender.publish, publish(version)))
    expect(await refusing(1)).toBe('tender.model-not-locked')
    await aLockedModel(given)
    expect(await refusing(1)).toBe('tender.no-data-protection-note')
    const { title, procedure, questionsCloseAt, bidsDueAt, noticePlannedOn } = await tenderOf(given.signe, given.id)
    const words = { title, procedure, questionsCloseAt, bidsDueAt, noticePlannedOn, dataProtectionNote: dataProtection }
    await ask(given.signe, tender.change, { id: given.id, version: 1, ...words })
    expect(await codeOf(refused(given.rune, tender.publish, { ...publish(2), baselineId: newId() }))).toBe(
      'tender.version-not-published',
    )
    expect(await codeOf(refused(given.signe, tender.publish, publish(2)))).toBe('kernel.not-found')
    await ask(given.rune, tender.publish, publish(2))
    expect(await codeOf(refused(given.signe, tender.change, { id: given.id, version: 3, ...words }))).toBe(
      'tender.published',
    )
    const turned = { ...words, questionsCloseAt: '2026-04-20T12:00:00+02:00' }
    const other = await aTender(here.world)
    expect(await codeOf(refused(other.signe, tender.change, { id: other.id, version: 1, ...turned }))).toBe(
      'tender.questions-after-bids',
    )
  })
})

describe('published', () => {
  beforeEach(again)

  test('rule 4: the model is corrected before the deadline by a sheet, and never after', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    const other = await aLockedModel(
      given,
      aModel(given.requirementIds, { priceFormula: { kind: 'linear', spreadPercent: 60 } }),
    )
    const { version, models } = await tenderOf(given.rune, given.id)
    expect(models.filter(({ publishedAt }) => publishedAt).map(({ revision }) => revision)).toEqual([1])
    const sheet = {
      id: given.id,
      version,
      note: 'Spændet er 60 %.',
      baselineId: null,
      modelId: other,
      bidsDueAt: null,
      texts: [],
    }
    const { number } = await ask(given.rune, tender.correct, { ...sheet, correctionId: newId() })
    expect(number).toBe(1)
    const third = await aLockedModel(given)
    await goesTo(given, '2026-04-10T12:00:00+02:00')
    const late = { ...sheet, version: version + 1, correctionId: newId(), modelId: third }
    expect(await codeOf(refused(given.rune, tender.correct, late))).toBe('tender.deadline-passed')
    const draft = { tenderId: given.id, id: newId(), version: 0, content: given.model }
    expect(await codeOf(refused(given.signe, tender.saveModel, draft))).toBe('tender.deadline-passed')
  })

  test('a correction sheet says exactly what changed, in texts and in a later version of the requirements', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    await ask(given.signe, requirements.change, {
      id: given.requirementIds[0]!,
      version: 1,
      fields: { difficult: 'Mange beskeder' },
    })
    const later = await aPublished(given.spec, '1.1', given.baselineId)
    const { version, texts } = await tenderOf(given.rune, given.id)
    const plan = texts.find(({ annex }) => annex === 'plan')!
    const sheet = {
      correctionId: newId(),
      note: 'Rettet',
      baselineId: later,
      modelId: null,
      texts: [{ id: plan.id, body: 'Ny plan.' }],
    }
    const earlier = { id: given.id, version, ...sheet, bidsDueAt: '2026-04-09T12:00:00+02:00' }
    expect(await codeOf(refused(given.rune, tender.correct, earlier))).toBe('tender.deadline-only-later')
    await ask(given.rune, tender.correct, { id: given.id, version, ...sheet, bidsDueAt: '2026-04-17T12:00:00+02:00' })
    const { corrections, baselineLabel } = await tenderOf(given.signe, given.id)
    expect(baselineLabel).toBe('1.1')
    expect(corrections[0]!.changes.map(({ what }) => what)).toEqual([
      'Udgave af kravene',
      'K-001 Svært når',
      'Tidsplan',
      'Frist for tilbud',
    ])
    const nothing = { ...sheet, id: given.id, version: version + 1, correctionId: newId(), bidsDueAt: null }
    expect(await codeOf(refused(given.rune, tender.correct, nothing))).toBe('tender.nothing-corrected')
    // Nor is the same deadline once more a correction.
    const same = { ...nothing, bidsDueAt: (await tenderOf(given.rune, given.id)).bidsDueAt }
    expect(await codeOf(refused(given.rune, tender.correct, same))).toBe('tender.nothing-corrected')
  })

  test('rule 16: questions are anonymous, answered to all at once, and not after the closing time', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    const question = {
      id: newId(),
      tenderId: given.id,
      askedOn: '2026-03-12',
      requirements: [given.requirementIds[0]!],
    }
    const told = { ...question, text: 'Kan Havbjerg A/S bruge vores løsning?', isAnonymous: false }
    expect(await codeOf(refused(given.signe, tender.ask, told))).toBe('tender.tells-who')
    expect(await codeOf(refused(given.signe, tender.ask, { ...told, text: 'Hvor mange?' }))).toBe(
      'tender.say-anonymous',
    )
    await ask(given.signe, tender.ask, { ...question, text: 'Hvor mange brugere er der?', isAnonymous: true })
    const eva = given.panel[0]!
    expect((await tenderOf(eva, given.id)).questions).toEqual([])
    await ask(given.signe, tender.answerQuestion, { id: question.id, version: 1, answer: '350.' })
    expect((await tenderOf(eva, given.id)).questions).toMatchObject([
      { number: 1, answer: '350.', requirements: question.requirements },
    ])
    expect(
      await codeOf(refused(given.signe, tender.answerQuestion, { id: question.id, version: 2, answer: '349.' })),
    ).toBe('tender.answered')
    const late = { ...question, id: newId(), text: 'Og vikarer?', isAnonymous: true }
    await ask(given.signe, tender.ask, late)
    await goesTo(given, '2026-04-02T08:00:00+02:00')
    expect(await codeOf(refused(given.signe, tender.answerQuestion, { id: late.id, version: 1, answer: '49.' }))).toBe(
      'tender.questions-closed',
    )
    await again()
    // Nowhere is it stored who asked.
    const columns = await here.world.owner.query(
      `select column_name from information_schema.columns where table_schema = 'tender' and table_name = 'question'`,
    )
    expect(columns.rows.map((row) => row.column_name)).not.toContain('vendor')
  })

  test('rule 16: a bidder has no way in: whoever is not signed in is told nothing of a tender, whatever they ask for', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    const served = await serveWorld(here.world)
    const anything = { id: given.id, tenderId: given.id, letter: 'A', unitId: here.world.rootUnitId, version: 1 }
    const answers = await Promise.all(
      tenderUseCases.map(async ({ contract }) => {
        const { status, body } = await post(served, contract.name, anything)
        return [contract.name, status, Object.keys(body).includes('title')]
      }),
    )
    await served.close()
    expect(answers.length).toBeGreaterThan(30)
    expect(answers.filter(([, status, says]) => status !== 401 || says)).toEqual([])
  })

  test('rule 16: the material a bidder gets holds what was published, and no draft, bid or point', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    await ask(given.signe, tender.ask, {
      ...{
        id: newId(),
        tenderId: given.id,
        text: 'Ubesvaret spørgsmål',
        askedOn: '2026-03-12',
        requirements: [],
        isAnonymous: true,
      },
    })
    const id = newId()
    await ask(given.signe, tender.makeMaterial, { id, tenderId: given.id, annex: 'machine', format: 'json' })
    const machine = JSON.parse((await octetsOf(here.world, id)).toString())
    expect(Object.keys(machine)).toEqual([
      'schema',
      'tender',
      'requirements',
      'model',
      'texts',
      'questions',
      'corrections',
    ])
    expect(machine.questions).toEqual([])
    expect(machine.requirements.contents).toHaveLength(3)
    const no = { id: newId(), tenderId: given.id, annex: 'answers', format: 'pdf' }
    expect(await codeOf(refused(given.signe, tender.makeMaterial, no))).toBe('tender.no-such-format')
  })

  test('the answer sheet goes out, is filled in, and comes in again', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    const id = newId()
    await ask(given.signe, tender.makeMaterial, { id, tenderId: given.id, annex: 'answers', format: 'xlsx' })
    const sheets = await readExcelFile(await octetsOf(here.world, id))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Vejledning', 'Svar', 'Priser'])
    expect(sheets[1]!.data.map(([no]) => no)).toEqual(
      ['Nr.', ['K-001', 'K-002', 'K-003'].map((name) => [name, `${name}.1`, `${name}.2`])].flat(2),
    )
    expect(sheets[0]!.data.flat()).toContain((await askedOf(given)).mark)
    expect(strFromU8(unzipSync(await octetsOf(here.world, id))['xl/worksheets/sheet2.xml']!)).toContain(
      'sheetProtection',
    )
  })
})

describe('bids', () => {
  let given: GivenTender
  let asked: Awaited<ReturnType<typeof askedOf>>
  const faultsOf = async (content: Uint8Array) =>
    (await refused(given.rune, tender.loadBid, loading(content))).faults.map(({ code }) => code)
  const loading = (content: Uint8Array, more: object = {}) => ({
    ...{ id: newId(), tenderId: given.id, name: 'svar.xlsx', vendor: 'Tingløv IT', receipt: newId() },
    ...{ receivedAt: '2026-04-10T09:00:00+02:00', content, ...more },
  })

  beforeAll(async () => {
    await again()
    given = await aTender(here.world)
    await isPublished(given)
    asked = await askedOf(given)
  })

  test('an answer file before the opening is refused, and the attempt is noted', async () => {
    const file = await anAnswerFile(asked)
    expect(await codeOf(refused(given.rune, tender.loadBid, loading(file)))).toBe('tender.not-opened')
    expect((await trailOf(here.world, 'tender.loadBid')).at(-1)).toMatchObject({
      outcome: 'refused',
      code: 'tender.not-opened',
    })
    const { version } = await tenderOf(given.rune, given.id)
    expect(await codeOf(refused(given.rune, tender.open, { id: given.id, version }))).toBe('tender.not-due')
    await goesTo(given, '2026-04-10T13:00:00+02:00')
    await ask(given.rune, tender.open, { id: given.id, version })
    expect(await codeOf(refused(given.rune, tender.loadBid, loading(file)))).toBe('tender.declare-first')
    await declares(given.rune, given.id)
  })

  test('rows may be moved; numbers are read as people write them; what is empty is unanswered, not refused', async () => {
    const file = await anAnswerFile(
      {
        ...asked,
        answers: [
          { level: 'adaptation', hours: 46, text: 'Kræver tilretning.' },
          { level: 'unanswered', text: '' },
          { level: 'other-way' },
        ],
      },
      (rows) => [
        ...rows.slice(6),
        ['', null, null, null, null, null, null, null, null],
        ...rows.slice(1, 3),
        rows[0]!.with(6, '41.400,50 kr.'),
        ...rows.slice(3, 6),
      ],
    )
    const { id, letter, unanswered, minimumOpen } = await loads(given, 'Tingløv IT', file)
    expect([letter, unanswered, minimumOpen]).toEqual(['A', 1, 1])
    const rows =
      await here.world.db.all(sql`select answer.level, answer.hours::int as hours, answer.price_oere::int as oere from tender.answer
      join requirements.requirement on requirement.tenant_id = answer.tenant_id and requirement.id = answer.requirement_id
      where answer.tenant_id = kernel.here() and bid_id = ${id} order by requirement.number`)
    expect(rows).toEqual([
      { level: 'adaptation', hours: 46, oere: 4_140_050 },
      { level: 'unanswered', hours: null, oere: null },
      { level: 'other-way', hours: null, oere: null },
    ])
    const bid = await here.world.db.one<{ price: number }>(
      sql`select price_oere::int as price from tender.bid where tenant_id = kernel.here() and id = ${id}`,
    )
    expect(bid!.price).toBe((800_000 + 4 * 900_000) * 100)
  })

  test('a row missing, doubled, unknown or with other words is told row by row, and nothing is loaded', async () => {
    expect(await faultsOf(await anAnswerFile(asked, (rows) => rows.slice(1)))).toEqual(['tender.row-missing'])
    expect(await faultsOf(await anAnswerFile(asked, (rows) => [...rows, rows[0]!]))).toEqual(['tender.row-doubled'])
    expect(await faultsOf(await anAnswerFile(asked, (rows) => [...rows, rows[0]!.with(0, 'K-999')]))).toEqual([
      'tender.row-unknown',
    ])
    expect(
      await faultsOf(await anAnswerFile(asked, (rows) => [rows[0]!.with(1, 'Noget lettere'), ...rows.slice(1)])),
    ).toEqual(['tender.row-text-changed'])
    expect(await faultsOf(await anAnswerFile(asked, (rows) => [rows[0]!.with(3, 'ja da'), ...rows.slice(1)]))).toEqual([
      'tender.row-level-unknown',
    ])
    expect(await faultsOf(await anAnswerFile(asked, (rows) => [rows[0]!.with(5, 'mange'), ...rows.slice(1)]))).toEqual([
      'tender.row-not-a-number',
    ])
    const problem = await refused(
      given.rune,
      tender.loadBid,
      loading(await anAnswerFile(asked, (rows) => [rows[0]!, rows[1]!, rows[2]!.with(1, 'x'), ...rows.slice(3, -1)])),
    )
    expect(problem.faults).toEqual([
      { field: 'content.4', code: 'tender.row-text-changed', facts: { row: 4, name: 'K-001.2' } },
      { field: 'content.K-003.2', code: 'tender.row-missing', facts: { row: 'K-003.2', name: 'K-003.2' } },
    ])
    expect((await tenderOf(given.rune, given.id)).bids).toBe(1)
  })

  test('each row has its own answer; one left empty follows its requirement, and a requirement left empty its rows', async () => {
    const rowTo = ({ number }: { number: number }, { no }: { no: string }) => {
      if (number === 1 && no === '2') return { level: 'adaptation' as const, text: 'Kvittering bygges.', hours: 24 }
      if (number === 2)
        return { level: no === '1' ? ('standard' as const) : ('other-way' as const), text: '', hours: 3 }
      return number === 3 && no === '1'
        ? { level: 'set-up' as const, text: '', reservation: 'Kun fra i år.' }
        : undefined
    }
    const answers = [{ level: 'standard' as const }, { level: 'unanswered' as const, text: '' }]
    const loaded = await loads(given, 'Havbjerg', await anAnswerFile({ ...asked, answers, rowTo }))
    // The minimum is left open by a reservation on one of its rows; three rows are further off than their requirement.
    expect([loaded.unanswered, loaded.minimumOpen, loaded.rowsBeyond]).toEqual([0, 1, 2])
    const told = (await ask(given.rune, tender.scoring, { tenderId: given.id })).answers
      .filter(({ bidId }) => bidId === loaded.id)
      .map(({ level, hours, rows }) => [level, hours, rows.map((row) => [row.level, row.isOwn, row.hours])])
    expect(told).toEqual([
      [
        'standard',
        24,
        [
          ['standard', false, null],
          ['adaptation', true, 24],
        ],
      ],
      [
        'other-way',
        6,
        [
          ['standard', true, 3],
          ['other-way', true, 3],
        ],
      ],
      [
        'standard',
        null,
        [
          ['set-up', true, null],
          ['standard', false, null],
        ],
      ],
    ])
  })

  test('a sheet that went out before rows had lines of their own is still read; a mix of the two is told', async () => {
    const { contentHash } = await ask(given.signe, requirements.baseline, { id: given.baselineId })
    const earlier = {
      ...{ mark: earlierMarkOf(given.id, contentHash), contents: asked.contents.map((one) => ({ ...one, lines: [] })) },
    }
    const inOneCell = (rows: Rows) =>
      rows.map((row) =>
        row.with(1, String(row[1]).replace(/$/, '\n1. Se hvad der er sket\n2. Kvittér for at have læst')),
      )
    const { id } = await loads(given, 'Kornblå', await anAnswerFile(earlier, inOneCell))
    const { answers } = await ask(given.rune, tender.scoring, { tenderId: given.id })
    const rows = answers.filter(({ bidId }) => bidId === id).flatMap((one) => one.rows)
    expect(rows.map(({ level, isOwn }) => [level, isOwn])).toEqual(Array(6).fill(['standard', false]))
    const mixed = { ...earlier, mark: asked.mark }
    expect(new Set(await faultsOf(await anAnswerFile(mixed, inOneCell)))).toEqual(
      new Set(['tender.row-text-changed', 'tender.row-missing']),
    )
  })

  test('a file of another version, with a macro, or no spreadsheet at all is not looked into', async () => {
    expect(await faultsOf(await anAnswerFile({ ...asked, mark: 'en anden' }))).toEqual(['tender.other-version'])
    expect(await faultsOf(withMacro(await anAnswerFile(asked)))).toEqual(['documents.macros'])
    expect(await faultsOf(Buffer.from('ikke et regneark'))).toEqual(['documents.not-what-it-says'])
    const named = loading(await anAnswerFile(asked), { name: 'svar.xlsm' })
    expect((await refused(given.rune, tender.loadBid, named)).faults[0]!.code).toBe('documents.macros')
    const late = loading(await anAnswerFile(asked), { receivedAt: '2026-04-10T12:30:00+02:00' })
    expect(await codeOf(refused(given.rune, tender.loadBid, late))).toBe('tender.received-late')
    const twice = loading(await anAnswerFile(asked), { receipt: 'KV-samme' })
    await ask(given.rune, tender.loadBid, twice)
    expect(await codeOf(refused(given.rune, tender.loadBid, { ...twice, id: newId() }))).toBe('tender.receipt-twice')
  })
})

describe('a bid that was loaded by mistake', () => {
  beforeEach(again)

  test('goes with a reason and is read by nobody again; the right one comes with the same receipt, under another letter', async () => {
    const given = await aTender(here.world)
    await isOpened(given)
    const asked = await askedOf(given)
    const receipt = newId()
    const loading = (content: Uint8Array) => ({
      ...{ id: newId(), tenderId: given.id, name: 'svar.xlsx', vendor: 'Tingløv IT', receipt },
      ...{ receivedAt: '2026-04-10T09:00:00+02:00', content },
    })
    const wrong = loading(await anAnswerFile(asked))
    await ask(given.rune, tender.loadBid, wrong)
    const [eva] = given.panel as [Person]
    const { bids } = await ask(eva, tender.scoring, { tenderId: given.id })
    const withdraw = { id: wrong.id, because: 'Kladden blev indlæst i stedet for det endelige svar.' }
    for (const person of [eva, given.signe])
      expect(await codeOf(refused(person, tender.withdrawBid, withdraw))).toMatch(/not-found|not-permitted/)
    expect(await codeOf(refused(given.rune, tender.withdrawBid, { ...withdraw, because: ' ' }))).toBe(
      'kernel.bad-input',
    )
    await ask(given.rune, tender.withdrawBid, withdraw)
    expect((await trailOf(here.world, 'tender.withdrawBid')).at(-1)).toMatchObject({
      outcome: 'done',
      records: [wrong.id],
    })

    const seen = await ask(eva, tender.scoring, { tenderId: given.id })
    expect([seen.bids, seen.answers]).toEqual([[], []])
    expect(seen.withdrawn).toEqual([
      expect.objectContaining({
        letter: 'A',
        vendor: 'Tingløv IT',
        because: withdraw.because,
        withdrawnByName: 'Rune',
      }),
    ])
    expect((await tenderOf(given.rune, given.id)).bids).toBe(0)
    for (const person of [given.rune, given.signe, eva]) {
      expect(await codeOf(refused(person, tender.file, { id: bids[0]!.fileId }))).toBe('kernel.not-found')
      expect((await tenderOf(person, given.id)).files.map(({ id }) => id)).not.toContain(bids[0]!.fileId)
      expect(await ask(person, tender.fit, { tenderId: given.id })).toEqual([])
    }
    expect(await codeOf(refused(given.rune, tender.withdrawBid, withdraw))).toBe('kernel.not-found')
    // Not by a query of the municipality's own either; to the owner of the database it stands as it was loaded.
    for (const table of ['bid', 'answer']) {
      const ofBid = sql`${sql.ref(table === 'bid' ? 'id' : 'bid_id')} = ${wrong.id}`
      expect(
        await here.world.db.all(sql`select from tender.${sql.ref(table)} where tenant_id = kernel.here() and ${ofBid}`),
      ).toEqual([])
    }
    const { rows } = await here.world.owner.query('select count(*)::int from tender.answer where bid_id = $1', [
      wrong.id,
    ])
    expect(rows[0].count).toBe(3)

    const right = await ask(given.rune, tender.loadBid, loading(await anAnswerFile(asked)))
    expect(right.letter).toBe('B')
  })

  test('not once points given beside it were handed in', async () => {
    const given = await aTender(here.world)
    await isOpened(given)
    const bids = await hasBids(given)
    await isScored(given, bids, [
      [8, 8, 8],
      [7, 7, 7],
      [6, 6, 6],
    ])
    expect(await codeOf(refused(given.rune, tender.withdrawBid, { id: bids[0]!, because: 'For sent opdaget' }))).toBe(
      'tender.points-beside-it',
    )
  })
})

describe('evaluating', () => {
  beforeEach(again)

  test('rule 16: bids are sealed from all who do not evaluate, and from those who have not declared', async () => {
    await again()
    const given = await aTender(here.world)
    await isPublished(given)
    await goesTo(given, '2026-04-10T13:00:00+02:00')
    const bodil = await inTheHall(here.world, 'Bodil', 'steering')
    const nina = await anEmployee(here.world, 'Nina', 'unit-contact', await aUnit(here.world, 'Solvang'))
    const outsider = await inTheHall(here.world, 'Oda', 'evaluator')
    await ask(given.rune, tender.open, { id: given.id, version: (await tenderOf(given.rune, given.id)).version })
    await declares(given.rune, given.id)
    const bids = await hasBids(given)
    const [eva, emil] = given.panel as [Person, Person]
    const sees = async (by: Person) =>
      await codeOf(refused(by, tender.scoring, { tenderId: given.id }).catch(() => ({ code: 'sees' })))
    expect(await sees(eva)).toBe('kernel.not-found')
    expect((await tenderOf(eva, given.id)).declared).toBe(null)
    await declares(eva, given.id)
    expect(await codeOf(refused(eva, tender.declare, { id: given.id, isConflicted: false, said: '' }))).toBe(
      'tender.declared',
    )
    expect(await sees(eva)).toBe('sees')
    expect(await codeOf(refused(emil, tender.declare, { id: given.id, isConflicted: true, said: ' ' }))).toBe(
      'tender.say-which-interest',
    )
    await declares(emil, given.id, true, 'Min søster arbejder hos Kornblå.')
    await declares(outsider, given.id)
    for (const person of [emil, bodil, nina, outsider, here.world.administrator])
      expect(await sees(person)).toBe('kernel.not-found')
    // Nor through any other path: the file, the result, the fit, the thread.
    const {
      bids: [bid],
      answers,
    } = await ask(eva, tender.scoring, { tenderId: given.id })
    expect(Object.keys(bid!)).not.toContain('priceOere')
    for (const person of [bodil, nina]) {
      expect(await codeOf(refused(person, tender.file, { id: bid!.fileId }))).toBe('kernel.not-found')
      expect(await codeOf(refused(person, tender.result, { tenderId: given.id }))).toBe('kernel.not-found')
      expect(await ask(person, tender.fit, { tenderId: given.id })).toEqual([])
      expect((await tenderOf(person, given.id)).files.filter(({ isSealed }) => isSealed)).toEqual([])
      const { knots } = await ask(person, thread.of, {
        ...kindOf('requirements.requirement', given.requirementIds[0]!),
        direction: 'affects',
      })
      const told = knots.filter(({ kind }) => kind === 'tender.answer')
      expect(told).toHaveLength(bids.length)
      expect(told.every(({ title, who, label, sealedUntil }) => !title && !who && !label && sealedUntil)).toBe(true)
    }
    const { knots } = await ask(eva, thread.of, {
      ...kindOf('requirements.requirement', given.requirementIds[0]!),
      direction: 'affects',
    })
    expect(knots.filter(({ kind, title }) => kind === 'tender.answer' && title)).toHaveLength(3)
    expect(answers).toHaveLength(9)
  })

  test('rule 3, rule 4: no points without a reason; and none for what the published model does not weigh', async () => {
    const given = await aTender(here.world)
    await isOpened(given)
    const [bidId] = await hasBids(given)
    const [eva] = given.panel as [Person]
    const row = { bidId: bidId!, requirementId: given.requirementIds[0]!, points: 8, reason: reasoned }
    const save = (more: object, by = eva) =>
      refused(by, tender.saveScores, { tenderId: given.id, scores: [{ ...row, ...more }] })
    expect((await save({ reason: '' })).code).toBe('tender.reason-missing')
    expect((await save({ reason: 'fint nok' })).code).toBe('tender.reason-missing')
    expect((await save({ reason: 'Et rigtig godt og gennemtænkt bud.' })).code).toBe('tender.reason-names-no-row')
    expect((await save({ points: 11 })).code).toBe('tender.over-scale')
    const twice = { tenderId: given.id, scores: [row, { ...row, points: 3 }] }
    expect(await codeOf(refused(eva, tender.saveScores, twice))).toBe('tender.given-twice')
    const { contents } = await askedOf(given)
    expect((await save({ requirementId: contents[2]!.id })).code).toBe('tender.not-in-model')
    expect((await save({}, given.rune)).code).toBe('kernel.not-found')
    await expect(
      here.world.db.run(sql`insert into tender.score (bid_id, requirement_id, employee_id, points, reason, given_at)
        values (${bidId}, ${row.requirementId}, ${eva.id}, 5, ' ', now())`),
    ).rejects.toMatchObject({ code: '23514' })
    await ask(eva, tender.saveScores, { tenderId: given.id, scores: [row] })
    expect(await codeOf(refused(eva, tender.submitScores, { id: given.id }))).toBe('tender.points-missing')
  })

  test('evaluators see each other’s points when all have handed in; then the model’s own rule makes one of them', async () => {
    const given = await aTender(here.world)
    await isOpened(given)
    const bids = await hasBids(given)
    const [eva, emil, ellen] = given.panel as [Person, Person, Person]
    const give = (by: Person, points: number) =>
      ask(by, tender.saveScores, {
        tenderId: given.id,
        scores: bids.flatMap((bidId) =>
          given.requirementIds.map((requirementId) => ({ bidId, requirementId, points, reason: reasoned })),
        ),
      })
    await give(eva, 4)
    await give(emil, 9)
    await ask(emil, tender.submitScores, { id: given.id })
    expect(new Set((await ask(eva, tender.scoring, { tenderId: given.id })).scores.map(({ seat }) => seat))).toEqual(
      new Set([1]),
    )
    expect((await tenderOf(eva, given.id)).panel.map(({ given: count }) => count)).toEqual([6, 6, 0])
    const row = {
      id: newId(),
      bidId: bids[0]!,
      requirementId: given.requirementIds[0]!,
      version: 0,
      points: null,
      reason: reasoned,
      dissent: '',
    }
    expect(await codeOf(refused(given.signe, tender.settle, { tenderId: given.id, rows: [row] }))).toBe(
      'tender.not-all-in',
    )
    expect(
      await codeOf(
        refused(emil, tender.saveScores, {
          tenderId: given.id,
          scores: [{ bidId: bids[0]!, requirementId: row.requirementId, points: 1, reason: reasoned }],
        }),
      ),
    ).toBe('tender.handed-in')
    await ask(eva, tender.submitScores, { id: given.id })
    // Ellen falls ill: the others' points count by the same rule.
    await give(ellen, 1)
    await ask(given.signe, tender.excuse, { id: given.id, number: 3, because: 'Syg' })
    await ask(given.signe, tender.settle, { tenderId: given.id, rows: [{ ...row, dissent: 'Emil ville give mere.' }] })
    const after = await ask(eva, tender.scoring, { tenderId: given.id })
    expect(after.consensus).toMatchObject([{ points: 6, dissent: 'Emil ville give mere.' }])
    expect(new Set(after.scores.map(({ seat }) => seat))).toEqual(new Set([1, 2, 3]))
    expect((await refused(given.signe, tender.settle, { tenderId: given.id, rows: [row] })).kind).toBe('stale')
    expect(
      await codeOf(
        refused(given.signe, tender.settle, { tenderId: given.id, rows: [{ ...row, version: 1, points: 7 }] }),
      ),
    ).toBe('tender.points-by-rule')
    expect((await ask(given.signe, tender.result, { tenderId: given.id })).input).toBe(null)
    expect(await codeOf(refused(given.signe, tender.seatPanel, { id: given.id, employeeIds: [] }))).toBe(
      'tender.panel-stands',
    )
  })

  test('points of the trial come from what was counted', async () => {
    const given = await aTender(here.world)
    const trial = {
      requirementId: given.requirementIds[1]!,
      participants: 10,
      points: [
        { solved: 5, points: 4 },
        { solved: 8, points: 10 },
      ],
      text: 'Seks opgaver.',
    }
    Object.assign(given, { model: aModel(given.requirementIds, { trial }) })
    await isOpened(given)
    const bids = await hasBids(given)
    const [eva] = given.panel as [Person]
    const opinion = { bidId: bids[0]!, requirementId: given.requirementIds[1]!, points: 10, reason: reasoned }
    expect(await codeOf(refused(eva, tender.saveScores, { tenderId: given.id, scores: [opinion] }))).toBe(
      'tender.points-from-trial',
    )
    const count = { id: bids[0]!, version: 0, solved: 6, note: 'To pædagoger gik i stå.' }
    expect(await codeOf(refused(given.signe, tender.recordTrial, { ...count, solved: 11 }))).toBe(
      'tender.over-participants',
    )
    await ask(given.signe, tender.recordTrial, count)
    expect((await refused(given.signe, tender.recordTrial, count)).kind).toBe('stale')
    expect((await ask(eva, tender.scoring, { tenderId: given.id })).bids[0]).toMatchObject({
      trialSolved: 6,
      trialVersion: 1,
    })
  })
})

describe('the award', () => {
  beforeEach(again)

  test('rule 5: an independent run from the export file gives the same award', async () => {
    const given = await aTender(here.world)
    await isNotified(given)
    const id = newId()
    await ask(given.rune, tender.makeRecord, { id, tenderId: given.id, what: 'replay', bidId: null, format: 'zip' })
    const parts = unzipSync(await octetsOf(here.world, id))
    expect(Object.keys(parts)).toEqual(['evaluering.json', 'genberegn.mjs', 'laesmig.txt'])
    const { input, award } = JSON.parse(strFromU8(parts['evaluering.json']!))
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rt-replay-'))
    const rerun = (file: object) => {
      for (const [name, octets] of Object.entries(parts)) fs.writeFileSync(path.join(dir, name), octets)
      fs.writeFileSync(path.join(dir, 'evaluering.json'), JSON.stringify(file))
      return spawnSync(process.execPath, ['genberegn.mjs', 'evaluering.json'], { cwd: dir, encoding: 'utf8' })
    }
    expect(rerun({ input, award })).toMatchObject({ status: 0, stdout: expect.stringContaining('1. B Tingløv IT') })
    expect(written(input)).toEqual(award)
    expect(award.ranking).toHaveLength(3)
    // Points moved by hand are found out.
    input.scores[0].byEvaluator = [10, 10, 10]
    expect(rerun({ input, award })).toMatchObject({ status: 1, stdout: expect.stringContaining('IKKE samme resultat') })
    fs.rmSync(dir, { recursive: true })
  })

  test('two keys; letters with reasons to each; the contract waits for the standstill', async () => {
    const given = await aTender(here.world)
    const bids = await isEvaluated(given)
    expect(await codeOf(refused(given.rune, tender.approveAward, { id: given.id }))).toBe('kernel.not-found')
    expect(await codeOf(refused(given.signe, tender.approveAward, { id: given.id }))).toBe('tender.no-draft')
    await ask(given.rune, tender.draftAward, { id: given.id, why: 'Bedst på opgaverne.', minimumNote: null })
    await ask(given.signe, tender.tearUpAward, { id: given.id })
    await ask(given.rune, tender.draftAward, { id: given.id, why: 'Bedst på opgaverne.', minimumNote: null })
    const rows = [
      {
        id: newId(),
        bidId: bids[0]!,
        requirementId: given.requirementIds[0]!,
        version: 1,
        points: null,
        reason: reasoned,
        dissent: '',
      },
    ]
    expect(await codeOf(refused(given.signe, tender.settle, { tenderId: given.id, rows }))).toBe('tender.award-drafted')
    const notice = { id: given.id, version: (await tenderOf(given.rune, given.id)).version, standstillDays: 10 }
    expect(await codeOf(refused(given.rune, tender.notify, notice))).toBe('tender.not-approved')
    await ask(given.signe, tender.approveAward, { id: given.id })
    expect(await codeOf(refused(given.signe, tender.tearUpAward, { id: given.id }))).toBe('tender.no-draft')
    const { standstillEndsOn, version } = await ask(given.rune, tender.notify, notice)
    // Ten days from 10 April: a Monday.
    expect(standstillEndsOn).toBe('2026-04-20')
    const { standstillSaid, award } = await tenderOf(await inTheHall(here.world, 'Bodil', 'steering'), given.id)
    expect(standstillSaid).toContain('ikke en kilde')
    expect(award).toMatchObject({ winnerLetter: 'B', draftedByName: 'Rune', approvedByName: 'Signe' })
    const letter = await here.world.db.one<{ content: string }>(
      sql`select content::text as content from tender.letter where tenant_id = kernel.here() and bid_id = ${bids[2]!}`,
    )
    expect(letter!.content).toContain(reasoned)
    expect(letter!.content).toContain('nummer')
    expect(letter!.content).not.toContain('Havbjerg')
    for (const format of ['docx', 'pdf'])
      await ask(given.rune, tender.makeRecord, {
        id: newId(),
        tenderId: given.id,
        what: 'letter',
        bidId: bids[2]!,
        format,
      })
    await ask(given.rune, tender.makeRecord, {
      id: newId(),
      tenderId: given.id,
      what: 'memo',
      bidId: null,
      format: 'pdf',
    })
    expect(await codeOf(refused(given.rune, tender.conclude, { id: given.id, version }))).toBe('tender.standstill')
    await goesTo(given, '2026-04-20T23:00:00+02:00')
    expect(await codeOf(refused(given.rune, tender.conclude, { id: given.id, version }))).toBe('tender.standstill')
    await goesTo(given, '2026-04-21T08:00:00+02:00')
    await ask(given.rune, tender.conclude, { id: given.id, version })
    expect(
      await codeOf(refused(given.rune, tender.cancel, { id: given.id, version: version + 1, because: 'Nej' })),
    ).toBe('tender.over')
  })

  test('a minimum requirement left open stops the award until somebody says what was found; nobody is rejected by a machine', async () => {
    const given = await aTender(here.world)
    await isOpened(given)
    const asked = await askedOf(given)
    const answers = [
      { level: 'standard' as const },
      { level: 'standard' as const },
      { level: 'standard' as const, reservation: 'Kun i ét år.' },
    ]
    const { id, minimumOpen } = await loads(given, 'Tingløv IT', await anAnswerFile({ ...asked, answers }))
    expect(minimumOpen).toBe(1)
    await isScored(given, [id], [[9, 9, 9]])
    await isSettled(given, [id])
    const draft = { id: given.id, why: 'Eneste tilbud.' }
    expect(await codeOf(refused(given.rune, tender.draftAward, { ...draft, minimumNote: null }))).toBe(
      'tender.minimum-open',
    )
    await ask(given.rune, tender.draftAward, { ...draft, minimumNote: 'Afklaret: gælder historik fra før aftalen.' })
  })

  test('a tender given up keeps what it was', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    const { version } = await tenderOf(given.rune, given.id)
    await ask(given.rune, tender.cancel, { id: given.id, version, because: 'For få bud ventes.' })
    expect((await tenderOf(given.signe, given.id)).cancelledBecause).toBe('For få bud ventes.')
    expect(await codeOf(refused(given.rune, tender.open, { id: given.id, version: version + 1 }))).toBe(
      'tender.opened-already',
    )
  })
})

describe('afterwards', () => {
  beforeEach(again)

  test('no adaptation without a decision; ordered ones give a benefit; another way of working has the unit leader’s yes', async () => {
    const given = await aTender(here.world)
    const bids = await isNotified(given)
    const [requirementId] = given.requirementIds as [Id]
    const adding = {
      tenderId: given.id,
      requirementId,
      bidId: bids[1]!,
      source: 'bid',
      title: 'Bytte af weekend',
      hours: 62,
      priceOere: 5_580_000,
      costOfNot: 'Regneark.',
    }
    const { id, number } = await ask(given.signe, tender.addAdaptation, { id: newId(), ...adding })
    expect(number).toBe(1)
    const move = {
      id,
      version: 1,
      state: 'ordered',
      decisionId: null,
      askedUnitId: null as Id | null,
      outcome: '',
      dueOn: '2026-09-03',
    }
    expect(await codeOf(refused(given.signe, tender.moveAdaptation, move))).toBe('tender.adaptation-needs-decision')
    const about = [kindOf('requirements.requirement', requirementId)]
    const decision = await decides(given.signe, 'Aflastningsbytte bestilles', about)
    const decided = { ...move, decisionId: decision.id }
    expect(await codeOf(refused(given.signe, tender.moveAdaptation, decided))).toBe('tender.adaptation-needs-benefit')
    const benefitId = newId()
    await ask(given.signe, requirements.addBenefit, {
      id: benefitId,
      specId: given.spec.id,
      title: 'Ro',
      owner: 'leder',
      dueOn: null,
    })
    await connects(given.signe, 'yields', about[0]!, kindOf('requirements.benefit', benefitId))
    await ask(given.signe, tender.moveAdaptation, decided)
    const krogen = await aUnit(here.world, 'Krogen')
    const karen = await anEmployee(here.world, 'Karen', 'unit-leader', krogen)
    const way = { ...decided, version: 2, outcome: 'Familierne ringer' }
    const asking = { ...way, state: 'way-proposed', askedUnitId: krogen.id }
    for (const [move, code] of [
      [{ ...way, state: 'changed-way' }, 'tender.leader-says-yes'],
      [{ ...asking, askedUnitId: null }, 'tender.whose-leader'],
      [{ ...asking, outcome: ' ' }, 'tender.way-in-words'],
      [{ ...asking, askedUnitId: newId() }, 'kernel.not-found'],
    ] as const)
      expect(await codeOf(refused(given.signe, tender.moveAdaptation, move))).toBe(code)
    await ask(given.signe, tender.moveAdaptation, asking)
    const seen = () => ask(given.panel[0]!, tender.adaptations, { tenderId: given.id })
    expect(await seen()).toMatchObject([{ state: 'way-proposed', askedUnitName: 'Krogen', agreedBy: null }])
    expect(await ask(karen, tender.waysAsked, { unitId: krogen.id })).toMatchObject([
      { id, label: 'T-01', text: 'Bytte af weekend', way: 'Familierne ringer', decisionNumber: expect.any(Number) },
    ])
    // Karen finds it will not do: the proposal is open again, and the decision does not hold for it.
    const no = { id, version: 3, agrees: false, because: 'Om natten er der ingen, der tager telefonen.' }
    expect(await codeOf(refused(karen, tender.answerWay, { ...no, because: '' }))).toBe('tender.no-says-why')
    await ask(karen, tender.answerWay, no)
    expect(await seen()).toMatchObject([{ state: 'proposed', decisionNumber: null, refusedBecause: no.because }])
    const better = { ...asking, version: 4, outcome: 'Familierne skriver i portalen' }
    await ask(given.signe, tender.moveAdaptation, better)
    await ask(karen, tender.answerWay, { id, version: 5, agrees: true, because: '' })
    expect(await seen()).toMatchObject([
      { number: 1, state: 'changed-way', decisionNumber: expect.any(Number), bidLetter: 'B', agreedBy: 'Karen' },
    ])
    const again = { ...better, version: 6, state: 'changed-way', decisionId: newId() }
    expect(await codeOf(refused(given.signe, tender.moveAdaptation, again))).toBe('tender.not-decided')
  })

  test('how far each bid comes with what it is: all of them for the panel, the winner’s for the project when bidders are told', async () => {
    const given = await aTender(here.world)
    await isNotified(given)
    const nina = await anEmployee(here.world, 'Nina', 'unit-contact', await aUnit(here.world, 'Bakkely'))
    expect(
      (await ask(nina, tender.fit, { tenderId: given.id })).map(({ letter, level, count }) => [letter, level, count]),
    ).toEqual([['B', 'standard', 3]])
    expect(new Set((await ask(given.signe, tender.fit, { tenderId: given.id })).map(({ letter }) => letter))).toEqual(
      new Set(['A', 'B', 'C']),
    )
  })

  test('row by row: what the winner answered, what the panel found of it, and what was decided about it', async () => {
    const given = await aTender(here.world)
    await isOpened(given)
    const bids = await hasBids(given, (content, { no }) =>
      content.number === 1 && no === '2' ? { level: 'adaptation', text: 'Kvittering bygges.', hours: 24 } : undefined,
    )
    const [eva, emil] = given.panel as [Person, Person]
    const [requirementId] = given.requirementIds as [Id]
    const { answers } = await ask(eva, tender.scoring, { tenderId: given.id })
    const [one, two] = answers.find((one) => one.bidId === bids[1] && one.requirementId === requirementId)!.rows
    const about = { bidId: bids[1]!, requirementId }
    const finding = (lineId: Id, verdict: string, note = '') => ({ ...about, lineId, verdict, note })
    const save = (findings: unknown[]) => ({ tenderId: given.id, findings })
    const bare = save([finding(two!.lineId, 'gap')])
    expect(await codeOf(refused(eva, tender.saveFindings, bare))).toBe('tender.finding-needs-note')
    const elsewhere = save([{ ...finding(two!.lineId, 'fits'), requirementId: given.requirementIds[1] }])
    expect(await codeOf(refused(eva, tender.saveFindings, elsewhere))).toBe('kernel.not-found')
    expect(await codeOf(refused(given.rune, tender.saveFindings, save([finding(one!.lineId, 'fits')])))).toBe(
      'kernel.not-found',
    )
    const lacks = 'Kvitteringen vises ikke på telefonen.'
    await ask(eva, tender.saveFindings, save([finding(one!.lineId, 'gap', 'Kun for egne vagter.')]))
    await ask(eva, tender.saveFindings, save([finding(one!.lineId, 'fits'), finding(two!.lineId, 'gap', lacks)]))
    await ask(emil, tender.saveFindings, save([finding(two!.lineId, 'partly', lacks)]))
    // Until all have handed in, each sees own findings alone, and the overview none.
    const seen = async (by: Person) =>
      (await ask(by, tender.scoring, { tenderId: given.id })).findings.map(({ seat }) => seat)
    expect([await seen(eva), await seen(emil), await seen(given.rune)]).toEqual([[1, 1], [2], []])
    const ofB = { tenderId: given.id, letter: 'B' }
    expect(
      (await ask(eva, tender.fitRows, ofB)).every(({ fits, gaps, notes }) => fits + gaps + notes.length === 0),
    ).toBe(true)
    await isScored(given, bids, [
      [6, 6, 7],
      [9, 10, 9],
      [2, 1, 2],
    ])
    expect(await codeOf(refused(eva, tender.saveFindings, save([finding(one!.lineId, 'fits')])))).toBe(
      'tender.handed-in',
    )
    await isSettled(given, bids)
    const nina = await anEmployee(here.world, 'Nina', 'unit-contact', await aUnit(here.world, 'Bakkehus'))
    expect(await ask(nina, tender.fitRows, ofB)).toEqual([])
    await ask(given.rune, tender.draftAward, { id: given.id, why: 'Bedst.', minimumNote: null })
    await ask(given.signe, tender.approveAward, { id: given.id })
    const { version } = await tenderOf(given.rune, given.id)
    await ask(given.rune, tender.notify, { id: given.id, version, standstillDays: 10 })
    const adding = {
      ...{ tenderId: given.id, ...about, lineId: two!.lineId, source: 'bid', title: 'Kvittering', hours: 24 },
      ...{ priceOere: null, costOfNot: 'Papir.' },
    }
    const wrong = { ...adding, id: newId(), requirementId: given.requirementIds[1] }
    expect(await codeOf(refused(given.signe, tender.addAdaptation, wrong))).toBe('tender.row-of-other')
    const { id } = await ask(given.signe, tender.addAdaptation, { id: newId(), ...adding })
    const rows = await ask(nina, tender.fitRows, ofB)
    expect(rows.map((row) => [row.number, row.no, row.level, row.fits, row.partly, row.gaps])).toEqual([
      [1, '1', 'standard', 1, 0, 0],
      [1, '2', 'adaptation', 0, 1, 1],
      ...[2, 3].flatMap((number) => ['1', '2'].map((no) => [number, no, 'standard', 0, 0, 0])),
    ])
    expect([rows[1]!.notes, rows[1]!.adaptations, rows[0]!.adaptations]).toEqual([
      [lacks],
      [{ id, number: 1, state: 'proposed' }],
      [],
    ])
    expect(await ask(nina, tender.fitRows, { tenderId: given.id, letter: 'A' })).toEqual([])
    expect(await ask(nina, tender.adaptations, { tenderId: given.id })).toMatchObject([{ lineNo: '2' }])
    const { knots } = await ask(given.signe, thread.of, { ...kindOf('tender.adaptation', id), direction: 'why' })
    expect(knots.map(({ kind }) => kind)).toContain('tender.answer-row')
    await goesTo(given, '2026-04-24T09:00:00+02:00')
    await ask(given.rune, tender.conclude, { id: given.id, version: version + 1 })
    const counted = await here.world.db.all<{ hours: string }>(adaptationsOfBids(sql`${here.world.rootUnitId}::uuid`))
    expect(counted.map((row) => ({ ...row, hours: Number(row.hours) }))).toContainEqual({
      ...{ isChosen: true, count: 1, hours: 24 },
    })
    await again()
    expect(
      (await ask(nina, tender.fit, { tenderId: given.id })).map(({ level, count, rowCount }) => [
        level,
        count,
        rowCount,
      ]),
    ).toEqual([
      ['adaptation', 0, 1],
      ['standard', 3, 5],
    ])
  })

  test('a gap has a unit and a next step until it is done with', async () => {
    const given = await aTender(here.world)
    const solvang = await aUnit(here.world, 'Solvang Nord')
    const adding = {
      tenderId: given.id,
      unitId: solvang.id,
      text: 'To kvitterer for samme opgave',
      requirements: [given.requirementIds[0]!],
      nextStep: 'Spørg leverandøren',
      nextOn: '2026-03-15',
    }
    const { id } = await ask(given.signe, tender.addGap, { id: newId(), ...adding })
    const move = { id, version: 1, state: 'set-up', decisionId: null, nextStep: '', nextOn: null }
    await ask(given.signe, tender.moveGap, move)
    expect(await ask(given.signe, tender.gaps, { tenderId: given.id })).toMatchObject([
      { state: 'set-up', unitName: 'Solvang Nord' },
    ])
    expect((await refused(given.signe, tender.moveGap, move)).kind).toBe('stale')
    const elsewhere = { ...adding, id: newId(), unitId: newId() }
    expect(await codeOf(refused(given.signe, tender.addGap, elsewhere))).toBe('kernel.not-found')
    // A row may be named, of a requirement that is named too.
    const { contents } = await askedOf(given)
    const [first, second] = contents.map(({ lines }) => lines[0]!.id)
    const row = (lineId: Id) => ({ ...adding, id: newId(), lineId })
    expect(await codeOf(refused(given.signe, tender.addGap, row(second!)))).toBe('tender.row-of-other')
    await ask(given.signe, tender.addGap, row(first!))
    expect((await ask(given.signe, tender.gaps, { tenderId: given.id })).map((gap) => gap.row)).toEqual([
      null,
      { number: 1, no: '1' },
    ])
  })

  test('a gap met by another way of working is settled by the leader of that unit, and by nobody else', async () => {
    const given = await aTender(here.world)
    const [kaerhuset, naboen] = [await aUnit(here.world, 'Kærhuset'), await aUnit(here.world, 'Nabohuset')]
    const lone = await anEmployee(here.world, 'Lone', 'unit-leader', kaerhuset)
    const leif = await anEmployee(here.world, 'Leif', 'unit-leader', naboen)
    const nina = await anEmployee(here.world, 'Nina', 'unit-contact', kaerhuset)
    const id = newId()
    await ask(given.signe, tender.addGap, {
      ...{ id, tenderId: given.id, unitId: kaerhuset.id, text: 'Tælling på åbne aftener', requirements: [] },
      ...{ nextStep: '', nextOn: null },
    })
    const move = { id, version: 1, decisionId: null, nextStep: 'Vi tæller på en seddel.', nextOn: null }
    const settle = refused(given.signe, tender.moveGap, { ...move, state: 'changed-way' })
    expect(await codeOf(settle)).toBe('tender.leader-says-yes')
    const wordless = { ...move, state: 'way-proposed', nextStep: '' }
    expect(await codeOf(refused(given.signe, tender.moveGap, wordless))).toBe('tender.way-in-words')
    const yes = { id, version: 2, agrees: true, because: '' }
    expect(await codeOf(refused(lone, tender.answerWay, { ...yes, version: 1 }))).toBe('tender.nothing-asked')
    await ask(given.signe, tender.moveGap, { ...move, state: 'way-proposed' })
    const seen = async () => (await ask(given.signe, tender.gaps, { tenderId: given.id }))[0]!
    expect(await seen()).toMatchObject({ state: 'way-proposed', agreedBy: null })
    // Neither the coordinator, the unit's contact nor the leader next door can say it.
    for (const other of [given.signe, nina, leif])
      expect(await codeOf(refused(other, tender.answerWay, yes))).toBe('kernel.not-found')
    expect(await ask(leif, tender.waysAsked, { unitId: naboen.id })).toEqual([])
    await goesTo(given, '2026-03-20T09:00:00+01:00')
    const loose = await ask(given.signe, thread.loose, {})
    expect(loose.filter((one) => one.id === id).map(({ rule }) => rule)).toEqual(['tender.way-unanswered'])
    const lonesSession = await signedIn(here.world, lone.id, 'Lone')
    await ask(lonesSession, tender.answerWay, yes)
    expect(await seen()).toMatchObject({ state: 'changed-way', agreedBy: 'Lone', version: 3 })
    expect((await refused(lonesSession, tender.answerWay, yes)).kind).toBe('stale')
    // Opened again, her yes does not follow along.
    await ask(given.signe, tender.moveGap, { ...move, version: 3, state: 'open' })
    expect(await seen()).toMatchObject({ state: 'open', agreedBy: null })
  })

  test('fit and gap leave the house row by row as a workbook, for those who see bids', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    await goesTo(given, '2026-04-10T13:00:00+02:00')
    const asWorkbook = (id: Id) => ({
      id,
      tenderId: given.id,
      what: 'fit' as const,
      bidId: null,
      format: 'xlsx' as const,
    })
    expect(await codeOf(refused(given.rune, tender.makeRecord, asWorkbook(newId())))).toBe('kernel.not-found')
    const { version } = await tenderOf(given.rune, given.id)
    await ask(given.rune, tender.open, { id: given.id, version })
    for (const person of [given.rune, given.signe, ...given.panel]) await declares(person, given.id)
    expect(await codeOf(refused(given.rune, tender.makeRecord, asWorkbook(newId())))).toBe('tender.no-bids')
    await hasBids(given)
    const { contents } = await askedOf(given)
    const solvang = await aUnit(here.world, 'Solvang Syd')
    await ask(given.signe, tender.addGap, {
      ...{ id: newId(), tenderId: given.id, unitId: solvang.id, text: 'To kvitterer', nextStep: '', nextOn: null },
      ...{ requirements: [given.requirementIds[0]!], lineId: contents[0]!.lines[1]!.id },
    })
    const id = newId()
    expect(await codeOf(refused(given.rune, tender.makeRecord, { ...asWorkbook(id), format: 'pdf' }))).toBe(
      'tender.no-such-format',
    )
    await ask(given.rune, tender.makeRecord, asWorkbook(id))
    const [beside, a] = await readExcelFile(await octetsOf(here.world, id))
    expect(beside!.data.map(([name, , , ...levels]) => [name, ...levels]).slice(1, 3)).toEqual([
      ['K-001.1', 'opsætning', 'standard', 'tilretning'],
      ['K-001.2', 'opsætning', 'standard', 'tilretning'],
    ])
    expect(a!.data.slice(1, 3).map((row) => row.at(-1) ?? null)).toEqual([null, 'GAP-1 Solvang Syd, åbent'])
    expect((await tenderOf(given.rune, given.id)).files.find((file) => file.id === id)!.isSealed).toBe(true)
    const [winner] = await ask(given.rune, tender.fitRows, { tenderId: given.id, letter: 'A' })
    expect(winner!.unitGaps).toEqual([])
  })
})

describe('the thread', () => {
  beforeEach(again)

  test('a changed requirement marks every dependent answer, decision and text to be looked at again', async () => {
    const given = await aTender(here.world)
    const { texts } = await tenderOf(given.signe, given.id)
    const [conditions, trial] = texts.filter(({ annex }) => annex === 'conditions' || annex === 'trial')
    const [first, second] = given.requirementIds as [Id, Id]
    for (const { id, title, body } of [conditions!, trial!])
      await ask(given.signe, tender.saveText, { id, version: 1, title, body, requirements: [first] })
    await isPublished(given)
    const question = {
      id: newId(),
      tenderId: given.id,
      text: 'Gælder det også billeder?',
      askedOn: '2026-03-12',
      requirements: [first],
      isAnonymous: true,
    }
    await ask(given.signe, tender.ask, question)
    await ask(given.signe, tender.answerQuestion, { id: question.id, version: 1, answer: 'Ja.' })
    const decision = await decides(given.signe, 'Overlevering vises efter handling', [
      kindOf('requirements.requirement', first),
    ])
    const other = await decides(given.signe, 'Notater skrives i dagbogen', [kindOf('requirements.requirement', second)])
    await goesTo(given, '2026-04-10T13:00:00+02:00')
    await ask(given.rune, tender.open, { id: given.id, version: (await tenderOf(given.rune, given.id)).version })
    await declares(given.rune, given.id)
    await declares(given.signe, given.id)
    await hasBids(given, () => ({ level: 'set-up', text: 'Stilles pr. enhed.' }))
    const { answers } = await ask(given.signe, tender.scoring, { tenderId: given.id })
    const idsOf = (mine: (requirementId: Id) => boolean) =>
      answers.filter(({ requirementId }) => mine(requirementId)).flatMap((one) => [one.id, ...ownRows(one)])
    const ownRows = ({ rows }: (typeof answers)[number]) => rows.filter(({ isOwn }) => isOwn).map(({ id }) => id)
    const dependent = idsOf((requirementId) => requirementId === first)
    const adaptation = newId()
    await ask(given.signe, tender.addAdaptation, {
      ...{
        id: adaptation,
        tenderId: given.id,
        requirementId: first,
        bidId: null,
        source: 'bid',
        title: 'Ny visning',
        hours: 1,
        priceOere: null,
        costOfNot: '',
      },
    })
    const independent = [other.id, ...idsOf((requirementId) => requirementId !== first)]
    const all = [...dependent, decision.id, conditions!.id, trial!.id, question.id, adaptation]
    expect(await suspectsOf(given.signe, [...all, ...independent])).toEqual([])
    await ask(given.signe, requirements.change, {
      id: first,
      version: 1,
      fields: { difficult: 'Mange beskeder, få minutter' },
    })
    expect(await suspectsOf(given.signe, [...all, ...independent])).toEqual([...all].sort())
    // Three bids, each with an answer to the requirement and one to each of its two rows; six of the other requirements' for each.
    expect([dependent.length, all.length, independent.length]).toEqual([9, 14, 19])
    const again = (await ask(given.signe, tender.scoring, { tenderId: given.id })).answers
    const marked = again.flatMap(({ requirementId, rows }) =>
      rows.map((row) => [requirementId === first, row.suspects]),
    )
    expect(marked.filter(([, suspects]) => suspects === 1)).toHaveLength(6)
    expect(marked.every(([isFirst, suspects]) => suspects === (isFirst ? 1 : 0))).toBe(true)
  })

  test('rule 17: what has waited too long is a loose thread', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    const question = {
      id: newId(),
      tenderId: given.id,
      text: 'Hvor mange vikarer?',
      askedOn: '2026-03-10',
      requirements: [],
      isAnonymous: true,
    }
    await ask(given.signe, tender.ask, question)
    const adaptation = {
      id: newId(),
      tenderId: given.id,
      requirementId: given.requirementIds[0]!,
      bidId: null,
      source: 'clarification',
      title: 'Uden svar',
      hours: null,
      priceOere: null,
      costOfNot: '',
    }
    await ask(given.signe, tender.addAdaptation, adaptation)
    const solvang = await aUnit(here.world, 'Solvang Øst')
    const gap = {
      id: newId(),
      tenderId: given.id,
      unitId: solvang.id,
      text: 'Ingen ved det',
      requirements: [],
      nextStep: '',
      nextOn: null,
    }
    await ask(given.signe, tender.addGap, gap)
    await goesTo(given, '2026-03-20T09:00:00+01:00')
    const loose = await ask(given.signe, thread.loose, {})
    const ruleOf = (id: Id) => loose.filter((one) => one.id === id).map(({ rule }) => rule)
    expect([question.id, adaptation.id, gap.id].map(ruleOf)).toEqual([
      ['tender.unanswered'],
      ['tender.undecided'],
      ['tender.gap-stuck'],
    ])
  })

  test('days that bind towards bidders lie ahead of the coordinator, until they are over', async () => {
    const given = await aTender(here.world)
    await isPublished(given)
    const mine = async () =>
      (await ask(given.signe, thread.ahead, {}))
        .filter(({ id }) => id === given.id)
        .map(({ rule, dueOn }) => [rule, dueOn])
    await goesTo(given, '2026-03-25T09:00:00+01:00')
    expect(await mine()).toEqual([
      ['tender.questions-close', '2026-04-01'],
      ['tender.bids-due', '2026-04-10'],
      ['tender.notice-planned', '2026-05-01'],
    ])
    await goesTo(given, '2026-04-10T13:00:00+02:00')
    await ask(given.rune, tender.open, { id: given.id, version: (await tenderOf(given.rune, given.id)).version })
    expect(await mine()).toEqual([['tender.notice-planned', '2026-05-01']])
  })

  test('rule 15: a score that differs from before has a source: what it answers and which requirement stand on its thread', async () => {
    const given = await aTender(here.world)
    await isEvaluated(given)
    const { consensus } = await ask(given.signe, tender.scoring, { tenderId: given.id })
    const [one] = consensus
    const { knots } = await ask(given.signe, thread.of, { ...kindOf('tender.score', one!.id), direction: 'why' })
    expect(knots.map(({ kind }) => kind)).toEqual(['tender.score', 'tender.answer', 'requirements.requirement'])
  })
})
