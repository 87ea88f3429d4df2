import type { Clock } from './clock.ts'
import type { Device } from './device.ts'
import type { Db, Whole } from './sql.ts'
import type { By } from './use-case.ts'

/** A browser that comes by an address instead of a call: sent here by another house, or on its way there. */
export type Visit = {
  db: Db
  whole: Whole
  clock: Clock
  device: Device
  by?: By | undefined
  /** The blanks of the address. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** What a form posted; empty for `GET`. */
  form: URLSearchParams
  /** Hosts that the server may call although the general rule says no (`RT_SSO_HOSTS`). */
  hosts: readonly string[]
}

export type RouteAnswer = { redirect: string } | { type: string; body: string }

/**
 * One of the few addresses that are no use cases: where other houses send people back. It checks by itself who comes,
 * writes its own trail, and answers with a move or a document, never with what a use case would tell.
 */
export type Route = {
  method: 'GET' | 'POST'
  /** Below `/api/`, so that neither the app's router nor the stored shell of the app takes it. */
  path: `/api/${string}`
  run(visit: Visit): Promise<RouteAnswer>
}
