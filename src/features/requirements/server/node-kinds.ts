import { mayHearOfSlips } from '#features/capture/server/index.ts'
import { type DatedRule, type LooseRule, lacksLink, type NodeKind, nodeKind } from '#features/thread/server/index.ts'
import type { Right } from '#kernel/server/permission.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { mayRead } from './permissions.ts'

const label = (letter: string, number: Sql, digits = 1) =>
  sql`${sql.lit(letter)} || case when length(${number}::text) < ${sql.lit(digits)} then lpad(${number}::text, ${sql.lit(digits)}, '0') else ${number}::text end`

/** Whoever belongs to the place or to a unit below it, and holds the right there. */
const nearWith =
  (held: Right) =>
  (row: Sql): Sql =>
    sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${row}.place)`
const near = nearWith(mayRead)

export const requirementKind: NodeKind = nodeKind({
  kind: 'requirements.requirement',
  rows: (ids) => sql`
    select requirement.id, ${label('K-', sql`requirement.number`, 3)} as label, requirement.title, requirement.changed_at as at, employee.name as who,
      requirement.state, null::timestamptz as sealed_until, requirement.fingerprint, spec.place_id as place
    from requirements.requirement
    join requirements.spec on spec.tenant_id = requirement.tenant_id and spec.id = requirement.spec_id
    join org.employee on employee.tenant_id = requirement.tenant_id and employee.id = requirement.changed_by
    where requirement.tenant_id = kernel.here() and requirement.id = any (${ids})`,
  // What became of the slips, everybody at work may hear: the thread would end here for those who wrote them.
  readable: nearWith(mayHearOfSlips),
  found: (words) => sql`
    select requirement.id from requirements.requirement
    where requirement.tenant_id = kernel.here() and requirement.state <> 'dropped'
      and (strpos(lower(requirement.title), lower(btrim(${words}))) > 0 or starts_with(lower(${label('K-', sql`requirement.number`, 3)}), lower(btrim(${words}))))
    order by requirement.number`,
})

export const benefitKind: NodeKind = nodeKind({
  kind: 'requirements.benefit',
  rows: (ids) => sql`
    select benefit.id, ${label('G', sql`benefit.number`)} as label, benefit.title, benefit.changed_at as at, benefit.owner as who, null::text as state,
      null::timestamptz as sealed_until, md5(concat_ws(chr(31), benefit.title, benefit.owner, benefit.due_on)) as fingerprint, spec.place_id as place
    from requirements.benefit
    join requirements.spec on spec.tenant_id = benefit.tenant_id and spec.id = benefit.spec_id
    where benefit.tenant_id = kernel.here() and benefit.id = any (${ids})`,
  readable: near,
  found: (words) => sql`
    select benefit.id from requirements.benefit
    where benefit.tenant_id = kernel.here() and (strpos(lower(benefit.title), lower(btrim(${words}))) > 0 or lower(${label('G', sql`benefit.number`)}) = lower(btrim(${words})))
    order by benefit.number`,
})

/** A version never changes, so its links are never suspect for its sake. */
export const versionKind: NodeKind = nodeKind({
  kind: 'requirements.version',
  rows: (ids) => sql`
    select baseline.id, baseline.label, baseline.note as title, baseline.made_at as at, employee.name as who, baseline.purpose as state,
      null::timestamptz as sealed_until, baseline.content_hash as fingerprint, spec.place_id as place
    from requirements.baseline
    join requirements.spec on spec.tenant_id = baseline.tenant_id and spec.id = baseline.spec_id
    join org.employee on employee.tenant_id = baseline.tenant_id and employee.id = baseline.made_by
    where baseline.tenant_id = kernel.here() and baseline.id = any (${ids})`,
  readable: near,
  found: (words) => sql`
    select baseline.id from requirements.baseline
    where baseline.tenant_id = kernel.here() and (baseline.label = btrim(${words}) or strpos(lower(baseline.note), lower(btrim(${words}))) > 0)
    order by baseline.made_at desc`,
})

/** The whole set: what a decision about the purchase itself is about. */
export const specKind: NodeKind = nodeKind({
  kind: 'requirements.spec',
  rows: (ids) => sql`
    select spec.id, null::text as label, spec.title, spec.changed_at as at, place.name as who, null::text as state, null::timestamptz as sealed_until,
      md5(spec.title) as fingerprint, spec.place_id as place
    from requirements.spec join org.unit place on place.tenant_id = spec.tenant_id and place.id = spec.place_id
    where spec.tenant_id = kernel.here() and spec.id = any (${ids})`,
  readable: near,
  found: (words) =>
    sql`select spec.id from requirements.spec where spec.tenant_id = kernel.here() and strpos(lower(spec.title), lower(btrim(${words}))) > 0 order by spec.id`,
})

export const requirementsKinds: readonly NodeKind[] = [requirementKind, benefitKind, versionKind, specKind]

const live = sql`select requirement.id, requirement.changed_at as since from requirements.requirement
  where requirement.tenant_id = kernel.here() and requirement.state not in ('proposed', 'dropped')`

/** A unit's latest word on a requirement is trouble or a comment, and nobody has said what came of it. */
const unreplied = sql`
  select latest.requirement_id as id, min(latest.answered_at) as since from (
    select distinct on (answer.hearing_id, answer.unit_id, answer.requirement_id) answer.* from requirements.hearing_answer answer
    where answer.tenant_id = kernel.here()
    order by answer.hearing_id, answer.unit_id, answer.requirement_id, answer.answered_at desc, answer.id desc) latest
  where latest.answer <> 'agree'
    and not exists (select from requirements.hearing_reply where tenant_id = kernel.here() and answer_id = latest.id)
  group by latest.requirement_id`

const undated = sql`select benefit.id, benefit.changed_at as since from requirements.benefit
  where benefit.tenant_id = kernel.here() and benefit.due_on is null`

/** Super-users wait for an answer too. */
const proposed = sql`select requirement.id, requirement.changed_at as since from requirements.requirement
  where requirement.tenant_id = kernel.here() and requirement.state = 'proposed'`

export const requirementsLoose: readonly LooseRule[] = [
  { rule: 'requirements.without-benefit', kind: requirementKind, rows: lacksLink(live, { forward: ['yields'] }) },
  { rule: 'requirements.without-need', kind: requirementKind, rows: lacksLink(live, { back: ['grounds'] }) },
  { rule: 'requirements.unreplied', kind: requirementKind, rows: unreplied },
  { rule: 'requirements.proposed', kind: requirementKind, rows: proposed },
  { rule: 'requirements.benefit-undated', kind: benefitKind, rows: undated },
]

const hearingsClosing = sql`select hearing.baseline_id as id, hearing.closes_on as due_on from requirements.hearing
  where hearing.tenant_id = kernel.here() and hearing.closed_at is null`

const benefitsDue = sql`select benefit.id, benefit.due_on from requirements.benefit
  where benefit.tenant_id = kernel.here() and benefit.due_on is not null`

export const requirementsDated: readonly DatedRule[] = [
  { rule: 'requirements.hearing-closes', kind: versionKind, rows: hearingsClosing },
  { rule: 'requirements.benefit-due', kind: benefitKind, rows: benefitsDue },
]
