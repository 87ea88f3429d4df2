import type { Read, Write } from '#kernel/lang/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import { cache, readFailedAgain } from './cache.ts'
import { barCalls, call, onSignedOut } from './call.ts'
import { Cell, useCell } from './cell.ts'
import { tidyDrafts } from './keep/drafts.ts'
import { sendOutbox, startOutbox, stopOutbox } from './keep/outbox.ts'
import type { KeptPerson } from './keep/store.ts'
import { forgetStoredKey, lock, unlock, unlockKept } from './keep/vault.ts'
import { closeLive, openLive } from './live.ts'
import { onBackOnline } from './network.ts'
import { isSignedOut, Offline } from './told.ts'
import { flushDrafts } from './use-draft.ts'

/** The signed-in person, as the server tells. */
export type Me = KeptPerson
type ToldMe = KeptPerson & { readonly draftKey: string }

export type Session =
  | { readonly status: 'asking' | 'out' | 'unreachable' }
  /** `lapsed`: the session ended while the page stood there; it stays, with a sign-in over it. */
  | { readonly status: 'in' | 'lapsed'; readonly me: Me }

type Doors = { me: Read; signOut: Write }

const session = new Cell<Session>({ status: 'asking' })
let doors: Doors
let endTimer: ReturnType<typeof setTimeout> | undefined
let askedAt = 0

/** Signing out without network is owed: a flag that outlives the page, so that the next start does it first. */
const OWED = 'sign-out-owed'
const SHORTEST_WAIT_MS = 60_000
const LONGEST_TIMER_MS = 2 ** 31 - 1
const ASK_AGAIN_MS = 5 * 60_000

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('session')

export const useSession = (): Session => useCell(session)

/** The signed-in person. Only below pages that are shown to signed-in people. */
export function useMe(): Me {
  const now = useSession()
  if (!('me' in now)) throw new Error('useMe is for signed-in pages')
  return now.me
}

/** Once, at start: where to ask who I am, and where to sign out. */
export async function startSession(given: Doors): Promise<void> {
  doors = given
  onSignedOut(lapse)
  onBackOnline(() => session.get().status === 'unreachable' && void askWhoIAm())
  document.addEventListener('visibilitychange', () => {
    const isOld = Date.now() - askedAt > ASK_AGAIN_MS
    if (document.visibilityState === 'visible' && session.get().status === 'in' && isOld) void askWhoIAm()
  })
  channel?.addEventListener('message', ({ data }) => heardOtherTab(data as Id | null))
  await payOwedSignOut()
  await askWhoIAm()
}

const mine = (): Me | undefined => {
  const now = session.get()
  return 'me' in now ? now.me : undefined
}

/** Asks the server who is signed in; also right after signing in. */
export async function askWhoIAm(): Promise<void> {
  askedAt = Date.now()
  try {
    await enter((await call(doors.me, {})) as ToldMe)
  } catch (problem) {
    if (problem instanceof Offline) return enterWithoutNetwork()
    if (isSignedOut(problem)) lapse()
    else if (session.get().status === 'asking') session.set({ status: 'unreachable' })
  }
}

async function enter({ draftKey, ...me }: ToldMe): Promise<void> {
  const former = mine()
  if (former && former.id !== me.id) return becomeSomebodyElse()
  const wasIn = session.get().status === 'in'
  await unlock(me, draftKey)
  session.set({ status: 'in', me })
  askAgainAt(me.sessionEndsAt)
  if (wasIn) return
  channel?.postMessage(me.id)
  openLive(() => void askWhoIAm())
  startOutbox()
  void tidyDrafts().catch(() => undefined)
  if (former) await Promise.all([readFailedAgain(), flushDrafts()])
}

/** What the former person typed lies sealed on the device; nothing else of it may stay on the screen. */
async function becomeSomebodyElse(): Promise<void> {
  barCalls()
  await flushDrafts()
  location.reload()
}

/** A start or a check without network: whoever this device still holds a key for goes on, until the session ends. */
async function enterWithoutNetwork(): Promise<void> {
  if (mine()) return
  const kept = await unlockKept(new Date().toISOString())
  if (!kept) return session.set({ status: 'unreachable' })
  session.set({ status: 'in', me: kept })
  askAgainAt(kept.sessionEndsAt)
  openLive(() => void askWhoIAm())
  startOutbox()
}

/** The end moves while one works, so one asks when it comes. A tablet's clock may be wrong: never more than once a minute. */
function askAgainAt(endsAt: string): void {
  clearTimeout(endTimer)
  const ms = Math.max(SHORTEST_WAIT_MS, Date.parse(endsAt) - Date.now() + 1_000)
  endTimer = setTimeout(() => void sessionEnds(), Math.min(ms, LONGEST_TIMER_MS))
}

async function sessionEnds(): Promise<void> {
  await forgetStoredKey()
  await askWhoIAm()
}

function lapse(): void {
  const me = mine()
  clearTimeout(endTimer)
  closeLive()
  void forgetStoredKey()
  session.set(me ? { status: 'lapsed', me } : { status: 'out' })
}

function heardOtherTab(id: Id | null): void {
  const me = mine()
  if (id === null && me) lapse()
  else if (id !== null && me && me.id !== id) void becomeSomebodyElse()
  else if (id !== null && session.get().status !== 'in') void askWhoIAm()
}

/**
 * Ends the session and leaves the page standing, for whoever unlocks it. Also without network: then the server is told
 * as soon as it is back.
 */
export async function lockSession(): Promise<void> {
  if (session.get().status !== 'in') return
  await flushDrafts()
  stopOutbox()
  lapse()
  channel?.postMessage(null)
  await call(doors.signOut, {}).catch(() => remember(OWED))
}

/** Saves what is typed, ends the session, and leaves nothing readable behind. */
export async function signOut(): Promise<void> {
  await flushDrafts()
  await call(doors.signOut, {}).catch(() => remember(OWED))
  stopOutbox()
  closeLive()
  clearTimeout(endTimer)
  await lock()
  cache.clear()
  channel?.postMessage(null)
  session.set({ status: 'out' })
}

function remember(flag: string): void {
  try {
    localStorage.setItem(flag, 'yes')
  } catch {
    // Storage refused: then no key and no kept person stand on this device either.
  }
}

/** The new session took the place of the one that was owed its end. */
function forget(flag: string): void {
  try {
    localStorage.removeItem(flag)
  } catch {
    // Nothing was remembered either.
  }
}

async function payOwedSignOut(): Promise<void> {
  try {
    if (localStorage.getItem(OWED) === null) return
    await lock()
    await call(doors.signOut, {})
    localStorage.removeItem(OWED)
  } catch {
    // Still away: the next start tries again.
  }
}

/** After a lapse, once signed in again: what was waiting goes on. */
export async function signedIn(): Promise<void> {
  forget(OWED)
  await askWhoIAm()
  await sendOutbox()
}
