import { touched } from '#features/thread/server/index.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { type Area, type Benefit, requirements, type Spec } from '../contract.ts'
import { benefitKind } from './node-kinds.ts'
import { bySpec, isNear, mayEdit, mayRead, offersOfSpec, overSpec } from './permissions.ts'
import { type By, settle } from './settle.ts'

const MOST_SPECS = 100

export const specColumns: Sql = sql`spec.id, spec.place_id as "placeId", place.name as "placeName", spec.title,
  spec.most_minimum as "mostMinimum", spec.minimum_reason as "minimumReason", spec.version`
export const fromSpec: Sql = sql`requirements.spec join org.unit place on place.tenant_id = spec.tenant_id and place.id = spec.place_id`

/** Locked: whoever gives out numbers or makes versions waits for it. */
export async function lockedSpec(db: Db, id: string): Promise<Spec | undefined> {
  return db.one<Spec>(sql`select ${specColumns} from ${fromSpec}
    where spec.tenant_id = kernel.here() and spec.id = ${id} for update of spec`)
}

const openHearing = sql`(select hearing.id from requirements.hearing
  join requirements.baseline on baseline.tenant_id = hearing.tenant_id and baseline.id = hearing.baseline_id
  where hearing.tenant_id = spec.tenant_id and baseline.spec_id = spec.id and hearing.closed_at is null order by hearing.opened_at desc limit 1)`

export const specs = query(requirements.specs, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: (asked) => sql`
    select ${specColumns}, (select count(*)::int from requirements.requirement
        where requirement.tenant_id = spec.tenant_id and requirement.spec_id = spec.id and requirement.state <> 'dropped') as count,
      ${openHearing} as "hearingId", ${offersOfSpec(sql`spec.place_id`, asked)} as permitted
    from ${fromSpec} where spec.tenant_id = kernel.here() and ${isNear(sql`spec.place_id`, asked)}
    order by spec.id desc limit ${sql.lit(MOST_SPECS)}`,
})

/** The topmost places within reach, and areas: a set belongs to whoever buys, never to a single offer. */
export const places = query(requirements.places, {
  may: anywhere(mayEdit),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 200`,
})

export const openSpec = command(requirements.openSpec, {
  may: at(mayEdit, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await db.run(sql`insert into requirements.spec (id, place_id, title, changed_at, changed_by)
      values (${input.id}, ${input.placeId}, ${input.title.trim()}, ${clock.now()}, ${by.id})`)
    return (await lockedSpec(db, input.id))!
  },
})

export const changeSpec = command(requirements.changeSpec, {
  may: overSpec(mayEdit, (input) => sql`${input.id}::uuid`),
  about: (db, input) => lockedSpec(db, input.id),
  audit: (input, spec) => ({ place: spec?.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    await db.run(sql`update requirements.spec set title = ${input.title.trim()}, most_minimum = ${input.mostMinimum},
      minimum_reason = nullif(btrim(${input.minimumReason}::text), ''), version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    return (await lockedSpec(db, input.id))!
  },
})

const areaColumns = sql`area.id, area.section, area.name, area.position, area.version`

export const addArea = command(requirements.addArea, {
  may: overSpec(mayEdit, bySpec),
  about: (db, input) => lockedSpec(db, input.specId),
  audit: (input, spec) => ({ place: spec?.placeId, records: [input.id] }),
  run: ({ db, input, by, clock }) => insertArea(db, input, { id: by.id, at: clock.now() }),
})

type NewArea = Pick<Area, 'id' | 'section' | 'name'> & { specId: string }

export async function insertArea(db: Db, { id, specId, section, name }: NewArea, by: By): Promise<Area> {
  const [made] =
    await db.all<Area>(sql`insert into requirements.area as area (id, spec_id, section, name, position, changed_at, changed_by)
      select ${id}, ${specId}, ${section}, ${name.trim()},
        coalesce((select max(position) from requirements.area where tenant_id = kernel.here() and spec_id = ${specId}), 0) + 1, ${by.at}, ${by.id}
      returning ${areaColumns}`)
  return made!
}

type StandingArea = Area & { specId: string; placeId: string }

const lockedArea = (db: Db, id: string) =>
  db.one<StandingArea>(sql`select ${areaColumns}, area.spec_id as "specId", spec.place_id as "placeId" from requirements.area
    join requirements.spec on spec.tenant_id = area.tenant_id and spec.id = area.spec_id
    where area.tenant_id = kernel.here() and area.id = ${id} for update of area`)

/** Its name is part of what its requirements say, so their fingerprints follow. The areas after its new place move one down. */
export const changeArea = command(requirements.changeArea, {
  may: overSpec(
    mayEdit,
    (input) => sql`(select spec_id from requirements.area where tenant_id = kernel.here() and id = ${input.id}::uuid)`,
  ),
  about: (db, input) => lockedArea(db, input.id),
  audit: (input, area) => ({ place: area?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (input.position !== about.position)
      await db.run(sql`update requirements.area set position = position + 1
        where tenant_id = kernel.here() and spec_id = ${about.specId} and position >= ${input.position} and id <> ${input.id}`)
    const [made] =
      await db.all<Area>(sql`update requirements.area as area set name = ${input.name.trim()}, position = ${input.position},
      version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id} returning ${areaColumns}`)
    if (made!.name !== about.name) await settleArea(db, input.id, { id: by.id, at: clock.now() })
    return made!
  },
})

async function settleArea(db: Db, areaId: string, by: By): Promise<void> {
  const rows = await db.all<{ id: string }>(
    sql`select id from requirements.requirement where tenant_id = kernel.here() and area_id = ${areaId}`,
  )
  for (const { id } of rows) await settle(db, id, by, 'value')
}

const benefitColumns = sql`benefit.id, benefit.number, benefit.title, benefit.owner, benefit.due_on::text as "dueOn", benefit.version`
const MOST_BENEFITS = 100

export const addBenefit = command(requirements.addBenefit, {
  may: overSpec(mayEdit, bySpec),
  about: (db, input) => lockedSpec(db, input.specId),
  audit: (input, spec) => ({ place: spec?.placeId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const [made] =
      await db.all<Benefit>(sql`insert into requirements.benefit as benefit (id, spec_id, number, title, owner, due_on, changed_at, changed_by)
      select ${input.id}, ${input.specId}, coalesce((select max(number) from requirements.benefit where tenant_id = kernel.here() and spec_id = ${input.specId}), 0) + 1,
        ${input.title.trim()}, ${input.owner.trim()}, ${input.dueOn}::date, ${clock.now()}, ${by.id}
      returning ${benefitColumns}`)
    if (made!.number > MOST_BENEFITS) refuse(refusal('requirements.too-many', { most: MOST_BENEFITS }))
    return made!
  },
})

const lockedBenefit = (db: Db, id: string) =>
  db.one<
    Benefit & { placeId: string }
  >(sql`select ${benefitColumns}, spec.place_id as "placeId" from requirements.benefit
    join requirements.spec on spec.tenant_id = benefit.tenant_id and spec.id = benefit.spec_id
    where benefit.tenant_id = kernel.here() and benefit.id = ${id} for update of benefit`)

export const changeBenefit = command(requirements.changeBenefit, {
  may: overSpec(
    mayEdit,
    (input) =>
      sql`(select spec_id from requirements.benefit where tenant_id = kernel.here() and id = ${input.id}::uuid)`,
  ),
  about: (db, input) => lockedBenefit(db, input.id),
  audit: (input, benefit) => ({ place: benefit?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    const [made] =
      await db.all<Benefit>(sql`update requirements.benefit as benefit set title = ${input.title.trim()}, owner = ${input.owner.trim()},
      due_on = ${input.dueOn}::date, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id} returning ${benefitColumns}`)
    const isSame = made!.title === about.title && made!.owner === about.owner
    await touched(
      db,
      { kind: benefitKind, id: input.id },
      { what: isSame ? 'date' : 'text', by: by.id, at: clock.now() },
    )
    return made!
  },
})

export const benefitsOf = (spec: Sql): Sql => sql`select ${benefitColumns} from requirements.benefit
  where benefit.tenant_id = kernel.here() and benefit.spec_id = ${spec} order by benefit.number limit ${sql.lit(MOST_BENEFITS)}`
export const areasOf = (spec: Sql): Sql => sql`select ${areaColumns} from requirements.area
  where area.tenant_id = kernel.here() and area.spec_id = ${spec} order by area.position, area.id limit 200`
