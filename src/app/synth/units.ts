import { dayText } from './calendar.ts'
import type { Size } from './options.ts'
import { Random } from './random.ts'

/** How a unit's days go: people live there, come by day, or are visited. */
export type Rhythm = 'house' | 'day' | 'visit'
export type Setting = 'home' | 'day' | 'support' | 'treatment' | 'shelter' | 'crisis' | 'youth' | 'respite'

type Shape = {
  rhythm: Rhythm
  stay: 'home' | 'day' | 'support' | 'treatment' | 'respite'
  offerType: string | null
  ground: string
  area: string
  name: (place: string) => string
  /** Citizens of such a unit, in proportion to the others. */
  citizens: number
}

const plain = (place: string) => place
const called = (what: string) => (place: string) => `${what} ${place}`
export const shapes: Record<Setting, Shape> = {
  home: {
    rhythm: 'house',
    stay: 'home',
    offerType: 'laengerevarende-botilbud',
    ground: 'SEL-108',
    area: 'Botilbud for voksne',
    name: plain,
    citizens: 24,
  },
  day: {
    rhythm: 'day',
    stay: 'day',
    offerType: 'aktivitet-samvaer',
    ground: 'SEL-104',
    area: 'Dagtilbud',
    name: called('Aktivitetshuset'),
    citizens: 36,
  },
  support: {
    rhythm: 'visit',
    stay: 'support',
    offerType: null,
    ground: 'SEL-85',
    area: 'Støtte i egen bolig',
    name: called('Bostøtten'),
    citizens: 55,
  },
  treatment: {
    rhythm: 'visit',
    stay: 'treatment',
    offerType: 'stofmisbrug',
    ground: 'SEL-101',
    area: 'Udsatte voksne',
    name: called('Rusrådgivningen'),
    citizens: 45,
  },
  shelter: {
    rhythm: 'house',
    stay: 'home',
    offerType: 'herberg',
    ground: 'SEL-110',
    area: 'Udsatte voksne',
    name: called('Herberget'),
    citizens: 25,
  },
  crisis: {
    rhythm: 'house',
    stay: 'home',
    offerType: 'krisecenter',
    ground: 'SEL-109',
    area: 'Udsatte voksne',
    name: called('Krisecenter'),
    citizens: 16,
  },
  youth: {
    rhythm: 'house',
    stay: 'home',
    offerType: 'doegninstitution',
    ground: 'BL-43',
    area: 'Børn og unge',
    name: called('Ungehuset'),
    citizens: 12,
  },
  respite: {
    rhythm: 'house',
    stay: 'respite',
    offerType: null,
    ground: 'SEL-84',
    area: 'Børn og unge',
    name: called('Aflastningen'),
    citizens: 20,
  },
}

const ORDER: readonly Setting[] = [
  'home',
  'home',
  'support',
  'day',
  'home',
  'treatment',
  'shelter',
  'home',
  'support',
  'day',
  'crisis',
  'youth',
  'respite',
  'home',
]

export type Area = { readonly id: string; readonly externalId: string; readonly name: string }
export type SynthUnit = Area & {
  readonly index: number
  readonly area: Area
  readonly setting: Setting
  readonly rhythm: Rhythm
  readonly offerType: string | null
  readonly ground: string
  readonly shiftStarts: readonly string[]
}

const FIRST =
  'Birke Enge Skov Sø Lærke Kær Møl Høj Ege Ask Elme Kirke Øster Vester Nør Rosen Grøn Sten Vind Humle Tranebær Brombær Hvid Æble'.split(
    ' ',
  )
const LAST = 'bo ly gården parken lunden vænget højen bakken krogen hjørnet dal åsen'.split(' ')

function* places(random: Random): Generator<string> {
  const used = new Set<string>()
  for (let n = 1; ; n++) {
    const place = random.pick(FIRST) + random.pick(LAST)
    const free = used.has(place) ? `${place} ${n}` : place
    used.add(free)
    yield free
  }
}

export function makeUnits(size: Size): { areas: Area[]; units: SynthUnit[] } {
  const random = new Random(`${size.seed} units`)
  const at = Date.parse(dayText(size.firstDay))
  const areas = new Map<string, Area>()
  const names = places(random)
  const units = Array.from({ length: size.units }, (_, index): SynthUnit => {
    const setting = ORDER[index % ORDER.length]!
    const shape = shapes[setting]
    const area = areas.get(shape.area) ?? { id: random.id(at), externalId: `A${areas.size + 1}`, name: shape.area }
    areas.set(shape.area, area)
    return {
      index,
      id: random.id(at),
      externalId: `E${index + 1}`,
      name: shape.name(names.next().value as string),
      area,
      setting,
      rhythm: shape.rhythm,
      offerType: shape.offerType,
      ground: shape.ground,
      shiftStarts: shape.rhythm === 'house' ? ['07:00', '15:00', '23:00'] : ['07:30'],
    }
  })
  return { areas: [...areas.values()], units }
}
