import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openHouse } from '#app/server/open-house.ts'
import { readConfig } from '#kernel/server/config.ts'
import { startEmbedded } from '#kernel/server/embedded.ts'
import { wait } from './drill.ts'
import { foundMunicipality, type Municipality } from './municipality.ts'
import { Product } from './product.ts'

/** As root, PostgreSQL runs as nobody and must be able to reach the folder. */
const BELOW = process.getuid?.() === 0 ? '/var/tmp' : os.tmpdir()

const made = fs.mkdtempSync(path.join(BELOW, 'rt-drill-'))
fs.chmodSync(made, 0o755)
let count = 0

export const newFolder = (name: string): string => {
  const dir = path.join(made, `${++count}-${name}`)
  fs.mkdirSync(dir, { mode: 0o755 })
  return dir
}
process.on('exit', () => fs.rmSync(made, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

type Template = { dir: string; municipality: Municipality }
let template: Promise<Template> | undefined

/** Made once: a database with a small municipality in it, of which every drill gets a copy. */
async function makeTemplate(): Promise<Template> {
  const dir = newFolder('template')
  const house = await openHouse(readConfig({ DATA_DIR: dir, RT_LOG_LEVEL: 'silent' }))
  const municipality = await foundMunicipality(house).finally(() => house.close())
  return { dir, municipality }
}

/** With owners and rights as they are. */
export function copyFolder(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, to], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${from} could not be copied: ${stderr}`)
}

/** The product with its database on a folder of its own. */
export type Installation = {
  dir: string
  municipality: Municipality
  product: Product
  /** As the owner of the database, over the wall; opened anew each time, for the database may have been away. */
  asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T>
  close(): Promise<void>
}

type Wanted = {
  /** Beside the product: the database stays up when the server falls, and takes `settings`. */
  database: 'own' | 'beside'
  settings?: (dir: string) => Record<string, string | number>
  env?: Record<string, string>
}

export async function install(name: string, { database, settings, env = {} }: Wanted): Promise<Installation> {
  template ??= makeTemplate()
  const { dir: from, municipality } = await template
  const dir = newFolder(name)
  copyFolder(from, dir)
  fs.rmSync(path.join(dir, 'pg.lock'), { force: true })
  const beside = database === 'beside' ? await startEmbedded(path.join(dir, 'pg'), settings?.(dir)) : undefined
  const product = new Product(await freePort(), {
    DATA_DIR: dir,
    RT_SEED: 'none',
    RT_LOG_LEVEL: 'error',
    ...(beside ? { DATABASE_URL: beside.url } : {}),
    ...env,
  })
  await product.start()
  const close = async () => {
    await product.stop()
    await beside?.stop()
    fs.rmSync(dir, { recursive: true, force: true })
  }
  return { dir, municipality, product, asOwner: (work) => asOwner(dir, work), close }
}

/** Where the database of a folder listens, from what PostgreSQL itself writes there. */
export function databaseUrl(dir: string): string {
  const secret = fs.readFileSync(path.join(dir, 'pg.secret'), 'utf8').trim()
  const port = fs.readFileSync(path.join(dir, 'pg/postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://care_owner:${secret}@127.0.0.1:${port}/postgres`
}

/** @throws when the database does not answer for ten seconds. */
export async function asOwner<T>(dir: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = await connected(dir, Date.now() + 10_000)
  return work(owner).finally(() => owner.end())
}

async function connected(dir: string, until: number): Promise<pg.Client> {
  try {
    const owner = new pg.Client({ connectionString: databaseUrl(dir), application_name: 'drill' })
    owner.on('error', () => undefined)
    await owner.connect()
    return owner
  } catch (error) {
    if (Date.now() > until) throw error
    await wait(50)
    return connected(dir, until)
  }
}

/** Every process of the database on a folder: the postmaster first. */
export async function databaseProcesses(dir: string): Promise<number[]> {
  const { rows } = await asOwner(dir, (owner) => owner.query<{ pid: number }>('select pid from pg_stat_activity'))
  const postmaster = Number(fs.readFileSync(path.join(dir, 'pg/postmaster.pid'), 'utf8').split('\n')[0])
  return [postmaster, ...rows.map(({ pid }) => pid)]
}

export function killAll(pids: number[]): void {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone already, as the connection that asked for the list.
    }
}
