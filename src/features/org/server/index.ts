import type { UseCase } from '#kernel/server/use-case.ts'
import { employ, employeesOfUnit } from './employees.ts'
import { endEmployment } from './end-employment.ts'
import { endNarrowing, narrow, narrowings, rights } from './narrowings.ts'
import { endRole, grantRole, rolesAtUnit } from './roles.ts'
import { changeEmployee, employee, findEmployees, hire } from './staff.ts'
import { closeUnit, tree } from './tree.ts'
import { changeUnit, createUnit, myUnits, openOffers } from './units.ts'

export { audience } from './audience.ts'
export { employFromElsewhere, endFromElsewhere, grantFromElsewhere } from './elsewhere.ts'
export { theEmployee } from './employees.ts'
export { found } from './found.ts'
export { employeeName, unitName } from './names-of.ts'
export { mayManageOrg, reaches, right, rightOfAll, takenFrom } from './permissions.ts'
export { isLastAdministrator } from './roles.ts'
export { noteKindsOn, type RunsFrom, runFrom, runningOn, shiftStartsOn } from './running.ts'

export const orgUseCases: readonly UseCase[] = [
  narrowings,
  rights,
  narrow,
  endNarrowing,
  myUnits,
  openOffers,
  createUnit,
  changeUnit,
  employeesOfUnit,
  employ,
  endEmployment,
  grantRole,
  tree,
  closeUnit,
  rolesAtUnit,
  endRole,
  employee,
  findEmployees,
  hire,
  changeEmployee,
]
