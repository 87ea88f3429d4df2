import type { UseCase } from '#kernel/server/use-case.ts'
import { resetFactors, setPassword } from './administer.ts'
import { claimDevice, devicesOfUnit, endDevice, pairDevice, ways } from './devices.ts'
import { doorplate, me, signIn, signInAsDemo, signOut } from './doors.ts'
import { addTotp, offerTotp } from './enrol.ts'
import { endOtherSessions, endOwnSession, mySecurity, removeFactor, renewRecoveryCodes, setPin } from './my-security.ts'
import { addPasskey, askPasskey, offerPasskey, usePasskey } from './passkeys.ts'
import { signInWithPin } from './pin.ts'
import { decidePolicy, policy } from './policy.ts'
import { changePassword, chooseOwnPassword, secondFactor } from './second-factor.ts'
import { linkIdentity, providers, saveProvider } from './sso/providers.ts'

export { closeWaysIn, passwordForOnce } from './administer.ts'
export { type DeviceHere, deviceHere } from './device-here.ts'
export { openForTemp } from './pin.ts'
export { beginStrict } from './policy.ts'
export { ssoRoutes } from './sso/routes.ts'
export { endSessionsOfFormer, forgetSteps } from './tidy.ts'

export const signinUseCases: readonly UseCase[] = [
  doorplate,
  signIn,
  signInAsDemo,
  signOut,
  me,
  setPassword,
  ways,
  secondFactor,
  askPasskey,
  usePasskey,
  chooseOwnPassword,
  offerTotp,
  addTotp,
  offerPasskey,
  addPasskey,
  mySecurity,
  changePassword,
  removeFactor,
  renewRecoveryCodes,
  endOwnSession,
  endOtherSessions,
  setPin,
  signInWithPin,
  devicesOfUnit,
  pairDevice,
  claimDevice,
  endDevice,
  policy,
  decidePolicy,
  providers,
  saveProvider,
  linkIdentity,
  resetFactors,
]
