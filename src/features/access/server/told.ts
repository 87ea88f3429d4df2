import { employeeName } from '#features/org/server/index.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Telling, told } from '#kernel/server/telling.ts'

const unnamed = 'look-ups are told without names'

const emergencies: Telling = {
  name: 'access.emergencies',
  title: { da: 'Hvorfor nogen tog nødadgang', en: 'Why somebody took emergency access' },
  lead: {
    da: 'En medarbejder, der ellers ikke kan se dig, åbnede i en nødsituation. En leder har set på det bagefter.',
    en: 'An employee who cannot otherwise see you opened in an emergency. A leader has looked at it afterwards.',
  },
  tables: ['access.emergency', 'access.review'],
  untold: {
    'access.emergency.employee_id': unnamed,
    'access.emergency.seeking_id': 'how the citizen was found, which is told on its own',
    'access.review.emergency_id': 'the emergency it is told with',
  },
  layout: 'pairs',
  headedBy: 'openedAt',
  fields: [
    told.instant('openedAt', 'Fra', 'From'),
    told.instant('untilAt', 'Til', 'Until'),
    told.words('reason', 'Grund', 'Reason'),
    told.place('unitNames', 'Enheder, der fik besked', 'Units that were told'),
    told.instant('reviewedAt', 'Set efter', 'Looked at'),
    told.plain('reviewedByName', 'Af', 'By'),
    told.choice('outcome', 'Vurdering', 'Judgement', {
      needed: { da: 'det var nødvendigt', en: 'it was needed' },
      understandable: { da: 'det var til at forstå', en: 'it could be understood' },
      'not-needed': { da: 'det var ikke nødvendigt', en: 'it was not needed' },
    }),
    told.words('note', 'Hvad der blev gjort', 'What was done'),
  ],
  rows: ({ id, from, until }) => sql`
    select emergency.id::text, emergency.opened_at as "openedAt", emergency.until_at as "untilAt", emergency.reason,
      (select string_agg(unit.name, ', ' order by unit.name) from org.unit where unit.tenant_id = kernel.here() and unit.id = any (emergency.unit_ids)) as "unitNames",
      review.reviewed_at as "reviewedAt", ${employeeName(sql`review.reviewed_by`)} as "reviewedByName", review.outcome, review.note
    from access.emergency left join access.review on review.tenant_id = emergency.tenant_id and review.emergency_id = emergency.id
    where emergency.tenant_id = kernel.here() and emergency.citizen_id = ${id}::uuid
      and emergency.opened_at < ${until}::timestamptz and emergency.until_at >= ${from}::timestamptz
    order by emergency.opened_at, emergency.id`,
}

const seekings: Telling = {
  name: 'access.seekings',
  title: { da: 'Søgt frem til nødadgang', en: 'Sought for emergency access' },
  tables: ['access.seeking'],
  untold: { 'access.seeking.employee_id': unnamed },
  layout: 'table',
  fields: [
    told.instant('soughtAt', 'Hvornår', 'When'),
    told.yesNo('byNumber', 'Med hele nummeret', 'By the whole number'),
  ],
  rows: ({ id, from, until }) => sql`
    select id::text, sought_at as "soughtAt", by_number as "byNumber" from access.seeking
    where tenant_id = kernel.here() and found @> array[${id}::uuid] and sought_at >= ${from}::timestamptz and sought_at < ${until}::timestamptz
    order by sought_at, id`,
}

export const accessTold: readonly Telling[] = [emergencies, seekings]
