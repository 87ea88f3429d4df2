import { goLiveOf } from '#features/plan/server/index.ts'
import type { SettingKey } from '#features/profiles/contract.ts'
import type { ProfileEffect } from '#features/profiles/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import type { ResetBy } from '../rules.ts'
import { measured } from './measures.ts'
import { screenKeys } from './readiness.ts'

type Asked = Parameters<ProfileEffect['count']>[0]

/** Checks that somebody has seen in order and must see again; what the house works out itself is worked out anew, and a unit that is live starts over with nothing. */
const resetChecks = (by: ResetBy, { unitId, fromOn }: Asked): Sql => sql`(
  select count(*)::int from golive.item
  join org.branch on branch.tenant_id = item.tenant_id and branch.above_id = item.place_id and branch.unit_id = ${unitId}
  left join ${measured({ unit: unitId, measure: sql`item.measure`, day: fromOn, now: sql`${fromOn}::timestamptz` })} on true
  where item.tenant_id = kernel.here() and (item.unit_id is null or item.unit_id = ${unitId}) and item.reset_by = ${sql.lit(by)}
    and measured.outcome is null and 'set-up' <> all (string_to_array(coalesce(item.measure, ''), ' ')) and ${fromOn} <= ${goLiveOf(unitId)}
    and 'ok' = (select evidence.outcome from golive.evidence
      where evidence.tenant_id = kernel.here() and evidence.item_id = item.id and evidence.unit_id = ${unitId}
      order by evidence.recorded_at desc, evidence.id desc limit 1))`

/** Rule 14: a set-up that becomes another resets what was seen of it; the key tasks only where screens do. */
export const goliveEffects: readonly ProfileEffect[] = [
  {
    name: 'golive.checks-of-set-up',
    kind: 'reset',
    keys: [],
    count: (asked) => resetChecks('set-up', asked),
    said: {
      da: 'Punkter om opsætningen, der skal ses igen før drift: {count}',
      en: 'Checks of the set-up to be seen again before go-live: {count}',
    },
  },
  {
    name: 'golive.checks-of-screens',
    kind: 'reset',
    keys: screenKeys as readonly SettingKey[],
    count: (asked) => resetChecks('screens', asked),
    said: {
      da: 'Punkter, der er prøvet på de gamle skærme og skal prøves igen før drift: {count}',
      en: 'Checks that were tried on the old screens, to be tried again before go-live: {count}',
    },
  },
]
