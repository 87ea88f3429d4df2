import type { OfferKindKey } from './offer-kinds.ts'

/** Groups of offers that ask alike of a system: requirements name the groups they are for, votes and hearings are told by them. */
export const offerGroups = {
  residential: { da: 'døgntilbud', en: 'residential' },
  'home-support': { da: 'bostøtte', en: 'support at home' },
  day: { da: 'dag og beskæftigelse', en: 'day and employment' },
  misuse: { da: 'rusbehandling', en: 'misuse treatment' },
  hostel: { da: 'herberg', en: 'hostel' },
  crisis: { da: 'krisecenter', en: 'crisis centre' },
  youth: { da: 'børn og unge', en: 'children and youth' },
  respite: { da: 'aflastning', en: 'respite' },
  acute: { da: 'nat og akut', en: 'night and acute' },
} as const satisfies Record<string, { readonly da: string; readonly en: string }>
export type OfferGroup = keyof typeof offerGroups
export const offerGroupKeys = Object.keys(offerGroups) as [OfferGroup, ...OfferGroup[]]

const ofKind: Record<OfferKindKey, OfferGroup> = {
  plejefamilie: 'youth',
  opholdssted: 'youth',
  doegninstitution: 'youth',
  stofmisbrug: 'misuse',
  'midlertidigt-botilbud': 'residential',
  'laengerevarende-botilbud': 'residential',
  krisecenter: 'crisis',
  herberg: 'hostel',
  botilbudslignende: 'residential',
  'alkohol-offentlig': 'misuse',
  'alkohol-privat': 'misuse',
  'almen-bolig': 'residential',
  'saerligt-dagtilbud': 'day',
  'saerligt-klubtilbud': 'day',
  'beskyttet-beskaeftigelse': 'day',
  'aktivitet-samvaer': 'day',
  plejehjem: 'residential',
  friplejebolig: 'residential',
}

type Offer = { readonly offerType: string | null; readonly legalGrounds: readonly string[] }

/** A proposal, from what Tilbudsportalen and the legal ground say of a unit; undefined where neither says it: then a person chooses. */
export function likelyOfferGroup({ offerType, legalGrounds }: Offer): OfferGroup | undefined {
  const known = offerType === null ? undefined : ofKind[offerType as OfferKindKey]
  if (known) return known
  if (legalGrounds.some((ground) => ground === 'SEL-84' || ground.startsWith('BL-80'))) return 'respite'
  return legalGrounds.includes('SEL-85') ? 'home-support' : undefined
}
