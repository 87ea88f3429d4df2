import { anywhere } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { capture } from '../contract.ts'
import { mayArrange, mayRead, maySort, ofEvent, offersWithin, within } from './permissions.ts'
import { isPlaced } from './slip-rows.ts'

const line = sql`event.id, event.place_id as "placeId", event.label, event.format, event.title, event.venue,
  event.opens_at as "opensAt", event.closes_at as "closesAt", event.state, counted.slips, counted.unplaced,
  (select coalesce(sum(people * minutes), 0)::int from capture.attendance where attendance.tenant_id = kernel.here() and attendance.event_id = event.id) as minutes,
  ${offersWithin({ arrange: mayArrange, sort: maySort }, sql`event.place_id`)} as permitted`

/** Duplicates are counted once, where the other is. */
export const counted = sql`lateral (
  select count(*)::int as slips, (count(*) filter (where not ${isPlaced(sql`slip`)}))::int as unplaced from capture.contribution slip
  where slip.tenant_id = kernel.here() and slip.event_id = event.id and slip.duplicate_of_id is null) counted`

const listed = (rows: Sql) => sql`(select coalesce(json_agg(to_json(listed)), '[]') from (${rows}) listed)`

/** Where a day may be planned: the municipality and its areas. */
const arrangeable = sql`
  select unit.id, unit.name from org.unit
  where unit.tenant_id = kernel.here() and unit.kind <> 'offer' and unit.closed_on is null and unit.id = any (array(${mayArrange.places}))
  order by unit.kind desc, unit.name collate "da-x-icu" limit 50`

export const events = query(capture.events, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: ({ reach }) => sql`
    select ${listed(sql`
      select ${line} from capture.event cross join ${counted}
      where event.tenant_id = kernel.here() and ${within(sql`event.place_id`, reach)}
      order by event.opens_at desc, event.label desc limit 200`)} as days, ${listed(arrangeable)} as places`,
})

const units = sql`
  select event_unit.unit_id as "unitId", unit.name, event_unit.offer_group as "offerGroup" from capture.event_unit
  join org.unit on unit.tenant_id = event_unit.tenant_id and unit.id = event_unit.unit_id
  where event_unit.tenant_id = kernel.here() and event_unit.event_id = event.id order by unit.name collate "da-x-icu"`

const themes = sql`
  select theme.id, theme.name, theme.sort from capture.theme
  where theme.tenant_id = kernel.here() and theme.event_id = event.id and theme.removed_at is null order by theme.sort, theme.id`

const attendance = sql`
  select attendance.id, attendance.unit_id as "unitId", unit.name as "unitName", attendance.role, attendance.people, attendance.minutes
  from capture.attendance left join org.unit on unit.tenant_id = attendance.tenant_id and unit.id = attendance.unit_id
  where attendance.tenant_id = kernel.here() and attendance.event_id = event.id order by unit.name collate "da-x-icu", attendance.id`

const guests = sql`(select count(*)::int from capture.guest where guest.tenant_id = kernel.here() and guest.event_id = event.id)`

export const event = query(capture.event, {
  may: ofEvent(mayRead, (input) => input.id),
  audit: (input) => ({ about: { event: input.id } }),
  read: ({ input }) => sql`
    select ${line}, event.task, event.prompts, event.notice, event.join_code as "joinCode", event.voting, event.version,
      ${guests} as guests, ${listed(units)} as units, ${listed(themes)} as themes, ${listed(attendance)} as attendance
    from capture.event cross join ${counted}
    where event.tenant_id = kernel.here() and event.id = ${input.id}::uuid`,
})

/** While people vote, nobody is shown a count: it would draw the rest along. */
export const dotsOf = (slip: Sql): Sql => sql`(
  select case when voted.voting = 'closed' then (
    select coalesce(sum(vote.dots), 0)::int from capture.vote
    join capture.contribution same on same.tenant_id = vote.tenant_id and same.id = vote.contribution_id
    where vote.tenant_id = kernel.here() and (same.id = ${slip}.id or same.duplicate_of_id = ${slip}.id)) end
  from capture.event voted where voted.tenant_id = kernel.here() and voted.id = ${slip}.event_id)`

const wallSlips = sql`
  select slip.id, slip.kind, slip.text, slip.theme_id as "themeId", ${dotsOf(sql`slip`)} as dots from capture.contribution slip
  where slip.tenant_id = kernel.here() and slip.event_id = event.id and slip.duplicate_of_id is null and slip.hidden_at is null and slip.text is not null
  order by slip.received_at desc, slip.id desc limit 500`

export const wall = query(capture.wall, {
  may: ofEvent(mayRead, (input) => input.id),
  audit: (input) => ({ about: { event: input.id } }),
  read: ({ input }) => sql`
    select event.id, event.place_id as "placeId", event.title, event.format, event.task, event.join_code as "joinCode", event.state, event.voting,
      ${guests} as guests, ${listed(themes)} as themes, ${listed(wallSlips)} as slips
    from capture.event where event.tenant_id = kernel.here() and event.id = ${input.id}::uuid`,
})
