import {
  type DatedRule,
  fingerprint,
  type LooseRule,
  lacksLink,
  type NodeKind,
  nodeKind,
} from '#features/thread/server/index.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { mayBeSeen, mayReadRisks, near } from './permissions.ts'

const label = (number: Sql) =>
  sql`'D-' || case when length(${number}::text) < 3 then lpad(${number}::text, 3, '0') else ${number}::text end`

export const decisionKind: NodeKind = nodeKind({
  kind: 'decisions.decision',
  rows: (ids) => sql`
    select decision.id, ${label(sql`decision.number`)} as label, decision.title, coalesce(decision.decided_on::timestamptz, decision.proposed_at) as at,
      (select string_agg(part.who, ', ' order by part.position) from decisions.part
        where part.tenant_id = decision.tenant_id and part.decision_id = decision.id and part.role = 'decided') as who,
      decision.state, null::timestamptz as sealed_until,
      ${fingerprint(sql`decision.title`, sql`decision.why`, sql`decision.consequences`, sql`decision.state = 'superseded'`)} as fingerprint,
      decision.place_id, decision.secret
    from decisions.decision where decision.tenant_id = kernel.here() and decision.id = any (${ids})`,
  readable: mayBeSeen,
  found: (words) => sql`
    select decision.id from decisions.decision
    where decision.tenant_id = kernel.here() and (strpos(lower(decision.title), lower(btrim(${words}))) > 0 or starts_with(lower(${label(sql`decision.number`)}), lower(btrim(${words}))))
    order by decision.number desc`,
})

export const riskKind: NodeKind = nodeKind({
  kind: 'decisions.risk',
  rows: (ids) => sql`
    select risk.id, 'RI-' || risk.number as label, risk.title, risk.moved_at as at, risk.owner as who, risk.state, null::timestamptz as sealed_until,
      ${fingerprint(sql`risk.title`, sql`risk.probability`, sql`risk.impact`, sql`risk.state`, sql`risk.measure`)} as fingerprint, risk.place_id
    from decisions.risk where risk.tenant_id = kernel.here() and risk.id = any (${ids})`,
  readable: (row) => near(mayReadRisks, sql`${row}.place_id`),
  found: (words) => sql`
    select risk.id from decisions.risk
    where risk.tenant_id = kernel.here() and (strpos(lower(risk.title), lower(btrim(${words}))) > 0 or lower('RI-' || risk.number) = lower(btrim(${words})))
    order by risk.number`,
})

export const decisionsKinds: readonly NodeKind[] = [decisionKind, riskKind]

const made = sql`select decision.id, decision.changed_at as since from decisions.decision
  where decision.tenant_id = kernel.here() and decision.state in ('decided', 'in-force', 'under-review')`

const reviewDue = sql`select decision.id, decision.review_on::timestamptz as since from decisions.decision
  where decision.tenant_id = kernel.here() and decision.state = 'in-force' and decision.review_on < ${danishDay(sql`(select at from clock)`)}`

/** Waiting longer than a week for a decision is a decision too. */
const undecided = sql`select decision.id, decision.proposed_at as since from decisions.decision
  where decision.tenant_id = kernel.here() and decision.state = 'proposed' and decision.proposed_at < (select at from clock) - interval '7 days'`

const unmet = sql`select risk.id, risk.moved_at as since from decisions.risk
  where risk.tenant_id = kernel.here() and risk.state = 'active' and btrim(risk.measure) = ''`

export const decisionsLoose: readonly LooseRule[] = [
  { rule: 'decisions.about-nothing', kind: decisionKind, rows: lacksLink(made, { back: ['decided-by'] }) },
  { rule: 'decisions.review-due', kind: decisionKind, rows: reviewDue },
  { rule: 'decisions.undecided', kind: decisionKind, rows: undecided },
  { rule: 'decisions.risk-unmet', kind: riskKind, rows: unmet },
]

const reviewsAhead = sql`select decision.id, decision.review_on as due_on from decisions.decision
  where decision.tenant_id = kernel.here() and decision.state = 'in-force' and decision.review_on is not null`

export const decisionsDated: readonly DatedRule[] = [
  { rule: 'decisions.review', kind: decisionKind, rows: reviewsAhead },
]
