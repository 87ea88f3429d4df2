import { PgBoss } from 'pg-boss'
import type { Log } from './log.ts'

/** Work that outlives a restart: queued in the database, run at least once, so every handler can run twice. */
export type Job = {
  name: string /** Five cron fields, UTC. */
  cron?: string
  run: (data: Record<string, unknown>) => Promise<void>
}

export class Jobs {
  readonly #boss: PgBoss

  constructor(url: string, log: Log) {
    this.#boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 2, application_name: 'rt jobs' })
    this.#boss.on('error', (error) => log.warn({ err: error }, 'jobs'))
  }

  async start(jobs: Job[]): Promise<void> {
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
    await this.#boss.stop({ graceful: true, timeout: 5_000 }).catch(() => undefined)
  }
}
