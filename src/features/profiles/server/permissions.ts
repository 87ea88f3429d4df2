import { careRoles, rolloutRoles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'
import type { Gate } from '#kernel/server/permission.ts'
import { type Blank, sql } from '#kernel/server/sql.ts'

/** See how a unit is set up, and why: everybody who works there. */
export const mayRead = right('profiles.read', [...careRoles, 'office', 'administrator', ...rolloutRoles])
/** Propose that a unit works otherwise, and say yes or no to a new template. */
export const mayPropose = right('profiles.propose', ['unit-leader', 'unit-contact', 'coordinator'])
/** Let it be so, and take it back. */
export const mayApply = right('profiles.apply', ['coordinator', 'administrator'])
/** Release a new version of a template. */
export const mayRelease = right('profiles.release', ['coordinator'])

/** At the unit of a proposal. */
export const ofProposal = <I>(
  right: Gate<I>['right'],
  id: (input: { readonly [K in keyof I]-?: Blank }) => Blank,
): Gate<I> => ({
  right,
  rows: ({ input, visible }) => sql`select proposal.id from profiles.proposal
    where proposal.tenant_id = kernel.here() and proposal.id = ${id(input)}::uuid and ${visible(sql`proposal.unit_id`)}`,
})

/** At the unit of a change. */
export const ofChange = <I>(
  right: Gate<I>['right'],
  id: (input: { readonly [K in keyof I]-?: Blank }) => Blank,
): Gate<I> => ({
  right,
  rows: ({ input, visible }) => sql`select change.id from profiles.change
    where change.tenant_id = kernel.here() and change.id = ${id(input)}::uuid and ${visible(sql`change.unit_id`)}`,
})
