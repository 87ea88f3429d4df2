import type { Sql } from '#kernel/server/sql.ts'
import type { Effect } from '../contract.ts'
import type { SettingKey } from '../settings.ts'

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
