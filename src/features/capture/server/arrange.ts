import type { z } from 'zod'
import type { Id } from '#kernel/lang/id.ts'
import { Problem, type Refusal, refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command } from '#kernel/server/use-case.ts'
import { capture } from '../contract.ts'
import { type EventState, whyNotMoveOn, whyNotOpenVoting } from '../rules.ts'
import { counted } from './events.ts'
import { nextLabel } from './numbering.ts'
import { mayArrange, ofEvent } from './permissions.ts'
import { rootOf } from './slip-rows.ts'

export type StandingEvent = {
  id: Id
  placeId: Id
  state: EventState
  voting: string
  unplaced: number
  version: number
}

export const eventById = (db: Db, id: Id) =>
  db.one<StandingEvent>(sql`
    select event.id, event.place_id as "placeId", event.state, event.voting, event.version, counted.unplaced from capture.event cross join ${counted}
    where event.tenant_id = kernel.here() and event.id = ${id} for update of event`)

export const tellEvent = (_: unknown, about: { placeId: Id }) => [{ topic: 'capture', place: about.placeId }]

type Fields = Pick<
  z.infer<typeof capture.createEvent.input>,
  'format' | 'title' | 'venue' | 'opensAt' | 'closesAt' | 'task' | 'prompts' | 'notice' | 'joinCode' | 'units'
>

function whyNotFields({ format, opensAt, closesAt, task }: Fields): Refusal | undefined {
  if (Date.parse(closesAt) <= Date.parse(opensAt)) return refusal('capture.times', {}, 'closesAt')
  return format === 'use-case' && !task ? refusal('capture.task-missing', {}, 'task') : undefined
}

/** The names that a unique index keeps apart, as problems a person can be told. */
export async function unlessTaken<T>(work: Promise<T>, sentences: Record<string, Refusal>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    const why = code === '23505' ? sentences[constraint ?? ''] : undefined
    if (!why) throw error
    throw new Problem('refused', why.code, why.facts, { faults: why.field ? [{ ...why, field: why.field }] : [] })
  }
}

const taken = {
  event_join_code: refusal('capture.code-taken', {}, 'joinCode'),
  event_label_unique: refusal('capture.label-taken', {}, 'label'),
}

export const createEvent = command(capture.createEvent, {
  may: at(mayArrange, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    refuse(whyNotFields(input))
    const label = await nextLabel(db, 'E', 1, input.label)
    const work = db.run(sql`
      insert into capture.event (id, place_id, label, format, title, venue, opens_at, closes_at, task, prompts, notice, join_code, changed_at, changed_by)
      values (${input.id}, ${input.placeId}, ${label}, ${input.format}, ${input.title}, ${input.venue}, ${input.opensAt}, ${input.closesAt}, ${input.task},
        ${input.prompts}::text[], ${input.notice}, ${input.joinCode}, ${clock.now()}, ${by.id})`)
    await unlessTaken(work, taken)
    await setUnits(db, input.id, input.placeId, input.units)
    return { id: input.id, label }
  },
  tell: (input) => tellEvent(input, input),
})

/** Units below the day's place. One that has slips from the day stays: its voice is counted there. */
async function setUnits(db: Db, eventId: Id, placeId: Id, units: Fields['units']): Promise<void> {
  const json = JSON.stringify(units)
  await db.run(sql`
    delete from capture.event_unit where tenant_id = kernel.here() and event_id = ${eventId}
      and unit_id not in (select (one ->> 'unitId')::uuid from jsonb_array_elements(${json}::jsonb) one)
      and unit_id not in (select unit_id from capture.contribution where tenant_id = kernel.here() and event_id = ${eventId} and unit_id is not null)`)
  const invited = await db.run(sql`
    insert into capture.event_unit (event_id, unit_id, offer_group)
    select ${eventId}::uuid, branch.unit_id, one ->> 'offerGroup' from jsonb_array_elements(${json}::jsonb) one
    join org.branch on branch.tenant_id = kernel.here() and branch.above_id = ${placeId} and branch.unit_id = (one ->> 'unitId')::uuid
    on conflict (tenant_id, event_id, unit_id) do update set offer_group = excluded.offer_group`)
  if (invited < units.length) throw new Problem('not-found', 'kernel.not-found')
}

type Known = { id: Id; version: number; placeId: Id }

async function update(db: Db, about: Known, by: Id, at: string, set: Sql): Promise<{ id: Id; version: number }> {
  await db.run(sql`update capture.event set ${set}, version = version + 1, changed_at = ${at}, changed_by = ${by}
    where tenant_id = kernel.here() and id = ${about.id}`)
  return { id: about.id, version: about.version + 1 }
}

const audit = (input: { id: Id }, about: StandingEvent | undefined) => ({ place: about?.placeId, records: [input.id] })

export const changeEvent = command(capture.changeEvent, {
  may: ofEvent(mayArrange, (input) => input.id),
  about: (db, input) => eventById(db, input.id),
  audit,
  async run({ db, input, about, by, clock }) {
    refuse(whyNotFields(input))
    const set = sql`format = ${input.format}, title = ${input.title}, venue = ${input.venue}, opens_at = ${input.opensAt}, closes_at = ${input.closesAt},
      task = ${input.task}, prompts = ${input.prompts}::text[], notice = ${input.notice}, join_code = ${input.joinCode}`
    const changed = await unlessTaken(update(db, about, by.id, clock.now(), set), taken)
    await setUnits(db, input.id, about.placeId, input.units)
    return changed
  },
  tell: tellEvent,
})

/** Slips whose need is neither settled nor put aside: their authors have no answer yet. */
const unanswered = (eventId: Id) => sql`
  select count(*)::int as slips from capture.contribution slip
  join capture.gathering on gathering.tenant_id = kernel.here() and gathering.contribution_id = slip.id and gathering.ended_at is null and not gathering.quoted
  join capture.need on need.tenant_id = kernel.here() and need.id = ${rootOf(sql`gathering.need_id`)} and need.state in ('draft', 'out-for-comment')
  where slip.tenant_id = kernel.here() and slip.event_id = ${eventId} and slip.duplicate_of_id is null`

export const setState = command(capture.setState, {
  may: ofEvent(mayArrange, (input) => input.id),
  about: (db, input) => eventById(db, input.id),
  audit: (input, about) => ({ ...audit(input, about), about: { state: input.state } }),
  async run({ db, input, about, by, clock }) {
    const waiting = await db.one<{ slips: number }>(unanswered(input.id))
    refuse(whyNotMoveOn(about.state, input.state, { unplaced: about.unplaced, unanswered: waiting!.slips }))
    const isVotingOver = whyNotOpenVoting({ state: input.state }) !== undefined
    return update(
      db,
      about,
      by.id,
      clock.now(),
      sql`state = ${input.state}, voting = case when ${isVotingOver} and voting = 'open' then 'closed' else voting end`,
    )
  },
  tell: tellEvent,
})

export const setVoting = command(capture.setVoting, {
  may: ofEvent(mayArrange, (input) => input.id),
  about: (db, input) => eventById(db, input.id),
  audit: (input, about) => ({ ...audit(input, about), about: { voting: input.voting } }),
  async run({ db, input, about, by, clock }) {
    const themes = await db.one(
      sql`select from capture.theme where tenant_id = kernel.here() and event_id = ${input.id} and removed_at is null limit 1`,
    )
    if (!themes) refuse(refusal('capture.no-themes'))
    if (input.voting === 'open') refuse(whyNotOpenVoting(about))
    return update(db, about, by.id, clock.now(), sql`voting = ${input.voting}`)
  },
  tell: tellEvent,
})

export const countAttendance = command(capture.countAttendance, {
  may: ofEvent(mayArrange, (input) => input.id),
  about: (db, input) => eventById(db, input.id),
  audit,
  async run({ db, input, about, by, clock }) {
    await db.run(sql`delete from capture.attendance where tenant_id = kernel.here() and event_id = ${input.id}`)
    await db.run(sql`
      insert into capture.attendance (id, event_id, unit_id, role, people, minutes, counted_at, counted_by)
      select row.id, ${input.id}::uuid, row."unitId", nullif(btrim(row.role), ''), row.people, row.minutes, ${clock.now()}, ${by.id}::uuid
      from jsonb_to_recordset(${JSON.stringify(input.rows)}::jsonb) row (id uuid, "unitId" uuid, role text, people int, minutes int)`)
    return update(db, about, by.id, clock.now(), sql`title = title`)
  },
  tell: tellEvent,
})
