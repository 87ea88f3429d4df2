import type { Day, Instant } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import type { Effect } from '../contract.ts'
import type { SettingKey } from '../settings.ts'

export type Doer = { readonly id: Id; readonly at: Instant }

/** What a feature above tells of a change of set-up, before it is applied. Composed in app/profile-effects.ts. */
export type ProfileEffect = Pick<Effect, 'name' | 'kind'> & {
  /** The settings it follows; it is asked only when one of them changes. None: whenever anything does. */
  readonly keys: readonly SettingKey[]
  /** A whole number, of a unit on a day. One scalar expression; `proposalId` may be asked for the proposed values. */
  readonly count: (asked: { unitId: Sql; fromOn: Sql; proposalId: Sql }) => Sql
  /** `{count}` stands for the number. */
  readonly said: { readonly da: string; readonly en: string }
}

/** Records that were made because of a change that holds: while there are any it is not undone. */
export type ProfileLeaning = {
  readonly name: string
  /** A whole number: records made in the unit since the change because of what it brought. */
  readonly count: (asked: { unitId: Sql; changeId: Sql; appliedAt: Sql }) => Sql
}

/** What a feature above makes of a change of set-up, or takes back with it, in its transaction. Runs after each apply and undo. */
export type ProfileFollowing = {
  /** The topic its screens hear. */
  readonly topic: string
  readonly follow: (db: Db, unitId: Id, by: Doer, today: Day) => Promise<void>
}

/** Told of every change: who works there. */
export const staffEffects: readonly ProfileEffect[] = [
  {
    name: 'profiles.colleagues',
    kind: 'touched',
    keys: [],
    count: ({ unitId, fromOn }) => sql`(select count(distinct role_grant.employee_id) from org.role_grant
      join org.employee on employee.tenant_id = role_grant.tenant_id and employee.id = role_grant.employee_id
      where role_grant.tenant_id = kernel.here() and role_grant.unit_id = ${unitId} and role_grant.starts_on <= ${fromOn}
        and (role_grant.ends_on is null or role_grant.ends_on >= ${fromOn}) and (employee.employed_to is null or employee.employed_to >= ${fromOn}))`,
    said: { da: '{count} kolleger møder noget nyt.', en: '{count} colleagues meet something new.' },
  },
]
