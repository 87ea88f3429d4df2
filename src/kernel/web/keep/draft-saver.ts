import type { Instant } from '#kernel/lang/day.ts'
import type { Saving } from '#kernel/ui/index.ts'
import { isPassing, isSignedOut, sentenceOf } from '../told.ts'

export type DraftSteps<T> = {
  /** Onto the device. @returns when, or undefined where the device keeps nothing. */
  keep: (content: T, revision: number) => Promise<Instant | undefined>
  /** To the server. `leaving`: the page is going away. */
  save: (content: T, revision: number, leaving: boolean) => Promise<Instant>
  show: (state: Saving) => void
  /** Said when neither device nor server has it. */
  nowhere: () => string
}

/** From the first letter not yet kept; both run on while one types. */
const DEVICE_MS = 250
const SERVER_MS = 1_500
const AGAIN_MS = 5_000

/**
 * Carries what is typed onto the device at once and to the server within two seconds.
 * One save at a time; what is typed meanwhile goes with the next.
 */
export class DraftSaver<T> {
  #content: T
  #revision: number
  #kept: number
  #saved: number
  #keptAt: Instant | undefined
  #saving: Promise<void> | undefined
  #deviceTimer: ReturnType<typeof setTimeout> | undefined
  #serverTimer: ReturnType<typeof setTimeout> | undefined
  #stopped = false
  readonly #steps: DraftSteps<T>

  constructor(content: T, revision: number, steps: DraftSteps<T>, isSaved = true) {
    this.#content = content
    this.#revision = revision
    this.#kept = revision
    this.#saved = isSaved ? revision : revision - 1
    this.#steps = steps
    if (!isSaved) this.#laterToServer(SERVER_MS)
  }

  get revision(): number {
    return this.#revision
  }

  change(content: T): void {
    this.#content = content
    this.#revision += 1
    this.#steps.show({ kind: 'typing' })
    this.#deviceTimer ??= setTimeout(() => void this.#keep(), DEVICE_MS)
    this.#laterToServer(SERVER_MS)
  }

  /** Everything, now: on blur, before sending, when the page goes away, when the network is back. */
  async flush(leaving = false): Promise<void> {
    await Promise.all([this.#keep(), leaving ? this.#save(true) : this.#saveAll()])
  }

  /** No more: it was sent or thrown away. A save on its way is waited for, so that it cannot come after. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#deviceTimer)
    clearTimeout(this.#serverTimer)
    await this.#saving
  }

  #laterToServer(ms: number): void {
    if (!this.#stopped) this.#serverTimer ??= setTimeout(() => void this.#saveAll(), ms)
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#deviceTimer)
    this.#deviceTimer = undefined
    const revision = this.#revision
    if (this.#stopped || revision === this.#kept) return
    const at = await this.#steps.keep(this.#content, revision)
    if (at === undefined) return
    this.#kept = revision
    this.#keptAt = at
    if (revision === this.#revision && this.#saved < revision) this.#steps.show({ kind: 'onDevice', at })
  }

  async #saveAll(): Promise<void> {
    clearTimeout(this.#serverTimer)
    this.#serverTimer = undefined
    while (this.#saving) await this.#saving
    if (this.#stopped || this.#saved === this.#revision) return
    this.#saving = this.#save(false).finally(() => {
      this.#saving = undefined
    })
    await this.#saving
  }

  async #save(leaving: boolean): Promise<void> {
    const revision = this.#revision
    if (this.#stopped || this.#saved === revision) return
    try {
      const at = await this.#steps.save(this.#content, revision, leaving)
      this.#saved = Math.max(this.#saved, revision)
      if (revision === this.#revision) this.#steps.show({ kind: 'saved', at })
      else this.#laterToServer(SERVER_MS)
    } catch (problem) {
      this.#failed(problem, revision)
    }
  }

  #failed(problem: unknown, revision: number): void {
    const waits = isPassing(problem) || isSignedOut(problem)
    if (waits) this.#laterToServer(AGAIN_MS)
    const isKept = this.#kept === revision && this.#keptAt !== undefined
    const retry = () => void this.flush()
    if (!waits) this.#steps.show({ kind: 'failed', why: sentenceOf(problem), retry })
    else if (isKept) this.#steps.show({ kind: 'queued', at: this.#keptAt! })
    else if (this.#kept !== this.#revision) this.#steps.show({ kind: 'failed', why: this.#steps.nowhere(), retry })
  }
}
