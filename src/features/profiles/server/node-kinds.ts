import { offerGroups } from '#features/org/offer-groups.ts'
import { atPlace, fingerprint, heldAnywhere, type NodeKind, nodeKind } from '#features/thread/server/index.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import { settingKeys, specOf } from '../settings.ts'
import { mayRead } from './permissions.ts'
import { TEMPLATE_KIND } from './template-versions.ts'

const flag = { true: 'ja', false: 'nej' }
const optionsOf = (spec: ReturnType<typeof specOf>): Record<string, string> =>
  'options' in spec
    ? Object.fromEntries(Object.entries(spec.options).map(([value, { da }]) => [value, da]))
    : spec.kind === 'flag'
      ? flag
      : {}

/** What settings and their values are called, for records on the thread, which are Danish as the thread is. */
const called = Object.fromEntries(
  settingKeys.map((key) => [key, { name: specOf(key).da, options: optionsOf(specOf(key)) }]),
)
const words = sql`${sql.lit(JSON.stringify(called))}::jsonb`

const nameOf = (key: Sql): Sql => sql`(${words} -> ${key} ->> 'name')`
const valueWords = (key: Sql, value: Sql): Sql => sql`coalesce((
  select string_agg(coalesce(${words} -> ${key} -> 'options' ->> one, one), ', ')
  from jsonb_array_elements_text(case jsonb_typeof(${value}) when 'array' then ${value} when 'null' then '[]' else jsonb_build_array(${value}) end) one), 'ingen')`

/** The value it has, or will have when a change waits for its day. */
const latest = sql`(select held.value, held.from_on from profiles.held where held.tenant_id = setting.tenant_id and held.setting_id = setting.id and held.to_on is null limit 1)`

export const settingKind: NodeKind = nodeKind({
  kind: 'profiles.setting',
  rows: (ids) => sql`
    select setting.id, null::text as label, ${nameOf(sql`setting.key`)} || coalesce(': ' || ${valueWords(sql`setting.key`, sql`latest.value`)}, '') as title,
      latest.from_on::timestamptz as at, unit.name as who, case when latest.value is null then 'not-used' end as state,
      null::timestamptz as sealed_until, ${fingerprint(sql`latest.value`)} as fingerprint, setting.unit_id as place
    from profiles.setting
    join org.unit on unit.tenant_id = setting.tenant_id and unit.id = setting.unit_id
    left join lateral ${latest} latest on true
    where setting.tenant_id = kernel.here() and setting.id = any (${ids})`,
  readable: atPlace(mayRead),
  found: (words) => sql`select setting.id from profiles.setting
    where setting.tenant_id = kernel.here() and strpos(lower(${nameOf(sql`setting.key`)}), lower(btrim(${words}))) > 0 limit 50`,
})

const groupName = (group: Sql): Sql =>
  sql`(${sql.lit(JSON.stringify(Object.fromEntries(Object.entries(offerGroups).map(([key, { da }]) => [key, da]))))}::jsonb ->> ${group})`

/** A version that was released; the product's own first ones are no records. */
export const templateKind: NodeKind = nodeKind({
  kind: TEMPLATE_KIND,
  rows: (ids) => sql`
    select template.id, null::text as label, 'Skabelonen for ' || ${groupName(sql`template.offer_group`)} || ', udgave ' || template.version as title,
      template.released_at as at, employee.name as who, null::text as state, null::timestamptz as sealed_until, ${fingerprint(sql`template.settings`)} as fingerprint
    from profiles.template join org.employee on employee.tenant_id = template.tenant_id and employee.id = template.released_by
    where template.tenant_id = kernel.here() and template.id = any (${ids})`,
  readable: heldAnywhere(mayRead),
})

export const profilesKinds: readonly NodeKind[] = [settingKind, templateKind]
