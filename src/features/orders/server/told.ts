import { employeeName, unitName } from '#features/org/server/index.ts'
import { sql } from '#kernel/server/sql.ts'
import { choicesOf, type Telling, told } from '#kernel/server/telling.ts'
import { da } from '../text.da.ts'
import { en } from '../text.en.ts'

const order: Telling = {
  name: 'orders.orders',
  title: { da: 'Bestillinger fra myndigheden', en: 'Orders from the authority' },
  tables: ['orders."order"'],
  untold: { 'orders."order".file_id': 'the letter is told among the files' },
  layout: 'pairs',
  headedBy: 'authorityName',
  fields: [
    told.plain('authorityName', 'Myndighed', 'Authority'),
    told.place('unitName', 'Enhed', 'Unit'),
    told.choice('source', 'Kom som', 'Came as', choicesOf(da.source, en.source)),
    told.choice('status', 'Status', 'Status', choicesOf(da.statuses, en.statuses)),
    told.words('purpose', 'Indsatsformål', 'Purpose'),
    told.words('objective', 'Dine mål og ønsker', 'Your goals and wishes'),
    told.day('orderedOn', 'Skrevet den', 'Written on'),
    told.day('startsOn', 'Fra', 'From'),
    told.day('endsOn', 'Til', 'To'),
    told.plain('authorityCode', 'Kommunekode', 'Municipality code'),
    told.plain('caseNumber', 'Sagsnummer', 'Case number'),
    told.plain('offerType', 'Tilbudstype (FFB-kode)', 'Type of offer (FFB code)'),
    told.plain('supportNeed', 'Støttebehov (FFB-kode)', 'Need of support (FFB code)'),
    told.day('followUpOn', 'Næste opfølgning', 'Next follow-up'),
    told.number('followUpEveryMonths', 'Måneder mellem opfølgninger', 'Months between follow-ups'),
    told.id('codeVersion', 'Udgave af FFB', 'Version of FFB'),
    told.id('foreignId', 'Id hos myndigheden', 'Id at the authority'),
    told.id('version', 'Udgave', 'Version'),
    told.aside(told.instant('receivedAt', 'Modtaget', 'Received')),
    told.aside(told.plain('receivedByName', 'Modtaget af', 'Received by')),
    told.aside(told.instant('changedAt', 'Senest ændret', 'Last changed')),
  ],
  rows: ({ id, until }) => sql`
    select id::text, ${unitName(sql`"order".unit_id`)} as "unitName", source, status, purpose, objective, ordered_on as "orderedOn", starts_on as "startsOn",
      ends_on as "endsOn", authority_name as "authorityName", authority_code as "authorityCode", case_number as "caseNumber", offer_type as "offerType",
      support_need as "supportNeed", follow_up_on as "followUpOn", follow_up_every_months as "followUpEveryMonths", code_version as "codeVersion",
      foreign_id as "foreignId", version, received_at as "receivedAt", coalesce(received_by_name, ${employeeName(sql`"order".received_by`)}) as "receivedByName", changed_at as "changedAt"
    from orders.order where tenant_id = kernel.here() and citizen_id = ${id}::uuid and received_at < ${until}::timestamptz order by ordered_on, id`,
}

const goals: Telling = {
  name: 'orders.goals',
  title: { da: 'Indsatsmål', en: 'Goals of the authority' },
  tables: ['orders.order_goal'],
  layout: 'pairs',
  headedBy: 'text',
  fields: [
    told.words('text', 'Indsatsmål', 'Goal'),
    told.plain('themeCode', 'Undertema (FFB-kode)', 'Sub-theme (FFB code)'),
    told.plain('otherThemeCodes', 'Andre undertemaer (FFB-koder)', 'Other sub-themes (FFB codes)'),
    told.number('levelStart', 'Niveau ved bestillingen', 'Level when ordered'),
    told.number('levelWanted', 'Ønsket niveau', 'Level wanted'),
    told.choice('direction', 'Måltype', 'Direction', choicesOf(da.directions, en.directions)),
    told.choice('status', 'Status', 'Status', choicesOf(da.goalStatuses, en.goalStatuses)),
    told.instant('endedAt', 'Udgået', 'Left out'),
    told.id('orderId', 'Bestilling', 'Order'),
    told.id('foreignId', 'Id hos myndigheden', 'Id at the authority'),
    told.id('sort', 'Nummer', 'Number'),
  ],
  rows: ({ id, until }) => sql`
    select goal.id::text, goal.order_id::text as "orderId", goal.foreign_id as "foreignId", goal.sort, goal.text, goal.theme_code as "themeCode",
      array_to_string(goal.other_theme_codes, ', ') as "otherThemeCodes", goal.level_start as "levelStart", goal.level_wanted as "levelWanted", goal.direction,
      goal.status, goal.ended_at as "endedAt"
    from orders.order_goal goal join orders.order on "order".tenant_id = kernel.here() and "order".id = goal.order_id
    where goal.tenant_id = kernel.here() and "order".citizen_id = ${id}::uuid and "order".received_at < ${until}::timestamptz
    order by "order".ordered_on, goal.order_id, goal.sort, goal.id`,
}

const interventions: Telling = {
  name: 'orders.interventions',
  title: { da: 'Bestilte ydelser', en: 'Interventions ordered' },
  tables: ['orders.intervention'],
  layout: 'pairs',
  headedBy: 'text',
  fields: [
    told.words('text', 'Ydelse', 'Intervention'),
    told.words('instruction', 'Handlingsanvisning', 'Instruction'),
    told.plain('code', 'FFB-kode', 'FFB code'),
    told.plain('status', 'Status', 'Status'),
    told.day('startsOn', 'Fra', 'From'),
    told.day('endsOn', 'Til', 'To'),
    told.instant('endedAt', 'Udgået', 'Left out'),
    told.id('orderId', 'Bestilling', 'Order'),
    told.id('goalId', 'Indsatsmål', 'Goal'),
    told.id('foreignId', 'Id hos myndigheden', 'Id at the authority'),
    told.id('sort', 'Nummer', 'Number'),
  ],
  rows: ({ id, until }) => sql`
    select given.id::text, given.order_id::text as "orderId", given.goal_id::text as "goalId", given.foreign_id as "foreignId", given.sort, given.code, given.text,
      given.instruction, given.status, given.starts_on as "startsOn", given.ends_on as "endsOn", given.ended_at as "endedAt"
    from orders.intervention given join orders.order on "order".tenant_id = kernel.here() and "order".id = given.order_id
    where given.tenant_id = kernel.here() and "order".citizen_id = ${id}::uuid and "order".received_at < ${until}::timestamptz
    order by "order".ordered_on, given.order_id, given.sort, given.id`,
}

const parts: Telling = {
  name: 'orders.parts',
  title: { da: 'Andet i bestillingen', en: 'What else the order says' },
  tables: ['orders.part'],
  layout: 'pairs',
  headedBy: 'kind',
  fields: [
    told.choice('kind', 'Slags', 'Kind', choicesOf(da.partKinds, en.partKinds)),
    told.words('name', 'Navn', 'Name'),
    told.plain('role', 'Rolle', 'Role'),
    told.plain('phone', 'Telefon', 'Phone'),
    told.words('text', 'Tekst', 'Text'),
    told.plain('code', 'Kode', 'Code'),
    told.number('rank', 'Rang', 'Rank'),
    told.number('level', 'Niveau', 'Level'),
    told.day('saidOn', 'Dag', 'Day'),
    told.instant('endedAt', 'Udgået', 'Left out'),
    told.id('orderId', 'Bestilling', 'Order'),
    told.id('foreignId', 'Id hos myndigheden', 'Id at the authority'),
    told.id('sort', 'Nummer', 'Number'),
  ],
  rows: ({ id, until }) => sql`
    select part.id::text, part.order_id::text as "orderId", part.foreign_id as "foreignId", part.sort, part.kind, part.name, part.role, part.phone, part.text,
      part.code, part.rank, part.level, part.said_on as "saidOn", part.ended_at as "endedAt", part.kind in ('relative', 'guardian', 'consent') as about_others
    from orders.part join orders.order on "order".tenant_id = kernel.here() and "order".id = part.order_id
    where part.tenant_id = kernel.here() and "order".citizen_id = ${id}::uuid and "order".received_at < ${until}::timestamptz
    order by "order".ordered_on, part.order_id, part.sort, part.id`,
}

const revisions: Telling = {
  name: 'orders.revisions',
  title: { da: 'Udgaver af bestillinger', en: 'Versions of orders' },
  tables: ['orders.revision'],
  untold: { 'orders.revision.received_by': 'whoever received it is told with the order' },
  layout: 'pairs',
  fields: [
    told.number('number', 'Udgave', 'Version'),
    told.choice('state', 'Hvad der blev af den', 'What came of it', choicesOf(da.revisionStates, en.revisionStates)),
    told.words('differences', 'Forskelle fra den før', 'Differences from the one before'),
    told.words('content', 'Hele udgaven', 'The whole version'),
    told.instant('receivedAt', 'Modtaget', 'Received'),
    told.instant('decidedAt', 'Taget stilling', 'Decided'),
    told.plain('decidedByName', 'Af', 'By'),
    told.words('decidedBecause', 'Fordi', 'Because'),
    told.id('orderId', 'Bestilling', 'Order'),
  ],
  rows: ({ id, until }) => sql`
    select revision.id::text, revision.order_id::text as "orderId", revision.number, revision.state, revision.differences::text as differences,
      revision.content::text as content, revision.received_at as "receivedAt", revision.decided_at as "decidedAt",
      coalesce(revision.decided_by_name, ${employeeName(sql`revision.decided_by`)}) as "decidedByName", revision.decided_because as "decidedBecause"
    from orders.revision join orders.order on "order".tenant_id = kernel.here() and "order".id = revision.order_id
    where revision.tenant_id = kernel.here() and "order".citizen_id = ${id}::uuid and revision.received_at < ${until}::timestamptz
    order by "order".ordered_on, revision.order_id, revision.number`,
}

const attachments: Telling = {
  name: 'orders.attachments',
  title: { da: 'Bilag til bestillinger', en: 'Attachments of orders' },
  lead: {
    da: 'Bilagene selv ligger blandt filerne.',
    en: 'The attachments themselves are among the files.',
  },
  tables: ['orders.attachment'],
  layout: 'table',
  fields: [
    told.words('name', 'Navn', 'Name'),
    told.words('text', 'Om bilaget', 'About it'),
    told.yesNo('stands', 'Gælder', 'Stands'),
    told.id('orderId', 'Bestilling', 'Order'),
    told.id('revisionId', 'Udgave', 'Version'),
    told.id('foreignId', 'Id hos myndigheden', 'Id at the authority'),
    told.id('sort', 'Nummer', 'Number'),
  ],
  rows: ({ id, until }) => sql`
    select attachment.file_id::text as id, attachment.name, attachment.text, attachment.stands, attachment.order_id::text as "orderId",
      attachment.revision_id::text as "revisionId", attachment.foreign_id as "foreignId", attachment.sort
    from orders.attachment join orders.order on "order".tenant_id = kernel.here() and "order".id = attachment.order_id
      join orders.revision on revision.tenant_id = kernel.here() and revision.id = attachment.revision_id
    where attachment.tenant_id = kernel.here() and "order".citizen_id = ${id}::uuid and revision.received_at < ${until}::timestamptz
    order by "order".ordered_on, attachment.order_id, attachment.sort, attachment.file_id`,
}

export const ordersTold: readonly Telling[] = [order, goals, interventions, parts, revisions, attachments]
