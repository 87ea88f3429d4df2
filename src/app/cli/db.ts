import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { dump } from '#app/server/dump.ts'
import { newTenant } from '#app/server/new-tenant.ts'
import { type Opened, openHouse } from '#app/server/open-house.ts'
import { beginStrict, passwordForOnce } from '#features/signin/server/index.ts'
import { type Config, readConfig } from '#kernel/server/config.ts'
import { MIGRATIONS, migrationFiles } from '#kernel/server/migrate.ts'
import { dbOn } from '#kernel/server/sql.ts'

const SCHEMA = path.join(MIGRATIONS, '../schema.gen.sql')
const say = (line: string) => process.stdout.write(`${line}\n`)

type Command = (config: Config, args: string[]) => Promise<void>

const commands: Record<string, Command> = {
  migrate,
  reset,
  dump: writeDump,
  new: newMigration,
  'new-tenant': addTenant,
}

async function inHouse(config: Config, work: (house: Opened) => Promise<void>): Promise<void> {
  const house = await openHouse(config)
  try {
    await work(house)
  } finally {
    await house.close()
  }
}

/** Opening the house migrates it. */
async function migrate(config: Config): Promise<void> {
  await inHouse(config, async () => void say('The database is up to date.'))
}

/** Only the embedded database, and only when said twice: it cannot be undone. */
async function reset(config: Config, args: string[]): Promise<void> {
  if (config.DATABASE_URL)
    throw new Error('bin/db reset only empties the embedded database. Drop another one with its own means.')
  const dir = path.join(config.DATA_DIR, 'pg')
  if (!args.includes('--yes')) throw new Error(`This deletes everything in ${dir}. Say bin/db reset --yes to do it.`)
  if (fs.existsSync(`${dir}.lock`)) throw new Error(`${dir} is in use, or was not closed. Stop the server first.`)
  for (const part of [dir, `${dir}.secret`]) fs.rmSync(part, { recursive: true, force: true })
  say('Emptied. The next bin/start fills it again.')
}

async function writeDump(config: Config): Promise<void> {
  await inHouse(config, async ({ url }) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    fs.writeFileSync(SCHEMA, await dump(client))
    await client.end()
    say('Wrote db/schema.gen.sql')
  })
}

async function newMigration(_: Config, [name]: string[]): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('Give it a name: bin/db new stays_close')
  const next = String(migrationFiles().length + 1).padStart(4, '0')
  const file = path.join(MIGRATIONS, `${next}_${name}.sql`)
  fs.writeFileSync(file, '-- What is now true, in one sentence.\n')
  say(`Made db/migrations/${path.basename(file)}`)
}

async function addTenant(config: Config, args: string[]): Promise<void> {
  const options = {
    slug: { type: 'string' },
    name: { type: 'string' },
    administrator: { type: 'string' },
    host: { type: 'string', multiple: true },
  } as const
  const { slug, name, administrator, host } = parseArgs({ args, options }).values
  if (!slug || !name || !administrator)
    throw new Error(
      'Say bin/db new-tenant --slug hedeby --name "Hedeby Kommune" --administrator "Asta Holm" [--host care.hedeby.dk]',
    )
  if (!/^[a-z][a-z0-9-]{1,40}$/.test(slug))
    throw new Error('A slug is 2 to 41 of a–z, 0–9 and hyphen, and begins with a letter: --slug hoeje-taastrup')
  const password = randomBytes(12).toString('base64url')
  await inHouse(config, async (house) => {
    const { tenant, administratorId } = await newTenant(house, {
      slug,
      name,
      administrator,
      hosts: host ?? [],
      password,
    })
    const db = dbOn(house.tenants.pool(tenant))
    await passwordForOnce(db, administratorId, house.clock.now())
    await beginStrict(db, house.clock)
    say(`${name} is made. Sign in as admin with ${password}; it works for three days, and you choose your own at once.`)
  })
}

const [word = '', ...rest] = process.argv.slice(2)
const chosen = commands[word]
const job = chosen
  ? chosen(readConfig(process.env), rest)
  : Promise.reject(new Error(`bin/db ${Object.keys(commands).join(' | ')}`))
job.catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
