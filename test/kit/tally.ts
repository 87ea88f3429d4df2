import { expect } from 'vitest'
import { useCases } from '#app/use-cases.ts'
import type { Told } from '#kernel/server/run.ts'
import type { World } from './world.ts'

const isDoor = new Set(useCases.filter(({ kind }) => kind === 'door').map(({ contract }) => contract.name))
const named = new Set(useCases.map(({ contract }) => contract.name))

/** Counts what was performed, by actor, act and outcome: beside the database, whatever the caller's rights were. */
export class Tally {
  readonly #counts = new Map<string, number>()
  readonly hear = ({ actor, action, outcome }: Told): void => {
    const key = `${actor} ${action} ${outcome}`
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
  }

  /** Each line is one actor's act that the trail has more or less often than it was performed. */
  async differences(world: World): Promise<string[]> {
    const { rows } = await world.owner.query<{ key: string; action: string; count: number }>(
      `select concat_ws(' ', actor_id, action, outcome) as key, action, count(*)::int as count from kernel.audit group by 1, 2`,
    )
    const trailed = new Map(
      rows.filter(({ action }) => named.has(action) && !isDoor.has(action)).map((row) => [row.key, row.count]),
    )
    const keys = [...new Set([...this.#counts.keys(), ...trailed.keys()])].sort()
    return keys
      .filter((key) => (this.#counts.get(key) ?? 0) !== (trailed.get(key) ?? 0))
      .map((key) => `${key}: performed ${this.#counts.get(key) ?? 0}, in the trail ${trailed.get(key) ?? 0}`)
  }
}

/** Writes + reads + denials = rows of the trail, per actor: after every suite, always. */
export async function everythingIsInTheTrail(world: World): Promise<void> {
  expect(await world.tally.differences(world)).toEqual([])
}
