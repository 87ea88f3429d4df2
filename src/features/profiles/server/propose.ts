import type { OfferGroup } from '#features/org/offer-groups.ts'
import type { Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Given } from '../contract.ts'
import { whyNotPropose, whyNotRooted } from '../rules.ts'
import { leanOf, newestTemplate, templateAt } from './template-versions.ts'

export type Proposing = {
  readonly id?: Id
  readonly unitId: Id
  /** The template it leans on; left out: the newest of the unit's own group. */
  readonly template?: { readonly offerGroup: OfferGroup; readonly version: number } | null
  readonly note: string
  /** The whole set-up: what is missing is not part of it. */
  readonly values: readonly Given[]
  readonly by: Id
  readonly at: Instant
}

/**
 * Keeps a proposed set-up, which changes nothing until it is applied. Called inside a command, whose right has been asked.
 * @throws a refusal when a key comes twice, a value is none that the setting may have (field `values.3.value`), or one is said to come
 * from the template and is another
 */
export async function propose(db: Db, given: Proposing): Promise<Id> {
  const { id = newId(), unitId, note, values, by, at } = given
  const template = given.template === undefined ? await likelyTemplate(db, unitId) : given.template
  const asked = template ? await templateAt(db, template.offerGroup, template.version) : {}
  if (!asked) refuse(refusal('profiles.no-such-offer', {}, 'template'))
  refuse(whyNotPropose(values) ?? whyNotRooted(values, asked ?? {}))
  await db.run(sql`insert into profiles.proposal (id, unit_id, offer_group, template_version, note, proposed_at, proposed_by)
    values (${id}, ${unitId}, ${template?.offerGroup ?? null}, ${template?.version ?? null}, ${note.trim()}, ${at}, ${by})`)
  await db.run(sql`insert into profiles.proposed (proposal_id, key, value, source_kind, source_ref, source_label, source_record_kind, source_record_id)
    select ${id}::uuid, row->>'key', row->'value', row->'source'->>'kind', row->'source'->>'ref', row->'source'->>'label',
      row->'source'->'record'->>'kind', (row->'source'->'record'->>'id')::uuid
    from jsonb_array_elements(${JSON.stringify(values)}::jsonb) row`)
  return id
}

/** Later versions of it are offered to the unit. */
async function likelyTemplate(db: Db, unitId: Id): Promise<Proposing['template']> {
  const lean = await leanOf(db, unitId)
  return lean && newestTemplate(db, lean.offerGroup)
}
