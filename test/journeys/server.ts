import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** As root, PostgreSQL runs as nobody and must be able to reach the folder. */
export function newFolder(name: string): string {
  const dir = fs.mkdtempSync(path.join(process.getuid?.() === 0 ? '/var/tmp' : os.tmpdir(), `rt-${name}-`))
  fs.chmodSync(dir, 0o755)
  return dir
}

export type Running = { url: string; port: number; dir: string; kill(): Promise<void>; stop(): Promise<void> }

/** The product as `bin/start` runs it, on a folder of its own; resolves when it says `ready`. */
export async function run(dir: string, port = 0): Promise<Running> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/app/server/main.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dir, PORT: String(port), DATABASE_URL: '', RT_LOG_LEVEL: 'warn', RT_SEED: 'demo' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const url = await readyLine(child)
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((ended) => {
      if (child.exitCode !== null || child.signalCode !== null) return ended()
      child.once('exit', () => ended())
      child.kill(signal)
    })
  return { url, port: Number(new URL(url).port), dir, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

function readyLine(child: ChildProcess): Promise<string> {
  return new Promise((ready, failed) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      const found = /^ready (http\S+)$/m.exec(said)
      if (found) ready(found[1]!)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => failed(new Error(`The server ended (${code}) before it was ready:\n${said}`)))
  })
}
