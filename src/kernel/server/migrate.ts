import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

const LOCK = 7_262_001
export const MIGRATIONS = path.resolve(import.meta.dirname, '../../../db/migrations')

type File = { name: string; text: string; checksum: string }

export function migrationFiles(dir = MIGRATIONS): File[] {
  const names = fs
    .readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return names.map((name) => {
    const text = fs.readFileSync(path.join(dir, name), 'utf8')
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

/**
 * Brings a database up to date, each file in a transaction of its own, one server at a time.
 * @throws when a file that has run was changed since: history is not rewritten, a new file is added.
 */
export async function migrate(client: pg.Client): Promise<string[]> {
  // An owner that is no superuser may become the roles it makes: from PostgreSQL 16 on only when it says so.
  await client.query(
    `select set_config('createrole_self_grant', 'set, inherit', false) where current_setting('server_version_num')::int >= 160000`,
  )
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    await client.query(`create schema if not exists db;
      create table if not exists db.migration (name text constraint migration_pk primary key, checksum text not null, ran_at timestamptz not null default now());
      comment on schema db is 'The database''s own history.';
      comment on table db.migration is 'Which migration files have run.';
      comment on column db.migration.checksum is 'SHA-256 of the file; one that has run may not change.'`)
    const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from db.migration')
    const done = new Map(rows.map((row) => [row.name, row.checksum]))
    const ran: string[] = []
    for (const file of migrationFiles()) if (await runOne(client, file, done.get(file.name))) ran.push(file.name)
    await noteEra(client)
    return ran
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

async function runOne(
  client: pg.Client,
  { name, text, checksum }: File,
  earlier: string | undefined,
): Promise<boolean> {
  if (earlier === checksum) return false
  if (earlier) throw new Error(`Migration ${name} was changed after it had run. Add a new file instead.`)
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into db.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
  return true
}

/** A logical restore puts the data into another cluster, whose transaction numbers begin anew: a new era (see kernel.era). */
async function noteEra(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number }>(`insert into kernel.era (number, system_identifier)
    select max(number) + 1, (select system_identifier::text from pg_control_system()) from kernel.era
    having (select system_identifier from kernel.era order by number desc limit 1) <> (select system_identifier::text from pg_control_system())
    returning number`)
  // The trail's default is a constant, so that no request works the era out.
  if (rows[0]) await client.query(`alter table kernel.audit alter column era set default ${rows[0].number}`)
}
