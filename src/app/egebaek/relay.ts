import { relay } from '#features/relay/contract.ts'
import { escalate } from '#features/relay/server/index.ts'
import { addDays, type Day, type Instant, instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Loading, together } from './loading.ts'
import type { MessageInFile, RelayInFile } from './relay-file.ts'

const severityOf = { kritisk: 'critical', handling: 'action', info: 'info' } as const
const originOf = { leverandør: 'vendor', koordinator: 'coordinator' } as const
const channelOf = {
  'opslag i løsningen': 'product',
  'tavle i vagtrum': 'board',
  personalemøde: 'meeting',
  sms: 'sms',
} as const
const gradeOf = { høj: 'high', middel: 'middle', lav: 'low' } as const

/** The file says on which day a message came, not when: before anybody is at work, so that every contact has the whole day. */
const RECEIVED = '07:30'
const RELEASED = '07:45'
/** When the file looks at what stalled. */
const LOOKED_AT = '18:00'
/** A message is closed after a fortnight; the file leaves them all open. */
const OPEN_DAYS = 14

export const messageId = (loading: Loading, { id, date }: Pick<MessageInFile, 'id' | 'date'>): Id =>
  loading.id(id, date)

/**
 * The whole communication: who it touches, the chain, messages with their way through the units, meetings.
 * @returns units without a contact, by name: then the chain is not locked, and no message is loaded
 */
export async function loadRelay(loading: Loading, file: RelayInFile, placeId: Id): Promise<string[]> {
  for (const stakeholder of file.stakeholders) await keepStakeholder(loading, stakeholder, placeId)
  for (const meeting of file.infoMeetings) await holdMeeting(loading, meeting, placeId)
  const without = await lockChain(loading, file, placeId)
  if (without.length === 0) for (const message of file.messages) await carry(loading, message, placeId)
  return without
}

const CHAIN_ON = '2027-05-10'

async function lockChain(loading: Loading, file: RelayInFile, placeId: Id): Promise<string[]> {
  const at = instantAt(loading.day(CHAIN_ON), '09:00')
  const vendor = file.vendors.find(({ letter }) => letter === file.evaluation.expected.ranking[0])!.name
  const med = file.decisions.find(({ id }) => id === 'D-004')!.date
  const chain = { placeId, version: 0, vendor, dutyPhone: '', medOn: loading.day(med) }
  await loading.askAt([loading.by, at], relay.keepChain, chain, 'chain')
  const { units } = await loading.ask(relay.chain, { placeId })
  const without = units.filter(({ contactName }) => contactName === null).map(({ name }) => name)
  if (without.length === 0) await loading.ask(relay.lockChain, { placeId, version: 1 }, 'chain locked')
  return without
}

/** As somebody said by telephone: the coordinator writes it down on behalf of the unit, at the time it happened. */
async function carry(loading: Loading, message: MessageInFile, placeId: Id): Promise<void> {
  const id = messageId(loading, message)
  const at = (time: string): Instant => instantAt(loading.day(message.date), time)
  const { title, body } = message
  const given = { id, externalId: message.id, placeId, origin: originOf[message.origin], expiresOn: null }
  const severity = severityOf[message.severity]
  await loading.askAt([loading.by, at(RECEIVED)], relay.receive, { ...given, severity, title, body }, message.id)
  const unitIds = message.audienceUnits.map((unit) => loading.unit(unit))
  const sent = { id, version: 1, title, body, unitIds, namedReceipts: false, purpose: null }
  await loading.askAt([loading.by, at(RELEASED)], relay.release, sent, `${message.id} released`)
  await together(message.relay, (row) => carryIn(loading, message, row))
  await loading.passing(at(LOOKED_AT), escalate)
  await closeOld(loading, message, id)
}

async function carryIn(loading: Loading, message: MessageInFile, row: MessageInFile['relay'][number]): Promise<void> {
  const at = (local: string): Instant => instantAt(loading.day(local.slice(0, 10)), local.slice(11))
  const leg = { messageId: messageId(loading, message), unitId: loading.unit(row.unit) }
  const key = `${message.id} ${row.unit}`
  await loading.askAt([loading.by, at(row.contactReadAt)], relay.openLeg, leg, `${key} read`)
  if (row.relayedAt === null) return
  const as = [loading.by, at(row.relayedAt)] as const
  const channels = row.channels.map((channel) => channelOf[channel])
  await loading.askAt(as, relay.passOn, { ...leg, words: null, channels }, `${key} passed on`)
  await loading.askAt(as, relay.countReached, { ...leg, staff: row.staff, reached: row.read }, `${key} counted`)
}

async function closeOld(loading: Loading, message: MessageInFile, id: Id): Promise<void> {
  const on = addDays(loading.day(message.date), OPEN_DAYS)
  if (on >= loading.today) return
  await loading.askAt([loading.by, instantAt(on, '09:00')], relay.close, { id, version: 2 }, `${message.id} closed`)
}

const STAKEHOLDERS_ON: Day = '2027-01-04'

const keepStakeholder = (loading: Loading, given: RelayInFile['stakeholders'][number], placeId: Id) => {
  const { name, role, how } = given
  const id = loading.id(`stakeholder ${name}`, STAKEHOLDERS_ON)
  const graded = { affected: gradeOf[given.impact], influence: gradeOf[given.influence] }
  const hardToReach = /svær at nå/.test(role)
  const input = { id, version: 0, placeId, name, role, ...graded, hardToReach, how }
  return loading.ask(relay.keepStakeholder, input, `stakeholder ${name}`)
}

/** The file has questions and no answers: they stay open, and show as loose threads. */
async function holdMeeting(loading: Loading, given: RelayInFile['infoMeetings'][number], placeId: Id): Promise<void> {
  const { id: label, date, title, place, attended, questions } = given
  const id = loading.id(label, date)
  const at = instantAt(loading.day(date), '14:00')
  const meeting = { id, externalId: label, version: 0, placeId, title, venue: place, audience: 'Alle enheder' }
  const slots = [{ id: loading.id(`${label} slot`, date), startsAt: at }]
  await loading.ask(relay.keepMeeting, { ...meeting, slots }, label)
  const rows = attended === null ? [] : [{ id: loading.id(`${label} people`, date), unitId: null, people: attended }]
  await loading.ask(relay.countAttendance, { id, rows }, `${label} people`)
  for (const [nr, text] of questions.entries()) {
    const asked = { id: loading.id(`${label} question ${nr}`, date), meetingId: id, text }
    await loading.askAt([loading.by, at], relay.askAtMeeting, asked, `${label} question ${nr}`)
  }
}
