import type { UseCase } from '#kernel/server/use-case.ts'
import { employ, employeesOfUnit, endEmployment, grantRole, setPassword } from './employees.ts'
import { doorplate, me, signIn, signInAsDemo, signOut } from './sign-in.ts'
import { changeUnit, createUnit, myUnits } from './units.ts'

export { audience } from './audience.ts'
export { found } from './found.ts'
export { right } from './permissions.ts'

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
]
