import type { ProfileEffect } from '#features/profiles/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'

/** What the answers behind a proposal ask for beside values. */
const asked = (
  kind: 'task' | 'course' | 'ready',
  proposalId: Sql,
): Sql => sql`(select count(*)::int from clarification.consequence
  join clarification.round on round.tenant_id = consequence.tenant_id and round.id = consequence.round_id
  where consequence.tenant_id = kernel.here() and round.proposal_id = ${proposalId} and consequence.kind = ${sql.lit(kind)})`

export const clarificationEffects: readonly ProfileEffect[] = [
  {
    name: 'clarification.tasks',
    kind: 'touched',
    keys: [],
    count: ({ proposalId }) => asked('task', proposalId),
    said: { da: 'Opgaver, der følger af svarene: {count}', en: 'Tasks that follow from the answers: {count}' },
  },
  {
    name: 'clarification.courses',
    kind: 'touched',
    keys: [],
    count: ({ proposalId }) => asked('course', proposalId),
    said: { da: 'Kurser, som svarene beder om: {count}', en: 'Courses that the answers ask for: {count}' },
  },
  {
    name: 'clarification.ready',
    kind: 'touched',
    keys: [],
    count: ({ proposalId }) => asked('ready', proposalId),
    said: {
      da: 'Prøver, der følger af svarene og skal bestås før drift: {count}',
      en: 'Trials that follow from the answers, to be passed before go-live: {count}',
    },
  },
]
