import type pg from 'pg'
import { commonWords, rareWords } from '#app/synth/index.ts'
import { openSession } from '#kernel/server/sessions.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import { derive, roleOf } from '#kernel/server/tenants.ts'
import type { DataSet } from './data-set.ts'
import type { Pick } from './works.ts'

const PEOPLE = 48
export const TEXT =
  'Jens kom hjem fra værkstedet kl. 15 og var i godt humør. Vi drak kaffe og talte om weekenden, og han vil gerne ringe til sin søster i morgen. Spiste en halv portion til aften og gik tidligt i seng. '.repeat(
    2,
  )

/** People who work at a unit and citizens tied to it, signed in, each with words to look for. */
export async function pickSome({ house, tenant }: DataSet): Promise<Pick[]> {
  const db = dbOn(house.tenants.pool(tenant))
  const who = await db.all<{ employee_id: string; unit_id: string; citizens: string[] }>(sql`
    select role_grant.employee_id, role_grant.unit_id, array(select tie.citizen_id from citizens.tie
        where tie.tenant_id = kernel.here() and tie.unit_id = role_grant.unit_id and tie.from_on <= current_date and (tie.to_on is null or tie.to_on >= current_date)) as citizens
    from org.role_grant join org.employee on employee.tenant_id = kernel.here() and employee.id = role_grant.employee_id
    where role_grant.tenant_id = kernel.here() and role_grant.role = 'support-worker' and role_grant.starts_on <= current_date
      and (role_grant.ends_on is null or role_grant.ends_on > current_date) and employee.employed_from <= current_date and employee.employed_to is null
    order by md5(role_grant.id::text)`)
  const some = who.filter(({ citizens }) => citizens.length).slice(0, PEOPLE)
  const signedIn = await Promise.all(
    some.map(async (each) => ({ ...each, token: (await openSession(db, house.clock, each.employee_id, 'cli')).token })),
  )
  const all = signedIn.flatMap(({ token, unit_id, citizens }) =>
    citizens.map((citizenId) => ({ token, unitId: unit_id, citizenId })),
  )
  return all.map((pick, n) => ({
    ...pick,
    text: TEXT,
    common: commonWords[n % commonWords.length]!,
    rare: rareWords[n % rareWords.length]!,
  }))
}

/** Where PostgreSQL finds them when it is measured alone. */
export async function layOut(owner: pg.Client, role: string, picks: Pick[]): Promise<void> {
  await owner.query(`create schema if not exists bench; drop table if exists bench.pick;
    create table bench.pick (n int primary key, token text, unit_id uuid, citizen_id uuid, text text, common text, rare text);
    grant usage on schema bench to ${role}; grant select on bench.pick to ${role}`)
  await owner.query(
    `insert into bench.pick select row_number() over (), token, "unitId", "citizenId", text, common, rare
    from json_to_recordset($1) as pick (token text, "unitId" uuid, "citizenId" uuid, text text, common text, rare text)`,
    [JSON.stringify(picks)],
  )
}

/** As the tenant's own role: thin and the SQL limit stand behind the same wall. */
export function tenantUrl({ house, tenant }: DataSet): string {
  const url = new URL(house.url)
  url.username = roleOf(tenant.id)
  url.password = derive(house.config.RT_SECRET, `role:${tenant.id}`).toString('base64url')
  return url.href
}
