import { employeeName } from '#features/org/server/index.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Telling, told } from '#kernel/server/telling.ts'

/** That somebody asked, and what was answered. */
export const privacyTold: readonly Telling[] = [
  {
    name: 'privacy.requests',
    title: { da: 'Anmodninger om indsigt', en: 'Requests to see' },
    tables: ['privacy.request'],
    untold: {
      'privacy.request.task_id': 'the task to answer, which is told on its own',
      'privacy.request.state': 'open or closed, as the day of closing says',
      'privacy.request.looked_at': 'a step on the way to the answer',
      'privacy.request.version': 'counts changes; says nothing about the citizen',
    },
    layout: 'pairs',
    headedBy: 'kind',
    fields: [
      told.choice('kind', 'Ret', 'Right', {
        'gdpr-access': { da: 'indsigt i egne oplysninger', en: 'access to one’s own data' },
        'file-access': { da: 'aktindsigt', en: 'access to files' },
        'health-record-access': { da: 'aktindsigt i journal', en: 'access to the health record' },
      }),
      told.choice('requester', 'Hvem spurgte', 'Who asked', {
        citizen: { da: 'borgeren selv', en: 'the citizen' },
        guardian: { da: 'værge', en: 'guardian' },
        representative: { da: 'partsrepræsentant', en: 'representative' },
        authority: { da: 'myndighed', en: 'authority' },
      }),
      told.words('requesterNote', 'Med hvilken ret', 'By what right'),
      told.day('fromOn', 'Periode fra', 'Period from'),
      told.day('toOn', 'Periode til', 'Period to'),
      told.day('receivedOn', 'Modtaget', 'Received'),
      told.day('dueOn', 'Svarfrist', 'Answer due'),
      told.instant('askedAt', 'Skrevet', 'Recorded'),
      told.plain('askedByName', 'Skrevet af', 'Recorded by'),
      told.choice('outcome', 'Svar', 'Answer', {
        'handed-over': { da: 'udleveret', en: 'handed over' },
        partly: { da: 'delvist udleveret', en: 'partly handed over' },
        refused: { da: 'afslået', en: 'refused' },
        'taken-back': { da: 'trukket tilbage', en: 'taken back' },
      }),
      told.words('closeNote', 'Hvorfor', 'Why'),
      told.instant('closedAt', 'Afsluttet', 'Closed'),
      told.plain('closedByName', 'Afsluttet af', 'Closed by'),
    ],
    rows: ({ id, from, until }) => sql`
      select id::text, kind, requester, requester_note as "requesterNote", from_on as "fromOn", to_on as "toOn", received_on as "receivedOn", due_on as "dueOn",
        asked_at as "askedAt", ${employeeName(sql`request.asked_by`)} as "askedByName", outcome, close_note as "closeNote", closed_at as "closedAt",
        ${employeeName(sql`request.closed_by`)} as "closedByName"
      from privacy.request where tenant_id = kernel.here() and citizen_id = ${id}::uuid and asked_at >= ${from}::timestamptz and asked_at < ${until}::timestamptz
      order by asked_at, id`,
  },
  {
    name: 'privacy.preservations',
    title: { da: 'Bevaring', en: 'Preservation' },
    tables: ['privacy.preservation'],
    layout: 'table',
    fields: [
      told.words('reason', 'Hvorfor', 'Why'),
      told.instant('keptAt', 'Fra', 'From'),
      told.plain('keptByName', 'Skrevet af', 'Recorded by'),
      told.instant('endedAt', 'Til', 'Until'),
      told.plain('endedByName', 'Ophævet af', 'Ended by'),
    ],
    rows: ({ id, from, until }) => sql`
      select id::text, reason, kept_at as "keptAt", ${employeeName(sql`preservation.kept_by`)} as "keptByName", ended_at as "endedAt",
        ${employeeName(sql`preservation.ended_by`)} as "endedByName"
      from privacy.preservation where tenant_id = kernel.here() and citizen_id = ${id}::uuid and kept_at >= ${from}::timestamptz and kept_at < ${until}::timestamptz
      order by kept_at, id`,
  },
]
