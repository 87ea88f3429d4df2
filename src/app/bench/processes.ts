import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../../..')
/** As bin/start starts it. */
export const AS_STARTED = ['--max-semi-space-size=4']
export type Running = { address: string; pid: number; stop(): Promise<void> }

/** A server of ours as a process of its own; resolves when it prints `ready ADDRESS`. */
export async function launch(file: string, env: Record<string, string>, flags: string[] = []): Promise<Running> {
  const child = spawn(process.execPath, [...flags, '--disable-warning=ExperimentalWarning', path.join(root, file)], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? '',
      ...(process.env.NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await readyLine(child, file)
  return { address, pid: child.pid!, stop: () => ended(child) }
}

function readyLine(child: ChildProcess, file: string): Promise<string> {
  let said = ''
  return new Promise((ready, failed) => {
    const hear = (data: Buffer) => {
      said = (said + data).slice(-4000)
      const line = /^ready (\S+)/m.exec(said)?.[1]
      if (line) ready(line.replace('localhost', '127.0.0.1'))
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => failed(new Error(`${file} ended (${code}).\n${said}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) return done()
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

type Stat = { parent: number; ms: number; ended: number }

/** Ticks of /proc are hundredths of a second. `ended`: of children that are no more. */
function statOf(pid: number): Stat | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ms = (at: number) => (Number(fields[at]) + Number(fields[at + 1])) * 10
    return { parent: Number(fields[1]), ms: ms(11), ended: ms(13) }
  } catch {
    return undefined
  }
}

/** CPU time in ms that a process and its children, living and ended, have used; 0 where there is no /proc. */
export function cpuOf(pid: number): number {
  if (!fs.existsSync('/proc')) return 0
  const stats = fs
    .readdirSync('/proc')
    .map((name) => [Number(name), Number(name) ? statOf(Number(name)) : undefined] as const)
  return stats.reduce((sum, [each, stat]) => {
    if (!stat || (each !== pid && stat.parent !== pid)) return sum
    return sum + stat.ms + (each === pid ? stat.ended : 0)
  }, 0)
}

export function memoryMB(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]) / 1024)
  } catch {
    return 0
  }
}
