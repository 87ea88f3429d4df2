import { refuse } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { privacy } from '../contract.ts'
import { whyNotMake } from '../rules.ts'
import { ofRequest } from './permissions.ts'
import { requestForChange } from './requests.ts'

export const places = query(privacy.places, {
  may: ofRequest((input) => input.id),
  audit: (input) => ({
    person: sql`(select citizen_id from privacy.request where request.tenant_id = kernel.here() and request.id = (select id from rows))`,
    about: { request: input.id },
  }),
  read: ({ input }) => sql`
    select request.id, (select coalesce(json_agg(to_json(listed)), '[]') from (
      select place.section, place.record_id as record, place.field, place.nth, place.before, place.found, place.after, place.decision
      from privacy.place where place.tenant_id = kernel.here() and place.request_id = request.id and place.finding_key = ${input.key}::text
      order by place.section, place.record_id, place.field, place.nth limit 300) listed) as places
    from privacy.request where request.tenant_id = kernel.here() and request.id = ${input.id}::uuid`,
})

/** The decision counts for every package made from then on; those already made stay as they are. */
export const decide = command(privacy.decide, {
  may: ofRequest((input) => input.id),
  about: (db, input) => requestForChange(db, input.id),
  audit: (input, about) => ({ person: about?.citizenId, records: [input.id], about: { decision: input.decision } }),
  async run({ db, input, about, by, clock }) {
    refuse(whyNotMake(about.state))
    await db.run(sql`update privacy.finding set decision = ${input.decision}, decided_by = ${by.id}, decided_at = ${clock.now()}
      where tenant_id = kernel.here() and request_id = ${input.id} and key = ${input.key}`)
    return { id: input.id }
  },
})

export const decidePlace = command(privacy.decidePlace, {
  may: ofRequest((input) => input.id),
  about: (db, input) => requestForChange(db, input.id),
  audit: (input, about) => ({ person: about?.citizenId, records: [input.id], about: { decision: input.decision } }),
  async run({ db, input, about }) {
    refuse(whyNotMake(about.state))
    await db.run(sql`update privacy.place set decision = ${input.decision}
      where tenant_id = kernel.here() and request_id = ${input.id} and finding_key = ${input.key} and section = ${input.section}
        and record_id = ${input.record} and field = ${input.field} and nth = ${input.nth}`)
    return { id: input.id }
  },
})

export const lookAgain = command(privacy.lookAgain, {
  may: ofRequest((input) => input.id),
  about: (db, input) => requestForChange(db, input.id),
  audit: (input, about) => ({ person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, later }) {
    refuse(whyNotMake(about.state))
    await db.run(
      sql`update privacy.request set state = 'looking', version = version + 1 where tenant_id = kernel.here() and id = ${input.id}`,
    )
    later('privacy-look', { request: input.id })
    return { id: input.id }
  },
})

export const make = command(privacy.make, {
  may: ofRequest((input) => input.requestId),
  about: (db, input) => requestForChange(db, input.requestId),
  audit: (input, about) => ({
    person: about?.citizenId,
    records: [input.requestId, input.id],
    purpose: 'export',
    about: { withNames: input.withNames, ...(input.tellWhere && { reason: input.tellWhere }) },
  }),
  async run({ db, input, about, by, clock, later }) {
    refuse(whyNotMake(about.state))
    await db.run(sql`insert into privacy.package (id, request_id, language, with_names, tell_where, asked_by, asked_session, asked_at)
      values (${input.id}, ${input.requestId}, ${input.language}, ${input.withNames}, ${input.tellWhere}, ${by.id}, ${by.session}, ${clock.now()})`)
    later('privacy-make', { package: input.id })
    return { id: input.id }
  },
})
