import type { Id } from '#kernel/lang/id.ts'
import { Problem, refusal, refuse } from '#kernel/lang/problem.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { whyNotShare } from '../rules.ts'
import { mayReadCitizen, mayShare, ofCitizen, ofCitizenAt } from './permissions.ts'

/** The unit that shares sees it, and the one that is shared with: what it may read, and on what ground. */
export const consentsOf = query(citizens.consentsOf, {
  may: ofCitizen(mayReadCitizen, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  read: ({ input, visible, offers }) => sql`
    select consent.id, consent.unit_id as "unitId", unit.name as "unitName", consent.what, consent.to_unit_id as "toUnitId", reader.name as "toUnitName",
      consent.to_whom as "toWhom", consent.basis, consent.law_reference as "lawReference", consent.from_on as "fromOn", consent.to_on as "toOn",
      consent.withdrawn_at as "withdrawnAt", employee.name as "recordedByName", consent.recorded_at as "recordedAt", consent.note, consent.version,
      case when consent.withdrawn_at is null then ${offers({ withdraw: mayShare }, sql`consent.unit_id`)} else '{}'::text[] end as permitted
    from citizens.consent
    join org.unit on unit.tenant_id = consent.tenant_id and unit.id = consent.unit_id
    left join org.unit reader on reader.tenant_id = consent.tenant_id and reader.id = consent.to_unit_id
    join org.employee on employee.tenant_id = consent.tenant_id and employee.id = consent.recorded_by
    where consent.tenant_id = kernel.here() and consent.citizen_id = ${input.citizenId}::uuid
      and (${visible(sql`consent.unit_id`)} or (${visible(sql`consent.to_unit_id`)} and consent.withdrawn_at is null))
    order by consent.recorded_at desc, consent.id limit 500`,
})

export const recordConsent = command(citizens.recordConsent, {
  may: ofCitizenAt(
    mayShare,
    (input) => input.citizenId,
    (input) => input.unitId,
  ),
  audit: (input) => ({
    place: input.unitId,
    person: input.citizenId,
    records: [input.id],
    about: { what: input.what, basis: input.basis },
  }),
  async run({ db, input, by, clock }) {
    refuse(whyNotShare(input))
    if (
      input.toUnitId &&
      !(await db.one(sql`select from org.unit where tenant_id = kernel.here() and id = ${input.toUnitId}`))
    )
      throw new Problem('not-found', 'kernel.not-found')
    const blankless = (words: string | null) => words?.trim() || null
    const made =
      await db.run(sql`insert into citizens.consent (id, citizen_id, unit_id, what, to_unit_id, to_whom, basis, law_reference, from_on, to_on, recorded_by, recorded_at, note)
      values (${input.id}, ${input.citizenId}, ${input.unitId}, ${input.what}, ${input.toUnitId}, ${blankless(input.toWhom)}, ${input.basis},
        ${blankless(input.lawReference)}, ${input.fromOn}, ${input.toOn}, ${by.id}, ${clock.now()}, ${blankless(input.note)})
      on conflict (tenant_id, id) do nothing`)
    if (!made) throw new Problem('refused', 'kernel.id-taken')
    return { id: input.id, version: 1 }
  },
  tell: (input) => [{ topic: 'citizens', place: input.toUnitId ?? input.unitId, subject: input.citizenId }],
})

/** Of the unit that shares, whether or not the citizen still uses it: a consent can always be taken back. */
const theConsent = <I extends { id: unknown }>(): Gate<I> => ({
  right: mayShare,
  rows: ({ input, visible, apart }) => sql`
    select consent.id from citizens.consent
    where consent.tenant_id = kernel.here() and consent.id = ${(input as { id: Blank }).id}::uuid and ${visible(sql`consent.unit_id`)}
      and not ${apart(sql`consent.citizen_id`)}`,
})

type Standing = { id: Id; citizenId: Id; unitId: Id; toUnitId: Id | null; isWithdrawn: boolean; version: number }
const consentById = (db: Db, id: Id) =>
  db.one<Standing>(sql`select id, citizen_id as "citizenId", unit_id as "unitId", to_unit_id as "toUnitId", withdrawn_at is not null as "isWithdrawn", version
    from citizens.consent where tenant_id = kernel.here() and id = ${id} for update`)

export const withdrawConsent = command(citizens.withdrawConsent, {
  may: theConsent(),
  about: (db, input) => consentById(db, input.id),
  audit: (input, about) => ({ place: about?.unitId, person: about?.citizenId, records: [input.id] }),
  async run({ db, input, about, by, clock }) {
    if (about.isWithdrawn) refuse(refusal('citizens.consent-withdrawn'))
    await db.run(sql`update citizens.consent set withdrawn_at = ${clock.now()}, withdrawn_by = ${by.id}, version = version + 1
      where tenant_id = kernel.here() and id = ${input.id}`)
    return { id: input.id, version: about.version + 1 }
  },
  tell: (_, about) => [{ topic: 'citizens', place: about.toUnitId ?? about.unitId, subject: about.citizenId }],
})
