import { benefitKind } from '#features/requirements/server/index.ts'
import type { DatedRule, LooseRule } from '#features/thread/server/index.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { sql } from '#kernel/server/sql.ts'

/** The day has come, and nobody has measured since. */
const due = sql`select measure.benefit_id as id, measure.next_on::timestamptz as since from benefits.measure
  where measure.tenant_id = kernel.here() and measure.next_on < ${danishDay(sql`(select at from clock)`)}
    and not exists (select from benefits.point where point.tenant_id = kernel.here() and point.measure_id = measure.id and point.taken_on >= measure.next_on)`

const noBaseline = sql`select measure.benefit_id as id, measure.changed_at as since from benefits.measure
  where measure.tenant_id = kernel.here() and measure.baseline is null`

export const benefitsLoose: readonly LooseRule[] = [
  { rule: 'benefits.measurement-due', kind: benefitKind, rows: due },
  { rule: 'benefits.without-baseline', kind: benefitKind, rows: noBaseline },
]

const next = sql`select measure.benefit_id as id, measure.next_on as due_on from benefits.measure
  where measure.tenant_id = kernel.here() and measure.next_on is not null`

export const benefitsDated: readonly DatedRule[] = [{ rule: 'benefits.measurement', kind: benefitKind, rows: next }]
