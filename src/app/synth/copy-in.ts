import type pg from 'pg'

/** What `pg` knows of a statement on its way; COPY is the only one it has no class of its own for. */
type Connection = {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}

/** COPY … FROM STDIN with all its bytes at hand. Speaks through `pg`'s own protocol layer, so that no further package is needed. */
class CopyIn {
  readonly #text: string
  readonly #bytes: Buffer
  readonly #done: () => void
  readonly #failed: (error: Error) => void

  constructor(text: string, bytes: Buffer, done: () => void, failed: (error: Error) => void) {
    this.#text = text
    this.#bytes = bytes
    this.#done = done
    this.#failed = failed
  }

  submit(connection: Connection): void {
    connection.query(this.#text)
  }

  handleCopyInResponse(connection: Connection): void {
    connection.sendCopyFromChunk(this.#bytes)
    connection.endCopyFrom()
  }

  /** After an error PostgreSQL still says that it is ready; settling once is all a promise does. */
  handleError(error: Error): void {
    this.#failed(error)
  }

  handleReadyForQuery(): void {
    this.#done()
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
}

/** @param rows in COPY's text form, each ended by a line feed */
export function copyIn(client: pg.Client, table: string, columns: readonly string[], rows: string): Promise<void> {
  if (rows === '') return Promise.resolve()
  return new Promise((done, failed) => {
    const text = `copy ${table} (${columns.join(', ')}) from stdin`
    client.query(new CopyIn(text, Buffer.from(rows), done, failed) as unknown as pg.Submittable)
  })
}

export type Value = string | number | boolean | null
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const special = /[\\\n\r\t]/

/** One value in COPY's text form. */
export function field(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value !== 'string') return value === true ? 't' : value === false ? 'f' : String(value)
  return special.test(value) ? value.replace(/[\\\n\r\t]/g, (sign) => escapes[sign]!) : value
}

export const copyLine = (values: readonly Value[]): string => {
  let line = field(values[0]!)
  for (let at = 1; at < values.length; at++) line += `\t${field(values[at]!)}`
  return `${line}\n`
}

/** An array of PostgreSQL, of words that need no escaping in it. */
export const arrayOf = (values: readonly string[]): string => `{${values.map((value) => `"${value}"`).join(',')}}`
