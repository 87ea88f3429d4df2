import { useSyncExternalStore } from 'react'

/** A value that lives outside the components, and can be watched by them. */
export class Cell<T> {
  #value: T
  readonly #watchers = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  get = (): T => this.#value

  set(to: T): void {
    if (Object.is(to, this.#value)) return
    this.#value = to
    for (const watcher of [...this.#watchers]) watcher()
  }

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
}

export const useCell = <T>(cell: Cell<T>): T => useSyncExternalStore(cell.watch, cell.get)
