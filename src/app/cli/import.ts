import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { clearBar, lookLines, progressOn, reconciliationLines, soundLine } from '#app/import/report.ts'
import { agrees, apply, type Importing, look } from '#app/import/run-import.ts'
import { actAs } from '#app/server/new-tenant.ts'
import { type Opened, openHouse } from '#app/server/open-house.ts'
import type { Id } from '#kernel/lang/id.ts'
import { type Language, setLanguage } from '#kernel/lang/text.ts'
import { readConfig } from '#kernel/server/config.ts'
import { endSession } from '#kernel/server/sessions.ts'
import { dbOn, sql } from '#kernel/server/sql.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import { endWith } from './ended.ts'
import { tenantNamed } from './tenant-named.ts'

const USAGE = 'bin/import DIR [--apply] [--tenant SLUG] [--as USERNAME] [--lang da|en]'
const out = process.stdout
const say = (lines: readonly string[]) => void out.write(lines.map((line) => `${line}\n`).join(''))

type Said = { folder: string; apply: boolean; as: string; tenant: string | undefined; language: Language }

function readArgs(args: string[]): Said {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      apply: { type: 'boolean', default: false },
      tenant: { type: 'string' },
      as: { type: 'string', default: 'admin' },
      lang: { type: 'string', default: 'da' },
    },
  })
  const [given, ...rest] = positionals
  // The script has changed to the project's own folder; what is typed is meant from where one stands.
  const folder = given && path.resolve(process.env.CALLED_FROM ?? '.', given)
  if (!folder || rest.length || !['da', 'en'].includes(values.lang)) throw new Error(USAGE)
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${given} is not a folder. ${USAGE}`)
  return { folder, apply: values.apply, as: values.as, tenant: values.tenant, language: values.lang as Language }
}

/** The administrator under whose name and right everything is done. */
async function administratorOf(house: Opened, tenant: Tenant, userName: string): Promise<Id> {
  const found = await dbOn(house.tenants.pool(tenant)).one<{ id: Id; units: number }>(sql`
    select employee.id, (select count(*)::int from org.reach(employee.id, ${house.clock.now()}::timestamptz, ${house.clock.today()}::date, 'org.manage', '{administrator}'::text[])) as units
    from org.employee where employee.tenant_id = kernel.here() and employee.user_name = ${userName.toLowerCase()}`)
  if (!found) throw new Error(`Nobody in ${tenant.name} has the user name ${userName}. Say --as USERNAME.`)
  if (found.units === 0)
    throw new Error(`${userName} is not an administrator in ${tenant.name} today. Say --as USERNAME.`)
  return found.id
}

/** @returns the exit code: 0 when there is nothing to mend */
async function run(house: Opened, said: Said): Promise<number> {
  const tenant = tenantNamed(house, said.tenant)
  const pool = house.tenants.pool(tenant)
  const by = await actAs(house, tenant, house.clock, await administratorOf(house, tenant, said.as))
  const ground = { pool, clock: house.clock, named: true, tell: () => undefined }
  try {
    return await importInto({ ground, by, folder: said.folder, progress: progressOn(out) }, said)
  } finally {
    await endSession(dbOn(pool), house.clock, by)
  }
}

async function importInto(importing: Importing, said: Said): Promise<number> {
  const looked = await look(importing)
  clearBar(out)
  say(lookLines(looked, said.language))
  if (looked.faults.length) return 1
  if (!said.apply) {
    say([soundLine()])
    return 0
  }
  const applied = await apply(importing, looked)
  clearBar(out)
  say(reconciliationLines(applied, said.language))
  return applied.fault || !applied.done.every(agrees) ? 1 : 0
}

async function main(): Promise<number> {
  const said = readArgs(process.argv.slice(2))
  setLanguage(said.language)
  const house = await openHouse({ ...readConfig(process.env), RT_LOG_LEVEL: 'error' })
  try {
    return await run(house, said)
  } finally {
    await house.close()
  }
}

await endWith(main())
