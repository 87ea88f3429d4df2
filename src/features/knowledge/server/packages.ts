import { offerGroups } from '#features/org/offer-groups.ts'
import { contentsOfSpec, draftSpec } from '#features/requirements/server/index.ts'
import { draftCourse, offerGroupOf } from '#features/training/server/index.ts'
import type { Carried } from '#kernel/lang/contract.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { refusal, refuse } from '#kernel/lang/problem.ts'
import { at } from '#kernel/server/permission.ts'
import { type Db, type Sql, sql } from '#kernel/server/sql.ts'
import { command, query } from '#kernel/server/use-case.ts'
import { knowledge } from '../contract.ts'
import { anonymiser, mapTexts, type Name, Package } from '../package.ts'
import { countOrNull } from '../rules.ts'
import { nameOfSetting, wordsOfValue } from './page-sources.ts'
import { mayPassOn, overPackage } from './permissions.ts'

const MEGABYTE = 1_048_576
const MOST_BYTES = 5 * MEGABYTE
const LEFT_OUT =
  'Navne på kommune, enheder, medarbejdere og leverandører er taget ud. Enheder nævnes ved deres slags. Antal under fem er udeladt. Borgere, tilbud og point er ikke med.'

type Called = { word: string; what: string; offerGroup: string | null }

/** Every name that could tell who we are, and what stands instead. */
async function namesHere(db: Db): Promise<Name[]> {
  const rows = await db.all<Called>(sql`
    select unit.name as word, unit.kind as what, ${offerGroupOf(sql`unit`)} as "offerGroup" from org.unit where unit.tenant_id = kernel.here()
    union all select regexp_replace(unit.name, '^.* ', ''), unit.kind, ${offerGroupOf(sql`unit`)} from org.unit where unit.tenant_id = kernel.here() and unit.name ~ ' '
    union all select employee.name, 'employee', null from org.employee where employee.tenant_id = kernel.here()
    union all select distinct regexp_replace(employee.name, ' .*$', ''), 'employee', null from org.employee where employee.tenant_id = kernel.here()
    union all select bid.vendor, 'vendor', null from tender.bid where bid.tenant_id = kernel.here()`)
  return rows.map(({ word, what, offerGroup }) => ({ word, instead: insteadOf(what, offerGroup) }))
}

function insteadOf(what: string, offerGroup: string | null): string {
  if (what === 'employee') return 'en medarbejder'
  if (what === 'vendor') return 'en leverandør'
  if (what !== 'offer') return 'kommunen'
  const group = offerGroup ? offerGroups[offerGroup as keyof typeof offerGroups].da : 'et tilbud'
  return `en enhed (${group})`
}

const decisionsOf = (db: Db, placeId: Id) =>
  db.all<{ title: string; why: string; notChosen: string[] }>(sql`
    select decision.title, decision.why, array(select option.text from decisions.option where option.tenant_id = kernel.here() and option.decision_id = decision.id
      and not option.chosen order by option.position) as "notChosen"
    from decisions.decision where decision.tenant_id = kernel.here() and decision.place_id = ${placeId} and decision.state in ('in-force', 'under-review') and not decision.secret
    order by decision.number limit 500`)

type Chosen = { offerGroup: string | null; key: string; value: string; count: number }

const settingsOf = (db: Db, placeId: Id, today: string) =>
  db.all<Chosen>(sql`
    select chosen."offerGroup", chosen.key, chosen.value, count(*)::int as count from (
      select ${offerGroupOf(sql`unit`)} as "offerGroup", setting.key, ${wordsOfValue(sql`setting.key`, sql`held.value`)} as value from profiles.setting
      join profiles.held on held.tenant_id = setting.tenant_id and held.setting_id = setting.id and held.from_on <= ${today}::date and (held.to_on is null or held.to_on > ${today}::date)
      join org.unit on unit.tenant_id = setting.tenant_id and unit.id = setting.unit_id
      join org.branch on branch.tenant_id = unit.tenant_id and branch.unit_id = unit.id and branch.above_id = ${placeId}
      where setting.tenant_id = kernel.here()) chosen
    group by 1, 2, 3 order by 1, 2, 3 limit 2000`)

const coursesOf = (db: Db, placeId: Id) =>
  db.all<Package['courses'][number]>(sql`
    select course.code, course.title, course.sort, course.minutes, course.competences,
      array(select exercise.title from training.exercise where exercise.tenant_id = kernel.here() and exercise.course_id = course.id order by exercise.title) as exercises
    from training.course where course.tenant_id = kernel.here() and course.place_id = ${placeId} order by course.code limit 100`)

const benefitsOf = (db: Db, placeId: Id) =>
  db.all<Package['benefits'][number]>(sql`
    select benefit.title, measure.what, measure.counted_in as "countedIn", measure.direction,
      (select method.text from benefits.method where method.tenant_id = kernel.here() and method.measure_id = measure.id order by method.since_on desc limit 1) as method
    from benefits.measure join requirements.benefit on benefit.tenant_id = measure.tenant_id and benefit.id = measure.benefit_id
    where measure.tenant_id = kernel.here() and measure.place_id = ${placeId} order by benefit.number limit 50`)

async function packed(db: Db, placeId: Id, specId: Id | null, today: string): Promise<Package> {
  const own = specId ? await contentsOfSpec(db, specId) : []
  const chosen = await settingsOf(db, placeId, today)
  const whole = {
    schema: 'roed-traad-package/1',
    madeOn: today,
    leftOut: LEFT_OUT,
    requirements: own.map(({ id: _, lines, ...content }) => ({
      ...content,
      lines: lines.map(({ id: __, ...line }) => line),
    })),
    settings: chosen.map(({ count, ...one }) => ({ ...one, units: countOrNull(count) })),
    decisions: await decisionsOf(db, placeId),
    courses: await coursesOf(db, placeId),
    benefits: await benefitsOf(db, placeId),
  }
  const anonymous = anonymiser(await namesHere(db))
  const { schema, madeOn, leftOut, settings, ...told } = whole
  return Package.parse({ schema, madeOn, leftOut, settings, ...mapTexts(told, anonymous) })
}

/** The set must be the place's own. */
const ownSpec = (db: Db, placeId: Id, specId: Id | null) =>
  specId
    ? db.one<{ id: Id }>(
        sql`select id from requirements.spec where tenant_id = kernel.here() and id = ${specId} and place_id = ${placeId}`,
      )
    : undefined

const keep = (db: Db, row: { id: Id; placeId: Id; direction: 'in' | 'out'; content: Buffer; by: Id; at: string }) =>
  db.run(sql`insert into knowledge.package (id, place_id, direction, content, made_at, made_by)
    values (${row.id}, ${row.placeId}, ${row.direction}, ${row.content}::bytea, ${row.at}, ${row.by})`)

export const makePackage = command(knowledge.makePackage, {
  may: at(mayPassOn, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id], purpose: 'export' }),
  async run({ db, input, by, clock }) {
    const spec = await ownSpec(db, input.placeId, input.specId)
    const made = await packed(db, input.placeId, spec?.id ?? null, clock.today())
    const content = Buffer.from(JSON.stringify(made, null, 1))
    await keep(db, { id: input.id, placeId: input.placeId, direction: 'out', content, by: by.id, at: clock.now() })
    return {
      id: input.id,
      requirements: made.requirements.length,
      decisions: made.decisions.length,
      settings: made.settings.length,
    }
  },
  tell: (input) => [{ topic: 'knowledge', place: input.placeId }],
})

/** @throws a refusal when it is no package; nothing of it is stored */
function unpacked(content: Uint8Array): Package {
  if (content.length > MOST_BYTES)
    refuse(refusal('knowledge.package-too-large', { most: MOST_BYTES / MEGABYTE }, 'content'))
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(content).toString('utf8'))
  } catch {
    refuse(refusal('knowledge.not-a-package', {}, 'content'))
  }
  const found = Package.safeParse(read)
  if (!found.success) refuse(refusal('knowledge.not-a-package', {}, 'content'))
  return found.data!
}

type Lesson = { sort: 'decision' | 'setting' | 'benefit'; title: string; text: string }

const few = (units: number | null): string => (units === null ? 'færre end fem enheder' : `${units} enheder`)
const groupWord = (group: keyof typeof offerGroups | null): string => (group ? offerGroups[group].da : 'tilbud')

const lessonsOf = (given: Package): Lesson[] => [
  ...given.decisions.map(({ title, why, notChosen }) => ({
    sort: 'decision' as const,
    title,
    text: [why, ...notChosen.map((one) => `Ikke valgt: ${one}`)].join('\n'),
  })),
  ...given.settings.map(({ offerGroup, key, value, units }) => ({
    sort: 'setting' as const,
    title: `${groupWord(offerGroup)}: ${key}`,
    text: `${value} (${few(units)})`,
  })),
  ...given.benefits.map(({ title, what, countedIn, method }) => ({
    sort: 'benefit' as const,
    title,
    text: `${what} (${countedIn}). ${method}`,
  })),
]

export const takePackage = command(knowledge.takePackage, {
  may: at(mayPassOn, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId, records: [input.id, input.specId] }),
  async run({ db, input, by, clock }) {
    const given = unpacked(input.content)
    const who = { id: by.id, at: clock.now() }
    await keep(db, {
      id: input.id,
      placeId: input.placeId,
      direction: 'in',
      content: Buffer.from(input.content),
      by: by.id,
      at: clock.now(),
    })
    const requirements = await draftSpec(
      db,
      { id: input.specId, placeId: input.placeId, title: input.title.trim(), requirements: given.requirements },
      who,
    )
    let courses = 0
    for (const course of given.courses) if (await draftCourse(db, input.placeId, course, who)) courses += 1
    const lessons = lessonsOf(given)
    for (const { sort, title, text } of lessons)
      await db.run(sql`insert into knowledge.lesson (id, package_id, sort, title, text)
        values (${newId()}, ${input.id}, ${sort}, case when ${sort} = 'setting' then ${settingTitle(title)} else ${title} end, ${text})`)
    return { id: input.id, requirements, courses, lessons: lessons.length }
  },
  tell: (input) => [{ topic: 'knowledge', place: input.placeId }],
})

/** `døgntilbud: handover.order` in words. */
const settingTitle = (title: string): Sql => {
  const [group, key] = title.split(': ') as [string, string]
  return sql`${group} || ': ' || ${nameOfSetting(sql`${key}::text`)}`
}

export const packages = query(knowledge.packages, {
  may: at(mayPassOn, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId }),
  read: ({ input }) => sql`
    select package.id, package.direction, package.made_at as "madeAt", employee.name as "madeByName", length(package.content) as "sizeBytes" from knowledge.package
    join org.employee on employee.tenant_id = package.tenant_id and employee.id = package.made_by
    where package.tenant_id = kernel.here() and package.place_id = ${input.placeId}::uuid order by package.made_at desc limit 100`,
})

export const lessons = query(knowledge.lessons, {
  may: at(mayPassOn, (input) => input.placeId),
  audit: (input) => ({ place: input.placeId }),
  read: ({ input }) => sql`
    select lesson.id, lesson.package_id as "packageId", lesson.sort, lesson.title, lesson.text from knowledge.lesson
    join knowledge.package on package.tenant_id = lesson.tenant_id and package.id = lesson.package_id
    where lesson.tenant_id = kernel.here() and package.place_id = ${input.placeId}::uuid order by package.made_at desc, lesson.sort, lesson.title limit 1000`,
})

const PART_BYTES = 524_288

export const fetchPackage = query(knowledge.package, {
  may: overPackage((input) => input.id),
  audit: () => ({ purpose: 'export' }),
  records: sql`select id from rows`,
  read: ({ input }) => sql`
    select package.id, 'pakke-' || (package.made_at at time zone 'Europe/Copenhagen')::date || '.json' as name, 'application/json' as "mediaType", length(package.content) as "sizeBytes",
      ((length(package.content) + ${sql.lit(PART_BYTES - 1)}) / ${sql.lit(PART_BYTES)})::int as parts
    from knowledge.package where package.tenant_id = kernel.here() and package.id = ${input.id}::uuid`,
  part: (
    { id }: Carried,
    number,
  ) => sql`select substring(content from ${number * PART_BYTES + 1}::int for ${PART_BYTES}::int) as content
    from knowledge.package where tenant_id = kernel.here() and id = ${id}::uuid`,
})
