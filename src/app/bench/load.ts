import pg from 'pg'
import { newTenant } from '#app/server/new-tenant.ts'
import type { Opened } from '#app/server/open-house.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Tenant } from '#kernel/server/tenants.ts'

export type Size = { notes: number; citizens: number; units: number }

/** Found in about one note of 180, as `tandlæge` is in life. */
export const COMMON = [
  'tandlæge',
  'svømmehal',
  'vaskeri',
  'kaffebord',
  'husmøde',
  'medicinskab',
  'cykeltur',
  'telefon',
  'madplan',
  'sygemelding',
]
const FIRST = [
  'bane',
  'kirke',
  'skov',
  'havne',
  'vinter',
  'sommer',
  'brand',
  'vand',
  'sten',
  'glas',
  'hoved',
  'bade',
  'spise',
  'kælder',
]
const LAST = [
  'dør',
  'trappe',
  'plads',
  'taske',
  'lampe',
  'stol',
  'nøgle',
  'sti',
  'skilt',
  'bænk',
  'kasse',
  'vindue',
  'tæppe',
  'spejl',
]
/** Found in about one note of 2,200. */
export const RARE = FIRST.flatMap((first) => LAST.map((last) => first + last))

const SENTENCES = [
  'Borgeren sov roligt hele natten og stod selv op til morgenmaden.',
  'Var træt efter dagtilbuddet og ville helst være på sit værelse.',
  'Vi talte om økonomien, og hvad der skal ske, når pengene kommer.',
  'Spiste godt til frokost og hjalp med at rydde af bordet bagefter.',
  'Ringede til sin søster i eftermiddag og var glad efter samtalen.',
  'Blev urolig ved vagtskiftet, men faldt til ro med støtte.',
  'Gik en tur til brugsen sammen med personalet og købte ind selv.',
  'Har lagt tøj sammen uden at blive bedt om det.',
  'Sagde nej til bad i dag, men vil gerne prøve igen i morgen tidlig.',
  'Var med til at lave aftensmad og skar grøntsager med lidt vejledning.',
  'Fik besøg af en gammel ven, og de drak kaffe på terrassen.',
  'Var ked af det om aftenen, og vi sad og snakkede en halv time.',
  'Deltog i sang og musik og bad selv om at få en sang mere.',
  'Har brug for påmindelser om at drikke nok i varmen.',
  'Kom hjem med bussen på egen hånd for anden gang i denne måned.',
  'Ønsker at flytte om på værelset, og vi aftalte at gøre det på lørdag.',
]

/** Everything of a note is worked out from its number, so that two loads are the same but for the day they end on. */
const NOTES = `insert into journal.note (tenant_id, id, unit_id, citizen_id, kind, happened_at, written_at, author_id, author_name, text, important)
  select $1, gen_random_uuid(), place.unit_id, place.citizen_id, 'diary', at, at + interval '9 minutes', place.staff[1 + h1 % 6], 'Medarbejder',
    concat_ws(' ', s[1 + h1 % 16], s[1 + h2 % 16], s[1 + h3 % 16], case when h2 % 18 = 0 then 'Husk ' || common[1 + h3 % 10] || '.' end,
      case when h3 % 11 = 0 then 'Det var ved ' || rare[1 + h1 % 196] || 'en.' end, s[1 + (h1 / 16) % 16], s[1 + (h2 / 16) % 16], s[1 + (h3 / 16) % 16]),
    h1 % 20 = 3
  from (select $2::text[] as s, $3::text[] as common, $4::text[] as rare) words,
    generate_series($5::bigint, $6::bigint) as number (n)
    cross join lateral (select abs(hashint8(number.n)) as h1, abs(hashint8(number.n * 7 + 1)) as h2, abs(hashint8(number.n * 13 + 2)) as h3) h
    cross join lateral (select now() - ($7::bigint - number.n) * $8::float8 * interval '1 minute' - interval '1 hour' as at) moment
    join bench.place on place.n = 1 + number.n % $9`

async function people(owner: pg.Client, tenant: Id, root: Id, { citizens, units }: Size): Promise<void> {
  await owner.query(
    `create schema bench; create table bench.place (n bigint primary key, unit_id uuid, citizen_id uuid, staff uuid[])`,
  )
  const run = (text: string, values: unknown[]) => owner.query(text, values)
  await run(
    `insert into org.unit (tenant_id, id, external_id, parent_id, name, kind, round_the_clock, changed_at)
    select $1, gen_random_uuid(), 'u' || n, $2, 'Hus ' || n, 'offer', true, now() from generate_series(1, $3) n`,
    [tenant, root, units],
  )
  await run(
    `insert into org.branch (tenant_id, above_id, unit_id) select tenant_id, above, id from org.unit, unnest(array[id, parent_id]) above
    where tenant_id = $1 and kind = 'offer'`,
    [tenant],
  )
  await run(
    `insert into org.employee (tenant_id, id, external_id, name, employed_from, changed_at)
    select $1, gen_random_uuid(), 'e' || n, 'Medarbejder', current_date - 3650, now() from generate_series(1, $2 * 6) n`,
    [tenant, units],
  )
  await run(
    `insert into org.role_grant (tenant_id, id, employee_id, role, unit_id, starts_on, granted_at)
    select $1, gen_random_uuid(), e.id, 'support-worker', u.id, current_date - 3650, now() from org.employee e
    join org.unit u on u.tenant_id = $1 and u.external_id = 'u' || 1 + substr(e.external_id, 2)::int % $2 where e.tenant_id = $1`,
    [tenant, units],
  )
  await run(
    `insert into citizens.citizen (tenant_id, id, external_id, given_name, family_name, changed_at)
    select $1, gen_random_uuid(), 'c' || n, 'Borger', n::text, now() from generate_series(1, $2) n`,
    [tenant, citizens],
  )
  await run(
    `insert into citizens.tie (tenant_id, id, citizen_id, unit_id, because, from_on) select $1, gen_random_uuid(), c.id, u.id, 'registration', current_date - 3650
    from citizens.citizen c join org.unit u on u.tenant_id = $1 and u.external_id = 'u' || 1 + substr(c.external_id, 2)::int % $2 where c.tenant_id = $1`,
    [tenant, units],
  )
  await run(
    `insert into bench.place select row_number() over (order by citizen_id), unit_id, citizen_id,
    array(select employee_id from org.role_grant g where g.unit_id = tie.unit_id) from citizens.tie where tenant_id = $1`,
    [tenant],
  )
}

/** Indices are made after the rows: into an index of words that stands, rows go in at a third of the pace. */
async function withoutIndices(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
    where indrelid = 'journal.note'::regclass and not indisunique`,
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  await work()
  await owner.query(`set maintenance_work_mem = '1GB'`)
  for (const { made } of rows) await owner.query(made)
}

export async function load(house: Opened, size: Size, say: (line: string) => void): Promise<Tenant> {
  const { tenant, unitId } = await newTenant(house, { slug: 'bench', name: 'Målekommune', administrator: 'Måler' })
  const owner = new pg.Client({ connectionString: house.url })
  await owner.connect()
  await owner.query('set synchronous_commit = off')
  await people(owner, tenant.id, unitId, size)
  await withoutIndices(owner, () => notes(house, tenant.id, size, say))
  say('corrections …')
  await owner.query(`insert into journal.correction (tenant_id, note_id, version, happened_at, text, important, reason, author_id, author_name, written_at, unit_id)
    select tenant_id, id, 2, happened_at, text || ' Rettet.', important, 'Skrev forkert.', author_id, author_name, written_at, unit_id
    from journal.note where abs(hashtext(id::text)) % 50 = 0`)
  await owner.query(
    `update journal.note set amended = true from journal.correction c where c.note_id = note.id and c.tenant_id = note.tenant_id`,
  )
  await owner.query('vacuum analyze')
  await owner.end()
  return tenant
}

const CHUNK = 50_000

async function notes(house: Opened, tenant: Id, size: Size, say: (line: string) => void): Promise<void> {
  // 1.3 notes a citizen a day: more notes mean a longer history, not busier days.
  const minutesApart = 1440 / (1.3 * size.citizens)
  let next = 1
  const work = async () => {
    const client = new pg.Client({ connectionString: house.url })
    await client.connect()
    await client.query('set synchronous_commit = off')
    while (next <= size.notes) {
      const from = next
      next += CHUNK
      await client.query(NOTES, [
        tenant,
        SENTENCES,
        COMMON,
        RARE,
        from,
        Math.min(size.notes, next - 1),
        size.notes,
        minutesApart,
        size.citizens,
      ])
      say(`${Math.min(size.notes, next - 1).toLocaleString('en')} of ${size.notes.toLocaleString('en')} notes`)
    }
    await client.end()
  }
  await Promise.all([work(), work()])
}
