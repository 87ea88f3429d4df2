import type { ProfileEffect } from '#features/profiles/server/index.ts'
import { sql } from '#kernel/server/sql.ts'
import { isTrained, staff } from './staff.ts'

/** What a change of set-up means to those who have had the course, and to sessions that are planned in it. */
export const trainingEffects: readonly ProfileEffect[] = [
  {
    name: 'training.briefing',
    kind: 'touched',
    keys: [],
    count: ({ unitId, fromOn }) => sql`(select count(*)::int from (${staff(fromOn)}) staff
      where staff.unit_id = ${unitId} and ${isTrained(sql`staff.employee_id`)})`,
    said: {
      da: '{count} har haft kurset og får fem minutter om det nye; ingen skal på kurset igen',
      en: '{count} have had the course and get five minutes on what is new; nobody takes the course again',
    },
  },
  {
    name: 'training.sessions',
    kind: 'touched',
    keys: [],
    count: ({ unitId, fromOn }) => sql`(select count(*)::int from training.session
      join training.session_unit asked on asked.tenant_id = session.tenant_id and asked.session_id = session.id and asked.unit_id = ${unitId}
      where session.tenant_id = kernel.here() and session.cancelled_because is null and session.starts_at >= ${fromOn})`,
    said: {
      da: '{count} hold er planlagt, og holdes i den nye opsætning',
      en: '{count} sessions are planned, and will be held in the new set-up',
    },
  },
]
