type OfferKind = { readonly da: string; readonly en: string }

/**
 * Kinds of offer (tilbudstyper) that Tilbudsportalen knows; an org.unit.offer_type is a key of this.
 * @source tilbudsportalen.dk, "Tilbudstyper"
 */
export const offerKinds = {
  plejefamilie: { da: 'Plejefamilie', en: 'Foster family' },
  opholdssted: { da: 'Privat opholdssted', en: 'Private children’s home' },
  doegninstitution: { da: 'Børne- og ungehjem', en: 'Home for children and young people' },
  stofmisbrug: { da: 'Stofmisbrugsbehandling', en: 'Treatment of drug misuse' },
  'midlertidigt-botilbud': { da: 'Midlertidigt botilbud', en: 'Temporary residential offer' },
  'laengerevarende-botilbud': { da: 'Længerevarende botilbud', en: 'Long-term residential offer' },
  krisecenter: { da: 'Krisecenter', en: 'Crisis centre' },
  herberg: { da: 'Herberg og forsorgshjem', en: 'Hostel for the homeless' },
  botilbudslignende: { da: 'Botilbudslignende tilbud', en: 'Residential-like offer' },
  'alkohol-offentlig': { da: 'Alkoholbehandling, offentlig', en: 'Treatment of alcohol misuse, publicly funded' },
  'alkohol-privat': { da: 'Alkoholbehandling, privat', en: 'Treatment of alcohol misuse, privately funded' },
  'almen-bolig': { da: 'Almen ældre- eller plejebolig', en: 'Social housing for care or the elderly' },
  'saerligt-dagtilbud': { da: 'Særligt dagtilbud', en: 'Special day care' },
  'saerligt-klubtilbud': { da: 'Særligt klubtilbud', en: 'Special club' },
  'beskyttet-beskaeftigelse': { da: 'Beskyttet beskæftigelse', en: 'Sheltered employment' },
  'aktivitet-samvaer': { da: 'Aktivitets- og samværstilbud', en: 'Activity and community offer' },
  plejehjem: { da: 'Plejehjem', en: 'Nursing home' },
  friplejebolig: { da: 'Friplejebolig', en: 'Independent nursing home' },
} as const satisfies Record<string, OfferKind>
export type OfferKindKey = keyof typeof offerKinds
