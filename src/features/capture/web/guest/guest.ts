import type { InputOf } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Cell, call, isPassing, onBackOnline, sentenceOf, useCell } from '#kernel/web/index.ts'
import { type Board, capture } from '../../contract.ts'

type Slip = Omit<InputOf<typeof capture.send>, 'token'>
/** Words stand here only until they have been sent; the receipt stays till the day is over. */
export type KeptSlip = {
  readonly id: Id
  readonly receiptCode: string
  readonly writtenAt: string
  readonly state: 'waiting' | 'sent' | 'refused'
  readonly slip?: Slip
  readonly why?: string
}

export type Guest = {
  readonly code: string
  readonly token: string
  readonly board: Board
  /** Null until asked; the guest may say neither. */
  readonly who: { readonly unitId: Id | null; readonly role: string } | null
  readonly slips: readonly KeptSlip[]
  /** What is being written right now. */
  readonly draft?: string
}

const KEY = 'cafe'
/** What a phone keeps of a day is gone two days after it, sent or not; the day takes nothing more by then. */
const KEPT_MS = 48 * 3_600_000
const AGAIN_MS = 10_000

function kept(): Guest | undefined {
  try {
    const guest = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Guest | null
    return guest && Date.parse(guest.board.closesAt) + KEPT_MS > Date.now() ? guest : undefined
  } catch {
    return undefined
  }
}

const cell = new Cell<Guest | undefined>(kept())
export const useGuest = (): Guest | undefined => useCell(cell)

function keep(guest: Guest | undefined): void {
  cell.set(guest)
  try {
    if (guest) localStorage.setItem(KEY, JSON.stringify(guest))
    else localStorage.removeItem(KEY)
  } catch {
    // A full or barred store: the slips live as long as the page does.
  }
}

const change = (to: (guest: Guest) => Partial<Guest>): void => {
  const guest = cell.get()
  if (guest) keep({ ...guest, ...to(guest) })
}

/** @throws Told when the code is not one, or the day is over */
export async function joinDay(code: string): Promise<void> {
  const { token, board } = await call(capture.join, { code }, { retries: 0 })
  keep({ code, token, board, who: null, slips: [] })
}

export const leaveDay = (): void => keep(undefined)
export const sayWho = (who: NonNullable<Guest['who']>): void => change(() => ({ who }))
export const askWhoAgain = (): void => change(() => ({ who: null }))
export const keepBoard = (board: Board): void => change(() => ({ board }))

export const keptDraft = (): string => cell.get()?.draft ?? ''
export const keepDraft = (draft: string): void => change(() => ({ draft }))

/** Kept on the phone first, then sent: with no coverage it waits, and goes once, by its own id. */
export function handIn(slip: Slip): void {
  const { id, receiptCode, writtenAt } = slip
  change(({ slips }) => ({ slips: [{ id, receiptCode, writtenAt, state: 'waiting', slip }, ...slips] }))
  void sendWaiting()
}

export const throwAway = (id: Id): void => change(({ slips }) => ({ slips: slips.filter((one) => one.id !== id) }))

const mark = (id: Id, to: Omit<KeptSlip, 'id' | 'receiptCode' | 'writtenAt'>): void =>
  change(({ slips }) => ({
    slips: slips.map((one) => {
      const { slip: _, why: __, ...plain } = one
      return one.id === id ? { ...plain, ...to } : one
    }),
  }))

let isSending = false
let timer: ReturnType<typeof setTimeout> | undefined

/** In the order they were written. What nobody answered is tried again; what was refused waits for its author. */
export async function sendWaiting(): Promise<void> {
  if (isSending) return
  isSending = true
  clearTimeout(timer)
  for (;;) {
    const guest = cell.get()
    const next = guest?.slips.findLast(({ state }) => state === 'waiting')
    if (!guest || !next?.slip) break
    try {
      await call(capture.send, { token: guest.token, ...next.slip }, { key: next.id, retries: 0 })
      mark(next.id, { state: 'sent' })
    } catch (problem) {
      if (isPassing(problem)) {
        timer = setTimeout(() => void sendWaiting(), AGAIN_MS)
        break
      }
      mark(next.id, { state: 'refused', slip: next.slip, why: sentenceOf(problem) })
    }
  }
  isSending = false
}

onBackOnline(() => void sendWaiting())
