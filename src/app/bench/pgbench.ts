import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { summed, type Taken } from './closed-loop.ts'
import { numbered } from './thin-statements.ts'
import type { Pick, Work } from './works.ts'

type Timing = { connections: number; seconds: number; warm: number }
/** PostgreSQL's CPU time covers the warming up too. */
export type Limit = { how: string; run(work: Work, timing: Timing): Promise<Taken> }

/** The thin server's statements without any server: by pgbench where it is installed, else by a loop of our own. */
export function sqlLimit(url: string, picks: Pick[]): Limit {
  const found = spawnSync('pgbench', ['--version'], { encoding: 'utf8' })
  if (found.status !== 0) return { how: 'own loop', run: (work, timing) => ownLoop(url, picks, work, timing) }
  return {
    how: found.stdout.trim(),
    run: (work, timing) => byPgbench(url, picks.length, work, timing),
  }
}

/** A value of the request becomes a look at the row of `bench.pick` that pgbench drew: one statement, prepared once. */
function script({ statement, words }: Work, picks: number): string {
  const column = (name: string) =>
    name === 'words' ? words : name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const filled = statement.text
    .replaceAll('{id}', 'gen_random_uuid()')
    .replaceAll('{key}', 'gen_random_uuid()')
    .replace(/\{(\w+)\}/g, (_, name: string) => `(select ${column(name)} from drawn)`)
    .replace('with ', 'with drawn as materialized (select * from bench.pick where n = :n), ')
  // pgbench reads ::type as it is, but takes a colon before a letter for a variable of its own.
  return `\\set n random(1, ${picks})\n${filled.replace(/\s+/g, ' ')};\n`
}

async function byPgbench(url: string, picks: number, work: Work, { connections, seconds, warm }: Timing) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'rt-pgbench-'))
  const file = path.join(dir, 'work.sql')
  fs.writeFileSync(file, script(work, picks))
  const { hostname, port, username, password, pathname } = new URL(url)
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(connections),
    '-T',
    String(Math.ceil(warm + seconds)),
    '-l',
    '--log-prefix',
    path.join(dir, 'log'),
    '-f',
    file,
  ]
  const env = {
    PATH: process.env.PATH ?? '',
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: username,
    PGPASSWORD: password,
    PGOPTIONS: '-c plan_cache_mode=force_generic_plan -c jit=off -c TimeZone=UTC',
  }
  try {
    await succeed('pgbench', [...args, pathname.slice(1)], env)
    const lines = fs
      .readdirSync(dir)
      .filter((name) => name.startsWith('log'))
      .flatMap((name) => fs.readFileSync(path.join(dir, name), 'utf8').trim().split('\n'))
    return afterWarming(
      lines.map((line) => {
        const [, , us, , s, fraction] = line.split(' ').map(Number) as number[]
        return { ms: us! / 1000, at: s! * 1000 + fraction! / 1000 }
      }),
      { warm, seconds },
    )
  } finally {
    fs.rmSync(dir, { recursive: true })
  }
}

function succeed(command: string, args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('exit', (code) => (code === 0 ? done() : failed(new Error(`${command}: ${said}`))))
  })
}

/** The seconds after warming up; `at` is when it ended, in ms. */
function afterWarming(all: { ms: number; at: number }[], { warm, seconds }: Omit<Timing, 'connections'>) {
  const begin = Math.min(...all.map(({ ms, at }) => at - ms)) + warm * 1000
  const counted = all.filter(({ ms, at }) => at - ms >= begin && at <= begin + seconds * 1000)
  return {
    ...summed(
      counted.map(({ ms }) => ms),
      seconds,
    ),
    whole: all.length,
  }
}

async function ownLoop(url: string, picks: Pick[], work: Work, { connections, seconds, warm }: Timing) {
  const { text, names } = numbered(work.statement)
  const all: { ms: number; at: number }[] = []
  const end = performance.now() + (warm + seconds) * 1000
  const drive = async () => {
    const client = new pg.Client({ connectionString: url, options: '-c plan_cache_mode=force_generic_plan -c jit=off' })
    await client.connect()
    while (performance.now() < end) {
      const pick = picks[Math.floor(Math.random() * picks.length)]!
      const more: Record<string, string> = {
        id: crypto.randomUUID(),
        key: crypto.randomUUID(),
        words: pick[work.words ?? 'common'],
      }
      const began = performance.now()
      await client.query({ name: work.name, text, values: names.map((name) => more[name] ?? pick[name as keyof Pick]) })
      const at = performance.now()
      all.push({ ms: at - began, at })
    }
    await client.end()
  }
  await Promise.all(Array.from({ length: connections }, drive))
  return afterWarming(all, { warm, seconds })
}
