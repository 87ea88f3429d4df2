import { unitName } from '#features/org/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { attachmentsOfRevision } from './attachments.ts'

const interventionsOf = (goal: Sql) => sql`(
  select coalesce(json_agg(json_build_object('id', intervention.id, 'code', intervention.code, 'text', intervention.text) order by intervention.sort), '[]')
  from orders.intervention where intervention.tenant_id = kernel.here() and intervention.goal_id = ${goal} and intervention.ended_at is null)`

const goals = sql`(
  select coalesce(json_agg(json_build_object('id', goal.id, 'text', goal.text, 'themeCode', goal.theme_code, 'otherThemeCodes', goal.other_theme_codes,
    'levelStart', goal.level_start, 'levelWanted', goal.level_wanted, 'direction', goal.direction, 'status', goal.status, 'ended', goal.ended_at is not null,
    'interventions', ${interventionsOf(sql`goal.id`)}) order by goal.ended_at is not null, goal.sort), '[]')
  from orders.order_goal goal where goal.tenant_id = kernel.here() and goal.order_id = "order".id)`

/** A line, of a table `"order"`. */
export const orderColumns: Sql = sql`"order".id, "order".citizen_id as "citizenId", "order".unit_id as "unitId", ${unitName(sql`"order".unit_id`)} as "unitName",
  "order".source, "order".status, "order".purpose, "order".objective, "order".ordered_on as "orderedOn", "order".starts_on as "startsOn", "order".ends_on as "endsOn",
  "order".authority_name as "authorityName", "order".case_number as "caseNumber", "order".offer_type as "offerType", "order".support_need as "supportNeed",
  "order".follow_up_on as "followUpOn", "order".follow_up_every_months as "followUpEveryMonths", "order".code_version as "codeVersion",
  "order".file_id as "fileId", (select file.name from documents.file where file.tenant_id = kernel.here() and file.id = "order".file_id) as "fileName",
  "order".received_at as "receivedAt", "order".received_by_name as "receivedByName", "order".version,
  exists (select from orders.revision where revision.tenant_id = kernel.here() and revision.order_id = "order".id and revision.state = 'waiting') as waiting,
  ${goals} as goals`

export const interventionsOfOrder: Sql = sql`(
  select coalesce(json_agg(json_build_object('id', intervention.id, 'goalId', intervention.goal_id, 'code', intervention.code, 'text', intervention.text,
    'instruction', intervention.instruction, 'status', intervention.status, 'startsOn', intervention.starts_on, 'endsOn', intervention.ends_on) order by intervention.sort), '[]')
  from orders.intervention where intervention.tenant_id = kernel.here() and intervention.order_id = "order".id and intervention.ended_at is null)`

export const partsOfOrder: Sql = sql`(
  select coalesce(json_agg(json_build_object('id', part.id, 'kind', part.kind, 'code', part.code, 'rank', part.rank, 'level', part.level, 'role', part.role,
    'name', part.name, 'phone', part.phone, 'text', part.text, 'saidOn', part.said_on) order by part.sort), '[]')
  from orders.part where part.tenant_id = kernel.here() and part.order_id = "order".id and part.ended_at is null)`

export const revisionsOfOrder: Sql = sql`(
  select coalesce(json_agg(json_build_object('id', revision.id, 'number', revision.number, 'state', revision.state, 'differences', revision.differences,
    'attachments', ${attachmentsOfRevision},
    'receivedAt', revision.received_at, 'decidedAt', revision.decided_at, 'decidedByName', revision.decided_by_name, 'decidedBecause', revision.decided_because)
    order by revision.number desc), '[]')
  from orders.revision where revision.tenant_id = kernel.here() and revision.order_id = "order".id)`
