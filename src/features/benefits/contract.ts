import { z } from 'zod'
import { contract, download, read, text, words, write } from '#kernel/lang/contract.ts'
import { Day, Instant } from '#kernel/lang/day.ts'
import { Id } from '#kernel/lang/id.ts'
import { directions, signalKeys } from './rules.ts'

export const Point = z.object({
  id: Id,
  takenOn: Day,
  /** Null: fewer than five took part. */
  value: z.number().nullable(),
  sample: z.int().nullable(),
  note: z.string(),
  byName: z.string(),
})
export type Point = z.infer<typeof Point>

export const Measure = z.object({
  id: Id,
  placeId: Id,
  benefitId: Id,
  number: z.int(),
  title: z.string(),
  what: z.string(),
  countedIn: z.string(),
  direction: z.enum(directions),
  baseline: z.number().nullable(),
  baselineOn: Day.nullable(),
  target: z.number(),
  owner: z.string(),
  smallestSample: z.int(),
  aboutMoney: z.boolean(),
  unitId: Id.nullable(),
  unitName: z.string().nullable(),
  /** First day the unit worked in the new system, or the first of all units; null: not yet planned. */
  wentLiveOn: Day.nullable(),
  nextOn: Day.nullable(),
  methods: z.array(z.object({ id: Id, text: z.string(), sinceOn: Day })),
  points: z.array(Point),
  version: z.int(),
  /** keep. */
  permitted: z.array(z.string()),
})
export type Measure = z.infer<typeof Measure>

const number = z.number().min(-1e9).max(1e9)
const measureFields = {
  what: words(200),
  countedIn: words(20),
  direction: z.enum(directions),
  baseline: number.nullable(),
  baselineOn: Day.nullable(),
  target: number,
  owner: words(120),
  smallestSample: z.int().min(1).max(100_000),
  aboutMoney: z.boolean(),
  unitId: Id.nullable(),
  nextOn: Day.nullable(),
}
const versioned = z.object({ id: Id, version: z.int() })

export const Put = z.object({
  key: z.string(),
  said: z.object({ da: z.string(), en: z.string() }),
  minutes: z.int(),
  /** Before the contract; the rest is told beside and not counted. */
  isPreparation: z.boolean(),
  source: z.object({ da: z.string(), en: z.string() }),
})
export type Put = z.infer<typeof Put>

export const Preparation = z.object({
  id: Id,
  put: z.array(Put),
  /** The chosen bid first; the others without a name, for their bids are not for all. */
  bids: z.array(z.object({ isChosen: z.boolean(), count: z.int(), hours: z.number() })),
  /** What became of the adaptations after the award. */
  ledger: z.array(z.object({ state: z.string(), count: z.int(), hours: z.number() })),
  requirements: z.int(),
  /** keep. */
  permitted: z.array(z.string()),
})
export type Preparation = z.infer<typeof Preparation>

const Said = z.object({ da: z.string(), en: z.string() })
export const Signal = z.object({
  key: z.enum(signalKeys),
  parts: z.array(z.object({ said: Said, done: z.int(), of: z.int() })),
})
export type Signal = z.infer<typeof Signal>

export const LeadershipPage = z.object({
  id: Id,
  placeName: z.string(),
  /** When the page before it was kept; the lists begin there. */
  sinceAt: Instant.nullable(),
  signals: z.array(Signal),
  decided: z.array(z.object({ number: z.int(), title: z.string(), on: Day })),
  needed: z.array(z.object({ number: z.int(), title: z.string(), why: z.enum(['undecided', 'review-due']) })),
  risks: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      before: z.int().nullable(),
      now: z.int(),
      state: z.string(),
      measure: z.string(),
    }),
  ),
})
export type LeadershipPage = z.infer<typeof LeadershipPage>

export const KeptPage = z.object({ id: Id, madeAt: Instant, madeByName: z.string() })
export type KeptPage = z.infer<typeof KeptPage>

export const benefits = contract('benefits', {
  /** Places whose leadership one belongs to, or works for. */
  places: read(z.object({}), z.array(z.object({ id: Id, name: z.string() }))),
  /** In the order of their numbers; no unit is set against another. */
  list: read(z.object({}), z.array(Measure)),
  /** Benefits of the requirements that nobody measures yet. */
  unmeasured: read(
    z.object({}),
    z.array(z.object({ id: Id, placeId: Id, number: z.int(), title: z.string(), owner: z.string() })),
  ),
  addMeasure: write(
    z.object({ id: Id, benefitId: Id, ...measureFields, methodId: Id, method: words(300), methodSinceOn: Day }),
    versioned,
  ),
  changeMeasure: write(versioned.extend(measureFields), versioned),
  /** From a day on it is measured otherwise: the line breaks there. */
  changeMethod: write(versioned.extend({ methodId: Id, text: words(300), sinceOn: Day }), versioned),
  addPoint: write(
    z.object({
      id: Id,
      measureId: Id,
      takenOn: Day,
      value: number,
      sample: z.int().min(0).max(1_000_000).nullable(),
      note: text(500),
      correctsId: Id.nullable(),
    }),
    z.object({ id: Id }),
  ),
  /** Hours put in against adaptations avoided. */
  preparation: read(z.object({ placeId: Id }), Preparation),
  noteHours: write(
    z.object({
      id: Id,
      placeId: Id,
      what: words(120),
      minutes: z.int().min(1).max(6_000_000),
      source: words(200),
      beforeContract: z.boolean(),
    }),
    z.object({ id: Id }),
  ),
  /** As it stands now. */
  leadership: read(z.object({ placeId: Id }), LeadershipPage),
  /** Keeps the page as it stands, on one A4 too. */
  keepPage: write(z.object({ id: Id, placeId: Id }), KeptPage),
  pages: read(z.object({ placeId: Id }), z.array(KeptPage)),
  page: read(z.object({ id: Id }), KeptPage.extend({ content: LeadershipPage })),
  paper: download(z.object({ id: Id })),
})
