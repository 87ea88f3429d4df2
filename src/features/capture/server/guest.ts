import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem, type Refusal, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Clock } from '#kernel/server/clock.ts'
import type { Device } from '#kernel/server/device.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { door } from '#kernel/server/use-case.ts'
import { type Board, capture } from '../contract.ts'
import { DOTS, type EventState, type Format, PACE, readCode, whyNotJoin, whyNotSend, whyNotWords } from '../rules.ts'
import { putSlip, refuseKind } from './slips.ts'

/** Codes nobody has, from one address within this time, before it has to wait. A room that mistypes does not notice. */
const GUESSES = 120
const WITHIN = '10 minutes'

const hashOf = (token: string) => createHash('sha256').update(token).digest()

const trail = (db: Db, clock: Clock, action: string, why: string | null, said: { records?: Id[]; about?: object }) =>
  db.run(sql`insert into kernel.audit (at, action, outcome, code, records, about)
    values (${clock.now()}, ${action}, ${why ? 'refused' : 'done'}, ${why}, ${said.records ?? []}::uuid[], ${said.about ? JSON.stringify(said.about) : null}::jsonb)`)

type Asking = { db: Db; clock: Clock; device: Device }

/** Counted by a keyed hash of the address: the address itself is stored nowhere. */
const fromOf = (device: Device) => device.secret(`guest ${device.address}`).toString('base64url').slice(0, 22)

export async function notGuessing({ db, clock, device }: Asking): Promise<void> {
  const row = await db.one<{ tries: string }>(sql`select count(*) as tries from kernel.audit
    where tenant_id = kernel.here() and code = 'capture.unknown-code' and about ->> 'from' = ${fromOf(device)}
      and at > ${clock.now()}::timestamptz - interval ${sql.lit(WITHIN)}`)
  if (Number(row?.tries) >= GUESSES) throw new Problem('too-many', 'kernel.too-many', { seconds: 600 })
}

export async function unknownCode({ db, clock, device }: Asking, action: string): Promise<never> {
  await trail(db, clock, action, 'capture.unknown-code', { about: { from: fromOf(device) } })
  throw new Problem(
    'refused',
    'capture.unknown-code',
    {},
    { faults: [{ field: 'code', code: 'capture.unknown-code' }] },
  )
}

type Day = { id: Id; placeId: Id; format: Format; state: EventState; voting: string; opensAt: string; closesAt: string }

const day = sql`event.id, event.place_id as "placeId", event.format, event.state, event.voting,
  to_json(event.opens_at) #>> '{}' as "opensAt", to_json(event.closes_at) #>> '{}' as "closesAt"`

const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

/** While voting is open, the notes of each theme with the guest's own dots: nobody else's. */
const themesFor = (guestId: Id) => sql`
  select theme.id, theme.name, ${listed(sql`
    select slip.id, slip.text, coalesce((select vote.dots from capture.vote
      where vote.tenant_id = kernel.here() and vote.guest_id = ${guestId}::uuid and vote.contribution_id = slip.id), 0) as mine
    from capture.contribution slip
    where slip.tenant_id = kernel.here() and slip.theme_id = theme.id and slip.duplicate_of_id is null and slip.hidden_at is null and slip.text is not null
    order by slip.id limit 200`)} as slips
  from capture.theme where theme.tenant_id = kernel.here() and theme.event_id = event.id and theme.removed_at is null and event.voting = 'open'
  order by theme.sort, theme.id`

async function boardOf(db: Db, eventId: Id, guestId: Id): Promise<Board> {
  const row = await db.one<{ board: string }>(sql`
    select to_json(told)::text as board from (
      select event.id as "eventId", event.format, event.title, event.venue, event.closes_at as "closesAt", event.task, event.prompts, event.notice, event.voting,
        ${listed(sql`
          select event_unit.unit_id as "unitId", unit.name from capture.event_unit
          join org.unit on unit.tenant_id = event_unit.tenant_id and unit.id = event_unit.unit_id
          where event_unit.tenant_id = kernel.here() and event_unit.event_id = event.id order by unit.name collate "da-x-icu"`)} as units,
        ${listed(themesFor(guestId))} as themes
      from capture.event where event.tenant_id = kernel.here() and event.id = ${eventId}) told`)
  return JSON.parse(row!.board) as Board
}

/** In with the day's code: no account, no cookie, no name. */
export const join = door(capture.join, {
  crowd: true,
  async run({ db, whole, input, clock, device }) {
    const asking = { db, clock, device }
    await notGuessing(asking)
    const found = await db.one<Day>(sql`
      select ${day} from capture.event where tenant_id = kernel.here() and join_code = ${readCode(input.code)} and state in ('planned', 'open')`)
    if (!found) return unknownCode(asking, 'capture.join')
    refuse(whyNotJoin(found, clock.now()))
    const token = randomBytes(32).toString('base64url')
    const id = newId()
    return whole(async (db) => {
      await db.run(sql`insert into capture.guest (id, event_id, token_hash, joined_at)
        values (${id}, ${found.id}, ${hashOf(token)}, ${clock.now()})`)
      await trail(db, clock, 'capture.join', null, { about: { event: found.id } })
      return { token, board: await boardOf(db, found.id, id) }
    })
  },
})

type Guest = Day & { guestId: Id }

/** A token opens its own day; any other is as one that never was. */
async function guestOf(db: Db, token: string, lock = sql``): Promise<Guest> {
  const guest = await db.one<Guest>(sql`
    select ${day}, guest.id as "guestId" from capture.guest
    join capture.event on event.tenant_id = guest.tenant_id and event.id = guest.event_id
    where guest.tenant_id = kernel.here() and guest.token_hash = ${hashOf(token)} ${lock}`)
  if (!guest) throw new Problem('signed-out', 'capture.day-over')
  return guest
}

export const board = door(capture.board, {
  crowd: true,
  async run({ db, input, clock }) {
    const guest = await guestOf(db, input.token)
    refuse(whyNotJoin(guest, clock.now()))
    return boardOf(db, guest.id, guest.guestId)
  },
})

/** Of one telephone, not of one address: sixty people in a room come from the same. */
async function notTooFast(db: Db, guestId: Id, now: string): Promise<void> {
  const row = await db.one<{ minute: number; day: number }>(sql`
    select (count(*) filter (where received_at > ${now}::timestamptz - interval '1 minute'))::int as minute, count(*)::int as day
    from capture.contribution where tenant_id = kernel.here() and guest_id = ${guestId}`)
  if (row!.minute >= PACE.minute || row!.day >= PACE.day)
    throw new Problem('too-many', 'capture.too-fast', { seconds: 60 })
}

const knownPlaces = (db: Db, eventId: Id) =>
  db.one<{ names: string[]; units: Id[] }>(sql`
    select array(select unit.name from org.unit where unit.tenant_id = kernel.here() and unit.closed_on is null limit 2000) as names,
      array(select unit_id from capture.event_unit where tenant_id = kernel.here() and event_id = ${eventId}) as units`)

/** When the telephone's clock is far off, the slip was written when it came. */
const writtenAt = ({ opensAt, closesAt }: Day, said: string, now: string): string => {
  const at = Date.parse(said)
  const isLikely =
    at >= Date.parse(opensAt) - 3_600_000 && at <= Date.parse(closesAt) + 3_600_000 && at <= Date.parse(now)
  return isLikely ? new Date(at).toISOString() : now
}

type Sent = { id: Id; receiptCode: string }

/** The same slip sent again is the same slip: its receipt comes back and nothing else happens. */
const sentBefore = (db: Db, guestId: Id, id: Id) =>
  db.one<Sent>(sql`select id, receipt_code as "receiptCode" from capture.contribution
    where tenant_id = kernel.here() and id = ${id} and guest_id = ${guestId}`)

export const send = door(capture.send, {
  crowd: true,
  async run({ whole, tell, input, clock }) {
    const { answer, place } = await whole(async (db) => {
      // The guest's own row is the queue: two sendings of one slip come one after the other.
      const guest = await guestOf(db, input.token, sql`for update of guest`)
      const before = await sentBefore(db, guest.guestId, input.id)
      if (before) return { answer: before, place: null }
      const now = clock.now()
      refuse(whyNotSend(guest, now))
      await notTooFast(db, guest.guestId, now)
      refuseKind(guest.format, input.kind)
      const places = (await knownPlaces(db, guest.id))!
      refuse(whyNotSlip(input, places))
      await db.run(
        sql`update capture.guest set unit_id = ${input.unitId}, role = nullif(btrim(${input.role}), '') where tenant_id = kernel.here() and id = ${guest.guestId}`,
      )
      const slip = { ...input, eventId: guest.id, guestId: guest.guestId, authorRole: input.role, source: 'phone' }
      await putSlip(db, {
        ...slip,
        writtenAt: writtenAt(guest, input.writtenAt, now),
        receivedAt: now,
        receivedBy: null,
      })
      await trail(db, clock, 'capture.send', null, { records: [input.id], about: { event: guest.id } })
      return { answer: { id: input.id, receiptCode: input.receiptCode }, place: guest.placeId }
    })
    if (place) tell([{ topic: 'capture', place }])
    return answer
  },
})

type Said = { text: string | null; role: string | null; namesSeen: boolean; unitId: Id | null }

function whyNotSlip(input: Said, places: { names: string[]; units: Id[] }): Refusal | undefined {
  if (input.unitId && !places.units.includes(input.unitId)) return refusal('capture.unit-not-invited', {}, 'unitId')
  return whyNotWords({ ...input, authorRole: input.role }, places.names)
}

/** Three dots in each theme, moved as often as one likes while voting is open. */
export const dots = door(capture.dots, {
  crowd: true,
  run: ({ whole, input, clock }) =>
    whole(async (db) => {
      const guest = await guestOf(db, input.token, sql`for update of guest`)
      if (guest.voting !== 'open') refuse(refusal('capture.voting-not-open'))
      const spent = await db.one<{ themeId: Id; elsewhere: number }>(sql`
        select slip.theme_id as "themeId", coalesce((select sum(vote.dots) from capture.vote
            join capture.contribution other on other.tenant_id = vote.tenant_id and other.id = vote.contribution_id
            where vote.tenant_id = kernel.here() and vote.guest_id = ${guest.guestId} and other.theme_id = slip.theme_id and other.id <> slip.id), 0)::int as elsewhere
        from capture.contribution slip
        where slip.tenant_id = kernel.here() and slip.id = ${input.slipId} and slip.event_id = ${guest.id} and slip.theme_id is not null and slip.duplicate_of_id is null`)
      if (!spent) throw new Problem('not-found', 'kernel.not-found')
      const left = DOTS - spent.elsewhere - input.dots
      if (left < 0) refuse(refusal('capture.dots-spent', {}, 'dots'))
      await castDots(db, guest.guestId, input, clock.now())
      return { slipId: input.slipId, dots: input.dots, left }
    }),
})

async function castDots(
  db: Db,
  guestId: Id,
  { slipId, dots }: { slipId: Id; dots: number },
  at: string,
): Promise<void> {
  if (dots === 0)
    await db.run(
      sql`delete from capture.vote where tenant_id = kernel.here() and guest_id = ${guestId} and contribution_id = ${slipId}`,
    )
  else
    await db.run(sql`insert into capture.vote (guest_id, contribution_id, dots, voted_at) values (${guestId}, ${slipId}, ${dots}, ${at})
      on conflict (tenant_id, guest_id, contribution_id) do update set dots = excluded.dots, voted_at = excluded.voted_at`)
}
