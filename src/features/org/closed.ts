import type { LegalGroundKey } from './legal-grounds.ts'
import type { OfferKindKey } from './offer-kinds.ts'

/**
 * Offers that share nothing by themselves: that somebody is there at all is told nobody outside the unit, unless the citizen
 * agrees or a law says so. Crisis centres (SEL § 109) and treatment of misuse (SEL §§ 101 and 101 a, SUL §§ 141 and 142,
 * BL § 33). Which offers are on the list is our own choice, on the safe side; a unit with one such ground among others is closed.
 */
export const closedOfferKinds = [
  'krisecenter',
  'stofmisbrug',
  'alkohol-offentlig',
  'alkohol-privat',
] as const satisfies readonly OfferKindKey[]

export const closedGrounds = [
  'SEL-101',
  'SEL-101a',
  'SEL-109',
  'SUL-141',
  'SUL-142',
  'BL-33',
] as const satisfies readonly LegalGroundKey[]
