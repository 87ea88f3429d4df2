import { capture } from '#features/capture/contract.ts'
import { CODE_LETTERS, newCode } from '#features/capture/rules.ts'
import type { OfferGroup } from '#features/org/offer-groups.ts'
import { instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { CaptureInFile, OfferTypeInFile } from './file.ts'
import { type Loading, together } from './loading.ts'

export const groupOf: Record<OfferTypeInFile, OfferGroup> = {
  doegn: 'residential',
  bostoette: 'home-support',
  dag: 'day',
  rus: 'misuse',
  herberg: 'hostel',
  krise: 'crisis',
  unge: 'youth',
  aflastning: 'respite',
  akut: 'acute',
}

const kindOf = { behov: 'need', problem: 'problem', idé: 'idea' } as const
const aside = { parkeret: 'parked', 'uden for': 'out-of-scope', afvist: 'rejected' } as const

const PROMPTS = ['Hvad er svært i dag?', 'Hvad skal løsningen hjælpe med?', 'Hvornår gik det galt sidst?']
const NOTICE =
  'Skriv uden borgernavne. Sedlen vises uden dit navn. Med kvitteringen kan du se, hvad der blev af den, og trække den tilbage i 14 dage.'

type Event = CaptureInFile['events'][number]

/** Café days, slips, needs, dots and hours, up to the point where requirements take over. */
export async function loadCapture(loading: Loading, file: CaptureInFile, placeId: Id): Promise<void> {
  const groups = new Map(file.units.map(({ id, offerType }) => [id, groupOf[offerType]]))
  const dayOf = new Map(file.events.map(({ id, date }) => [id, date]))
  const slipId = (label: string) => {
    const { event } = file.contributions.find(({ id }) => id === label)!
    return loading.id(label, dayOf.get(event)!)
  }
  for (const event of file.events) await planDay(loading, event, placeId, groups)
  await together(file.contributions, (contribution) => typeSlip(loading, contribution, slipId, dayOf))
  await together(file.needs, (need) => gatherNeed(loading, need, placeId, slipId))
  for (const event of file.events) await countPeople(loading, event)
  for (const event of file.events) await closeDay(loading, event)
}

async function planDay(loading: Loading, event: Event, placeId: Id, groups: ReadonlyMap<string, OfferGroup>) {
  const [from, to] = event.time.split('-') as [string, string]
  const isCafe = event.type === 'cafe'
  const id = loading.id(event.id, event.date)
  const given = {
    id,
    placeId,
    label: event.id,
    format: isCafe ? ('cafe' as const) : ('use-case' as const),
    title: event.title,
    venue: event.place,
    opensAt: instantAt(loading.day(event.date), from),
    closesAt: instantAt(loading.day(event.date), to),
    task: isCafe ? null : event.title.replace(/^.*?: /, ''),
    prompts: PROMPTS,
    notice: NOTICE,
    joinCode: event.joinCode,
    units: event.units.map((unit) => ({ unitId: loading.unit(unit), offerGroup: groups.get(unit)! })),
  }
  await loading.ask(capture.createEvent, given, event.id)
}

type Contribution = CaptureInFile['contributions'][number]

/** The file has no receipts; each slip gets one that is the same every time it is loaded. */
const receiptOf = (id: Id): string => {
  const bytes = [...id.replaceAll('-', '')].map((letter) => letter.charCodeAt(0) * 7)
  let at = bytes.length
  return newCode(8, () => (bytes[--at] ?? 0) % (CODE_LETTERS.length * 8))
}

async function typeSlip(
  loading: Loading,
  slip: Contribution,
  slipId: (label: string) => Id,
  dayOf: ReadonlyMap<string, string>,
) {
  const id = slipId(slip.id)
  const given = {
    id,
    eventId: loading.id(slip.event, dayOf.get(slip.event)!),
    label: slip.id,
    receiptCode: receiptOf(id),
    unitId: loading.unit(slip.unit),
    authorRole: slip.authorRole,
    authorName: null,
    kind: kindOf[slip.kind],
    text: slip.text,
    photo: null,
    source: 'paper' as const,
    namesSeen: false,
  }
  await loading.ask(capture.typeSlip, given, slip.id)
  if (slip.status === 'samlet') return
  const said = { id, version: 1, state: aside[slip.status], reason: slip.answer ?? null }
  await loading.ask(capture.setAside, said, `${slip.id} aside`)
}

type Need = CaptureInFile['needs'][number]

/** Gathered, with its paper dots as the file counts them, and settled: its requirements come from another section. */
async function gatherNeed(loading: Loading, need: Need, placeId: Id, slipId: (label: string) => Id) {
  const id = needId(loading, need.id)
  const { title, text } = need
  const slipIds = need.contributions.map(slipId)
  await loading.ask(capture.createNeed, { id, placeId, label: need.id, title, text, slipIds }, need.id)
  for (const [type, dots] of Object.entries(need.votes.byOfferType)) {
    const group = groupOf[type as OfferTypeInFile]
    await loading.ask(capture.countDots, { id, group, dots }, `${need.id} ${group}`)
  }
  await loading.ask(capture.changeNeed, { id, version: 1, title, text, ownerId: loading.by.id }, `${need.id} owner`)
  await loading.ask(capture.setNeedState, { id, version: 2, state: 'settled', reason: null }, `${need.id} settled`)
}

/** Needs have no day in the file; they are given that of the last use-case day. */
const NEEDS_ON = '2027-02-10'
export const needId = (loading: Loading, label: string): Id => loading.id(label, NEEDS_ON)

async function countPeople(loading: Loading, event: Event) {
  const id = loading.id(event.id, event.date)
  const row = {
    id: loading.id(`${event.id} people`, event.date),
    unitId: null,
    role: null,
    people: event.participants,
    minutes: event.hoursEach * 60,
  }
  await loading.ask(capture.countAttendance, { id, version: 1, rows: [row] }, `${event.id} people`)
}

async function closeDay(loading: Loading, event: Event) {
  const id = loading.id(event.id, event.date)
  for (const [at, state] of (['open', 'closed', 'processed', 'answered'] as const).entries())
    await loading.ask(capture.setState, { id, version: at + 2, state }, `${event.id} ${state}`)
}
