import type { RetentionClass } from '#features/privacy/retention.ts'

/** How long what a feature holds about citizens is kept. A feature that holds something and is not here fails the house test. */
export const keptAs: Readonly<Record<string, RetentionClass>> = {
  citizens: 'social-record',
  stays: 'social-record',
  journal: 'social-record',
  orders: 'social-record',
  goals: 'social-record',
  assessments: 'social-record',
  reports: 'social-record',
  exchange: 'case-work',
  documents: 'social-record',
  tasks: 'case-work',
  privacy: 'case-work',
  access: 'log',
  oversight: 'log',
  kernel: 'log',
}

/** Tables that are kept otherwise than the rest of their feature. */
export const keptApart: Readonly<Record<string, RetentionClass>> = {
  'citizens.personal_access': 'log',
  'journal.draft': 'working-paper',
  'journal.reading': 'working-paper',
  'reports.editing': 'working-paper',
  'privacy.finding': 'working-paper',
  'privacy.place': 'working-paper',
  'privacy.deletion_step': 'working-paper',
  'privacy.package_part': 'copy',
}
