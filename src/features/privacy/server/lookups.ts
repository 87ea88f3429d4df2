import { roles } from '#features/org/roles.ts'
import { employeeName } from '#features/org/server/index.ts'
import { lookupsOf } from '#features/oversight/server/index.ts'
import type { Sentence } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Subject, type Telling, told } from '#kernel/server/telling.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { acts, outcomes, purposes, relations, roleNames, roomOf } from '../acts.ts'

/** What was done, in words: its own, or the room's and whether it was read or changed. */
function actWords(useCases: readonly UseCase[]): Record<string, Sentence> {
  const worded = useCases.map(({ contract, kind }): [string, Sentence] => {
    const room = roomOf(contract.name)
    const verb = kind === 'query' ? { da: 'set', en: 'seen' } : { da: 'ændret', en: 'changed' }
    return [contract.name, acts[contract.name] ?? { da: `${room.da}: ${verb.da}`, en: `${room.en}: ${verb.en}` }]
  })
  return { ...Object.fromEntries(worded), ...acts }
}

/** A purpose that was typed when something hidden was shown stands with what was said of the act. */
const lookups = ({ id, fromOn, toOn }: Subject, withNames: boolean) => sql`
  select look.seq::text as id, look.at, look.action, look.roles, look."unitName", look.relation,
    coalesce(look.purpose, (select about ->> 'reason' from kernel.audit where audit.tenant_id = kernel.here() and audit.seq = look.seq)) as purpose,
    look.outcome${withNames ? sql`, ${employeeName(sql`look."actorId"`)} as "actorName"` : sql``}
  from (${lookupsOf(id, fromOn, toOn)}) look order by look.seq`

/** Without names by default: the citizen has a right to when and why, and to who only where it is needed (C-579/21). */
export const lookupsTold = (useCases: readonly UseCase[], withNames: boolean): Telling => ({
  name: 'privacy.lookups',
  title: { da: 'Opslag: hvem har set', en: 'Look-ups: who has looked' },
  lead: {
    da: 'Hver gang nogen har set eller ændret noget om dig: hvornår, i hvilken rolle og på hvilken enhed.',
    en: 'Each time somebody saw or changed something about you: when, in which role and at which unit.',
  },
  tables: ['kernel.audit', 'kernel.seen'],
  untold: {
    'kernel.seen.subject_id': 'the citizen',
    'kernel.audit.actor_id': 'who it was is told only where the person who answers has decided so',
    'kernel.audit.session_id': 'a device’s session; says nothing about the citizen',
    'kernel.audit.subject_id': 'the citizen',
    'kernel.audit.records': 'which rows were shown; they are told themselves',
    'kernel.audit.subjects': 'who else was shown at the same time',
    'kernel.audit.era': 'when the row was stored, for the seal',
    'kernel.audit.tx': 'when the row was stored, for the seal',
    'kernel.audit.code': 'why it was refused, for the machine; that it was is told',
  },
  layout: 'table',
  fields: [
    told.instant('at', 'Hvornår', 'When'),
    told.choice('action', 'Hvad', 'What', actWords(useCases)),
    told.choice('roles', 'Rolle', 'Role', Object.fromEntries(roles.map((role) => [role, roleNames[role]]))),
    told.place('unitName', 'Enhed', 'Unit'),
    told.choice('relation', 'Hvorfor kunne de', 'Through what', relations),
    { ...told.words('purpose', 'Formål', 'Purpose'), choices: purposes },
    told.choice('outcome', 'Udfald', 'Outcome', outcomes),
    ...(withNames ? [told.plain('actorName', 'Hvem', 'Who')] : []),
  ],
  rows: (subject) => lookups(subject, withNames),
})
