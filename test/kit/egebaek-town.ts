import { z } from 'zod'
import { org } from '#features/org/contract.ts'
import type { Role } from '#features/org/roles.ts'
import { addDays } from '#kernel/lang/day.ts'
import { type Id, newId } from '#kernel/lang/id.ts'
import type { By } from '#kernel/server/use-case.ts'
import { readEgebaek } from './egebaek.ts'
import { anEmployee } from './given.ts'
import { ask, groundOf, signedIn, type World } from './world.ts'

const TownInFile = z.object({
  people: z.object({ rows: z.array(z.array(z.unknown())) }),
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      offerTypeId: z.string().nullable(),
      lawGroundIds: z.array(z.string()),
      hours: z.string(),
    }),
  ),
})

/** The file's municipality: its fourteen units, and everybody who works in them. */
export type Town = { unitIds: ReadonlyMap<string, Id>; leaders: ReadonlyMap<Id, By> }

async function makeUnit(world: World, given: z.infer<typeof TownInFile>['units'][number]): Promise<Id> {
  const id = newId()
  await ask(world.administrator, org.createUnit, {
    ...{ id, parentId: world.rootUnitId, name: given.name, kind: 'offer', offerType: given.offerTypeId },
    ...{ legalGrounds: given.lawGroundIds, roundTheClock: given.hours.startsWith('døgn') },
    ...{ noteKinds: ['diary', 'unit'], shiftStarts: ['07:00', '15:00', '23:00'] },
  })
  return id
}

type Row = [key: string, name: string, unit: string, position: string, ...string[]]

const roleOf = ([, , , position, , employment, , shift]: Row): Role =>
  position === 'leder'
    ? 'unit-leader'
    : employment === 'vikar'
      ? 'temp-worker'
      : shift === 'nat'
        ? 'night-worker'
        : 'support-worker'

/** Beside the daily work: the unit's own person in the rollout, and those who help their colleagues. */
const beside: Readonly<Record<string, Role>> = { superbruger: 'super-user', kontaktperson: 'unit-contact' }

async function employ(world: World, row: Row, unitId: Id): Promise<Id> {
  const [key, name, , position] = row
  const [id, since] = [newId(), addDays(world.clock.today(), -700)]
  const person = { id, name, userName: key, profession: null, employedFrom: since, employedTo: null }
  await ask(world.administrator, org.employ, person)
  for (const role of [roleOf(row), beside[position]].filter((one) => one !== undefined))
    await ask(world.administrator, org.grantRole, {
      ...{ id: newId(), employeeId: id, role, unitId, startsOn: since, endsOn: null },
    })
  return id
}

export async function theTown(world: World): Promise<Town> {
  const file = TownInFile.parse(readEgebaek())
  const unitIds = new Map<string, Id>()
  for (const unit of file.units) unitIds.set(unit.id, await makeUnit(world, unit))
  const leaders = new Map<Id, By>()
  for (const row of file.people.rows as unknown as Row[]) {
    const unitId = unitIds.get(row[2])!
    const id = await employ(world, row, unitId)
    if (row[3] === 'leder') leaders.set(unitId, (await signedIn(world, id, row[1])).by)
  }
  return { unitIds, leaders }
}

/** Signe the coordinator with everybody the whole file asks for: steering group, buyer, panel, leaders. */
export async function everybodyIn(world: World, { leaders }: Town) {
  const hall = { id: world.rootUnitId, name: 'Egebæk' }
  const signe = await anEmployee(world, 'Signe', 'coordinator', hall)
  const steering = (await anEmployee(world, 'Bodil', 'steering', hall)).by
  const buyer = (await anEmployee(world, 'Rune', 'buyer', hall)).by
  const panel: By[] = []
  for (const name of ['Bo', 'Ditte', 'Emil', 'Ahmed']) panel.push((await anEmployee(world, name, 'evaluator', hall)).by)
  const evaluators = [panel[0]!, signe.by, ...panel.slice(1)]
  const loader = {
    ground: groundOf(world),
    by: signe.by,
    tenantId: world.tenant.id,
    steering,
    buyer,
    evaluators,
    leaders,
  }
  return { signe, loader }
}
