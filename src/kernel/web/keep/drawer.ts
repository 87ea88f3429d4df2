/**
 * What the first library for this gave its version 1. Devices that have such a database go on with it; a change of layout
 * takes the next whole number.
 */
const VERSION = 10

/** `key`: the field that names a row. `counted`: the database gives it, in order of writing. `unique`: no two rows alike in it. */
type Layout = { key: string; counted?: true; unique?: string }

/** A browser's database: opened when first needed, and again when the browser has closed it. */
class Drawer {
  readonly #name: string
  readonly #layout: Record<string, Layout>
  #opening: Promise<IDBDatabase> | undefined

  constructor(name: string, layout: Record<string, Layout>) {
    this.#name = name
    this.#layout = layout
  }

  #open(): Promise<IDBDatabase> {
    const asked = indexedDB.open(this.#name, VERSION)
    asked.onupgradeneeded = () => {
      for (const [name, { key, counted = false, unique }] of Object.entries(this.#layout)) {
        const shelf = asked.result.createObjectStore(name, { keyPath: key, autoIncrement: counted })
        if (unique) shelf.createIndex(unique, unique, { unique: true })
      }
    }
    const forget = () => {
      this.#opening = undefined
    }
    return new Promise((opened, failed) => {
      asked.onsuccess = () => {
        const db = asked.result
        db.onclose = forget
        db.onversionchange = () => {
          db.close()
          forget()
        }
        opened(db)
      }
      asked.onerror = () => {
        forget()
        failed(asked.error)
      }
    })
  }

  async transaction(shelf: string, mode: IDBTransactionMode): Promise<IDBTransaction> {
    for (let attempt = 1; ; attempt++) {
      this.#opening ??= this.#open()
      const db = await this.#opening
      try {
        return db.transaction(shelf, mode)
      } catch (error) {
        // Some browsers lose the database while the page sleeps, and say so only now.
        if (attempt === 2 || (error as DOMException).name !== 'InvalidStateError') throw error
        this.#opening = undefined
      }
    }
  }
}

/** Rows of one kind in a drawer, in the order of their keys. A change is on the device when its promise is kept. */
export class Shelf<R extends object> {
  readonly #drawer: Drawer
  readonly #name: string

  constructor(drawer: Drawer, name: string) {
    this.#drawer = drawer
    this.#name = name
  }

  async #run<T>(mode: IDBTransactionMode, work: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = await this.#drawer.transaction(this.#name, mode)
    return new Promise((done, failed) => {
      const request = work(transaction.objectStore(this.#name))
      transaction.oncomplete = () => done(request.result)
      transaction.onabort = () => failed(transaction.error)
    })
  }

  get(key: IDBValidKey): Promise<R | undefined> {
    return this.#run('readonly', (shelf) => shelf.get(key))
  }

  all(): Promise<R[]> {
    return this.#run('readonly', (shelf) => shelf.getAll())
  }

  put(row: R): Promise<unknown> {
    return this.#run('readwrite', (shelf) => shelf.put(row))
  }

  /** @throws when a row of that key, or of its unique field, is there */
  add(row: R): Promise<unknown> {
    return this.#run('readwrite', (shelf) => shelf.add(row))
  }

  delete(key: IDBValidKey): Promise<unknown> {
    return this.#run('readwrite', (shelf) => shelf.delete(key))
  }

  clear(): Promise<unknown> {
    return this.#run('readwrite', (shelf) => shelf.clear())
  }

  /** Goes through all rows in one turn, so that no other tab comes between: what is given back stands instead, undefined takes the row out. */
  change(to: (row: R) => R | undefined): Promise<unknown> {
    return this.#run('readwrite', (shelf) => {
      const walking = shelf.openCursor()
      walking.onsuccess = () => {
        const cursor = walking.result
        if (!cursor) return
        const next = to(cursor.value as R)
        if (next === undefined) cursor.delete()
        else if (next !== cursor.value) cursor.update(next)
        cursor.continue()
      }
      return walking
    })
  }
}

/** The shelves of a database of its own, by name. */
export function drawer<S extends Record<string, object>>(
  name: string,
  layout: { [K in keyof S & string]: Layout },
): { readonly [K in keyof S]: Shelf<S[K]> } {
  const opened = new Drawer(name, layout)
  const shelves = Object.keys(layout).map((shelf) => [shelf, new Shelf(opened, shelf)])
  return Object.fromEntries(shelves) as { readonly [K in keyof S]: Shelf<S[K]> }
}
