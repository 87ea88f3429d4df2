import type { GivenTo, OutputOf, Write } from '#kernel/lang/contract.ts'
import type { Instant } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { Sentence } from '#kernel/lang/problem.ts'
import { language } from '#kernel/lang/text.ts'
import { call } from '../call.ts'
import { Cell, useCell } from '../cell.ts'
import { onBackOnline } from '../network.ts'
import { sentenceOf, Told } from '../told.ts'
import { wrote } from '../use-write.ts'
import { sendInOrder } from './send-in-order.ts'
import { kept, type OutboxRow } from './store.ts'
import { keepsOnDevice, seal, unseal, vaultOwner } from './vault.ts'

/** What stands sealed. `label` is what the screen calls it: *Notat om Jens B.* */
type Letter = { input: unknown; label: string; touches: readonly string[]; why?: Sentence }
export type OutboxItem = {
  readonly id: Id
  readonly endpoint: string
  readonly at: Instant
  readonly state: OutboxRow['state']
  readonly label: string
  readonly input: unknown
  readonly why: string | undefined
}
export type Outbox = {
  /** Mine, oldest first: those that wait, and those that were refused. */
  readonly items: readonly OutboxItem[]
  /** Colleagues' on this device: sent when they sign in here again. */
  readonly others: number
}

const EVERY_MS = 15_000
const LOCK = 'roed-traad outbox'
const nothing: Outbox = { items: [], others: 0 }
const shown = new Cell<Outbox>(nothing)
const outcomes = new Map<Id, (outcome: Outcome) => void>()
type Outcome = { answer: unknown } | { problem: unknown }

export const useOutbox = (): Outbox => useCell(shown)

/**
 * Puts a finished write on the device, last in line.
 * @param key the idempotency key it keeps for ever
 * @throws where the device keeps nothing
 */
export async function queueWrite<E extends Write>(
  endpoint: E,
  input: GivenTo<E>,
  { key = newId(), label, touches = [] }: { key?: Id; label: string; touches?: readonly string[] },
): Promise<Id> {
  const sealed = await seal({ input, label, touches } satisfies Letter)
  const at = new Date().toISOString()
  await kept.outbox.add({ id: key, ownerId: vaultOwner()!, endpoint: endpoint.name, at, state: 'waiting', sealed })
  await look()
  return key
}

/** Sends what waits, in order. Other tabs wait their turn. */
export async function sendOutbox(): Promise<void> {
  if (!keepsOnDevice()) return
  await alone(() => sendInOrder<Opened>({ next, send, sent, park }))
  await look()
}

let sending: Promise<unknown> = Promise.resolve()

function alone(work: () => Promise<unknown>): Promise<unknown> {
  if (navigator.locks) return navigator.locks.request(LOCK, work)
  sending = sending.then(work, work)
  return sending
}

type Opened = OutboxRow & { letter: Letter }

async function next(): Promise<Opened | undefined> {
  for (const row of await mine()) {
    const letter = row.state === 'waiting' && (await unseal<Letter>(row.sealed))
    if (letter) return { ...row, letter }
  }
  return undefined
}

const endpointOf = (name: string) => ({ kind: 'write', name }) as Write

const send = ({ endpoint, id, letter }: Opened) => call(endpointOf(endpoint), letter.input, { key: id, retries: 0 })

async function sent({ place, id, endpoint, letter }: Opened, answer: unknown): Promise<void> {
  await kept.outbox.delete(place!)
  wrote(endpointOf(endpoint), letter.touches)
  outcomes.get(id)?.({ answer })
  await look()
}

/** Somebody who stands at the screen hears the refusal there, and the words are still in the field. */
async function park({ place, id, letter }: Opened, problem: unknown): Promise<void> {
  const listener = outcomes.get(id)
  if (listener) {
    await kept.outbox.delete(place!)
    listener({ problem })
  } else {
    const why = problem instanceof Told ? problem.said : { da: sentenceOf(problem), en: sentenceOf(problem) }
    const sealed = await seal({ ...letter, why })
    await kept.outbox.change((row) => (row.place === place ? { ...row, state: 'parked', sealed } : row))
  }
  await look()
}

/** Takes a refused write out for good: after its words were copied, or when it is no longer wanted. */
export async function discardWrite(id: Id): Promise<void> {
  await kept.outbox.change((row) => (row.id === id ? undefined : row))
  await look()
}

/** Puts a refused write back in its old place in the line. */
export async function retryWrite(id: Id): Promise<void> {
  await kept.outbox.change((row) => (row.id === id ? { ...row, state: 'waiting' } : row))
  await sendOutbox()
}

const mine = async (): Promise<OutboxRow[]> => {
  const ownerId = vaultOwner()
  return ownerId ? (await kept.outbox.all()).filter((row) => row.ownerId === ownerId) : []
}

/** Reads the outbox for the screens. */
export async function look(): Promise<void> {
  if (!keepsOnDevice()) return shown.set(nothing)
  const [rows, all] = [await mine(), await kept.outbox.all()]
  const items = (await Promise.all(rows.map(itemOf))).filter((item) => item !== undefined)
  const others = all.length - rows.length
  if (items.length || others || shown.get() !== nothing) shown.set({ items, others })
}

async function itemOf(row: OutboxRow): Promise<OutboxItem | undefined> {
  const letter = await unseal<Letter>(row.sealed)
  if (!letter) return undefined
  const { id, endpoint, at, state } = row
  return { id, endpoint, at, state, label: letter.label, input: letter.input, why: letter.why?.[language()] }
}

let stop: (() => void) | undefined

/** From sign-in to sign-out: at once, when the network is back, and every 15 seconds while something waits. */
export function startOutbox(): void {
  stopOutbox()
  const unwatch = onBackOnline(() => void sendOutbox())
  const timer = setInterval(() => {
    if (shown.get().items.some(({ state }) => state === 'waiting')) void sendOutbox()
  }, EVERY_MS)
  stop = () => {
    unwatch()
    clearInterval(timer)
  }
  void look().then(sendOutbox)
}

export function stopOutbox(): void {
  stop?.()
  stop = undefined
  shown.set(nothing)
}

/** How long one stands and waits for an answer before the write is left to the outbox. */
const STAND_MS = 4_000

export type Dispatched<E extends Write> =
  | { state: 'sent'; answer: OutputOf<E> | undefined }
  | { state: 'queued'; at: Instant }

/**
 * Writes so that it survives: onto the device first, then to the server, after everything that already waits.
 * @throws Told when the server refuses; nothing then stays in the outbox
 * @throws Offline when nobody answers and the device keeps nothing
 */
export async function dispatch<E extends Write>(
  endpoint: E,
  input: GivenTo<E>,
  options: Parameters<typeof queueWrite>[2],
): Promise<Dispatched<E>> {
  if (!keepsOnDevice()) {
    const answer = await call(endpoint, input, options.key ? { key: options.key } : {})
    wrote(endpoint, options.touches)
    return { state: 'sent', answer }
  }
  const key = await queueWrite(endpoint, input, options)
  const outcome = new Promise<Outcome>((tell) => outcomes.set(key, tell))
  const passed = sendOutbox().then(
    () => undefined,
    () => undefined,
  )
  const first = await Promise.race([outcome, passed, new Promise<undefined>((go) => setTimeout(go, STAND_MS))])
  outcomes.delete(key)
  if (first && 'problem' in first) throw first.problem
  if (first) return { state: 'sent', answer: first.answer as OutputOf<E> }
  const waits = shown.get().items.find(({ id }) => id === key)
  return waits ? { state: 'queued', at: waits.at } : { state: 'sent', answer: undefined }
}
