import type { DemoUnit } from './shape.ts'

export const ROOT = 'egebaek'

function area(key: string, name: string): DemoUnit {
  return { key, name, parent: ROOT, kind: 'area', offerTypeId: null, lawGroundIds: [], homeLike: false }
}

type Offer = Pick<DemoUnit, 'key' | 'name' | 'parent' | 'offerTypeId' | 'lawGroundIds' | 'homeLike' | 'teams'>

function offer(o: Offer): DemoUnit {
  return { kind: 'offer', ...o }
}

const municipality: DemoUnit = { ...area(ROOT, 'Egebæk Kommune'), parent: null, kind: 'municipality' }

const areas: DemoUnit[] = [
  area('botilbud', 'Botilbud for voksne'),
  area('egen-bolig', 'Støtte i egen bolig'),
  area('dag', 'Dagtilbud og beskæftigelse'),
  area('udsatte', 'Udsatte voksne'),
  area('boern-unge', 'Børn og unge'),
]

// biome-ignore format: one offer a line is the readable form of this table
const offers: DemoUnit[] = [
  offer({ key: 'aastedet', name: 'Åstedet', parent: 'botilbud', offerTypeId: 'laengerevarende-botilbud', lawGroundIds: ['SEL-108'], homeLike: true, teams: ['Åen', 'Engen', 'Skoven'] }),
  offer({ key: 'mosebo', name: 'Mosebo', parent: 'botilbud', offerTypeId: 'botilbudslignende', lawGroundIds: ['ABL-105', 'SEL-85'], homeLike: true, teams: ['Porsen', 'Kæret', 'Tuen'] }),
  offer({ key: 'lyngholt', name: 'Lyngholt', parent: 'botilbud', offerTypeId: 'midlertidigt-botilbud', lawGroundIds: ['SEL-107'], homeLike: true, teams: ['Stuen', 'Førstesalen'] }),
  offer({ key: 'kaerhuset', name: 'Kærhuset', parent: 'botilbud', offerTypeId: 'laengerevarende-botilbud', lawGroundIds: ['SEL-108'], homeLike: true, teams: ['Øst', 'Vest'] }),
  offer({ key: 'rus', name: 'Rusrådgivningen', parent: 'udsatte', offerTypeId: 'stofmisbrug', lawGroundIds: ['SEL-101', 'SUL-141'], homeLike: false }),
  offer({ key: 'bnord', name: 'Bostøtten Nord', parent: 'egen-bolig', offerTypeId: null, lawGroundIds: ['SEL-85'], homeLike: false, teams: ['Byen', 'Landet'] }),
  offer({ key: 'bsyd', name: 'Bostøtten Syd', parent: 'egen-bolig', offerTypeId: null, lawGroundIds: ['SEL-85'], homeLike: false, teams: ['Voksne', 'Unge'] }),
  offer({ key: 'bakken', name: 'Værkstedet Bækken', parent: 'dag', offerTypeId: 'beskyttet-beskaeftigelse', lawGroundIds: ['SEL-103'], homeLike: false, teams: ['Træ og metal', 'Pakkeri og grønt'] }),
  offer({ key: 'solsikken', name: 'Aktivitetshuset Solsikken', parent: 'dag', offerTypeId: 'aktivitet-samvaer', lawGroundIds: ['SEL-104'], homeLike: false, teams: ['Kreativ', 'Krop og natur'] }),
  offer({ key: 'ankeret', name: 'Herberget Ankeret', parent: 'udsatte', offerTypeId: 'herberg', lawGroundIds: ['SEL-110'], homeLike: true }),
  offer({ key: 'laerken', name: 'Krisecenter Lærken', parent: 'udsatte', offerTypeId: 'krisecenter', lawGroundIds: ['SEL-109'], homeLike: true }),
  offer({ key: 'broen', name: 'Ungehuset Broen', parent: 'boern-unge', offerTypeId: 'doegninstitution', lawGroundIds: ['BL-43'], homeLike: true }),
  offer({ key: 'krogen', name: 'Aflastningshuset Krogen', parent: 'boern-unge', offerTypeId: null, lawGroundIds: ['SEL-84', 'BL-80-90'], homeLike: true }),
  offer({ key: 'nat', name: 'Nat- og akutteamet', parent: ROOT, offerTypeId: null, lawGroundIds: [], homeLike: false }),
]

export const units: DemoUnit[] = [municipality, ...areas, ...offers]

/** The eight houses the night team serves. */
export const nightUnits = ['aastedet', 'mosebo', 'lyngholt', 'kaerhuset', 'ankeret', 'laerken', 'broen', 'krogen']

/** Citizens whose first stay is here, and people who come here from another unit as well. */
export const places: Record<string, { primary: number; secondary: number }> = {
  aastedet: { primary: 24, secondary: 0 },
  mosebo: { primary: 30, secondary: 0 },
  lyngholt: { primary: 16, secondary: 0 },
  kaerhuset: { primary: 12, secondary: 0 },
  rus: { primary: 62, secondary: 0 },
  bnord: { primary: 70, secondary: 0 },
  bsyd: { primary: 60, secondary: 0 },
  bakken: { primary: 41, secondary: 14 },
  solsikken: { primary: 48, secondary: 33 },
  ankeret: { primary: 14, secondary: 0 },
  laerken: { primary: 9, secondary: 0 },
  broen: { primary: 8, secondary: 0 },
  krogen: { primary: 26, secondary: 0 },
  nat: { primary: 0, secondary: 0 },
}
