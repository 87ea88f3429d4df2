import { careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate, Right } from '#kernel/server/permission.ts'
import { type Blank, type Blanks, type Sql, sql } from '#kernel/server/sql.ts'

/** Read what was sent, on screen and on paper. */
export const mayRead = right('newsletter.read', [...careRoles, 'office', ...rolloutRoles])
/** Draft, edit, send, and keep the list of addresses. */
export const mayKeep = right('newsletter.keep', ['coordinator'])
/** Say that an issue may go out. */
export const mayApprove = right('newsletter.approve', ['coordinator', 'steering'])
/** Write a unit's own paragraph. */
export const mayWriteLocal = right('newsletter.write-local', ['unit-contact', 'super-user', 'unit-leader'])
/** Approve a unit's own paragraph. */
export const mayApproveLocal = right('newsletter.approve-local', ['unit-leader'])

export const near = (held: Right, place: Sql): Sql => sql`exists (select from (${held.places}) held (unit_id)
  join org.branch on branch.tenant_id = kernel.here() and branch.unit_id = held.unit_id where branch.above_id = ${place})`
export const reaches = (held: Right, place: Sql): Sql =>
  sql`array_position(array(${held.places}), ${place}) is not null`

/** What was sent is for all of the project; what is being written for those who write. */
export const mayBeRead = (issue: Sql): Sql => sql`(${issue}.sent_at is not null
  or ${near(mayKeep, sql`${issue}.place_id`)} or ${near(mayApprove, sql`${issue}.place_id`)}
  or (${issue}.state <> 'collecting' and ${near(mayWriteLocal, sql`${issue}.place_id`)}))`

type Of<I> = (input: Blanks<I>) => Blank
type Named = { id: unknown }
const byId = (input: Blanks<Named>) => input.id as Blank

/** An issue of a place that the right reaches. */
export const ofIssue = <I extends Named>(held: Right): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select issue.id from newsletter.issue
    where issue.tenant_id = kernel.here() and issue.id = ${byId(input as Blanks<Named>)}::uuid and ${visible(sql`issue.place_id`)}`,
})

const nearIssue = (visible: (place: Sql) => Sql): Sql => sql`exists (select from org.branch
  where branch.tenant_id = kernel.here() and branch.above_id = issue.place_id and ${visible(sql`branch.unit_id`)})`

/** An issue that one may read. */
export const readable = <I extends Named>(): Gate<I> => ({
  right: mayRead,
  rows: ({ input, visible }) => sql`select issue.id from newsletter.issue
    where issue.tenant_id = kernel.here() and issue.id = ${byId(input as Blanks<Named>)}::uuid and ${nearIssue(visible)} and ${mayBeRead(sql`issue`)}`,
})
/** The paper of one. */
export const readablePaper = <I>(paper: Of<I>): Gate<I> => ({
  right: mayRead,
  rows: ({ input, visible }) => sql`select paper.id from newsletter.paper
    join newsletter.issue on issue.tenant_id = paper.tenant_id and issue.id = paper.issue_id
    where paper.tenant_id = kernel.here() and paper.id = ${paper(input)}::uuid and ${nearIssue(visible)} and ${mayBeRead(sql`issue`)}`,
})

/** A unit of the place whose issue it is, where one holds the right. */
export const ofEdition = <I extends { id: unknown; unitId: unknown }>(held: Right): Gate<I> => ({
  right: held,
  rows: ({ input, visible }) => sql`select issue.id from newsletter.issue
    join org.branch on branch.tenant_id = issue.tenant_id and branch.above_id = issue.place_id and branch.unit_id = ${input.unitId as Blank}::uuid
    where issue.tenant_id = kernel.here() and issue.id = ${input.id as Blank}::uuid and ${visible(sql`branch.unit_id`)}`,
})

export const ofRecipient = <I extends Named>(): Gate<I> => ({
  right: mayKeep,
  rows: ({ input, visible }) => sql`select recipient.id from newsletter.recipient
    where recipient.tenant_id = kernel.here() and recipient.id = ${byId(input as Blanks<Named>)}::uuid and ${visible(sql`recipient.place_id`)}`,
})
