import { themes } from '#features/journal/themes.ts'
import type { NoteKind } from '#features/org/contract.ts'
import { type LegalGroundKey, legalGrounds } from '#features/org/legal-grounds.ts'
import { type OfferKindKey, offerKinds } from '#features/org/offer-kinds.ts'
import type { Role } from '#features/org/roles.ts'
import type { EndReason, StayKind } from '#features/stays/contract.ts'
import { choice, plain, type Reader } from './cells.ts'
import { shown, Wrong } from './fault.ts'

/** What people write for the keys of our lists. The first of each is what a fault suggests. */
export const role = choice<Role>({
  'unit-leader': ['Leder', 'enhedsleder', 'afdelingsleder', 'tilbudsleder', 'teamleder', 'forstander'],
  'support-worker': ['Medarbejder', 'pædagog', 'socialpædagog', 'støttemedarbejder', 'omsorgsmedhjælper', 'bostøtte'],
  'night-worker': ['Nattevagt', 'nat'],
  'temp-worker': ['Vikar', 'afløser', 'timelønnet'],
  'health-worker': ['Sundhedsfaglig', 'sygeplejerske', 'sosu-assistent', 'social- og sundhedsassistent'],
  specialist: ['Specialist', 'psykolog', 'ergoterapeut', 'fysioterapeut', 'værkstedsleder'],
  office: ['Administrativ', 'administrativ medarbejder', 'bogholder', 'regnskabsmedarbejder', 'sekretær'],
  administrator: ['Administrator', 'systemadministrator'],
  coordinator: ['Projektkoordinator', 'koordinator'],
  'privacy-officer': ['Databeskyttelsesrådgiver', 'dpo'],
  'unit-contact': ['Implementeringskontakt', 'kontaktperson for enheden'],
  'super-user': ['Superbruger'],
  steering: ['Styregruppe', 'styregruppemedlem'],
  buyer: ['Indkøber', 'indkøbskonsulent'],
  evaluator: ['Evaluator', 'vurderingsgruppe'],
})

export const unitKind = choice<'offer' | 'area' | 'municipality'>({
  offer: ['Tilbud', 'enhed', 'afdeling', 'hus', 'team'],
  area: ['Område', 'center', 'forvaltning'],
  municipality: ['Kommune'],
})

export const stayKind = choice<StayKind>({
  home: ['Botilbud', 'bor', 'bolig', 'døgn', 'ophold', 'hjem'],
  day: ['Dagtilbud', 'dag'],
  support: ['Støtte', 'bostøtte', 'socialpædagogisk støtte'],
  treatment: ['Behandling', 'ambulant behandling'],
  respite: ['Aflastning', 'aflastningsophold'],
})

export const endReason = choice<EndReason>({
  'moved-home': ['Flyttet hjem', 'hjem'],
  'moved-on': ['Flyttet videre', 'flyttet', 'andet tilbud'],
  died: ['Død', 'afgået ved døden', 'dødsfald'],
  ended: ['Afsluttet', 'ophørt', 'slut'],
})

export const noteKind = choice<NoteKind>({
  diary: ['Dagbog', 'dagbogsnotat', 'notat', 'journal'],
  health: ['Sundhed', 'sundhedsfagligt', 'sundhedsnotat'],
  cooperation: ['Samarbejde'],
  visit: ['Besøg'],
  conversation: ['Samtale'],
  unit: ['Fællesdagbog', 'enhed', 'fælles'],
})

export const theme = choice(
  Object.fromEntries(themes.map(({ key, da }) => [key, [da]] as const)) as Record<string, string[]>,
)

export const offerType = choice(
  Object.fromEntries(Object.entries(offerKinds).map(([key, { da }]) => [key, [da]])) as Record<OfferKindKey, string[]>,
)

/** "§ 107" alone is serviceloven's: the others are always written with their act. */
const acts: readonly (readonly [RegExp, string])[] = [
  [/^(lov om social service|serviceloven|sl)\s*/i, 'SEL '],
  [/^barnets lov\s*/i, 'BL '],
  [/^almenboligloven\s*/i, 'ABL '],
  [/^sundhedsloven\s*/i, 'SUL '],
  [/^(?=§|\d)/, 'SEL '],
]
const groundKey = (written: string) =>
  plain(acts.reduce((text, [act, short]) => text.replace(act, short), written)).replace(/stk|nr|mfl/g, '')
const grounds = new Map<string, LegalGroundKey>(
  (Object.entries(legalGrounds) as [LegalGroundKey, { law: string }][]).flatMap(([key, { law }]) => [
    [groundKey(key), key],
    [groundKey(law), key],
  ]),
)

/** A paragraph as people write it: SEL-107, SEL § 107, serviceloven § 107, § 107. */
export const ground: Reader<LegalGroundKey> = (cell) =>
  grounds.get(groundKey(cell)) ?? new Wrong('import.ground-unknown', { value: shown(cell) })
