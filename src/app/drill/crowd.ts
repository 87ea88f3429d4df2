import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import path from 'node:path'

/** A process of its own that holds many connections, so that what it costs is not counted to those who measure. */
export class Crowd {
  readonly #child: ChildProcess
  readonly #heard = new EventEmitter()

  constructor(file: 'dribble.ts' | 'listen.ts') {
    this.#child = fork(path.join(import.meta.dirname, file), { execArgv: ['--disable-warning=ExperimentalWarning'] })
    this.#child.on('message', ({ what, ...rest }: { what: string }) => this.#heard.emit(what, rest))
  }

  tell(message: object): void {
    this.#child.send(message)
  }

  /** Waits for the next message of that kind. */
  async hears<T>(what: string): Promise<T> {
    return ((await once(this.#heard, what)) as [T])[0]
  }

  end(): void {
    this.#child.kill('SIGKILL')
  }
}
