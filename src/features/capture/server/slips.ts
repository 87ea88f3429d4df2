import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { capture, MOST_SLIPS } from '../contract.ts'
import { type EventState, type Format, kindsOf, type SlipKind, whyNotWords } from '../rules.ts'
import { tellEvent, unlessTaken } from './arrange.ts'
import { dotsOf } from './events.ts'
import { nextLabel } from './numbering.ts'
import { maySort, ofEvent, ofSlip } from './permissions.ts'
import { keepPhoto } from './photo.ts'
import { groupOf, shownText } from './slip-rows.ts'

const slip = sql`slip`

export const slips = query(capture.slips, {
  may: ofEvent(maySort, (input) => input.eventId),
  audit: (input) => ({ about: { event: input.eventId } }),
  read: ({ input }) => sql`
    select slip.id, slip.event_id as "eventId", slip.label, slip.unit_id as "unitId", unit.name as "unitName", ${groupOf(slip)} as "offerGroup",
      slip.author_role as "authorRole", slip.author_name as "authorName", slip.kind, ${shownText(slip)} as text, slip.photo_id as "photoId", slip.source,
      slip.state, slip.reason, slip.hidden_because as "hiddenBecause", slip.withdrawn_at is not null as withdrawn, slip.duplicate_of_id as "duplicateOfId",
      slip.theme_id as "themeId", gathered.need_id as "needId", gathered.label as "needLabel", ${dotsOf(slip)} as dots, slip.written_at as "writtenAt", slip.version
    from capture.contribution slip
    left join org.unit on unit.tenant_id = slip.tenant_id and unit.id = slip.unit_id
    left join lateral (
      select gathering.need_id, need.label from capture.gathering
      join capture.need on need.tenant_id = gathering.tenant_id and need.id = gathering.need_id
      where gathering.tenant_id = kernel.here() and gathering.contribution_id = slip.id and gathering.ended_at is null and not gathering.quoted) gathered on true
    where slip.tenant_id = kernel.here() and slip.event_id = ${input.eventId}::uuid
    order by slip.received_at, slip.id limit ${sql.lit(MOST_SLIPS)}`,
})

/** A hidden slip's picture is hidden too. */
export const photo = query(capture.photo, {
  may: ofSlip(maySort, (input) => input.id),
  audit: (input) => ({ about: { slip: input.id } }),
  read: ({ input }) => sql`
    select slip.id, 'data:' || photo.picture_type || ';base64,' || translate(encode(photo.picture, 'base64'), E'\n', '') as photo
    from capture.contribution slip
    join capture.photo on photo.tenant_id = slip.tenant_id and photo.id = slip.photo_id
    where slip.tenant_id = kernel.here() and slip.id = ${input.id}::uuid and slip.hidden_at is null`,
})

export type DayOfSlip = {
  id: Id
  placeId: Id
  format: Format
  state: EventState
  opensAt: string
  closesAt: string
  known: string[]
}

/** The day, and the names of places that may stand in its slips. */
export const dayById = (db: Db, id: Id) =>
  db.one<DayOfSlip>(sql`
    select event.id, event.place_id as "placeId", event.format, event.state, to_json(event.opens_at) #>> '{}' as "opensAt", to_json(event.closes_at) #>> '{}' as "closesAt",
      array(select unit.name from org.unit where unit.tenant_id = kernel.here() and unit.closed_on is null limit 2000) as known
    from capture.event where event.tenant_id = kernel.here() and event.id = ${id} for share of event`)

export async function isInvited(db: Db, eventId: Id, unitId: Id | null): Promise<boolean> {
  if (unitId === null) return true
  const row = await db.one(
    sql`select from capture.event_unit where tenant_id = kernel.here() and event_id = ${eventId} and unit_id = ${unitId}`,
  )
  return row !== undefined
}

type Written = {
  id: Id
  eventId: Id
  label?: string | undefined
  guestId: Id | null
  receiptCode: string
  unitId: Id | null
  authorRole: string | null
  authorName: string | null
  kind: SlipKind
  text: string | null
  photo: string | null
  source: string
  writtenAt: string
  receivedAt: string
  receivedBy: Id | null
}

const blank = (words: string | null): string | null => words?.trim() || null

/** Puts a slip on the table; where it came from makes no difference to it. */
export async function putSlip(db: Db, slip: Written): Promise<string> {
  if (!slip.text && !slip.photo) refuse(refusal('capture.says-nothing', {}, 'text'))
  const photoId = await keepPhoto(db, slip.photo, slip.writtenAt)
  const label = await nextLabel(db, 'B', 3, slip.label)
  const work = db.run(sql`
    insert into capture.contribution (id, event_id, label, guest_id, unit_id, author_role, author_name, kind, text, photo_id, source, receipt_code,
      written_at, received_at, received_by, changed_at, changed_by)
    values (${slip.id}, ${slip.eventId}, ${label}, ${slip.guestId}, ${slip.unitId}, ${blank(slip.authorRole)}, ${blank(slip.authorName)}, ${slip.kind},
      ${blank(slip.text)}, ${photoId}, ${slip.source}, ${slip.receiptCode}, ${slip.writtenAt}, ${slip.receivedAt}, ${slip.receivedBy}, ${slip.receivedAt}, ${slip.receivedBy})`)
  await unlessTaken(work, {
    contribution_receipt_unique: refusal('capture.receipt-taken', {}, 'receiptCode'),
    contribution_label_unique: refusal('capture.label-taken', {}, 'label'),
  })
  return label
}

/** Why a day does not take a slip like this one, wherever it comes from. */
export function refuseKind(format: Format, kind: SlipKind): void {
  if (!kindsOf(format).includes(kind)) refuse(refusal('capture.kind-not-here', {}, 'kind'))
}

/** A slip typed later was written on the day all the same. */
const onTheDay = ({ opensAt, closesAt }: DayOfSlip, now: string): string =>
  new Date(Math.max(Date.parse(opensAt), Math.min(Date.parse(now), Date.parse(closesAt)))).toISOString()

export const typeSlip = command(capture.typeSlip, {
  may: ofEvent(maySort, (input) => input.eventId),
  about: (db, input) => dayById(db, input.eventId),
  audit: (input, about) => ({ place: about?.placeId, records: [input.id], about: { event: input.eventId } }),
  async run({ db, input, about, by, clock }) {
    if (about.state === 'answered') refuse(refusal('capture.answered'))
    refuse(whyNotWords(input, about.known))
    if (!(await isInvited(db, about.id, input.unitId))) refuse(refusal('capture.unit-not-invited', {}, 'unitId'))
    const at = clock.now()
    const slip = { ...input, guestId: null, receivedAt: at, receivedBy: by.id }
    const label = await putSlip(db, { ...slip, writtenAt: onTheDay(about, at) })
    return { id: input.id, label }
  },
  tell: tellEvent,
})

export type StandingSlip = {
  id: Id
  label: string
  eventId: Id
  placeId: Id
  text: string | null
  photoId: Id | null
  state: string
  themeId: Id | null
  duplicateOfId: Id | null
  version: number
}

export const slipById = (db: Db, id: Id) =>
  db.one<StandingSlip>(sql`
    select slip.id, slip.label, slip.event_id as "eventId", event.place_id as "placeId", slip.text, slip.photo_id as "photoId", slip.state,
      slip.theme_id as "themeId", slip.duplicate_of_id as "duplicateOfId", slip.version
    from capture.contribution slip join capture.event on event.tenant_id = slip.tenant_id and event.id = slip.event_id
    where slip.tenant_id = kernel.here() and slip.id = ${id} for update of slip`)

type Kept = { id: Id; version: number }

export async function changeSlip(db: Db, about: Kept, by: Id | null, at: string, set: Sql): Promise<Kept> {
  await db.run(sql`update capture.contribution set ${set}, version = version + 1, changed_at = ${at}, changed_by = ${by}
    where tenant_id = kernel.here() and id = ${about.id}`)
  return { id: about.id, version: about.version + 1 }
}
