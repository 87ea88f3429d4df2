import type { Id } from '#kernel/lang/id.ts'
import { newId } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import type { Visit } from '#kernel/server/route.ts'
import { sql } from '#kernel/server/sql.ts'
import type { Assurance } from '../../contract.ts'
import { ownPath } from '../../rules.ts'
import { hashOf, later, newToken } from '../acting.ts'

const COOKIE = 'rt_trip'
const MINUTES = 10
const TICKET_SECONDS = 120

export const beginning = (): Problem => new Problem('refused', 'signin.trip-over')

/** The browser leaves for the other house. @param requestOf what the answer must name, from the browser's secret token */
export async function leave(
  { db, clock, device, query }: Visit,
  providerId: Id,
  requestOf: (token: string) => string,
): Promise<string> {
  const [token, now] = [newToken(), clock.now()]
  await db.run(sql`insert into signin.trip (id, provider_id, token_hash, request, return_to, started_at, expires_at)
    values (${newId()}, ${providerId}, ${hashOf(token)}, ${requestOf(token)}, ${ownPath(query.get('til'))}, ${now}, ${later(now, MINUTES)})`)
  device.keep(COOKIE, token, MINUTES * 60)
  return token
}

export const tokenOf = ({ device }: Visit): string => {
  const token = device.cookie(COOKIE)
  if (!token) throw beginning()
  return token
}

/** The answer came back in the browser that left: good for one answer, whichever comes first. */
export async function answeredHere(
  { db, clock, device }: Visit,
  providerId: Id,
  token: string,
): Promise<{ returnTo: string }> {
  const trip = await db.one<{
    returnTo: string
  }>(sql`update signin.trip set answered_at = ${clock.now()}, ended_at = ${clock.now()}
    where tenant_id = kernel.here() and provider_id = ${providerId} and token_hash = ${hashOf(token)} and answered_at is null and expires_at > ${clock.now()}
    returning return_to as "returnTo"`)
  device.drop(COOKIE)
  if (!trip) throw beginning()
  return trip
}

/** An answer that names a request of ours, posted by the other house's page, so without our cookies. Taken once. */
export async function takeAnswer({ db, clock }: Visit, providerId: Id, request: string): Promise<Id> {
  const trip = await db.one<{ id: Id }>(sql`update signin.trip set answered_at = ${clock.now()}
    where tenant_id = kernel.here() and provider_id = ${providerId} and request = ${request} and answered_at is null and expires_at > ${clock.now()}
    returning id`)
  if (!trip) throw beginning()
  return trip.id
}

/** @returns the ticket with which the browser comes along, now with its own cookies */
export async function giveTicket({ db }: Visit, tripId: Id, employeeId: Id, assurance: Assurance): Promise<string> {
  const ticket = newToken()
  await db.run(sql`update signin.trip set ticket_hash = ${hashOf(ticket)}, employee_id = ${employeeId}, assurance = ${assurance}
    where tenant_id = kernel.here() and id = ${tripId}`)
  return ticket
}

type Arrived = { employeeId: Id; assurance: Assurance; returnTo: string }

export async function spendTicket(
  { db, clock, device }: Visit,
  providerId: Id,
  token: string,
  ticket: string,
): Promise<Arrived> {
  const since = later(clock.now(), -TICKET_SECONDS / 60)
  const trip = await db.one<Arrived>(sql`update signin.trip set ended_at = ${clock.now()}
    where tenant_id = kernel.here() and provider_id = ${providerId} and token_hash = ${hashOf(token)} and ticket_hash = ${hashOf(ticket)}
      and ended_at is null and answered_at > ${since}::timestamptz
    returning employee_id as "employeeId", assurance, return_to as "returnTo"`)
  device.drop(COOKIE)
  if (!trip) throw beginning()
  return trip
}
