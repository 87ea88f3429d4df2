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

export const exchangeTold: readonly Telling[] = [received]
