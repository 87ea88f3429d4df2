import type { ProfileEffect } from '#features/profiles/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { isOn, saysOn } from './set-up.ts'
import { isTrained, staff } from './staff.ts'

type Asked = Parameters<ProfileEffect['count']>[0]

const willBeOn = (key: Sql, { proposalId }: Asked): Sql => sql`exists (select from profiles.proposed
  where proposed.tenant_id = kernel.here() and proposed.proposal_id = ${proposalId} and proposed.key = ${key} and ${saysOn(sql`proposed.value`)})`

/** Courses that a setting asks for, which the proposal turns on, or off. */
const turned = (to: 'on' | 'off', asked: Asked): Sql => {
  const key = sql`course.setting_key`
  const [is, becomes] = [isOn(asked.unitId, key, asked.fromOn), willBeOn(key, asked)]
  return sql`(select count(*)::int from training.course
    join org.branch on branch.tenant_id = course.tenant_id and branch.above_id = course.place_id and branch.unit_id = ${asked.unitId}
    where course.tenant_id = kernel.here() and course.setting_key is not null and ${to === 'on' ? sql`not ${is} and ${becomes}` : sql`${is} and not ${becomes}`})`
}

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
  {
    name: 'training.courses-new',
    kind: 'touched',
    keys: [],
    count: (asked) => turned('on', asked),
    said: {
      da: 'Kurser, der kommer til, fordi noget slås til: {count}',
      en: 'Courses added, because something is turned on: {count}',
    },
  },
  {
    name: 'training.courses-gone',
    kind: 'touched',
    keys: [],
    count: (asked) => turned('off', asked),
    said: {
      da: 'Kurser, der falder bort, fordi noget slås fra: {count}',
      en: 'Courses that fall away, because something is turned off: {count}',
    },
  },
]
