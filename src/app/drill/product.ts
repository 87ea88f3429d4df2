import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { AS_STARTED } from '#app/bench/processes.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** None outlives the drill, however that ends. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** The product's server as a process of its own. What kills it, it is started again, as a service of the machine would be. */
export class Product {
  readonly base: string
  readonly #env: Record<string, string>
  #child: ChildProcess | undefined
  #supervised = true
  #said = ''
  starts = 0

  constructor(port: number, env: Record<string, string>) {
    this.base = `http://127.0.0.1:${port}`
    this.#env = { PATH: process.env.PATH ?? '', PORT: String(port), ...env }
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Resolves when it says `ready`. @throws when the first start fails. */
  async start(): Promise<void> {
    const file = path.join(ROOT, 'src/app/server/main.ts')
    const child = spawn(process.execPath, [...AS_STARTED, '--disable-warning=ExperimentalWarning', file], {
      cwd: ROOT,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.starts++
    running.add(child)
    const ready = this.#readyLine(child)
    child.once('exit', (code) => {
      running.delete(child)
      if (code) process.stderr.write(`The server ended (${code}).\n${this.#said}`)
      if (this.#supervised) setTimeout(() => this.#supervised && this.start().catch(() => undefined), 50)
    })
    await ready
  }

  #readyLine(child: ChildProcess): Promise<void> {
    return new Promise((ready, failed) => {
      const hear = (data: Buffer) => {
        this.#said = (this.#said + data).slice(-4000)
        if (/^ready \S+/m.test(String(data))) ready()
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.once('exit', (code) => failed(new Error(`The server ended (${code}).\n${this.#said}`)))
    })
  }

  kill(): void {
    this.#child?.kill('SIGKILL')
  }

  async stop(): Promise<void> {
    this.#supervised = false
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    child.kill('SIGTERM')
    await ended
  }
}
