import { type OfferGroup, offerGroups } from '#features/org/offer-groups.ts'
import { employeeName } from '#features/org/server/index.ts'
import { link, type Ref } from '#features/thread/server/index.ts'
import type { Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { anywhere, at } from '#kernel/server/permission.ts'
import { type Db, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { type Given, profiles, type SettingValue } from '../contract.ts'
import { bare, isSameValue, offered, resolve, setUpOf, whyNotRelease } from '../rules.ts'
import type { SettingKey } from '../settings.ts'
import { firstTemplates } from '../templates.ts'
import { liveOf, liveSettings } from './live.ts'
import { templateKind } from './node-kinds.ts'
import { listed } from './of.ts'
import { mayPropose, mayRead, mayRelease } from './permissions.ts'
import { propose } from './propose.ts'
import { lastKnownDay } from './standing.ts'
import { givenBy, leanOf, newestTemplate, type Template } from './template-versions.ts'

export const templates = query(profiles.templates, {
  may: anywhere(mayRead),
  audit: () => ({}),
  read: () => sql`
    select known.*, case when exists (${mayRelease.places}) then array['release'] else '{}'::text[] end as permitted from (
      select template.offer_group as "offerGroup", template.version, template.note, template.settings, template.released_at as "releasedAt",
        ${employeeName(sql`template.released_by`)} as "releasedByName"
      from profiles.template where template.tenant_id = kernel.here()
      union all
      select first.key, 1, '', first.value, null, null from jsonb_each(${sql.lit(JSON.stringify(firstTemplates))}::jsonb) first) known
    order by known."releasedAt" desc nulls last, known."offerGroup", known.version desc limit 200`,
  records: sql`select null::uuid where false`,
})

export const releaseTemplate = command(profiles.releaseTemplate, {
  may: anywhere(mayRelease),
  about: (db, input) => newestLocked(db, input.offerGroup),
  audit: (input) => ({ about: { offerGroup: input.offerGroup } }),
  async run({ db, input, about: { version }, by, clock }) {
    refuse(whyNotRelease(input.settings))
    await insertVersion(db, { ...input, id: newId(), version: version + 1 }, { id: by.id, at: clock.now() })
    return { offerGroup: input.offerGroup, version: version + 1 }
  },
})

/** Versions of a group's template follow each other one at a time. */
async function newestLocked(db: Db, offerGroup: OfferGroup): Promise<Template> {
  await db.run(sql`select pg_advisory_xact_lock(hashtext('profiles.template' || kernel.here()::text || ${offerGroup}))`)
  return newestTemplate(db, offerGroup)
}

type Version = { id: Id; offerGroup: OfferGroup; version: number; note: string; settings: object }
const insertVersion = (db: Db, { id, offerGroup, version, note, settings }: Version, by: { id: Id; at: Instant }) =>
  db.run(sql`insert into profiles.template (id, offer_group, version, note, settings, released_at, released_by)
    values (${id}, ${offerGroup}, ${version}, ${note.trim()}, ${JSON.stringify(settings)}::jsonb, ${by.at}, ${by.id})`)

type Taught = { offerGroup: OfferGroup; key: string; value: SettingValue; note: string; from: Ref }

/**
 * The next version of a template, as the newest with one value taught by a record, which the thread then leads back to. It is offered to units
 * as any other, and overwrites no answer. Called by a feature above inside its own command.
 * @throws a refusal when the value is none the setting may have, or the template says so already (field `template`)
 */
export async function teachTemplate(db: Db, { from, ...taught }: Taught, by: { id: Id; at: Instant }): Promise<number> {
  const { offerGroup, key, value, note } = taught
  refuse(whyNotTeach({ [key]: value }))
  const newest = await newestLocked(db, offerGroup)
  const before = newest.settings[key as SettingKey]
  if (before !== undefined && isSameValue(before, value)) refuse(refusal('profiles.template-says-so', {}, 'template'))
  const [id, version] = [newId(), newest.version + 1]
  await insertVersion(db, { id, offerGroup, version, note, settings: { ...newest.settings, [key]: value } }, by)
  await link(db, { type: 'sets', from, to: { kind: templateKind, id }, by: by.id, at: by.at })
  return version
}

const whyNotTeach = (values: Record<string, SettingValue>) => {
  const refused = whyNotRelease(values)
  return refused && { ...refused, field: 'template' }
}

/** Compared in the statement as `offered` compares: what is the unit's own stays, the rest is offered. */
const apart = (own: boolean) => sql`select live.key, live.value as held, asked.value as then
  from jsonb_each(template.settings) asked join live on live.key = asked.key
  where live.value <> asked.value and (live.source ->> 'kind' in ('answer', 'decision')) = ${sql.lit(own)}`

export const offer = query(profiles.offer, {
  may: at(mayRead, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId }),
  steps: ({ input }) => ({
    live: liveSettings(sql`${input.unitId}::uuid`, sql`${input.day}::date`),
    lean: sql`select proposal.offer_group, coalesce(proposal.template_version, 1) as version from profiles.change
      join profiles.proposal on proposal.tenant_id = change.tenant_id and proposal.id = change.proposal_id
      where change.tenant_id = kernel.here() and change.unit_id = ${input.unitId}::uuid and change.undone_at is null and change.from_on <= ${input.day}::date
      order by change.applied_at desc, change.id desc limit 1`,
  }),
  read: ({ input }) => sql`
    select ${input.unitId}::uuid as id, template.offer_group as "offerGroup", template.version, template.note, template.released_at as "releasedAt",
      ${listed(sql`select apart.key, apart.held as old, apart.then as new from (${apart(false)}) apart order by apart.key`)} as changes,
      ${listed(sql`select apart.key, apart.held as value, apart.then as offered from (${apart(true)}) apart order by apart.key`)} as keeps
    from (select template.* from profiles.template join lean on lean.offer_group = template.offer_group and lean.version < template.version
      where template.tenant_id = kernel.here() order by template.version desc limit 1) template
    where not exists (select from profiles.refusal where refusal.tenant_id = kernel.here() and refusal.unit_id = ${input.unitId}::uuid
        and refusal.offer_group = template.offer_group and refusal.version = template.version)
      and (exists (${apart(false)}) or exists (${apart(true)}))`,
})

/** The template as it is offered, when it is still the newest and newer than what the unit leans on. */
async function offeredTo(db: Db, unitId: Id, version: number): Promise<Template> {
  const lean = await leanOf(db, unitId)
  const template = lean && (await newestTemplate(db, lean.offerGroup))
  if (!template || template.version !== version || version <= (lean.version ?? 1))
    return refuse(refusal('profiles.no-such-offer', {}, 'version')) as never
  return template
}

export const acceptOffer = command(profiles.acceptOffer, {
  may: at(mayPropose, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, records: [input.id], about: { version: String(input.version) } }),
  async run({ db, input, by, clock }) {
    const template = await offeredTo(db, input.unitId, input.version)
    const day = await lastKnownDay(db, input.unitId, clock.today())
    const live: Given[] = (await liveOf(db, input.unitId, day)).map(bare)
    const { changes } = offered(setUpOf(live), template.settings)
    if (changes.length === 0) refuse(refusal('profiles.changes-nothing'))
    const called = offerGroups[template.offerGroup].da
    const news = givenBy(template).filter((one) => changes.some(({ key }) => key === one.key))
    const note = `Skabelonen for ${called}, udgave ${template.version}`
    const values = [...resolve([...live, ...news]).values()]
    await propose(db, { id: input.id, unitId: input.unitId, template, note, values, by: by.id, at: clock.now() })
    return { id: input.id }
  },
  tell: (input) => [{ topic: 'profiles', place: input.unitId }],
})

export const refuseOffer = command(profiles.refuseOffer, {
  may: at(mayPropose, (input) => input.unitId),
  audit: (input) => ({ place: input.unitId, about: { version: String(input.version) } }),
  async run({ db, input, by, clock }) {
    const { offerGroup } = await offeredTo(db, input.unitId, input.version)
    await db.run(sql`insert into profiles.refusal (unit_id, offer_group, version, because, refused_at, refused_by)
      values (${input.unitId}, ${offerGroup}, ${input.version}, ${input.because.trim()}, ${clock.now()}, ${by.id}) on conflict do nothing`)
    return { unitId: input.unitId }
  },
  tell: (input) => [{ topic: 'profiles', place: input.unitId }],
})
