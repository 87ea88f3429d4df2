import { type Sql, sql } from '#kernel/server/sql.ts'

/** How far a proposal has come in the unit's profile: none, waiting (to be applied), applied (from a day to come), in-use. */
export const appliedOf = (
  proposalId: Sql,
  today: Sql,
): Sql => sql`case when ${proposalId} is null then 'none' else coalesce(
  (select case when change.from_on <= ${today}::date then 'in-use' else 'applied' end from profiles.change
    where change.tenant_id = kernel.here() and change.proposal_id = ${proposalId} and change.undone_at is null order by change.from_on limit 1), 'waiting') end`

/** The unit's present round, as a lateral join `round` of a table `unit`. */
export const presentRound: Sql = sql`lateral (select round.* from clarification.round
  where round.tenant_id = kernel.here() and round.unit_id = unit.id order by round.number desc limit 1) round on true`

/** The latest round that was approved, of a unit: what holds until another is. */
export const approvedRound = (unit: Sql): Sql => sql`(select approved.id from clarification.round approved
  where approved.tenant_id = kernel.here() and approved.unit_id = ${unit} and approved.approved_at is not null order by approved.number desc limit 1)`

/** For features above: whether the unit's leader has approved its answers, and no later change of them waits for approval. */
export const isClarified = (unit: Sql): Sql => sql`exists (select from clarification.round
  where round.tenant_id = kernel.here() and round.unit_id = ${unit} and round.state in ('approved', 'previewed')
    and not exists (select from clarification.round later where later.tenant_id = kernel.here() and later.unit_id = round.unit_id and later.number > round.number))`

/** For features above: rows of kind (task, course, ready), key, text and question_id that the unit's approved answers ask for. */
export const consequencesOf = (
  unit: Sql,
): Sql => sql`select consequence.kind, consequence.key, consequence.text, consequence.question_id, consequence.round_id
  from clarification.consequence where consequence.tenant_id = kernel.here() and consequence.round_id = ${approvedRound(unit)}`

/**
 * For features above: rows of kind, key, text, question_key, question_text and answer_id that the answers behind the unit's set-up ask for: those
 * of the latest set-up that was applied and not undone, a day to come included. None, while none of it came from answers.
 */
export const askedByApplied = (unit: Sql): Sql => sql`
  select consequence.kind, consequence.key, consequence.text, question.key as question_key, question.text as question_text, answer.id as answer_id
  from clarification.consequence
  join clarification.question on question.tenant_id = consequence.tenant_id and question.id = consequence.question_id
  left join clarification.answer on answer.tenant_id = consequence.tenant_id and answer.unit_id = ${unit} and answer.question_id = question.id
  where consequence.tenant_id = kernel.here() and consequence.round_id = (select round.id from clarification.round
    join profiles.change on change.tenant_id = round.tenant_id and change.proposal_id = round.proposal_id and change.undone_at is null
    where round.tenant_id = kernel.here() and round.unit_id = ${unit} order by change.applied_at desc, change.id desc limit 1)
  order by question.position, consequence.kind, consequence.key`

/** For features above: whether the unit has said of every part of »Sådan er vi« that says something that it fits. */
export const isMapConfirmed = (
  unit: Sql,
): Sql => sql`coalesce((select bool_and(block.fits is true) from clarification.block
  where block.tenant_id = kernel.here() and block.unit_id = ${unit} and btrim(block.content) <> ''), false)`
