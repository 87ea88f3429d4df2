import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { type Opened, openHouse } from '#app/server/open-house.ts'
import { loadInto } from '#app/synth/index.ts'
import { ZONE } from '#kernel/lang/day.ts'
import { readConfig } from '#kernel/server/config.ts'
import { startEmbedded } from '#kernel/server/embedded.ts'
import type { Tenant } from '#kernel/server/tenants.ts'
import { AS_STARTED, launch } from './processes.ts'
import { median } from './report.ts'

export type Size = { notes: number; citizens: number; units: number }
/** A synthetic municipality in a database of its own, ready to be measured. */
export type DataSet = {
  size: Size
  dir: string
  house: Opened
  tenant: Tenant
  /** Process of PostgreSQL, whose children do the work. */
  postmaster: number
  /** Seconds it took to fill; undefined when it lay there. */
  loaded: number | undefined
  stop(): Promise<void>
}

/** As an operator would set them on a machine with 4 GB; every commit is flushed. */
const MEASURING = { shared_buffers: '1GB', max_wal_size: '4GB', checkpoint_timeout: '30min', max_connections: 200 }
/** While it is filled nobody else is there, and a new index need not be in the log. */
const LOADING = { ...MEASURING, wal_level: 'minimal', max_wal_senders: 0, maintenance_io_concurrency: 50 }

/** In Danish time, as `until` wants it: the data end now, so that there is a handover of yesterday. */
const thisMinute = () => new Date().toLocaleString('sv-SE', { timeZone: ZONE }).slice(0, 16).replace(' ', 'T')
/** Data that end longer ago than this have no yesterday to hand over. */
const STALE_HOURS = 12

const secretOf = (dir: string): string => {
  const file = path.join(dir, 'secret')
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return fs.readFileSync(file, 'utf8')
}

async function open(dir: string, settings: Record<string, string | number>) {
  const database = await startEmbedded(path.join(dir, 'pg'), settings)
  const config = { DATABASE_URL: database.url, RT_SECRET: secretOf(dir), RT_LOG_LEVEL: 'warn', DATA_DIR: dir }
  const house = await openHouse(readConfig(config))
  const stop = async () => {
    await house.close()
    await database.stop()
  }
  return { house, stop }
}

/** Filled when the folder is empty, else used as it lies there. */
export async function dataSet(dir: string, size: Size, say: (line: string) => void): Promise<DataSet> {
  fs.mkdirSync(dir, { recursive: true })
  fs.chmodSync(dir, 0o755)
  const loaded = await filled(dir, size, say)
  const { house, stop } = await open(dir, MEASURING)
  const postmaster = Number(fs.readFileSync(path.join(dir, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
  return { size, dir, house, tenant: house.tenants.bySlug('bench')!, postmaster, loaded, stop }
}

async function filled(dir: string, size: Size, say: (line: string) => void): Promise<number | undefined> {
  const stamp = path.join(dir, 'loaded.json')
  if (fs.existsSync(stamp)) return lying(stamp, size)
  const until = thisMinute()
  const { house, stop } = await open(dir, LOADING)
  try {
    const began = performance.now()
    let told = began
    const tick = (done: number) => {
      if (performance.now() - told < 10_000) return
      told = performance.now()
      say(`${done.toLocaleString('en')} of ${size.notes.toLocaleString('en')} notes`)
    }
    const { notesPerSecond } = await loadInto(house, { seed: 'bench', slug: 'bench', until, tick, ...size })
    const seconds = Math.round((performance.now() - began) / 1000)
    say(`${size.notes.toLocaleString('en')} notes loaded in ${seconds} s (${Math.round(notesPerSecond)} a second)`)
    fs.writeFileSync(stamp, JSON.stringify({ ...size, until }))
    return seconds
  } finally {
    await stop()
  }
}

function lying(stamp: string, size: Size): undefined {
  const { until, ...lies } = JSON.parse(fs.readFileSync(stamp, 'utf8')) as Size & { until: string }
  if (Object.entries(size).some(([key, value]) => lies[key as keyof Size] !== value))
    throw new Error(`${path.dirname(stamp)} holds ${JSON.stringify(lies)}. Give another --dir.`)
  const hours = (Date.parse(`${thisMinute()}Z`) - Date.parse(`${until}Z`)) / 3_600_000
  if (hours > STALE_HOURS)
    throw new Error(`${path.dirname(stamp)} ends ${hours.toFixed(0)} hours ago: no handover to measure. Remove it.`)
}

const FIRST_ANSWERS = 3

/** As after a reboot of the server: PostgreSQL, the checks of the schema and the first answer that reads the database. */
export async function startMs(dir: string): Promise<number> {
  const env = { DATA_DIR: dir, PORT: '0', RT_SECRET: secretOf(dir), RT_SEED: 'none', RT_LOG_LEVEL: 'warn' }
  const times: number[] = []
  for (let i = 0; i < FIRST_ANSWERS; i++) {
    const began = performance.now()
    const server = await launch('src/app/server/main.ts', env, AS_STARTED)
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
