import type { UseCase } from '#kernel/server/use-case.ts'
import { assignContactPerson } from './assign-contact-person.ts'
import { bar, bars, endBar } from './bars.ts'
import { card } from './card.ts'
import { changeCard, setNumber, setPhoto } from './change-card.ts'
import { consentsOf, recordConsent, withdrawConsent } from './consents.ts'
import { addContact, endContact } from './contacts.ts'
import { find } from './find.ts'
import { citizensAtUnit, citizensOfUnit, myCitizens, portraits } from './lists.ts'
import { register, registerCitizen } from './register.ts'
import { reveal } from './reveal.ts'
import { reviewWarning, warn } from './warnings.ts'

export { calledName, fullName } from './called-name.ts'
export { isHidden, isProtected } from './lines.ts'
export { lockCitizen, markDied } from './lock-citizen.ts'
export {
  DAYS_AFTER,
  mayReadCitizen,
  ofCitizen,
  ofCitizenAt,
  seenThrough,
  seenToday,
  seesCitizen,
} from './permissions.ts'
export { citizensEffects } from './profile-effects.ts'
export { isDiscreet, seesAt, seesWarning, sharedWith, warningForUnit } from './sharing.ts'
export { endTie, type NewTie, tieCitizen, tiedOn } from './ties.ts'
export { citizensTold } from './told.ts'
export { warningChanges } from './warning-changes.ts'
export { registerCitizen }

export const citizensUseCases: readonly UseCase[] = [
  bars,
  bar,
  endBar,
  consentsOf,
  recordConsent,
  withdrawConsent,
  citizensAtUnit,
  citizensOfUnit,
  myCitizens,
  card,
  find,
  portraits,
  register,
  changeCard,
  setNumber,
  setPhoto,
  reveal,
  addContact,
  endContact,
  warn,
  reviewWarning,
  assignContactPerson,
]
