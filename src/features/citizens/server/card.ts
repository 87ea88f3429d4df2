import { type Seeing, today } from '#kernel/server/permission.ts'
import { sql } from '#kernel/server/sql.ts'
import { query } from '#kernel/server/use-case.ts'
import { citizens } from '../contract.ts'
import { commonColumns, isHidden, wholeWarnings } from './lines.ts'
import {
  mayBar,
  mayKeepCitizen,
  mayKeepContact,
  mayReadCitizen,
  mayReveal,
  mayShare,
  mayWarn,
  ofCitizen,
  offersOfCitizen,
} from './permissions.ts'
import { seesAt } from './sharing.ts'
import { tiedOn } from './ties.ts'

const acts = {
  bar: mayBar,
  change: mayKeepCitizen,
  contact: mayKeepContact,
  reveal: mayReveal,
  share: mayShare,
  warn: mayWarn,
}

const contacts = sql`(select coalesce(json_agg(json_build_object('id', contact.id, 'kind', contact.kind, 'name', contact.name, 'relation', contact.relation,
    'phone', contact.phone, 'note', contact.note, 'version', contact.version) order by contact.kind, contact.name), '[]')
  from citizens.contact where contact.tenant_id = kernel.here() and contact.citizen_id = citizen.id and contact.ended_at is null)`

/** Only at units within reach: the name of another unit's employee would tell where the citizen also is. */
const contactPersons = (asked: Seeing) => sql`(
  select coalesce(json_agg(json_build_object('employeeId', employee.id, 'name', employee.name, 'unitId', own.unit_id) order by employee.name), '[]')
  from citizens.contact_person own join org.employee on employee.tenant_id = own.tenant_id and employee.id = own.employee_id
  where own.tenant_id = kernel.here() and own.citizen_id = citizen.id and ${tiedOn(sql`own`, today)} and ${seesAt(asked, sql`own.unit_id`, sql`own.citizen_id`)})`

/** The whole card in one statement. What is hidden is not in the answer at all. */
export const card = query(citizens.card, {
  may: ofCitizen(mayReadCitizen, (input) => input.citizenId),
  audit: (input) => ({ person: input.citizenId }),
  records: sql`select id from rows`,
  read: (asked) => sql`
    select ${commonColumns(asked)}, citizen.given_name as "givenName", citizen.family_name as "familyName", citizen.preferred_name as "preferredName",
      citizen.pronoun, citizen.number is not null as "hasNumber",
      case when not ${isHidden(today)} then citizen.address end as address, case when not ${isHidden(today)} then citizen.phone end as phone,
      citizen.protected_until as "protectedUntil", citizen.about, ${contacts} as contacts, ${wholeWarnings(asked)} as warnings,
      ${contactPersons(asked)} as "contactPersons", citizen.version,
      ${offersOfCitizen(asked, (place) => asked.offers(acts, place), sql`citizen.id`)} as permitted
    from citizens.citizen
    where citizen.tenant_id = kernel.here() and citizen.id = (select id from may)`,
})
