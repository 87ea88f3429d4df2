import { PgBoss } from 'pg-boss'
import type { Log } from './log.ts'

/** Work that outlives a restart: queued in the database, run at least once, so every handler can run twice. */
export type Job = {
  name: string /** Five cron fields, UTC. */
  cron?: string
  run: (data: Record<string, unknown>) => Promise<void>
}

const AGAIN_MS = 2_000

export class Jobs {
  readonly #make: () => PgBoss
  readonly #log: Log
  #boss: PgBoss
  #stopping = false

  constructor(url: string, log: Log) {
    this.#log = log
    this.#make = () =>
      new PgBoss({ connectionString: url, schema: 'jobs', max: 2, application_name: 'rt jobs' }).on('error', (error) =>
        log.warn({ err: error }, 'jobs'),
      )
    this.#boss = this.#make()
  }

  /** Tries until it succeeds: work may wait for the database, people need not wait for the work. */
  async start(jobs: Job[]): Promise<void> {
    while (!this.#stopping)
      try {
        return await this.#begin(jobs)
      } catch (error) {
        this.#log.warn({ err: error }, 'jobs are not started yet')
        await this.#boss.stop({ graceful: false }).catch(() => undefined)
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
        this.#boss = this.#make()
      }
  }

  async #begin(jobs: Job[]): Promise<void> {
    await this.#boss.start()
    for (const job of jobs) {
      await this.#boss.createQueue(job.name)
      await this.#boss.work(job.name, async ([taken]) => job.run((taken?.data ?? {}) as Record<string, unknown>))
      if (job.cron) await this.#boss.schedule(job.name, job.cron)
    }
  }

  /** @returns once the job stands in the database. */
  async enqueue(name: string, data: object): Promise<void> {
    await this.#boss.createQueue(name)
    await this.#boss.send(name, data, { retryLimit: 5, retryBackoff: true })
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#boss.stop({ graceful: true, timeout: 5_000 }).catch(() => undefined)
  }
}
