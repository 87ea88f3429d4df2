import { fullName } from '#features/citizens/server/index.ts'
import { employeeName } from '#features/org/server/index.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { privacy } from '../contract.ts'
import { whyNotDecide } from '../deletion.ts'
import { mayDelete, overAll, wholeOf } from './permissions.ts'

const MOST_PRESERVED = 200

export const decideRetention = command(privacy.decideRetention, {
  may: overAll,
  audit: (input) => ({ records: [input.id], about: { class: input.class, days: input.days, archive: input.archive } }),
  async run({ db, input, by, clock }) {
    refuse(whyNotDecide(input))
    await db.run(sql`insert into privacy.retention_decision (id, class, from_on, days, archive, reference, decided_by, decided_at)
      values (${input.id}, ${input.class}, ${input.fromOn}, ${input.days}, ${input.archive}, ${input.reference}, ${by.id}, ${clock.now()})`)
    return { id: input.id }
  },
})

/** A citizen whom whoever decides this is not kept apart from. */
const ofWhom = <I>(citizen: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayDelete,
  rows: (asked) => sql`select citizen.id from citizens.citizen where citizen.tenant_id = kernel.here()
    and citizen.id = ${citizen(asked.input)}::uuid and ${wholeOf(sql`citizen.id`, asked)}`,
})

export const preservations = query(privacy.preservations, {
  may: overAll,
  audit: () => ({}),
  subjects: sql`select "citizenId" from rows`,
  read: (asked) => sql`
    select preservation.id, preservation.citizen_id as "citizenId", ${fullName(sql`citizen`)} as "citizenName", preservation.reason,
      ${employeeName(sql`preservation.kept_by`)} as "keptByName", preservation.kept_at as "keptAt"
    from privacy.preservation join citizens.citizen on citizen.tenant_id = preservation.tenant_id and citizen.id = preservation.citizen_id
    where preservation.tenant_id = kernel.here() and preservation.ended_at is null and ${wholeOf(sql`preservation.citizen_id`, asked)}
    order by preservation.kept_at desc, preservation.id limit ${sql.lit(MOST_PRESERVED)}`,
})

export const preserve = command(privacy.preserve, {
  may: ofWhom((input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId, records: [input.id] }),
  async run({ db, input, by, clock }) {
    const kept = await db.one(sql`insert into privacy.preservation (id, citizen_id, reason, kept_by, kept_at)
      values (${input.id}, ${input.citizenId}, ${input.reason}, ${by.id}, ${clock.now()}) on conflict do nothing returning id`)
    if (!kept) refuse(refusal('privacy.already-preserved', {}, 'citizenId'))
    return { id: input.id }
  },
})

const ofPreservation = <I>(preservation: (input: Blanks<I>) => Blank): Gate<I> => ({
  right: mayDelete,
  rows: (asked) => sql`select preservation.id from privacy.preservation where preservation.tenant_id = kernel.here()
    and preservation.id = ${preservation(asked.input)}::uuid and ${wholeOf(sql`preservation.citizen_id`, asked)}`,
})

type Standing = { id: string; citizenId: string; isOver: boolean }

export const endPreservation = command(privacy.endPreservation, {
  may: ofPreservation((input) => input.id),
  about: (db, input) =>
    db.one<Standing>(sql`select id, citizen_id as "citizenId", ended_at is not null as "isOver" from privacy.preservation
      where tenant_id = kernel.here() and id = ${input.id} for update`),
  audit: (input, about) => ({ person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.isOver) refuse(refusal('privacy.preservation-over'))
    await db.run(sql`update privacy.preservation set ended_by = ${by.id}, ended_at = ${clock.now()}
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id }
  },
})
