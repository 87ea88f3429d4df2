import { employeeName } from '#features/org/server/index.ts'
import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at, type Gate } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { relay } from '../contract.ts'
import { whyNotLock } from '../rules.ts'
import { contactIn, holdersOf, leadersIn, peopleBelow, unitsBelow } from './people.ts'
import { mayCoordinate, mayFollow } from './permissions.ts'

/** Everybody may ask; who coordinates nothing hears of no place. */
const whereICoordinate: Gate<unknown> = { right: mayCoordinate, rows: ({ actor }) => sql`select ${actor}::uuid as id` }

export const places = query(relay.places, {
  may: whereICoordinate,
  audit: () => ({}),
  read: ({ visible }) => sql`
    select unit.id, unit.name from org.unit
    where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and ${visible(sql`unit.id`)}
    order by unit.kind = 'municipality' desc, unit.name collate "da-x-icu" limit 50`,
})

export const chain = query(relay.chain, {
  may: at(mayFollow, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId }),
  read: ({ input, offers, today: day }) => {
    const today = sql`${day}`
    const contact = (column: 'contact_id' | 'deputy_id' | 'acting_id') => contactIn(sql`below.id`, column, today)
    return sql`
      select place.id, place.name as "placeName", coalesce(chain.vendor, '') as vendor, coalesce(chain.duty_phone, '') as "dutyPhone",
        chain.med_on::text as "medOn", chain.locked_at as "lockedAt", coalesce(chain.version, 0) as version,
        array(select who.name from (${holdersOf('coordinator', sql`place.id`, today)}) who order by who.name) as coordinators,
        (select coalesce(json_agg(json_build_object('unitId', below.id, 'name', below.name, 'contactName', ${employeeName(contact('contact_id'))}, 'deputyName', ${employeeName(contact('deputy_id'))},
            'deputyActs', coalesce(${contact('acting_id')} = ${contact('deputy_id')}, false), 'leaders', (select count(*) from (${leadersIn(sql`below.id`, today)}) leader)) order by below.name collate "da-x-icu"), '[]')
          from (${unitsBelow(sql`place.id`)}) below) as units,
        ${offers({ keep: mayCoordinate }, sql`place.id`)} as permitted
      from org.unit place
      left join relay.chain on chain.tenant_id = place.tenant_id and chain.place_id = place.id
      where place.tenant_id = kernel.here() and place.id = ${input.placeId}::uuid`
  },
})

export type StandingChain = {
  placeId: Id
  vendor: string
  dutyPhone: string
  medOn: Day | null
  lockedAt: Instant | null
  version: number
}

/** Locked: numbers of messages are given one at a time. */
export const lockedChain = (db: Db, placeId: Id) =>
  db.one<StandingChain>(sql`select place_id as "placeId", vendor, duty_phone as "dutyPhone", med_on::text as "medOn", locked_at as "lockedAt", version
    from relay.chain where tenant_id = kernel.here() and place_id = ${placeId} for update`)

/** The chain, whole and locked; nothing is sent along another. */
export async function openChain(db: Db, placeId: Id): Promise<StandingChain> {
  const found = await lockedChain(db, placeId)
  if (!found?.lockedAt) refuse(refusal('relay.chain-open'))
  return found!
}

const unwritten = (placeId: Id): StandingChain => ({
  placeId,
  vendor: '',
  dutyPhone: '',
  medOn: null,
  lockedAt: null,
  version: 0,
})

const chainOrNone = async (db: Db, { placeId }: { placeId: Id }) =>
  (await lockedChain(db, placeId)) ?? unwritten(placeId)

export const keepChain = command(relay.keepChain, {
  may: at(mayCoordinate, (input) => input.placeId),
  about: chainOrNone,
  audit: (input) => ({ place: input.placeId, records: [input.placeId] }),
  async run({ db, input, about, by, clock }) {
    const vendor = input.vendor.trim()
    if (about.lockedAt && vendor !== about.vendor) refuse(refusal('relay.chain-locked', {}, 'vendor'))
    await db.run(sql`insert into relay.chain (place_id, vendor, duty_phone, med_on, changed_at, changed_by)
      values (${input.placeId}, ${vendor}, ${input.dutyPhone.trim()}, ${input.medOn}::date, ${clock.now()}, ${by.id})
      on conflict (tenant_id, place_id) do update set vendor = excluded.vendor, duty_phone = excluded.duty_phone, med_on = excluded.med_on,
        version = chain.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
    return { id: input.placeId, version: about.version + 1 }
  },
  tell: (input) => [{ topic: 'relay', place: input.placeId }],
})

/** Who is in the chain of a place on a day. */
export async function partsOf(db: Db, { placeId, vendor }: StandingChain, on: Day) {
  const units = await peopleBelow(db, placeId, on)
  const { count } = (await db.one<{ count: number }>(
    sql`select count(*)::int as count from (${holdersOf('coordinator', sql`${placeId}::uuid`, sql`${on}`)}) who`,
  ))!
  const without = units.filter(({ actingId }) => actingId === null).map(({ name }) => name)
  return { vendor, coordinators: count, without, units }
}

export const lockChain = command(relay.lockChain, {
  may: at(mayCoordinate, (input) => input.placeId),
  about: chainOrNone,
  audit: (input) => ({ place: input.placeId, records: [input.placeId] }),
  async run({ db, input, about, by, clock }) {
    if (about.lockedAt) refuse(refusal('relay.chain-locked'))
    refuse(whyNotLock(await partsOf(db, about, clock.today())))
    await db.run(sql`update relay.chain set locked_at = ${clock.now()}, locked_by = ${by.id}, version = version + 1, changed_at = ${clock.now()}, changed_by = ${by.id}
      where tenant_id = kernel.here() and place_id = ${input.placeId}`)
    return { id: input.placeId, version: about.version + 1 }
  },
  tell: (input) => [{ topic: 'relay', place: input.placeId }],
})

/** The chain that a unit belongs to: the nearest above it that is locked. */
export async function chainOver(db: Db, unitId: Id): Promise<Id | undefined> {
  const found = await db.one<{ placeId: Id }>(sql`
    select chain.place_id as "placeId" from relay.chain
    join org.branch on branch.tenant_id = chain.tenant_id and branch.above_id = chain.place_id and branch.unit_id = ${unitId}
    where chain.tenant_id = kernel.here() and chain.locked_at is not null
    order by (select count(*) from org.branch higher where higher.tenant_id = kernel.here() and higher.unit_id = chain.place_id) desc limit 1`)
  return found?.placeId
}

export async function chainAbove(db: Db, unitId: Id): Promise<Id> {
  const placeId = await chainOver(db, unitId)
  if (!placeId) refuse(refusal('relay.chain-open'))
  return placeId!
}
