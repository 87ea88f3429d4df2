import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { newId } from '#kernel/lang/id.ts'
import { between, times, wait } from './drill.ts'
import type { Intent, Ledger } from './ledger.ts'
import type { Worker } from './municipality.ts'
import { type Answer, post } from './post.ts'

export const WRITERS = 8
const PAUSE_MS = 30

/** What is sent again when no answer came: the same key, or (what the controls do) as if it were something new. */
type Again = 'same key' | 'new key'
export type Crew = { base: string; workers: Worker[]; ledger: Ledger; again?: Again }

export type Met = {
  /** Answers by status; 0 where the connection broke. */
  statuses: Map<number, number>
  withoutRetryAfter: number
  /** When that was asked which was last said yes to: an answer may still be on its way when the asked one is dead. */
  lastYesAskedAt: number
  lastYesAt: number
}

/** Eight people who write without pause; one of four notes they correct at once. Each asks again until it is answered. */
export class Writers {
  readonly met: Met = { statuses: new Map(), withoutRetryAfter: 0, lastYesAskedAt: 0, lastYesAt: 0 }
  readonly #crew: Crew
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: WRITERS })
  readonly #running: Promise<void>[]
  #stopping = false
  #resting = false

  constructor(crew: Crew) {
    this.#crew = crew
    this.#running = times(WRITERS, (n) => this.#write(crew.workers[n]!))
  }

  async #write(worker: Worker): Promise<void> {
    while (!this.#stopping) {
      while (this.#resting) await wait(PAUSE_MS)
      const note = noteOf(worker)
      const done = await this.#insist(worker, 'journal.write', note)
      if (done && Math.random() < 0.25) await this.#insist(worker, 'journal.correct', correctionOf(note))
    }
  }

  /** Until it is answered; a writer who is told to stop still finishes. @returns whether it was done. */
  async #insist(worker: Worker, action: Intent['action'], body: { id: string; text: string }): Promise<boolean> {
    const { ledger, base, again } = this.#crew
    const intent = { mark: body.text.split(' ')[0]!, action, noteId: body.id }
    ledger.ask(intent)
    let [key, sent] = [randomUUID() as string, body]
    for (;;) {
      const askedAt = Date.now()
      const answer = await post(base, action, { token: worker.token, body: sent, key, agent: this.#agent, ms: 10_000 })
      this.#note(answer, askedAt)
      if (answer.status === 200) {
        ledger.acknowledge(intent)
        return true
      }
      if (answer.status !== 0 && answer.status !== 503) return false
      await wait(between(0.5, 1.5) * PAUSE_MS)
      if (again === 'new key')
        [key, sent] = [randomUUID(), action === 'journal.write' ? { ...body, id: newId() } : body]
    }
  }

  #note({ status, retryAfter }: Answer, askedAt: number): void {
    const { met } = this
    met.statuses.set(status, (met.statuses.get(status) ?? 0) + 1)
    if (status === 200) [met.lastYesAskedAt, met.lastYesAt] = [Math.max(met.lastYesAskedAt, askedAt), Date.now()]
    if (status === 503 && !retryAfter) met.withoutRetryAfter++
  }

  /** What is begun is finished; nothing new is begun until `goOn`. */
  rest(): void {
    this.#resting = true
  }

  goOn(): void {
    this.#resting = false
  }

  async stop(): Promise<void> {
    this.#stopping = true
    this.#resting = false
    await Promise.all(this.#running)
    this.#agent.destroy()
  }
}

export const noteOf = ({ unitId, citizenId }: Worker, words = 'Sov roligt hele natten.') => ({
  id: newId(),
  draftId: null,
  unitId,
  citizenId,
  kind: 'diary',
  happenedAt: new Date(Date.now() - 60_000).toISOString(),
  text: `${randomUUID()} ${words}`,
  important: false,
  theme: null,
})

export const correctionOf = (note: { id: string }, version = 1, text = `${randomUUID()} Sov uroligt.`) => ({
  id: note.id,
  version,
  draftId: null as string | null,
  happenedAt: new Date(Date.now() - 60_000).toISOString(),
  text,
  important: false,
  theme: null,
  reason: 'Skrev forkert.',
})
