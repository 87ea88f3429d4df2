import { type DatedRule, fingerprint, type LooseRule, type NodeKind, nodeKind } from '#features/thread/server/index.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { sql } from '#kernel/server/sql.ts'
import { mayFollow, mayRead, near } from './permissions.ts'

const label = sql`'H-' || case when length(one.number::text) < 3 then lpad(one.number::text, 3, '0') else one.number::text end`

export const caseKind: NodeKind = nodeKind({
  kind: 'golive.case',
  rows: (ids) => sql`
    select one.id, ${label} as label, one.title, one.reported_at as at, unit.name as who, one.state, null::timestamptz as sealed_until,
      ${fingerprint(sql`one.title`, sql`one.state`, sql`one.cause`, sql`one.resolution`)} as fingerprint, one.unit_id
    from golive.early_case one join org.unit on unit.tenant_id = one.tenant_id and unit.id = one.unit_id
    where one.tenant_id = kernel.here() and one.id = any (${ids})`,
  readable: (row) => sql`array_position(array(${mayFollow.places}), ${row}.unit_id) is not null`,
  found: (words) => sql`
    select one.id from golive.early_case one where one.tenant_id = kernel.here()
      and (strpos(lower(one.title), lower(btrim(${words}))) > 0 or starts_with(lower(${label}), lower(btrim(${words})))) order by one.number desc`,
})

export const verdictKind: NodeKind = nodeKind({
  kind: 'golive.verdict',
  rows: (ids) => sql`
    select verdict.id, null::text as label, unit.name as title, verdict.decided_at as at, employee.name as who, verdict.verdict as state, null::timestamptz as sealed_until,
      ${fingerprint(sql`verdict.verdict`, sql`verdict.conditions`)} as fingerprint, verdict.unit_id
    from golive.verdict join org.unit on unit.tenant_id = verdict.tenant_id and unit.id = verdict.unit_id
    join org.employee on employee.tenant_id = verdict.tenant_id and employee.id = verdict.decided_by
    where verdict.tenant_id = kernel.here() and verdict.id = any (${ids})`,
  readable: (row) => near(mayRead, sql`${row}.unit_id`),
})

export const goliveKinds: readonly NodeKind[] = [caseKind, verdictKind]

const open = sql`one.tenant_id = kernel.here() and one.state in ('new', 'taken', 'with-vendor')`

export const goliveLoose: readonly LooseRule[] = [
  {
    rule: 'golive.unanswered',
    kind: caseKind,
    rows: sql`select one.id, one.answer_by_at as since from golive.early_case one
      where ${open} and one.state = 'new' and one.answer_by_at < (select at from clock)`,
  },
  {
    rule: 'golive.workaround-due',
    kind: caseKind,
    rows: sql`select one.id, one.workaround_review_on::timestamptz as since from golive.early_case one
      where one.tenant_id = kernel.here() and one.workaround_review_on < ${danishDay(sql`(select at from clock)`)} and one.state <> 'confirmed'`,
  },
]

export const goliveDated: readonly DatedRule[] = [
  {
    rule: 'golive.workaround',
    kind: caseKind,
    rows: sql`select one.id, one.workaround_review_on as due_on from golive.early_case one
      where one.tenant_id = kernel.here() and one.workaround_review_on is not null and one.state <> 'confirmed'`,
  },
]
