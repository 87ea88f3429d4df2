import { clarification } from '#features/clarification/contract.ts'
import type { GapState } from '#features/clarification/rules.ts'
import { org } from '#features/org/contract.ts'
import { profiles } from '#features/profiles/contract.ts'
import { addDays, type Day, type Instant, instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { By } from '#kernel/server/use-case.ts'
import { groupOf } from './capture.ts'
import { type ClarificationInFile, questionSetOf, type UnitInFile, valuesByDecision } from './clarification-file.ts'
import { decisionId } from './decisions.ts'
import type { Loading } from './loading.ts'

/** The day on which the questions went out; what has no day of its own in the file is given it. */
const SENT_ON = '2027-05-05'
/** Days before its go-live on which a unit answered, on which its answers were approved, and on which its set-up was applied. */
const ANSWERED_BEFORE = 42
const APPROVED_BEFORE = 33
const APPLIED_BEFORE = 28
const SET_TITLE = 'Afklaring i Egebæk'

const roundId = (loading: Loading, { id }: UnitInFile): Id => loading.id(`round ${id}`, SENT_ON)

type Told = { loading: Loading; file: ClarificationInFile; people: ReadonlyMap<string, string> }
/** A unit of the file with its people here, as far as there are any. */
type Here = { unit: UnitInFile; unitId: Id; employees: ReadonlyMap<string, Id>; leader: By | undefined }

const name = ({ people }: Told, key: string): string => people.get(key) ?? key
const employee = (told: Told, { employees }: Here, key: string): Id | undefined => employees.get(name(told, key))

/** Questions, contacts, »Sådan er vi«, answers, gaps and approvals; units that have begun already are let be. */
export async function loadClarification(loading: Loading, file: ClarificationInFile, placeId: Id): Promise<void> {
  const rows = file.people.rows as [string, string][]
  const told: Told = { loading, file, people: new Map(rows.map(([key, called]) => [key, called])) }
  const known = await loading.ask(clarification.matrix, {})
  const begun = new Set(known.units.filter(({ state }) => state !== null).map(({ unitId }) => unitId))
  if (!known.sets.length) await publish(told, placeId)
  for (const unit of file.units) {
    const here = await hereOf(told, unit)
    if (!begun.has(here.unitId)) await loadUnit(told, here)
  }
}

/** So many days before the unit's go-live, or now when that has not been. */
function momentBefore(loading: Loading, { goLive }: UnitInFile, days: number): { at: Instant; on: Day } {
  const wanted = addDays(loading.day(goLive), -days)
  return wanted < loading.today
    ? { at: instantAt(wanted, '14:00'), on: wanted }
    : { at: loading.now, on: loading.today }
}

async function publish({ loading, file }: Told, placeId: Id): Promise<void> {
  const id = loading.id('questions', SENT_ON)
  const note = 'De 26 spørgsmål, som enhederne svarede på.'
  const given = { id, placeId, title: SET_TITLE, note, content: questionSetOf(file) }
  await loading.ask(clarification.publish, given, 'questions')
}

async function hereOf({ loading }: Told, unit: UnitInFile): Promise<Here> {
  const unitId = loading.unit(unit.id)
  const found = await loading.ask(org.employeesOfUnit, { unitId })
  const employees = new Map(found.map((one) => [one.name, one.id]))
  return { unit, unitId, employees, leader: loading.leaderOf(unitId) }
}

async function loadUnit(told: Told, here: Here): Promise<void> {
  await nameContact(told, here)
  await fillMap(told, here)
  const answers = told.file.clarification.answers.find(({ unit }) => unit === here.unit.id)
  if (!answers) return
  await answerAll(told, here, answers)
  await moveGaps(told, here)
  if (answers.status !== 'i_afklaring') await settle(told, here, answers.status === 'anvendt')
}

async function nameContact(told: Told, here: Here): Promise<void> {
  const { loading } = told
  const { unit, unitId } = here
  const employeeId = employee(told, here, unit.contact)
  if (!employeeId) return
  const deputyId = employee(told, here, unit.superusers[0] ?? '') ?? null
  const id = loading.id(`contact ${unit.id}`, SENT_ON)
  const fromOn = loading.day(SENT_ON)
  await loading.ask(clarification.nameContact, { id, unitId, employeeId, deputyId, fromOn }, `contact ${unit.id}`)
}

/** What the file tells of a unit, and the unit's yes to it where somebody of the unit is there to say it. */
async function fillMap({ loading, file }: Told, { unit, unitId, leader }: Here): Promise<void> {
  const profile = file.unitProfiles.find((one) => one.unit === unit.id)
  if (!profile) return
  const parts = {
    'target-group': profile.targetGroup,
    'legal-grounds': profile.lawGuide,
    places: unit.citizensPrimary ? `${unit.citizensPrimary} borgere` : 'Ingen egne borgere',
    staff: profile.organisation,
    shifts: profile.hours,
    'works-with': profile.worksWith.join(', '),
  } as const
  for (const [part, content] of Object.entries(parts).filter(([, content]) => content)) {
    const at = { unitId, key: part as keyof typeof parts }
    await loading.ask(clarification.fillBlock, { ...at, version: 0, content }, `part ${unit.id} ${part}`)
    const said = { ...at, version: 1, fits: true, remark: '' }
    if (leader && profile.status === 'bekræftet')
      await loading.askAt([leader, loading.now], clarification.judgeBlock, said, `fits ${unit.id} ${part}`)
  }
}

type Answered = ClarificationInFile['clarification']['answers'][number]

const isEmpty = (value: unknown): boolean => value === undefined || value === ''

async function answerAll(told: Told, here: Here, { answers }: Answered): Promise<void> {
  const { loading, file } = told
  const { unit, unitId } = here
  const template = groupOf[unit.offerType]
  const { at } = momentBefore(loading, unit, ANSWERED_BEFORE)
  const begun = { id: roundId(loading, unit), unitId, template }
  await loading.askAt([loading.by, at], clarification.begin, begun, `begin ${unit.id}`)
  for (const { id: key, type, answeredBy } of file.clarification.questions) {
    const value = answers[key]
    if (isEmpty(value)) continue
    const people = type === 'people' ? (value as string[]).flatMap((one) => employee(told, here, one) ?? []) : undefined
    const saidBy = name(told, answeredBy === 'leder' ? unit.leader : unit.contact)
    const said = { unsure: false, outside: null, comment: '', reason: '', saidBy, because: null }
    const given = { unitId, key, version: 0, value: people ?? value!, ...said }
    await loading.askAt([loading.by, at], clarification.answer, given, `answer ${unit.id} ${key}`)
  }
}

const gapStates: Readonly<Record<string, GapState>> = {
  'løst ved opsætning': 'set-up',
  'ændret arbejdsgang': 'changed-way',
  'hos leverandøren': 'with-vendor',
}

/** The gap an answer gave, put as the file says it stands. Another way of working needs the leader's yes: without one it stays open. */
async function moveGaps({ loading, file }: Told, { unit, unitId, leader }: Here): Promise<void> {
  const given = file.gaps.find((gap) => gap.unit === unit.id)
  const [gap] = given ? (await loading.ask(clarification.gaps, {})).filter((one) => one.unitId === unitId) : []
  if (!given || !gap) return
  const wanted = gapStates[given.status] ?? 'open'
  const state = wanted === 'changed-way' && !leader ? 'open' : wanted
  const decision = file.decisions.find(({ id }) => id === given.decision)
  const sets = given.decision ? [valuesByDecision[given.decision]!].filter((one) => one !== undefined) : []
  const move = {
    ...{ id: gap.id, version: gap.version, state, sets },
    ownerId: loading.by.id,
    nextStep: given.text,
    nextOn: addDays(loading.today, 3),
    decisionId: decision ? decisionId(loading, decision) : null,
    agreedById: state === 'changed-way' ? leader!.id : null,
  }
  await loading.ask(clarification.moveGap, move, `gap ${given.id}`)
}

/** Sent in, met and approved some weeks before go-live, by the unit's own leader; then proposed to its profile, looked at and applied. */
async function settle({ loading }: Told, { unit, leader }: Here, isApplied: boolean): Promise<void> {
  if (!leader) return
  const id = roundId(loading, unit)
  const { at, on } = momentBefore(loading, unit, APPROVED_BEFORE)
  await loading.askAt([loading.by, at], clarification.submit, { id, version: 1 }, `submit ${unit.id}`)
  const met = { id, version: 2, metOn: on, note: '', marks: [] }
  await loading.askAt([loading.by, at], clarification.meet, met, `meet ${unit.id}`)
  await loading.askAt([leader, at], clarification.approve, { id, version: 3 }, `approve ${unit.id}`)
  if (isApplied) await applySetUp(loading, unit, { id, version: 4 })
}

/** What was approved becomes the unit's set-up: from here on its screens are as it answered. */
async function applySetUp(loading: Loading, unit: UnitInFile, round: { id: Id; version: number }): Promise<void> {
  const { at, on: fromOn } = momentBefore(loading, unit, APPLIED_BEFORE)
  const asSigne = [loading.by, at] as const
  const { proposalId } = await loading.askAt(asSigne, clarification.propose, round, `propose ${unit.id}`)
  const seen = await loading.askAt(asSigne, profiles.preview, { proposalId, fromOn }, `preview ${unit.id}`)
  const id = loading.id(`set-up ${unit.id}`, SENT_ON)
  const given = { id, proposalId, fromOn, standingId: seen.standingId }
  await loading.askAt(asSigne, profiles.apply, given, `apply ${unit.id}`)
}
