import { legalGrounds } from '#features/org/legal-grounds.ts'
import { employeeName, unitName } from '#features/org/server/index.ts'
import { sql } from '#kernel/server/sql.ts'
import { choicesOf, type Telling, told } from '#kernel/server/telling.ts'
import { da } from '../text.da.ts'
import { en } from '../text.en.ts'

const grounds = Object.fromEntries(
  Object.entries(legalGrounds).map(([key, ground]) => [
    key,
    { da: `${ground.law}: ${ground.da}`, en: `${ground.law}: ${ground.en}` },
  ]),
)

const stays: Telling = {
  name: 'stays.stays',
  title: { da: 'Ophold og støtte', en: 'Stays and support' },
  tables: ['stays.stay'],
  layout: 'pairs',
  headedBy: 'unitName',
  fields: [
    told.place('unitName', 'Enhed', 'Unit'),
    told.choice('kind', 'Slags', 'Kind', choicesOf(da.kinds, en.kinds)),
    told.choice('legalGround', 'Lovgrundlag', 'Legal ground', grounds),
    told.day('startsOn', 'Fra', 'From'),
    told.day('endsOn', 'Til', 'To'),
    told.choice('endReason', 'Årsag', 'Reason', choicesOf(da.endedBy, en.endedBy)),
    told.id('externalId', 'Id i et tidligere system', 'Id in a former system'),
    told.id('version', 'Udgave', 'Version'),
    told.aside(told.instant('changedAt', 'Senest ændret', 'Last changed')),
    told.aside(told.plain('changedByName', 'Ændret af', 'Changed by')),
  ],
  rows: ({ id, fromOn, toOn }) => sql`
    select id::text, ${unitName(sql`stay.unit_id`)} as "unitName", kind, legal_ground as "legalGround", starts_on as "startsOn", ends_on as "endsOn",
      end_reason as "endReason", external_id as "externalId", version, changed_at as "changedAt", ${employeeName(sql`stay.changed_by`)} as "changedByName"
    from stays.stay where tenant_id = kernel.here() and citizen_id = ${id}::uuid
      and starts_on <= ${toOn}::date and (ends_on is null or ends_on >= ${fromOn}::date)
    order by starts_on, id`,
}

const attendance: Telling = {
  name: 'stays.attendance',
  title: { da: 'Fremmøde', en: 'Attendance' },
  tables: ['stays.attendance'],
  layout: 'table',
  fields: [
    told.day('day', 'Dag', 'Day'),
    told.place('unitName', 'Enhed', 'Unit'),
    told.yesNo('here', 'Kom', 'Came'),
    told.instant('markedAt', 'Skrevet', 'Recorded'),
    told.plain('markedByName', 'Skrevet af', 'Recorded by'),
  ],
  rows: ({ id, fromOn, toOn }) => sql`
    select unit_id || ' ' || day as id, day, ${unitName(sql`attendance.unit_id`)} as "unitName", here, marked_at as "markedAt", ${employeeName(sql`attendance.marked_by`)} as "markedByName"
    from stays.attendance where tenant_id = kernel.here() and citizen_id = ${id}::uuid and day between ${fromOn}::date and ${toOn}::date
    order by day, unit_id`,
}

export const staysTold: readonly Telling[] = [stays, attendance]
