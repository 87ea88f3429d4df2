import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at, type Gate } from '#kernel/server/permission.ts'
import { type Blank, type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { org, type Unit } from '../contract.ts'
import { whyNotChangeRunning } from '../rules.ts'
import { mayManageOrg, mayReadOrg, mayStaff } from './permissions.ts'
import { isSetUp, runningColumns, runningOn } from './running.ts'

type Runs = { noteKinds: Sql; shiftStarts: Sql }
const asKept = (unit: Sql): Runs => ({ noteKinds: sql`${unit}.note_kinds`, shiftStarts: sql`${unit}.shift_starts` })

/** The wire's form of a unit: with the kinds of note and shifts it is kept with, or those it runs on. */
export const unitColumns = (
  unit: Sql,
  { noteKinds, shiftStarts } = asKept(unit),
): Sql => sql`${unit}.id, ${unit}.parent_id as "parentId", ${unit}.name, ${unit}.kind, ${unit}.offer_type as "offerType",
  ${unit}.legal_grounds as "legalGrounds", ${unit}.round_the_clock as "roundTheClock", ${noteKinds} as "noteKinds",
  (select array_agg(to_char(start, 'HH24:MI') order by place) from unnest(${shiftStarts}) with ordinality as shift (start, place)) as "shiftStarts", ${unit}.version`

const asRun: Runs = {
  noteKinds: sql`coalesce(running.note_kinds, unit.note_kinds)`,
  shiftStarts: sql`coalesce(running.shift_starts, unit.shift_starts)`,
}

const unit = sql`unit`

/** Units within my reach with my roles there, and, without roles, those above them. */
export const myUnits = query(org.myUnits, {
  may: anywhere(mayReadOrg),
  audit: () => ({}),
  read: ({ today, offers }) => sql`
    with mine as (select held.place as unit_id, array_agg(distinct held.role) as roles from held group by held.place)
    select ${unitColumns(unit, asRun)}, ${runningColumns(sql`running`)}, coalesce(mine.roles, '{}') as roles, ${offers({ staff: mayStaff }, sql`unit.id`)} as permitted
    from org.unit left join mine on mine.unit_id = unit.id left join lateral ${runningOn(sql`unit.id`, sql`${today}`)} running on true
    where unit.tenant_id = kernel.here() and (unit.closed_on is null or unit.closed_on > ${today}::date)
      and (mine.unit_id is not null
        or unit.id in (select branch.above_id from org.branch where branch.tenant_id = kernel.here() and branch.unit_id in (select unit_id from mine)))
    order by unit.name collate "da-x-icu"
    limit 2000`,
})

export const openOffers = query(org.openOffers, {
  may: anywhere(mayReadOrg),
  audit: () => ({}),
  records: sql`select null::uuid where false`,
  read: ({ today }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind = 'offer' and (unit.closed_on is null or unit.closed_on > ${today}::date)
    order by unit.name collate "da-x-icu" limit 2000`,
})

export async function unitById(db: Db, id: Id): Promise<Unit | undefined> {
  return db.one<Unit>(
    sql`select ${unitColumns(unit)} from org.unit where tenant_id = kernel.here() and id = ${id} for update`,
  )
}

/** A place in the tree: the parent is what the right is asked of. */
const underParent = <I extends { parentId: unknown }>(): Gate<I> =>
  at(mayManageOrg, (input) => (input as { parentId: Blank }).parentId)

export const createUnit = command(org.createUnit, {
  may: underParent(),
  audit: (input) => ({ place: input.parentId ?? undefined, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await insertUnit(db, { ...input, externalId: input.externalId ?? null, changedBy: by.id, changedAt: clock.now() })
    return (await unitById(db, input.id))!
  },
})

type NewUnit = Omit<Unit, 'version'> & { externalId: string | null; changedBy: Id | null; changedAt: string }

/** Adds a unit and its place under every unit above it. */
export async function insertUnit(db: Db, made: NewUnit): Promise<void> {
  await db.run(sql`insert into org.unit (id, external_id, parent_id, name, kind, offer_type, legal_grounds, round_the_clock, note_kinds, shift_starts, changed_at, changed_by)
    values (${made.id}, ${made.externalId}, ${made.parentId}, ${made.name}, ${made.kind}, ${made.offerType}, ${made.legalGrounds}::text[], ${made.roundTheClock},
      ${made.noteKinds}::text[], ${made.shiftStarts}::time[], ${made.changedAt}, ${made.changedBy})`)
  await db.run(sql`insert into org.branch (above_id, unit_id)
    select above_id, ${made.id}::uuid from org.branch where tenant_id = kernel.here() and unit_id = ${made.parentId}::uuid
    union all select ${made.id}::uuid, ${made.id}::uuid`)
}

export const changeUnit = command(org.changeUnit, {
  may: at(mayManageOrg, (input) => input.id),
  about: (db, input) => unitById(db, input.id),
  audit: (input) => ({ place: input.id, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.kind !== input.kind) refuse(refusal('org.unit-kind-fixed', {}, 'kind'))
    refuse(whyNotChangeRunning(about, input, await isSetUp(db, input.id, clock.today())))
    await db.run(sql`update org.unit set name = ${input.name}, offer_type = ${input.offerType}, legal_grounds = ${input.legalGrounds}::text[],
      round_the_clock = ${input.roundTheClock}, note_kinds = ${input.noteKinds}::text[], shift_starts = ${input.shiftStarts}::time[],
      version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    return (await unitById(db, input.id))!
  },
  tell: (input) => [{ topic: 'org', place: input.id }],
})
