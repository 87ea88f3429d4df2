import { type SettingSpec, settingKeys, settings } from '#features/profiles/contract.ts'
import { type Sql, sql } from '#kernel/server/sql.ts'
import type { PageKind } from '../rules.ts'

/**
 * Pages that a feature gives the book, of a day: id, place_id, unit_id (null: all of the place), label, title, value, why, since_on.
 * Everything on them stands somewhere else already; the book writes nothing of its own but the sentence somebody stands by.
 */
export type PageSource = {
  readonly kind: PageKind
  /** Its kind on the red thread; null: it does not stand there. */
  readonly threadKind: string | null
  readonly rows: (today: Sql) => Sql
}

const specs = Object.entries(settings) as [string, SettingSpec][]
const names = sql.join(specs.map(([key, { da }]) => sql`(${sql.lit(key)}, ${sql.lit(da)})`))
const choices = specs.flatMap(([key, spec]) =>
  'options' in spec
    ? Object.entries(spec.options).map(([option, { da }]) => sql`(${sql.lit(key)}, ${sql.lit(option)}, ${sql.lit(da)})`)
    : [],
)

/** An option in its own words; any other value as it stands. */
const wordOf = (key: Sql, value: Sql): Sql =>
  sql`coalesce((select choice.da from (values ${sql.join(choices)}) choice (key, option, da) where choice.key = ${key} and choice.option = ${value}), ${value})`

/** A setting's value as people read it. */
export const wordsOfValue = (key: Sql, value: Sql): Sql => sql`case jsonb_typeof(${value})
  when 'boolean' then case when ${value} = 'true'::jsonb then 'ja' else 'nej' end when 'null' then 'ingen'
  when 'array' then coalesce((select string_agg(${wordOf(key, sql`one.value`)}, ', ') from jsonb_array_elements_text(${value}) one), 'ingen')
  else ${wordOf(key, sql`${value} #>> '{}'`)} end`

export const nameOfSetting = (key: Sql): Sql =>
  sql`coalesce((select named.da from (values ${names}) named (key, da) where named.key = ${key}), ${key})`

/** How each unit is set up: the value, why, and since when. */
const settingPages: PageSource = {
  kind: 'setting',
  threadKind: 'profiles.setting',
  rows: (today) => sql`
    select setting.id, setting.unit_id as place_id, setting.unit_id, null::text as label, ${nameOfSetting(sql`setting.key`)} as title,
      ${wordsOfValue(sql`setting.key`, sql`held.value`)} as value, concat_ws(': ', held.source_ref, held.source_label) as why, held.since_on
    from profiles.setting join profiles.held on held.tenant_id = setting.tenant_id and held.setting_id = setting.id
    where setting.tenant_id = kernel.here() and setting.key = any (${[...settingKeys]}::text[]) and held.from_on <= ${today} and (held.to_on is null or held.to_on > ${today})`,
}

const decisionPages: PageSource = {
  kind: 'decision',
  threadKind: 'decisions.decision',
  rows: () => sql`
    select decision.id, decision.place_id, null::uuid, 'D-' || lpad(decision.number::text, greatest(3, length(decision.number::text)), '0'), decision.title,
      decision.consequences, decision.why, decision.decided_on
    from decisions.decision where decision.tenant_id = kernel.here() and decision.state in ('in-force', 'under-review')`,
}

const coursePages: PageSource = {
  kind: 'course',
  threadKind: 'training.course',
  rows: () => sql`
    select course.id, course.place_id, null::uuid, course.code, course.title, concat_ws('. ', nullif(course.covers, ''), array_to_string(course.competences, ', ')), '',
      (course.changed_at at time zone 'Europe/Copenhagen')::date
    from training.course where course.tenant_id = kernel.here()`,
}

/** Whom one asks in a unit: its person in the rollout, and those who help their colleagues. */
const contactPages: PageSource = {
  kind: 'contact',
  threadKind: null,
  rows: (today) => sql`
    select given.id, given.unit_id as place_id, given.unit_id, null::text, case given.role when 'unit-contact' then 'Implementeringskontakt' else 'Superbruger' end,
      concat_ws(', ', employee.name, employee.profession), '', given.starts_on
    from org.role_grant given
    join org.employee on employee.tenant_id = given.tenant_id and employee.id = given.employee_id and (employee.employed_to is null or employee.employed_to >= ${today})
    where given.tenant_id = kernel.here() and given.role in ('unit-contact', 'super-user') and given.starts_on <= ${today} and (given.ends_on is null or given.ends_on >= ${today})`,
}

export const ownPages: readonly PageSource[] = [settingPages, decisionPages, coursePages, contactPages]
