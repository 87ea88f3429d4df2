import { unzipSync, zipSync } from 'fflate'
import { filledSheet, type Rows } from '#app/egebaek/bid-file.ts'
import type { Content } from '#features/requirements/content.ts'
import { requirements } from '#features/requirements/contract.ts'
import { tender } from '#features/tender/contract.ts'
import type { Model } from '#features/tender/model.ts'
import type { AnswerLevelName } from '#features/tender/rules.ts'
import { markOf } from '#features/tender/server/index.ts'
import { thread } from '#features/thread/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { sql } from '#kernel/server/sql.ts'
import { anEmployee, type GivenUnit } from './given.ts'
import { aPublished, aRequirement, aSpec, type GivenSpec } from './requirements.ts'
import { ask, type Person, signedIn, type World } from './world.ts'

export type GivenTender = {
  id: Id
  spec: GivenSpec
  baselineId: Id
  requirementIds: Id[]
  signe: Person
  rune: Person
  panel: Person[]
  model: Model
  world: World
}

/** Two tasks that are evaluated and one minimum; quality 60, price 40. */
export const aModel = (ids: readonly Id[], more: Partial<Model> = {}): Model => ({
  method: 'points',
  scale: 10,
  meanings: [{ points: 10, text: 'Opgaven støttes uden omveje.' }],
  priceWeight: 40,
  priceFormula: { kind: 'linear', spreadPercent: 50 },
  subcriteria: [{ key: 'OPG', name: 'Opgavestøtte', weight: 60, charge: null }],
  rows: ids.map((requirementId) => ({ requirementId, subcriterion: 'OPG', weight: 2 })),
  consensus: { rule: 'median', rounding: 'half-even' },
  trial: null,
  priceLines: [
    { key: 'OPSTART', name: 'Etablering', times: 1 },
    { key: 'DRIFT', name: 'Drift pr. år', times: 4 },
  ],
  decimals: 4,
  tie: 'lowest-price',
  ...more,
})

export const DUE = '2026-04-10T12:00:00+02:00'
const plan = {
  title: 'Socialfagligt it-system',
  procedure: 'mini-tender' as const,
  questionsCloseAt: '2026-04-01T12:00:00+02:00',
  bidsDueAt: DUE,
  noticePlannedOn: '2026-05-01',
}
export const dataProtection = 'Databehandleraftale og risikovurdering er vedlagt.'

/** Prepared: version 1.0 of the requirements, a panel of three, a model that was tried. */
export async function aTender(
  world: World,
  more: Partial<Model> = {},
  place: GivenUnit = { id: world.rootUnitId, name: 'Prøveby Kommune' },
): Promise<GivenTender> {
  const spec = await aSpec(world, place)
  const { signe } = spec
  const first = await aRequirement(spec, 'Modtag og giv overlevering')
  const second = await aRequirement(spec, 'Skriv dagbogsnotat')
  await aRequirement(spec, 'Gem uforanderlig historik', { level: 'minimum' })
  const baselineId = await aPublished(spec, '1.0')
  const rune = await anEmployee(world, 'Rune', 'buyer', place)
  const panel = [
    await anEmployee(world, 'Eva', 'evaluator', place),
    await anEmployee(world, 'Emil', 'evaluator', place),
    await anEmployee(world, 'Ellen', 'evaluator', place),
  ]
  const id = newId()
  await ask(signe, tender.create, { id, specId: spec.id, ...plan })
  await ask(signe, tender.seatPanel, { id, employeeIds: panel.map((one) => one.id) })
  const requirementIds = [first.id, second.id]
  const model = aModel(requirementIds, more)
  return { id, spec, baselineId, requirementIds, signe, rune, panel, model, world }
}

/** The model is saved, tried and locked. */
export async function aLockedModel(given: GivenTender, content: Model = given.model): Promise<Id> {
  const id = newId()
  await ask(given.signe, tender.saveModel, { tenderId: given.id, id, version: 0, content })
  await ask(given.signe, tender.testModel, { id, version: 1 })
  await ask(given.rune, tender.lockModel, { id, version: 2 })
  return id
}

export const tenderOf = (by: Person, id: Id) => ask(by, tender.get, { id })
const versionOf = async (given: GivenTender): Promise<number> => (await tenderOf(given.rune, given.id)).version

export async function isPublished(given: GivenTender): Promise<void> {
  await aLockedModel(given)
  const { title, procedure, questionsCloseAt, bidsDueAt, noticePlannedOn } = plan
  const words = { title, procedure, questionsCloseAt, bidsDueAt, noticePlannedOn, dataProtectionNote: dataProtection }
  await ask(given.signe, tender.change, { id: given.id, version: await versionOf(given), ...words })
  await ask(given.rune, tender.publish, { id: given.id, version: await versionOf(given), baselineId: given.baselineId })
}

/** The clock goes on, and everybody signs in again: sessions last a working day. */
export async function goesTo(given: GivenTender, moment: string): Promise<void> {
  given.world.clock.set(moment)
  const again = async (person: Person) => Object.assign(person, await signedIn(given.world, person.id, person.name))
  for (const person of [given.world.administrator, given.signe, given.rune, given.spec.signe, ...given.panel])
    await again(person)
}

export const declares = (by: Person, id: Id, isConflicted = false, said = '') =>
  ask(by, tender.declare, { id, isConflicted, said })

/** After the deadline: opened by Rune, who like the panel and Signe has no interest in it. */
export async function isOpened(given: GivenTender): Promise<void> {
  await isPublished(given)
  await goesTo(given, '2026-04-10T13:00:00+02:00')
  await ask(given.rune, tender.open, { id: given.id, version: await versionOf(given) })
  for (const person of [given.rune, given.signe, ...given.panel]) await declares(person, given.id)
}

export type Answered = { level: AnswerLevelName; text?: string; hours?: number; reservation?: string }
type Filled = {
  mark: string
  contents: readonly Content[]
  answers?: readonly Answered[]
  rowTo?: Parameters<typeof filledSheet>[0]['rowTo']
  setup?: number
  yearly?: number
}

export async function askedOf(given: GivenTender): Promise<{ mark: string; contents: Content[] }> {
  const { contents, contentHash } = await ask(given.signe, requirements.baseline, { id: given.baselineId })
  return { mark: markOf(given.id, contentHash), contents }
}

/** The rows of an answer file as a bidder sends them; `change` moves, doubles or spoils them. */
export const anAnswerFile = (
  { answers = [], setup = 800_000, yearly = 900_000, ...asked }: Filled,
  change?: (rows: Rows) => Rows,
) =>
  filledSheet(
    {
      ...asked,
      answerTo: (_, at) => ({ level: 'standard', text: 'Løses i vagtbilledet.', ...answers[at] }),
      prices: [
        { key: 'OPSTART', name: 'Etablering', times: 1, kroner: setup },
        { key: 'DRIFT', name: 'Drift pr. år', times: 4, kroner: yearly },
      ],
    },
    change,
  )

/** As a spreadsheet with a macro in it. */
export function withMacro(file: Uint8Array): Buffer {
  return Buffer.from(zipSync({ ...unzipSync(file), 'xl/vbaProject.bin': new TextEncoder().encode('Sub AutoOpen()') }))
}

let receipt = 0
export const loads = (
  given: GivenTender,
  vendor: string,
  content: Uint8Array,
  more: { by?: Person; id?: Id; name?: string } = {},
) =>
  ask(more.by ?? given.rune, tender.loadBid, {
    id: more.id ?? newId(),
    tenderId: given.id,
    name: more.name ?? 'besvarelse.xlsx',
    vendor,
    receipt: `KV-${++receipt}`,
    receivedAt: '2026-04-10T09:00:00+02:00',
    content,
  })

/** Three bids: Havbjerg, Tingløv (dearer and better), Kornblå (cheap). */
export async function hasBids(given: GivenTender, rowTo?: Filled['rowTo']): Promise<Id[]> {
  const asked = await askedOf(given)
  const bids: [string, number, AnswerLevelName][] = [
    ['Havbjerg Velfærdsdata', 780_000, 'set-up'],
    ['Tingløv IT', 960_000, 'standard'],
    ['Kornblå Systemer', 520_000, 'adaptation'],
  ]
  const ids: Id[] = []
  for (const [vendor, setup, level] of bids) {
    const answers: Answered[] = [{ level }, { level }, { level: 'standard' }]
    const filled = { ...asked, answers, rowTo, setup, yearly: setup }
    const { id } = await loads(given, vendor, await anAnswerFile(filled))
    ids.push(id)
  }
  return ids
}

export const reasoned = 'Alle trin støttes uden omveje.'

/** Every evaluator gives each bid its points on every requirement and hands in. */
export async function isScored(
  given: GivenTender,
  bids: readonly Id[],
  points: readonly (readonly number[])[],
): Promise<void> {
  for (const [seat, person] of given.panel.entries()) {
    const scores = bids.flatMap((bidId, at) =>
      given.requirementIds.map((requirementId) => ({
        bidId,
        requirementId,
        points: points[at]![seat]!,
        reason: reasoned,
      })),
    )
    await ask(person, tender.saveScores, { tenderId: given.id, scores })
    await ask(person, tender.submitScores, { id: given.id })
  }
}

export async function isSettled(given: GivenTender, bids: readonly Id[]): Promise<void> {
  const rows = bids.flatMap((bidId) =>
    given.requirementIds.map((requirementId) => ({
      ...{ id: newId(), bidId, requirementId, version: 0, points: null, reason: reasoned, dissent: '' },
    })),
  )
  await ask(given.signe, tender.settle, { tenderId: given.id, rows })
}

/** From published to a draft of the award, Tingløv ahead. */
export async function isEvaluated(given: GivenTender): Promise<Id[]> {
  await isOpened(given)
  const bids = await hasBids(given)
  await isScored(given, bids, [
    [6, 6, 7],
    [9, 10, 9],
    [2, 1, 2],
  ])
  await isSettled(given, bids)
  return bids
}

export async function isNotified(given: GivenTender): Promise<Id[]> {
  const bids = await isEvaluated(given)
  await ask(given.rune, tender.draftAward, {
    id: given.id,
    why: 'Bedste forhold mellem pris og kvalitet.',
    minimumNote: null,
  })
  await ask(given.signe, tender.approveAward, { id: given.id })
  await ask(given.rune, tender.notify, { id: given.id, version: await versionOf(given), standstillDays: 10 })
  return bids
}

/** One record of every sort, all of one place, bids loaded. */
export async function aWholeTender(world: World, place: GivenUnit) {
  const given = await aTender(world, {}, place)
  const [question, adaptation, gap, file] = [newId(), newId(), newId(), newId()]
  const asked = { kind: 'requirements.requirement', id: given.requirementIds[1]! }
  for (const { id } of (await tenderOf(given.signe, given.id)).needsLeft)
    await connects(given.signe, 'grounds', { kind: 'capture.need', id }, asked)
  await isPublished(given)
  await ask(given.signe, tender.ask, {
    ...{
      id: question,
      tenderId: given.id,
      text: 'Hvor mange?',
      askedOn: world.clock.today(),
      requirements: [],
      isAnonymous: true,
    },
  })
  const { texts, models } = await tenderOf(given.signe, given.id)
  await ask(given.signe, tender.addAdaptation, {
    ...{ id: adaptation, tenderId: given.id, requirementId: given.requirementIds[0]!, bidId: null, source: 'case' },
    ...{ title: 'Ny knap', hours: null, priceOere: null, costOfNot: '' },
  })
  await ask(given.signe, tender.addGap, {
    ...{ id: gap, tenderId: given.id, unitId: place.id, text: 'Mangler', requirements: [], nextStep: '', nextOn: null },
  })
  await ask(given.signe, tender.makeMaterial, { id: file, tenderId: given.id, annex: 'machine', format: 'json' })
  return {
    tender: given.id,
    tenderText: texts[0]!.id,
    model: models[0]!.id,
    question,
    adaptation,
    gap,
    tenderFile: file,
    bid: newId(),
  }
}

/** The octets of a file that was made. */
export async function octetsOf(world: World, id: Id): Promise<Buffer> {
  const row = await world.db.one<{ content: Buffer }>(
    sql`select content from tender.file where tenant_id = kernel.here() and id = ${id}`,
  )
  return row!.content
}

export const connects = (by: Person, type: string, from: { kind: string; id: Id }, to: { kind: string; id: Id }) =>
  ask(by, thread.connect, { id: newId(), type, fromKind: from.kind, fromId: from.id, toKind: to.kind, toId: to.id })
