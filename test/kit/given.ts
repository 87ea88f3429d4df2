import { newTenant } from '#app/server/new-tenant.ts'
import { type NoteKind, org } from '#features/org/contract.ts'
import type { Role } from '#features/org/roles.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import { dbOn } from '#kernel/server/sql.ts'
import { ask, type Person, signedIn, type World } from './world.ts'

export type GivenUnit = { id: Id; name: string }

/** A unit below the municipality. */
export async function aUnit(
  world: World,
  name: string,
  more: { roundTheClock?: boolean; noteKinds?: NoteKind[]; parentId?: Id; offerType?: string } = {},
): Promise<GivenUnit> {
  const id = newId()
  await ask(world.administrator, org.createUnit, {
    id,
    parentId: more.parentId ?? world.rootUnitId,
    name,
    kind: 'offer',
    offerType: more.offerType ?? null,
    legalGrounds: [],
    roundTheClock: more.roundTheClock ?? true,
    noteKinds: more.noteKinds ?? ['diary', 'health', 'cooperation', 'unit'],
    shiftStarts: ['07:00', '15:00', '23:00'],
  })
  return { id, name }
}

/** Somebody employed for a year already, with a role at a unit, signed in. */
export async function anEmployee(world: World, name: string, role: Role, unit: GivenUnit): Promise<Person> {
  const id = newId()
  const since = addDays(world.clock.today(), -365)
  await ask(world.administrator, org.employ, {
    id,
    name,
    userName: null,
    profession: null,
    employedFrom: since,
    employedTo: null,
  })
  await ask(world.administrator, org.grantRole, {
    id: newId(),
    employeeId: id,
    role,
    unitId: unit.id,
    startsOn: since,
    endsOn: null,
  })
  return signedIn(world, id, name)
}

/** A second municipality in the same database, with people of its own. Its `close` is the first one's. */
export async function aNeighbour(world: World): Promise<World> {
  const { tenant, unitId, administratorId } = await newTenant(world.house, {
    slug: 'naboby',
    name: 'Naboby Kommune',
    administrator: 'Nanna Nabo',
    demo: true,
  })
  const neighbour: World = { ...world, tenant, rootUnitId: unitId, db: dbOn(world.house.tenants.pool(tenant)) }
  neighbour.administrator = await signedIn(neighbour, administratorId, 'Nanna Nabo')
  return neighbour
}
