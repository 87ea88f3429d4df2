import type { UseCase } from '#kernel/server/use-case.ts'
import { employ, employeesOfUnit, endEmployment, setPassword } from './employees.ts'
import { endRole, grantRole, rolesAtUnit } from './roles.ts'
import { doorplate, me, signIn, signInAsDemo, signOut } from './sign-in.ts'
import { changeEmployee, employee, findEmployees, hire } from './staff.ts'
import { closeUnit, tree } from './tree.ts'
import { changeUnit, createUnit, myUnits } from './units.ts'

export { audience } from './audience.ts'
export { found } from './found.ts'
export { reaches, right, rightOfAll } from './permissions.ts'

export const orgUseCases: readonly UseCase[] = [
  doorplate,
  signIn,
  signInAsDemo,
  signOut,
  me,
  myUnits,
  createUnit,
  changeUnit,
  employeesOfUnit,
  employ,
  endEmployment,
  grantRole,
  setPassword,
  tree,
  closeUnit,
  rolesAtUnit,
  endRole,
  employee,
  findEmployees,
  hire,
  changeEmployee,
]
