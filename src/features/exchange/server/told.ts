import { employeeName } from '#features/org/server/index.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Telling, told } from '#kernel/server/telling.ts'

const received: Telling = {
  name: 'exchange.received',
  title: { da: 'Beskeder modtaget om dig', en: 'Messages received about you' },
  tables: ['exchange.received'],
  untold: {
    'exchange.received.sha256': 'a checksum of the content, which is told',
    'exchange.received.notes': 'what was said to whoever took it in; nothing about the citizen',
  },
  layout: 'pairs',
  headedBy: 'fileName',
  fields: [
    told.plain('fileName', 'Fil', 'File'),
    told.choice('kind', 'Slags', 'Kind', {
      order: { da: 'bestilling', en: 'order' },
      report: { da: 'indberetning', en: 'report' },
      status: { da: 'status', en: 'status' },
      single: { da: 'enkelt oplysning', en: 'single record' },
    }),
    told.words('content', 'Indhold', 'Content'),
    told.instant('receivedAt', 'Modtaget', 'Received'),
    told.aside(told.plain('receivedByName', 'Modtaget af', 'Received by')),
    told.id('foreignKey', 'Id hos afsenderen', 'Id at the sender'),
    told.id('orderId', 'Bestilling', 'Order'),
    told.id('revisionId', 'Udgave', 'Version'),
  ],
  rows: ({ id, from, until }) => sql`
    select id::text, kind, file_name as "fileName", content::text as content, received_at as "receivedAt", ${employeeName(sql`received.received_by`)} as "receivedByName",
      foreign_key as "foreignKey", order_id::text as "orderId", revision_id::text as "revisionId", true as about_others
    from exchange.received where tenant_id = kernel.here() and citizen_id = ${id}::uuid
      and received_at >= ${from}::timestamptz and received_at < ${until}::timestamptz order by received_at, id`,
}

const items: Telling = {
  name: 'exchange.items',
  title: { da: 'Det, der indberettes om dig', en: 'What is reported about you' },
  tables: ['exchange.item'],
  layout: 'pairs',
  headedBy: 'kind',
  fields: [
    told.plain('kind', 'Slags', 'Kind'),
    told.plain('content', 'Koder og datoer', 'Codes and days'),
    told.yesNo('withdrawn', 'Trukket tilbage som fejl', 'Withdrawn as an error'),
    told.id('version', 'Udgave', 'Version'),
    told.id('reportedVersion', 'Senest indberettet udgave', 'Version last reported'),
    told.aside(told.instant('changedAt', 'Senest ændret', 'Last changed')),
    told.aside(told.plain('changedByName', 'Ændret af', 'Changed by')),
  ],
  rows: ({ id, until }) => sql`
    select id::text, kind, content::text as content, withdrawn, version, reported_version as "reportedVersion", changed_at as "changedAt",
      ${employeeName(sql`item.changed_by`)} as "changedByName"
    from exchange.item where tenant_id = kernel.here() and citizen_id = ${id}::uuid and changed_at < ${until}::timestamptz order by changed_at, id`,
}

const outgoing: Telling = {
  name: 'exchange.outgoing',
  title: { da: 'Sendt om dig', en: 'Sent about you' },
  tables: ['exchange.outgoing'],
  untold: {
    'exchange.outgoing.last_error': 'what the network said; nothing about the citizen',
    'exchange.outgoing.attempts': 'how often it was tried',
    'exchange.outgoing.next_at': 'when it is tried next',
  },
  layout: 'pairs',
  headedBy: 'kind',
  fields: [
    told.choice('kind', 'Slags', 'Kind', {
      order: { da: 'bestilling', en: 'order' },
      report: { da: 'indberetning', en: 'report' },
      status: { da: 'status', en: 'status' },
    }),
    told.choice('state', 'Tilstand', 'State', {
      waiting: { da: 'venter', en: 'waiting' },
      sent: { da: 'sendt', en: 'sent' },
      refused: { da: 'afvist af modtageren', en: 'refused by the receiver' },
    }),
    told.words('content', 'Indhold', 'Content'),
    told.instant('madeAt', 'Lavet', 'Made'),
    told.instant('sentAt', 'Sendt', 'Sent'),
    told.aside(told.plain('madeByName', 'Lavet af', 'Made by')),
  ],
  rows: ({ id, from, until }) => sql`
    select id::text, kind, state, content::text as content, made_at as "madeAt", sent_at as "sentAt", ${employeeName(sql`outgoing.made_by`)} as "madeByName"
    from exchange.outgoing where tenant_id = kernel.here() and citizen_id = ${id}::uuid
      and made_at >= ${from}::timestamptz and made_at < ${until}::timestamptz order by made_at, id`,
}

export const exchangeTold: readonly Telling[] = [received, items, outgoing]
