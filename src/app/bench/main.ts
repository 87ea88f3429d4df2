import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { openHouse } from '#app/server/open-house.ts'
import { loadInto } from '#app/synth/index.ts'
import { ZONE } from '#kernel/lang/day.ts'
import { readConfig } from '#kernel/server/config.ts'
import { startEmbedded } from '#kernel/server/embedded.ts'
import { measure } from './measure.ts'
import { AS_STARTED, launch } from './processes.ts'
import { median, type Report, rowOf, table } from './report.ts'
import { works } from './works.ts'

const HELP = `bin/bench [--notes 200000] [--citizens 420] [--units 14] [--rounds 5] [--seconds 5] [--warm 1]
  [--connections 8] [--only "latest 50"] [--json FILE] [--dir FOLDER, kept for the next run] [--profile FOLDER]`

const text = { type: 'string' } as const
const options = {
  notes: text,
  citizens: text,
  units: text,
  rounds: text,
  seconds: text,
  warm: text,
  connections: text,
  only: text,
  json: text,
  dir: text,
  profile: text,
  help: { type: 'boolean' },
} as const

const say = (line: string) => process.stderr.write(`${line}\n`)

function asked() {
  const { values } = parseArgs({ options })
  const number = (given: string | undefined, otherwise: number) => {
    const value = given === undefined ? otherwise : Number(given)
    if (!(value > 0)) throw new Error(`Not a number above nothing: ${given}\n${HELP}`)
    return value
  }
  return {
    ...values,
    size: {
      notes: number(values.notes, 200_000),
      citizens: number(values.citizens, 420),
      units: number(values.units, 14),
    },
    timing: {
      rounds: number(values.rounds, 5),
      seconds: number(values.seconds, 5),
      warm: number(values.warm, 1),
      connections: number(values.connections, 8),
    },
  }
}

/** As an operator would set them on a machine with 4 GB; every commit is flushed. */
const SETTINGS = { shared_buffers: '1GB', max_wal_size: '8GB', checkpoint_timeout: '30min', max_connections: 200 }

async function main(): Promise<void> {
  const { size, timing, only, json, help, profile, ...given } = asked()
  if (help) return void process.stdout.write(`${HELP}\n`)
  const dir = given.dir ?? fs.mkdtempSync(path.join(process.getuid?.() === 0 ? '/var/tmp' : os.tmpdir(), 'rt-bench-'))
  fs.mkdirSync(dir, { recursive: true })
  fs.chmodSync(dir, 0o755)
  const secretFile = path.join(dir, 'secret')
  if (!fs.existsSync(secretFile)) fs.writeFileSync(secretFile, randomBytes(32).toString('base64url'), { mode: 0o600 })
  const chosen = works.filter(({ name }) => !only || only.split(',').includes(name))
  try {
    const database = await startEmbedded(path.join(dir, 'pg'), SETTINGS)
    const postmaster = Number(fs.readFileSync(path.join(dir, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
    const RT_SECRET = fs.readFileSync(secretFile, 'utf8')
    const config = readConfig({ DATABASE_URL: database.url, RT_SECRET, RT_LOG_LEVEL: 'warn', DATA_DIR: dir })
    const house = await openHouse(config)
    const began = performance.now()
    const stamp = path.join(dir, 'loaded.json')
    const tenant = fs.existsSync(stamp)
      ? house.tenants.all[0]!
      : (await loadInto(house, { seed: 'bench', slug: 'bench', until: thisMinute(), ...size })).tenant
    fs.writeFileSync(stamp, JSON.stringify(size))
    say(`${size.notes.toLocaleString('en')} notes ready after ${((performance.now() - began) / 1000).toFixed(0)} s`)
    const result = await measure({ house, tenant, postmaster, works: chosen, ...timing, profile, say }).finally(
      async () => {
        await house.close()
        await database.stop()
      },
    )
    const startMs = await startUp(dir, RT_SECRET)
    const report: Report = {
      rows: [...result.rounds].map(([work, rounds]) => rowOf(work, rounds)),
      memoryMB: result.memoryMB.product,
      startMs,
      statements: Math.max(...result.statements.values()),
    }
    process.stdout.write(`\n${heading(size, timing, result.how)}\n\n${table(result.rounds, result.statements)}\n\n`)
    process.stdout.write(
      `Memory: product ${result.memoryMB.product} MB, thin ${result.memoryMB.thin} MB. Start to first answer, database included: ${startMs} ms.\n`,
    )
    if (json) fs.writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
  } finally {
    if (!given.dir) fs.rmSync(dir, { recursive: true, force: true })
  }
}

function heading(
  size: { notes: number; citizens: number; units: number },
  timing: { rounds: number; seconds: number; connections: number },
  how: string,
): string {
  const cpu = os.cpus()[0]?.model ?? 'unknown'
  return `${size.notes.toLocaleString('en')} notes, ${size.citizens} citizens, ${size.units} units; ${timing.rounds} rounds of ${timing.seconds} s, ${timing.connections} connections; SQL limit: ${how}
${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`
}

/** In Danish time, as `until` wants it: the data end now, so that there is a handover of yesterday. */
const thisMinute = () => new Date().toLocaleString('sv-SE', { timeZone: ZONE }).slice(0, 16).replace(' ', 'T')

/** As after a reboot of the server: PostgreSQL, the checks of the schema and the first answer that reads the database. */
async function startUp(dir: string, RT_SECRET: string): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const began = performance.now()
    const server = await launch(
      'src/app/server/main.ts',
      {
        DATA_DIR: dir,
        PORT: '0',
        RT_SECRET,
        RT_SEED: 'none',
        RT_LOG_LEVEL: 'warn',
      },
      AS_STARTED,
    )
    const { status } = await fetch(`${server.address}/api/org.doorplate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    if (status !== 200) throw new Error(`The first answer was ${status}`)
    times.push(Math.round(performance.now() - began))
    await server.stop()
  }
  return median(times)
}

main().catch((error) => {
  say((error as Error).stack ?? String(error))
  process.exit(1)
})
