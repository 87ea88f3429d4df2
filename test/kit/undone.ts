import type pg from 'pg'

/**
 * A tenant's connection on which everything is taken back: use cases run on it as on any pool, their transactions are points within
 * one that never commits. So thousands of calls can each begin from the same world.
 */
export class Undone {
  readonly #client: pg.PoolClient
  readonly pool: pg.Pool

  private constructor(client: pg.PoolClient) {
    this.#client = client
    const within = async (...given: unknown[]) => {
      await client.query('savepoint one')
      try {
        const result = await (client.query as (...args: unknown[]) => Promise<unknown>)(...given)
        await client.query('release savepoint one')
        return result
      } catch (error) {
        await client.query('rollback to savepoint one')
        throw error
      }
    }
    const words: Record<string, string> = {
      begin: 'savepoint inner_one',
      commit: 'release savepoint inner_one',
      rollback: 'rollback to savepoint inner_one',
    }
    const query = (text: unknown, ...more: unknown[]) =>
      (client.query as (...args: unknown[]) => unknown)(
        typeof text === 'string' ? (words[text] ?? text) : text,
        ...more,
      )
    this.pool = { query: within, connect: async () => ({ query, release: () => undefined }) } as unknown as pg.Pool
  }

  static async on(pool: pg.Pool): Promise<Undone> {
    return new Undone(await pool.connect())
  }

  /** Runs something, tells which tables it touched, and takes it back. */
  async run<T>(
    before: (query: pg.PoolClient['query']) => Promise<void>,
    work: () => Promise<T>,
  ): Promise<{ result: T; touched: string[] }> {
    await this.#client.query('begin')
    try {
      await before(this.#client.query.bind(this.#client) as pg.PoolClient['query'])
      const counts = await this.#counts()
      const result = await work()
      const after = await this.#counts()
      const touched = [...after].filter(([table, count]) => count !== (counts.get(table) ?? 0)).map(([table]) => table)
      return { result, touched }
    } finally {
      await this.#client.query('rollback')
    }
  }

  /** Rows inserted, changed and deleted in this transaction so far, by table. */
  async #counts(): Promise<Map<string, number>> {
    const { rows } = await this.#client.query<{ name: string; count: number }>(
      `select schemaname || '.' || relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::int as count from pg_stat_xact_user_tables
      where n_tup_ins + n_tup_upd + n_tup_del > 0`,
    )
    return new Map(rows.map(({ name, count }) => [name, count]))
  }

  close(): void {
    this.#client.release()
  }
}
