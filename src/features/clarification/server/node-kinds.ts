import {
  atPlace,
  type DatedRule,
  fingerprint,
  type LooseRule,
  type NodeKind,
  nodeKind,
} from '#features/thread/server/index.ts'
import { danishDay } from '#kernel/server/danish-day.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { GAP_DAYS } from '../rules.ts'
import { mayRead, near } from './permissions.ts'

export const questionKind: NodeKind = nodeKind({
  kind: 'clarification.question',
  rows: (ids) => sql`
    select question.id, question.key as label, question.text as title, question.changed_at as at, null::text as who,
      case when question.gone_number is null then 'asked' else 'gone' end as state, null::timestamptz as sealed_until, question.print as fingerprint, question.place_id as place
    from clarification.question where question.tenant_id = kernel.here() and question.id = any (${ids})`,
  readable: (row) => near(mayRead, sql`${row}.place`),
  found: (words) => sql`select id from clarification.question where tenant_id = kernel.here()
    and (strpos(lower(text), lower(btrim(${words}))) > 0 or lower(key) = lower(btrim(${words}))) order by position`,
})

const answerState = sql`case when answer.unsure then 'unsure' when answer.outside is not null then 'outside'
  when answer.value is null then 'open' when answer.source = 'template' then 'as-template' else 'own' end`

export const answerKind: NodeKind = nodeKind({
  kind: 'clarification.answer',
  rows: (ids) => sql`
    select answer.id, question.key || ' · ' || unit.name as label, answer.told as title, answer.answered_at as at, coalesce(answer.said_by, employee.name) as who,
      ${answerState} as state, null::timestamptz as sealed_until,
      ${fingerprint(sql`answer.value`, sql`answer.unsure`, sql`answer.outside`)} as fingerprint, answer.unit_id as place
    from clarification.answer
    join clarification.question on question.tenant_id = answer.tenant_id and question.id = answer.question_id
    join org.unit on unit.tenant_id = answer.tenant_id and unit.id = answer.unit_id
    join org.employee on employee.tenant_id = answer.tenant_id and employee.id = answer.answered_by
    where answer.tenant_id = kernel.here() and answer.id = any (${ids})`,
  readable: atPlace(mayRead),
})

export const gapKind: NodeKind = nodeKind({
  kind: 'clarification.gap',
  rows: (ids) => sql`
    select gap.id, 'AG-' || gap.number as label, gap.text as title, gap.opened_at as at, unit.name as who, gap.state, null::timestamptz as sealed_until,
      ${fingerprint(sql`gap.text`, sql`gap.sets`)} as fingerprint, gap.unit_id as place
    from clarification.gap join org.unit on unit.tenant_id = gap.tenant_id and unit.id = gap.unit_id
    where gap.tenant_id = kernel.here() and gap.id = any (${ids})`,
  readable: atPlace(mayRead),
  found: (words) => sql`select id from clarification.gap where tenant_id = kernel.here()
    and (strpos(lower(text), lower(btrim(${words}))) > 0 or lower('AG-' || number) = lower(btrim(${words}))) order by number`,
})

export const clarificationKinds: readonly NodeKind[] = [questionKind, answerKind, gapKind]

const openGaps = sql`clarification.gap where gap.tenant_id = kernel.here() and gap.state in ('open', 'with-vendor') and gap.merged_into_id is null`

/** Five days after it was found an open gap has an owner, a next step and a day for it; and the day has not passed. */
const stuck = sql`select gap.id, gap.opened_at as since from ${openGaps}
  and (gap.owner_id is null or btrim(gap.next_step) = '' or gap.next_on is null or gap.next_on < ${danishDay(sql`(select at from clock)`)})
  and gap.opened_at < (select at from clock) - make_interval(days => ${sql.lit(GAP_DAYS)})`

/** An answer that the meeting said needs a decision, and none has been made about it. */
const undecided = sql`select answer.id, answer.answered_at as since from clarification.answer
  where answer.tenant_id = kernel.here() and answer.mark = 'needs-decision' and not exists (select from thread.link
    where link.tenant_id = kernel.here() and link.from_id = answer.id and link.type = 'decided-by' and link.ended_at is null)`

export const clarificationLoose: readonly LooseRule[] = [
  { rule: 'clarification.gap-stuck', kind: gapKind, rows: stuck },
  { rule: 'clarification.needs-decision', kind: answerKind, rows: undecided },
]

const stepsAhead: Sql = sql`select gap.id, gap.next_on as due_on from ${openGaps} and gap.next_on is not null`

export const clarificationDated: readonly DatedRule[] = [
  { rule: 'clarification.gap-step', kind: gapKind, rows: stepsAhead },
]
