import { org } from '#features/org/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: {
    anywhere: 'org.myUnits org.narrowings org.employ org.tree org.findEmployees',
    unit: `org.createUnit org.changeUnit org.closeUnit org.employeesOfUnit org.rolesAtUnit org.grantRole org.hire org.narrow org.endNarrowing
      org.endRole org.employee org.changeEmployee org.endEmployment org.setPassword`,
  },
  // What is narrowed begins tomorrow: today it would stand in the way of what is asked here.
  inUnit: async ({ world, unit }) => {
    const lone = await anEmployee(world, 'Lone', 'support-worker', unit)
    const { roles } = await ask(world.administrator, org.employee, { employeeId: lone.id })
    const narrowing = newId()
    const about = { rightName: 'access.let-in', role: 'night-worker', unitId: unit.id, note: 'Besluttet' } as const
    await ask(world.administrator, org.narrow, {
      id: narrowing,
      ...about,
      fromOn: addDays(world.clock.today(), 1),
      toOn: null,
    })
    return { employee: lone.id, grant: roles[0]!.id, narrowing }
  },
  idOf: {
    'org.changeUnit': 'unit',
    'org.closeUnit': 'unit',
    'org.endRole': 'grant',
    'org.endNarrowing': 'narrowing',
  },
  fields: {
    unitId: 'unit',
    unitIds: 'unit',
    toUnitId: 'unit',
    parentId: 'unit',
    placeId: 'unit',
    employeeId: 'employee',
  },
  values: { shiftStarts: ['07:00'], rightName: 'journal.read', 'org.narrow.role': 'night-worker' },
}
