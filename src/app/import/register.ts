import type { Id } from '#kernel/lang/id.ts'
import { plain } from './cells.ts'
import { Wrong } from './fault.ts'

/** A record that lines may point at: already stored, or further up in the files. */
export type Entry = { readonly id: Id; readonly externalId: string | null }

/** Records by the id they have in the other system, and by a second name where only one bears it. */
export class Register<T extends Entry> {
  readonly #byId = new Map<string, T>()
  readonly #byName = new Map<string, T | 'several'>()
  readonly #unknown: string

  /** @param unknown what is said of a reference to nothing, as `unit-unknown` */
  constructor(unknown: string) {
    this.#unknown = unknown
  }

  add(entry: T, name: string | null = null): void {
    if (entry.externalId !== null) this.#byId.set(entry.externalId, entry)
    if (!name) return
    const [key, other] = [plain(name), this.#byName.get(plain(name))]
    this.#byName.set(key, other && other !== entry && (other as T).id !== entry.id ? 'several' : entry)
  }

  byId(externalId: string): T | undefined {
    return this.#byId.get(externalId)
  }

  /** What a line points at. */
  find(reference: string): T | Wrong {
    const found = this.#byId.get(reference) ?? this.#byName.get(plain(reference))
    if (found === 'several') return new Wrong('import.several-by-that-name', { value: shownReference(reference) })
    return found ?? new Wrong(`import.${this.#unknown}`, { value: shownReference(reference) })
  }

  get all(): Iterable<T> {
    return this.#byId.values()
  }
}

const shownReference = (reference: string) =>
  /\d{6}[-\s]?\d{4}/.test(reference) ? '••••••••••' : reference.slice(0, 40)
