import { createHash } from 'node:crypto'
import { useCases } from '#app/use-cases.ts'
import { org } from '#features/org/contract.ts'
import type { AnyEndpoint, InputOf, OutputOf } from '#kernel/lang/contract.ts'
import { addDays, type Day, daysBetween, type Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { type Clock, standingClock } from '#kernel/server/clock.ts'
import { type Ground, perform } from '#kernel/server/run.ts'
import { type Db, wholeOn } from '#kernel/server/sql.ts'
import type { By } from '#kernel/server/use-case.ts'

const byName = new Map(useCases.map((useCase) => [useCase.contract.name, useCase]))

/** Somebody at the command line who loads the file, under their own name and rights. */
export type Loader = {
  ground: Ground
  by: By
  tenantId: Id /** Somebody of the steering group, who approves what the file says is approved. */
  steering?: By | undefined
  /** The buyer, and the five who give points; without them the tender is left out. */
  buyer?: By | undefined
  evaluators?: readonly By[] | undefined
  /** Leaders of units, by unit, who approve what their unit answered; without them nothing is approved. */
  leaders?: ReadonlyMap<Id, By> | undefined
}

/** Each command waits for the disk to hold it; what does not lean on one another waits together. */
const AT_ONCE = 6

/** For each of a list, a few at a time; the first that fails ends it. */
export async function together<T>(list: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...list][Symbol.iterator]()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** A file under way: everything goes through the product's own use cases, and running it again changes nothing. */
export class Loading {
  readonly #loader: Loader
  readonly #shiftDays: number
  readonly #units: Map<string, Id>

  private constructor(loader: Loader, shiftDays: number, units: Map<string, Id>) {
    this.#loader = loader
    this.#shiftDays = shiftDays
    this.#units = units
  }

  /** @throws when a unit of the file is not in the municipality; the names that are missing are said. */
  static async open(loader: Loader, file: { meta: { demoToday: Day }; units: { id: string; name: string }[] }) {
    const away = daysBetween(file.meta.demoToday, loader.ground.clock.today())
    // Whole weeks, so that a Tuesday stays a Tuesday.
    const loading = new Loading(loader, Math.floor(away / 7) * 7, new Map())
    const known = new Map((await loading.ask(org.myUnits, {})).map(({ name, id }) => [name, id]))
    const missing = file.units.filter(({ name }) => !known.has(name)).map(({ name }) => name)
    if (missing.length) throw new Error(`These units are not in the municipality: ${missing.join(', ')}`)
    for (const { id, name } of file.units) loading.#units.set(id, known.get(name)!)
    return loading
  }

  get by(): By {
    return this.#loader.by
  }

  get now(): string {
    return this.#loader.ground.clock.now()
  }

  get today(): Day {
    return this.#loader.ground.clock.today()
  }

  /** The file's day, moved so that its today is ours. */
  day(inFile: Day): Day {
    return addDays(inFile, this.#shiftDays)
  }

  unit(inFile: string): Id {
    const id = this.#units.get(inFile)
    if (!id) throw new Error(`${inFile} is not among the units of the file`)
    return id
  }

  /** The same id each time the file is loaded into the same municipality; its time is the day the record is about. */
  id(inFile: string, on: Day): Id {
    const hash = createHash('sha256').update(`${this.#loader.tenantId} ${inFile}`).digest('hex')
    const time = newId(Date.parse(this.day(on))).slice(0, 13)
    return `${time}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`
  }

  get hasSteering(): boolean {
    return this.#loader.steering !== undefined
  }

  /** As somebody of the steering group. */
  askSteering<E extends AnyEndpoint>(contract: E, input: InputOf<E>, key: string): Promise<OutputOf<E>> {
    return this.#perform(this.#loader.steering!, contract, input, key)
  }

  /** As somebody of the steering group, at the moment of the file. */
  askSteeringAt<E extends AnyEndpoint>(at: Instant, contract: E, input: InputOf<E>, key: string): Promise<OutputOf<E>> {
    return this.askAt([this.#loader.steering!, at], contract, input, key)
  }

  /** As the loader; `key` names the deed, so that doing it again gives the first answer. */
  ask<E extends AnyEndpoint>(contract: E, input: InputOf<E>, key: string = newId()): Promise<OutputOf<E>> {
    return this.#perform(this.by, contract, input, key)
  }

  leaderOf(unitId: Id): By | undefined {
    return this.#loader.leaders?.get(unitId)
  }

  /** The buyer and the panel, where there are any. */
  get choosing(): { buyer: By; evaluators: readonly By[]; steering: By } | undefined {
    const { buyer, evaluators, steering } = this.#loader
    return buyer && evaluators && steering && { buyer, evaluators, steering }
  }

  /** As somebody, at the moment of the file: a deadline must be in the future before it is in the past. */
  askAt<E extends AnyEndpoint>(
    [by, at]: readonly [By, Instant],
    contract: E,
    input: InputOf<E>,
    key: string,
  ): Promise<OutputOf<E>> {
    return this.#perform(by, contract, input, key, { ...this.#loader.ground, clock: standingClock(at) })
  }

  /** What the house does by itself, as it would have at the moment of the file. */
  async passing(at: Instant, work: (db: Db, clock: Clock) => Promise<unknown>): Promise<void> {
    await wholeOn(this.#loader.ground.pool)((db) => work(db, standingClock(at)))
  }

  async #perform<E extends AnyEndpoint>(
    by: By,
    contract: E,
    input: InputOf<E>,
    key: string,
    ground: Ground = this.#loader.ground,
  ): Promise<OutputOf<E>> {
    const useCase = byName.get(contract.name)
    if (!useCase) throw new Error(`${contract.name} is not in app/use-cases.ts`)
    return JSON.parse(await perform({ ground, useCase, input, by, key: `file ${key}` })) as OutputOf<E>
  }
}
