import { likelyOfferGroup, type OfferGroup, offerGroups } from '#features/org/offer-groups.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import type { Given } from '../contract.ts'
import { isSameValue, type Values } from '../rules.ts'
import { byTemplate, firstTemplates } from '../templates.ts'

export type Template = {
  /** As a record on the thread; null: the product's own. */
  readonly id: Id | null
  readonly offerGroup: OfferGroup
  readonly version: number
  readonly settings: Values
}

/** The newest template of a group: one that was released, or the product's own. */
export async function newestTemplate(db: Db, offerGroup: OfferGroup): Promise<Template> {
  const released = await db.one<{
    id: Id
    version: number
    settings: string
  }>(sql`select id, version, settings from profiles.template
    where tenant_id = kernel.here() and offer_group = ${offerGroup} order by version desc limit 1`)
  if (!released) return { id: null, offerGroup, version: 1, settings: firstTemplates[offerGroup] }
  return { id: released.id, offerGroup, version: released.version, settings: JSON.parse(released.settings) }
}

export const TEMPLATE_KIND = 'profiles.template'

/** Its values as given by it. What it says otherwise than the product's first came with a version: that is where the thread leads. */
export function givenBy({ id, offerGroup, version, settings }: Template): Given[] {
  const first = firstTemplates[offerGroup]
  const isNew = ({ key, value }: Given) => first[key] === undefined || !isSameValue(first[key], value)
  return byTemplate(settings, offerGroups[offerGroup].da, version).map((one) =>
    id && isNew(one) ? { ...one, source: { ...one.source, record: { kind: TEMPLATE_KIND, id } } } : one,
  )
}

/**
 * What later versions of a unit's template say otherwise than the product: for whoever proposes a whole set-up from elsewhere. It
 * wins over what the product does, and over no answer.
 */
export async function templateNews(db: Db, unitId: Id): Promise<Given[]> {
  const lean = await leanOf(db, unitId)
  const template = lean && (await newestTemplate(db, lean.offerGroup))
  return template ? givenBy(template).filter(({ source }) => source.record !== null) : []
}

/** A version of a group's template; the first is the product's own. Undefined when there is none of that number. */
export async function templateAt(db: Db, offerGroup: OfferGroup, version: number): Promise<Values | undefined> {
  if (version === 1) return firstTemplates[offerGroup]
  const row = await db.one<{ settings: string }>(sql`select settings from profiles.template
    where tenant_id = kernel.here() and offer_group = ${offerGroup} and version = ${version}`)
  return row && JSON.parse(row.settings)
}

type Lean = { offerGroup: OfferGroup | null; version: number | null; offerType: string | null; legalGrounds: string[] }

/** The template a unit leans on: as its set-up says, else as its kind of offer is likely to. */
export async function leanOf(db: Db, unitId: Id): Promise<{ offerGroup: OfferGroup; version: number | null } | null> {
  const unit =
    await db.one<Lean>(sql`select latest.offer_group as "offerGroup", latest.template_version as version, unit.offer_type as "offerType", unit.legal_grounds as "legalGrounds"
    from org.unit left join lateral (select proposal.offer_group, proposal.template_version from profiles.change
      join profiles.proposal on proposal.tenant_id = change.tenant_id and proposal.id = change.proposal_id
      where change.tenant_id = kernel.here() and change.unit_id = unit.id and change.undone_at is null order by change.applied_at desc, change.id desc limit 1) latest on true
    where unit.tenant_id = kernel.here() and unit.id = ${unitId}`)
  const offerGroup = unit?.offerGroup ?? (unit && likelyOfferGroup(unit))
  return offerGroup ? { offerGroup, version: unit?.version ?? null } : null
}
