import { org } from '#features/org/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { perform } from '#kernel/server/run.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { anEmployee, aUnit, type GivenUnit } from './given.ts'
import type { Cell } from './oracle.ts'
import { Undone } from './undone.ts'
import { ask, groundOf, newId, type Person, signedIn, type World } from './world.ts'

/** A small tree, with somebody who holds nothing until a case says what. */
export type House = {
  world: World
  top: Id
  area: GivenUnit
  unit: GivenUnit
  elsewhere: GivenUnit
  leader: Person
  actor: Person
  undone: Undone
}
export async function aHouse(world: World): Promise<House> {
  const area = await aUnit(world, 'Området')
  const [unit, elsewhere] = [await aUnit(world, 'Målet', { parentId: area.id }), await aUnit(world, 'Et andet sted')]
  const leader = await anEmployee(world, 'Leder', 'unit-leader', unit)
  const id = newId()
  const person = { name: 'Nogen', userName: null, profession: null }
  const employedFrom = addDays(world.clock.today(), -400)
  await ask(world.administrator, org.employ, { id, ...person, employedFrom, employedTo: null })
  const undone = await Undone.on(world.house.tenants.pool(world.tenant))
  return {
    world,
    top: world.rootUnitId,
    area,
    unit,
    elsewhere,
    leader,
    actor: await signedIn(world, id, 'Nogen'),
    undone,
  }
}

export type Query = (text: string, values?: unknown[]) => Promise<unknown>

const yesterday = ({ world }: House) => addDays(world.clock.today(), -1)
const tomorrow = ({ world }: House) => addDays(world.clock.today(), 1)

export const grants = (query: Query, house: House, role: string, unitId: Id, from: string, to: string | null = null) =>
  query(
    'insert into org.role_grant (id, employee_id, role, unit_id, starts_on, ends_on, granted_at) values ($1, $2, $3, $4, $5, $6, now())',
    [newId(), house.actor.id, role, unitId, from, to],
  )

export const duty = (query: Query, house: House, unitId: Id, hours: [number, number], ended = false) =>
  query(
    `insert into org.duty (id, employee_id, unit_id, role, from_at, until_at, opened_by, id_check, ended_at, ended_by)
    values ($1, $2, $3, 'temp-worker', $4::timestamptz + make_interval(hours => $5), $4::timestamptz + make_interval(hours => $6), $7, 'set', $8, $9)`,
    [
      newId(),
      house.actor.id,
      unitId,
      house.world.clock.now(),
      ...hours,
      house.leader.id,
      ended ? house.world.clock.now() : null,
      ended ? house.leader.id : null,
    ],
  )

export const narrows = (query: Query, house: House, right: string, role: string, unitId: Id | null) =>
  query(
    `insert into org.narrowing (id, right_name, role, unit_id, from_on, decided_by, decided_at, note) values ($1, $2, $3, $4, $5, $6, now(), 'x')`,
    [newId(), right, role, unitId, house.world.clock.today(), house.leader.id],
  )

export const bars = (query: Query, house: House, citizen: Id, to: string | null = null) =>
  query(
    `insert into citizens.bar (id, employee_id, citizen_id, reason, from_on, to_on, set_by, set_at) values ($1, $2, $3, 'x', $4, $5, $6, now())`,
    [newId(), house.actor.id, citizen, addDays(yesterday(house), -1), to, house.leader.id],
  )

export const opens = (query: Query, house: House, citizen: Id, minutes: [number, number]) =>
  query(
    `insert into citizens.personal_access (id, employee_id, citizen_id, because, because_id, from_at, until_at)
    values ($1, $2, $3, 'emergency', $4, $5::timestamptz + make_interval(mins => $6), $5::timestamptz + make_interval(mins => $7))`,
    [newId(), house.actor.id, citizen, newId(), house.world.clock.now(), ...minutes],
  )

/** Puts the actor into the relation, in the transaction of the cell. */
export async function relate(query: Query, house: House, { relation, role, row }: Cell, citizen: Id): Promise<void> {
  const { unit, area, elsewhere, top } = house
  const places = { unit: unit.id, above: area.id, top, elsewhere: elsewhere.id }
  const from = addDays(yesterday(house), -300)
  const { name } = relation
  if (relation.onDuty) {
    if (name === 'temp on duty above') await duty(query, house, area.id, [-1, 7])
    else if (name === 'temp after the shift') await duty(query, house, unit.id, [-8, 0])
    else if (name === 'temp before the shift') await duty(query, house, unit.id, [1, 9])
    else await duty(query, house, unit.id, [0, 8], name === 'temp sent home')
  } else if (relation.at) {
    const [since, until] =
      name === 'role begins tomorrow'
        ? [tomorrow(house), null]
        : [from, name === 'role ended yesterday' ? yesterday(house) : null]
    await grants(query, house, role, places[relation.at], since, until)
  }
  if (name === 'employment ended yesterday')
    await query('update org.employee set employed_to = $1 where id = $2', [yesterday(house), house.actor.id])
  if (relation.signedOut)
    await query('update kernel.session set ended_at = now() where id = $1', [house.actor.by.session])
  if (name.startsWith('right taken away')) {
    const where = {
      'right taken away': null,
      'right taken away above': area.id,
      'right taken away elsewhere': elsewhere.id,
    }[name]!
    await narrows(query, house, row.right, role, where)
  }
  if (relation.apart) await bars(query, house, citizen)
  if (name === 'kept apart until yesterday') await bars(query, house, citizen, yesterday(house))
  if (relation.inPerson) await opens(query, house, citizen, [-1, 59])
  if (name === 'emergency over') await opens(query, house, citizen, [-60, 0])
}

export type Told = { json?: string; problem?: string; kind?: string }

/** What comes back, as text: an answer, or all of a problem that the caller gets. */
export async function told(house: House, useCase: UseCase, input: unknown): Promise<Told> {
  const { pool } = house.undone
  const ground = { ...groundOf(house.world), pool, tell: () => undefined, tally: undefined }
  try {
    return { json: await perform({ ground, useCase, input, by: house.actor.by, key: newId() }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { kind, code, facts, faults, current } = error
    return { problem: JSON.stringify({ kind, code, facts, faults, current }), kind }
  }
}
