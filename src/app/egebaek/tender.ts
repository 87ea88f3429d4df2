import { nameOfNumber } from '#features/requirements/content.ts'
import { requirements } from '#features/requirements/contract.ts'
import { tender } from '#features/tender/contract.ts'
import type { AdaptationStateName, AnswerLevelName, GapStateName } from '#features/tender/rules.ts'
import { markOf } from '#features/tender/server/index.ts'
import { addDays, type Day, type Instant, instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { By } from '#kernel/server/use-case.ts'
import { filledSheet } from './bid-file.ts'
import { decisionId } from './decisions.ts'
import { modelOf } from './evaluation.ts'
import type { Loading } from './loading.ts'
import { requirementId, specId, versionId } from './requirements.ts'
import type { TenderInFile } from './tender-file.ts'

/** Days that the file names only by what happened between them. */
const days = {
  begun: '2027-03-08',
  questionsClose: '2027-03-31',
  due: '2027-04-06',
  tried: '2027-04-13',
  scored: '2027-04-16',
  settled: '2027-04-20',
  drafted: '2027-04-22',
  told: '2027-04-23',
  adapted: '2027-05-14',
} as const satisfies Record<string, Day>

export const levelOf: Record<TenderInFile['vendorAnswers'][number]['level'], AnswerLevelName> = {
  standard: 'standard',
  opsætning: 'set-up',
  tilretning: 'adaptation',
  'anden arbejdsgang': 'other-way',
  'tilbydes ikke': 'not-offered',
}
const adaptationStates: Record<TenderInFile['adaptations'][number]['status'], AdaptationStateName> = {
  bestilt: 'ordered',
  afvist: 'declined',
  udskudt: 'postponed',
}
const gapStates: Readonly<Record<string, GapStateName>> = {
  'løst ved opsætning': 'set-up',
  /** Until the leader of the unit has said yes. */
  'ændret arbejdsgang': 'way-proposed',
  'hos leverandøren': 'with-vendor',
}
const OERE = 100

export const tenderId = (loading: Loading): Id => loading.id('tender', days.begun)
const bidId = (loading: Loading, letter: string): Id => loading.id(`bid ${letter}`, days.due)

type Told = { loading: Loading; file: TenderInFile; buyer: By; evaluators: readonly By[]; steering: By; id: Id }
const at = ({ loading }: Told, day: Day, time = '09:00'): Instant => instantAt(loading.day(day), time)
const versionOf = async (told: Told): Promise<number> =>
  (await told.loading.askAt([told.buyer, at(told, days.told)], tender.get, { id: told.id }, 'read')).version

/** From the first draft to the contract, and what was adapted. Without a buyer and a panel nothing of it is loaded; loaded once, it stands. */
export async function loadTender(loading: Loading, file: TenderInFile): Promise<void> {
  const { choosing } = loading
  const id = tenderId(loading)
  const known = await loading.ask(tender.list, {})
  if (!choosing || known.some((one) => one.id === id && one.state === 'concluded')) return
  const told = { loading, file, id, ...choosing }
  await prepare(told)
  await publish(told)
  await questionsAndSheet(told)
  await openBids(told)
  for (const vendor of file.vendors) await loadBid(told, vendor)
  await score(told)
  await award(told)
  for (const adaptation of file.adaptations) await adapt(told, adaptation)
  for (const gap of file.gaps) await noteGap(told, gap)
}

const words = (told: Told) => ({
  title: 'Socialfagligt it-system',
  procedure: 'mini-tender' as const,
  questionsCloseAt: at(told, days.questionsClose, '12:00'),
  bidsDueAt: at(told, days.due, '12:00'),
  noticePlannedOn: told.loading.day(days.told),
})

async function prepare(told: Told): Promise<void> {
  const { loading, file, id, evaluators } = told
  const asSigne = (day: Day) => [loading.by, at(told, day)] as const
  const modelId = loading.id('model', days.begun)
  const ids = {
    requirement: (label: string) => requirementId(loading, label),
    bid: (letter: string) => bidId(loading, letter),
  }
  await loading.askAt(asSigne(days.begun), tender.create, { id, specId: specId(loading), ...words(told) }, 'tender')
  await loading.askAt(
    asSigne(days.begun),
    tender.seatPanel,
    { id, employeeIds: evaluators.map((one) => one.id) },
    'panel',
  )
  const model = { tenderId: id, id: modelId, version: 0, content: modelOf(file, ids) }
  await loading.askAt(asSigne(days.begun), tender.saveModel, model, 'model')
  await loading.askAt(asSigne(days.begun), tender.testModel, { id: modelId, version: 1 }, 'model tested')
  const locking = [told.buyer, at(told, file.evaluation.model.lockedAt)] as const
  await loading.askAt(locking, tender.lockModel, { id: modelId, version: 2 }, 'model locked')
}

async function publish(told: Told): Promise<void> {
  const { loading, file, id } = told
  const note = 'Databehandleraftale og risikovurdering er gennemgået; borgerdata i brugerprøven er opdigtede.'
  const changed = { id, version: 1, ...words(told), dataProtectionNote: note }
  const { lockedAt, publishedAt } = file.evaluation.model
  await loading.askAt([loading.by, at(told, lockedAt, '10:00')], tender.change, changed, 'tender note')
  const first = file.requirementVersions.find(({ version }) => version === '1.0')!
  const baselineId = versionId(loading, '1.0', first.date)
  await loading.askAt(
    [told.buyer, at(told, publishedAt)],
    tender.publish,
    { id, version: 2, baselineId },
    'tender published',
  )
}

/** Questions as they came, the sheet among them on its day. */
async function questionsAndSheet(told: Told): Promise<void> {
  const { loading, file } = told
  const second = file.requirementVersions.find(({ version }) => version === '1.1')!
  const [before, after] = [
    file.tenderQA.filter(({ askedAt }) => askedAt <= second.date),
    file.tenderQA.filter(({ askedAt }) => askedAt > second.date),
  ]
  for (const question of before) await answer(told, question)
  const sheet = {
    ...{
      id: told.id,
      version: await versionOf(told),
      correctionId: loading.id('sheet 1', second.date),
      note: second.note,
    },
    ...{ baselineId: versionId(loading, '1.1', second.date), modelId: null, bidsDueAt: null, texts: [] },
  }
  await loading.askAt([told.buyer, at(told, second.date)], tender.correct, sheet, 'sheet 1')
  for (const question of after) await answer(told, question)
}

async function answer(told: Told, given: TenderInFile['tenderQA'][number]): Promise<void> {
  const { loading } = told
  const id = loading.id(given.id, given.askedAt)
  const asked = {
    ...{ id, tenderId: told.id, externalId: given.id, text: given.question, askedOn: loading.day(given.askedAt) },
    ...{ requirements: given.requirements.map((label) => requirementId(loading, label)), isAnonymous: true },
  }
  await loading.askAt([loading.by, at(told, given.askedAt)], tender.ask, asked, given.id)
  const answered = { id, version: 1, answer: given.answer }
  await loading.askAt(
    [loading.by, at(told, given.askedAt, '14:00')],
    tender.answerQuestion,
    answered,
    `${given.id} answered`,
  )
}

/** Everybody who is to see a bid says first that they have no interest in it. */
async function openBids(told: Told): Promise<void> {
  const { loading, id, buyer, evaluators } = told
  const opened = at(told, days.due, '13:00')
  await loading.askAt([buyer, opened], tender.open, { id, version: await versionOf(told) }, 'opened')
  const people = new Map([buyer, loading.by, ...evaluators].map((by) => [by.id, by]))
  for (const by of people.values())
    await loading.askAt([by, opened], tender.declare, { id, isConflicted: false, said: '' }, `declared ${by.id}`)
}

async function loadBid(told: Told, vendor: TenderInFile['vendors'][number]): Promise<void> {
  const { loading, file, id, buyer } = told
  const second = file.requirementVersions.find(({ version }) => version === '1.1')!
  const version = await loading.ask(requirements.baseline, { id: versionId(loading, '1.1', second.date) })
  const answers = new Map(
    file.vendorAnswers.filter((one) => one.vendor === vendor.id).map((one) => [one.requirement, one]),
  )
  const content = await filledSheet({
    mark: markOf(id, version.contentHash),
    contents: version.contents,
    answerTo: ({ number }) => {
      const { level, text, hours } = answers.get(nameOfNumber(number))!
      return { level: levelOf[level], text, hours }
    },
    prices: [
      { key: 'OPSTART', name: 'Etablering', times: 1, kroner: vendor.setup },
      { key: 'DRIFT', name: 'Drift pr. år', times: 4, kroner: vendor.yearly },
    ],
  })
  const bid = {
    ...{
      id: bidId(loading, vendor.letter),
      tenderId: id,
      name: 'besvarelse.xlsx',
      vendor: vendor.name.replace(' (opdigtet)', ''),
    },
    ...{ receipt: `KV-${vendor.letter}-0${vendor.usabilitySolved}`, receivedAt: at(told, days.due, '10:00'), content },
  }
  await loading.askAt([buyer, at(told, days.due, '14:00')], tender.loadBid, bid, `bid ${vendor.letter}`)
  const note = 'Ti medarbejdere, seks opgaver, højst 20 minutter.'
  const trial = { id: bid.id, version: 0, solved: vendor.usabilitySolved, note }
  await loading.askAt([loading.by, at(told, days.tried)], tender.recordTrial, trial, `trial ${vendor.letter}`)
}

/** The file has one reason for each requirement and bid; every evaluator is given it, and the panel. */
async function score(told: Told): Promise<void> {
  const { loading, file, id, evaluators } = told
  const { individualPoints, reasons } = file.evaluation
  const cells = Object.entries(individualPoints).flatMap(([label, byLetter]) =>
    Object.entries(byLetter).flatMap(([letter, points]) => (points ? [{ label, letter: letter as 'A', points }] : [])),
  )
  const cell = ({ label, letter }: (typeof cells)[number]) => ({
    bidId: bidId(loading, letter),
    requirementId: requirementId(loading, label),
    reason: reasons[label]![letter],
  })
  for (const [seat, by] of evaluators.entries()) {
    const scores = cells.map((one) => ({ ...cell(one), points: one.points[seat]! }))
    await loading.askAt([by, at(told, days.scored)], tender.saveScores, { tenderId: id, scores }, `scores ${seat}`)
    await loading.askAt([by, at(told, days.scored, '15:00')], tender.submitScores, { id }, `handed in ${seat}`)
  }
  const rows = cells.map((one) => ({
    ...{
      ...cell(one),
      id: loading.id(`consensus ${one.label} ${one.letter}`, days.settled),
      version: 0,
      points: null,
      dissent: '',
    },
  }))
  await loading.askAt([loading.by, at(told, days.settled)], tender.settle, { tenderId: id, rows }, 'settled')
}

async function award(told: Told): Promise<void> {
  const { loading, file, id, buyer, steering } = told
  const { why } = file.decisions.find(({ title }) => title.startsWith('Tildeling'))!
  await loading.askAt([buyer, at(told, days.drafted)], tender.draftAward, { id, why, minimumNote: null }, 'award')
  await loading.askAt([steering, at(told, days.told)], tender.approveAward, { id }, 'award approved')
  const notice = { id, version: await versionOf(told), standstillDays: 10 }
  const { standstillEndsOn, version } = await loading.askAt(
    [buyer, at(told, days.told, '15:00')],
    tender.notify,
    notice,
    'told',
  )
  const over = instantAt(addDays(standstillEndsOn!, 1), '09:00')
  await loading.askAt([buyer, over], tender.conclude, { id, version }, 'contract')
}

async function adapt(told: Told, given: TenderInFile['adaptations'][number]): Promise<void> {
  const { loading, file } = told
  const id = loading.id(given.id, days.adapted)
  const vendor = file.vendors.find((one) => one.id === given.vendor)!
  const adding = {
    ...{ id, externalId: given.id, tenderId: told.id, requirementId: requirementId(loading, given.requirement) },
    ...{ bidId: bidId(loading, vendor.letter), source: 'bid' as const, title: given.title },
    ...{ hours: given.hours, priceOere: given.price * OERE, costOfNot: '' },
  }
  const asSigne = [loading.by, at(told, days.adapted)] as const
  await loading.askAt(asSigne, tender.addAdaptation, adding, given.id)
  const decision = file.decisions.find((one) => one.id === given.decision)!
  const moved = {
    ...{ id, version: 1, state: adaptationStates[given.status], decisionId: decisionId(loading, decision) },
    ...{ askedUnitId: null, outcome: given.outcome, dueOn: null },
  }
  await loading.askAt(asSigne, tender.moveAdaptation, moved, `${given.id} ${given.status}`)
}

async function noteGap(told: Told, given: TenderInFile['gaps'][number]): Promise<void> {
  const { loading, file } = told
  const id = loading.id(given.id, days.adapted)
  const state = gapStates[given.status]
  const unitId = loading.unit(given.unit)
  const nextStep =
    state === 'way-proposed' ? 'Enheden klarer det uden om systemet.' : state ? '' : given.status.replace(/^.*– /, '')
  const adding = {
    ...{ id, externalId: given.id, tenderId: told.id, unitId, text: given.text },
    ...{ requirements: given.requirements.map((label) => requirementId(loading, label)), nextStep, nextOn: null },
  }
  await loading.ask(tender.addGap, adding, given.id)
  if (!state) return
  const decision = file.decisions.find((one) => one.id === given.decision)
  const decided = decision ? decisionId(loading, decision) : null
  await loading.ask(
    tender.moveGap,
    { id, version: 1, state, decisionId: decided, nextStep, nextOn: null },
    `${given.id} ${state}`,
  )
  const leader = loading.leaderOf(unitId)
  if (state !== 'way-proposed' || !leader) return
  const yes = { id, version: 2, agrees: true, because: '' }
  await loading.askAt([leader, loading.now], tender.answerWay, yes, `${given.id} yes`)
}
