import { firstGoLive, goLiveOf } from '#features/plan/server/index.ts'
import { benefitKind } from '#features/requirements/server/index.ts'
import { touched } from '#features/thread/server/index.ts'
import type { InputOf } from '#kernel/lang/contract.ts'
import type { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { benefits } from '../contract.ts'
import { LEAST_SHOWN, whyNotAdd, whyNotMethod, whyNotPoint } from '../rules.ts'
import { mayKeep, mayLead, mayMeasure, mayRead, near, overBenefit, overMeasure } from './permissions.ts'

const listed = (rows: Sql): Sql => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

export const places = query(benefits.places, {
  may: anywhere(mayLead),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 50`,
})

const methods = sql`select method.id, method.text, method.since_on as "sinceOn" from benefits.method
  where method.tenant_id = kernel.here() and method.measure_id = measure.id order by method.since_on`
/** What few people made is told to nobody. */
const points = sql`select point.id, point.taken_on as "takenOn", case when point.sample < ${sql.lit(LEAST_SHOWN)} then null else point.value end as value, point.sample, point.note,
    employee.name as "byName"
  from benefits.point join org.employee on employee.tenant_id = point.tenant_id and employee.id = point.made_by
  where point.tenant_id = kernel.here() and point.measure_id = measure.id
    and not exists (select from benefits.point later where later.tenant_id = kernel.here() and later.corrects_id = point.id)
  order by point.taken_on, point.made_at`

/** When the unit it is measured in, or the first of all, began to work in the new system. */
const wentLive = sql`case when measure.unit_id is null then ${firstGoLive(sql`measure.place_id`)} else ${goLiveOf(sql`measure.unit_id`)} end`

export const list = query(benefits.list, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: ({ offers }) => sql`
      select measure.id, measure.place_id as "placeId", measure.benefit_id as "benefitId", benefit.number, benefit.title, measure.what, measure.counted_in as "countedIn",
        measure.direction, measure.baseline, measure.baseline_on as "baselineOn", measure.target, measure.owner, measure.smallest_sample as "smallestSample",
        measure.about_money as "aboutMoney", measure.unit_id as "unitId", unit.name as "unitName", ${wentLive} as "wentLiveOn",
        measure.next_on as "nextOn", ${listed(methods)} as methods, ${listed(points)} as points, measure.version,
        ${offers({ keep: mayKeep, measure: mayMeasure }, sql`measure.place_id`)} || case when measure.unit_id = any (array(${mayMeasure.places})) then array['measure'] else '{}'::text[] end as permitted
      from benefits.measure
      join requirements.benefit on benefit.tenant_id = measure.tenant_id and benefit.id = measure.benefit_id
      left join org.unit on unit.tenant_id = measure.tenant_id and unit.id = measure.unit_id
      where measure.tenant_id = kernel.here() and ${near(mayRead, sql`measure.place_id`)}
      order by benefit.number limit 100`,
})

export const unmeasured = query(benefits.unmeasured, {
  may: anywhere(mayKeep),
  audit: () => ({}),
  read: ({ visible }) => sql`
    select benefit.id, spec.place_id as "placeId", benefit.number, benefit.title, benefit.owner from requirements.benefit
    join requirements.spec on spec.tenant_id = benefit.tenant_id and spec.id = benefit.spec_id
    where benefit.tenant_id = kernel.here() and ${visible(sql`spec.place_id`)}
      and not exists (select from benefits.measure where measure.tenant_id = kernel.here() and measure.benefit_id = benefit.id)
    order by benefit.number limit 100`,
})

type Written = Omit<InputOf<typeof benefits.changeMeasure>, 'id' | 'version'>

const whyNotWrite = ({ baseline, baselineOn }: Written) =>
  (baseline === null) === (baselineOn === null) ? undefined : refusal('benefits.baseline-without-day', {}, 'baselineOn')

const columns = sql`what, counted_in, direction, baseline, baseline_on, target, owner, smallest_sample, about_money, unit_id, next_on`
const values = (
  given: Written,
) => sql`${given.what.trim()}, ${given.countedIn.trim()}, ${given.direction}, ${given.baseline}::numeric, ${given.baselineOn}::date, ${given.target}::numeric,
  ${given.owner.trim()}, ${given.smallestSample}::int, ${given.aboutMoney}::boolean, ${given.unitId}::uuid, ${given.nextOn}::date`

type Place = { placeId: Id }

/** The place's row is the lock under which its measures are counted. */
async function whyNotMore(db: Db, placeId: Id, benefitId: Id) {
  await db.run(sql`select from org.unit where tenant_id = kernel.here() and id = ${placeId} for no key update`)
  const row = await db.one<{ count: number; taken: boolean }>(sql`
    select count(*)::int as count, coalesce(bool_or(benefit_id = ${benefitId}), false) as taken from benefits.measure where tenant_id = kernel.here() and place_id = ${placeId}`)
  return row!.taken ? refusal('benefits.measured-already', {}, 'benefitId') : whyNotAdd(row!.count)
}

export const addMeasure = command(benefits.addMeasure, {
  may: overBenefit((input) => input.benefitId),
  about: (db, input) =>
    db.one<Place>(sql`select spec.place_id as "placeId" from requirements.benefit
      join requirements.spec on spec.tenant_id = benefit.tenant_id and spec.id = benefit.spec_id
      where benefit.tenant_id = kernel.here() and benefit.id = ${input.benefitId}`),
  audit: (input, place) => ({ place: place?.placeId, records: [input.id, input.benefitId] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotWrite(input))
    refuse(await whyNotMore(db, about.placeId, input.benefitId))
    await db.run(sql`insert into benefits.measure (id, place_id, benefit_id, ${columns}, changed_at, changed_by)
      values (${input.id}, ${about.placeId}, ${input.benefitId}, ${values(input)}, ${clock.now()}, ${by.id})`)
    await db.run(sql`insert into benefits.method (id, measure_id, text, since_on, made_at, made_by)
      values (${input.methodId}, ${input.id}, ${input.method.trim()}, ${input.methodSinceOn}::date, ${clock.now()}, ${by.id})`)
    return { id: input.id, version: 1 }
  },
  tell: (_, place) => [{ topic: 'benefits', place: place.placeId }],
})

type Standing = { id: Id; placeId: Id; benefitId: Id; smallestSample: number; version: number }

const lockedMeasure = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, place_id as "placeId", benefit_id as "benefitId", smallest_sample as "smallestSample", version
    from benefits.measure where tenant_id = kernel.here() and id = ${id} for update`)

export const changeMeasure = command(benefits.changeMeasure, {
  may: overMeasure(mayKeep, (input) => input.id),
  about: (db, input) => lockedMeasure(db, input.id),
  audit: (input, measure) => ({ place: measure?.placeId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotWrite(input))
    await db.run(sql`update benefits.measure set (${columns}) = row (${values(input)}), version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and id = ${input.id}`)
    await touched(db, { kind: benefitKind, id: about.benefitId }, { what: 'value', by: by.id, at: clock.now() })
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, measure) => [{ topic: 'benefits', place: measure.placeId }],
})

type Latest = { methodOn: Day | null; pointOn: Day | null }

const latest = (db: Db, measureId: Id) =>
  db.one<Latest>(sql`select (select max(since_on)::text from benefits.method where tenant_id = kernel.here() and measure_id = ${measureId}) as "methodOn",
    (select max(taken_on)::text from benefits.point where tenant_id = kernel.here() and measure_id = ${measureId}) as "pointOn"`)

export const changeMethod = command(benefits.changeMethod, {
  may: overMeasure(mayKeep, (input) => input.id),
  about: (db, input) => lockedMeasure(db, input.id),
  audit: (input, measure) => ({ place: measure?.placeId, records: [input.id, input.methodId] }),
  async run({ db, input, about, by, clock }) {
    const { methodOn, pointOn } = (await latest(db, input.id))!
    refuse(whyNotMethod(input.sinceOn, methodOn, pointOn))
    await db.run(sql`insert into benefits.method (id, measure_id, text, since_on, made_at, made_by)
      values (${input.methodId}, ${input.id}, ${input.text.trim()}, ${input.sinceOn}::date, ${clock.now()}, ${by.id})`)
    await db.run(
      sql`update benefits.measure set version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id} where tenant_id = kernel.here() and id = ${input.id}`,
    )
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, measure) => [{ topic: 'benefits', place: measure.placeId }],
})

/** A correction takes the place of a point of the same measure, once. */
async function whyNotCorrect(db: Db, measureId: Id, correctsId: Id | null) {
  if (!correctsId) return undefined
  const stands =
    await db.one(sql`select id from benefits.point where tenant_id = kernel.here() and id = ${correctsId} and measure_id = ${measureId}
    and not exists (select from benefits.point later where later.tenant_id = kernel.here() and later.corrects_id = ${correctsId})`)
  return stands ? undefined : refusal('benefits.corrected-already', {}, 'correctsId')
}

export const addPoint = command(benefits.addPoint, {
  may: overMeasure(mayMeasure, (input) => input.measureId),
  about: (db, input) => lockedMeasure(db, input.measureId),
  audit: (input, measure) => ({ place: measure?.placeId, records: [input.id, input.measureId] }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotPoint(input, about.smallestSample, clock.today()))
    refuse(await whyNotCorrect(db, input.measureId, input.correctsId))
    await db.run(sql`insert into benefits.point (id, measure_id, taken_on, value, sample, note, corrects_id, made_at, made_by)
      values (${input.id}, ${input.measureId}, ${input.takenOn}::date, ${input.value}::numeric, ${input.sample}, ${input.note.trim()}, ${input.correctsId}, ${clock.now()}, ${by.id})`)
    return { id: input.id }
  },
  tell: (_, measure) => [{ topic: 'benefits', place: measure.placeId }],
})
