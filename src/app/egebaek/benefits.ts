import { z } from 'zod'
import { benefits } from '#features/benefits/contract.ts'
import { Day } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Loading } from './loading.ts'
import { benefitId } from './requirements.ts'

const BenefitInFile = z.object({
  id: z.string(),
  title: z.string(),
  measure: z.string(),
  unit: z.string(),
  baseline: z.number(),
  target: z.number(),
  owner: z.string(),
  method: z.string(),
  points: z.array(z.object({ date: Day, value: z.number() })),
})
type BenefitInFile = z.infer<typeof BenefitInFile>

export const BenefitsInFile = z.object({
  units: z.array(z.object({ id: z.string(), name: z.string(), goLive: Day })),
  benefits: z.array(BenefitInFile),
  participantHours: z.object({
    hearing: z.number(),
    usabilityTests: z.number(),
    evaluationGroup: z.number(),
    clarificationMeetings: z.number(),
  }),
})
type BenefitsInFile = z.infer<typeof BenefitsInFile>

/** The file does not say which of the ten are about hours that can be saved; these two are, by their titles. */
const ABOUT_HOURS: readonly string[] = ['G7', 'G8']

/** Benefits with baseline, method and points; and the hours that nothing else in the house knows of. */
export async function loadBenefits(loading: Loading, file: BenefitsInFile, placeId: Id): Promise<void> {
  for (const benefit of file.benefits) await measure(loading, benefit, file.units)
  await noteHours(loading, file.participantHours, placeId)
}

/** A unit is meant where its own name stands in the owner's post. */
const unitOf = (owner: string, units: BenefitsInFile['units']) =>
  units.find(({ name }) => owner.includes(name) || owner.includes(name.split(' ').at(-1)!))

/** `observation af 12 vagtskift`: the number is the smallest sample. */
const sampleIn = (method: string): number => Number(/\b(\d+)\b/.exec(method)?.[1] ?? 1)

async function measure(loading: Loading, benefit: BenefitInFile, units: BenefitsInFile['units']): Promise<void> {
  const [first, ...later] = benefit.points
  const isMeasured = first !== undefined && first.value === benefit.baseline
  const firstOn = first?.date ?? '2027-05-03'
  const id = loading.id(`measure ${benefit.id}`, firstOn)
  const unit = unitOf(benefit.owner, units)
  const [method, then] = benefit.method.split(', derefter ')
  const baseline = isMeasured
    ? { baseline: benefit.baseline, baselineOn: loading.day(firstOn) }
    : { baseline: null, baselineOn: null }
  await loading.ask(
    benefits.addMeasure,
    {
      ...{
        id,
        benefitId: benefitId(loading, benefit.id),
        what: benefit.measure,
        countedIn: benefit.unit,
        target: benefit.target,
        ...baseline,
      },
      ...{
        direction: benefit.target < benefit.baseline ? 'down' : 'up',
        owner: benefit.owner,
        smallestSample: sampleIn(benefit.method),
      },
      ...{ aboutMoney: ABOUT_HOURS.includes(benefit.id), unitId: unit ? loading.unit(unit.id) : null, nextOn: null },
      ...{
        methodId: loading.id(`method ${benefit.id}`, firstOn),
        method: method!,
        methodSinceOn: loading.day(firstOn),
      },
    },
    `measure ${benefit.id}`,
  )
  // The file does not say from when; the other method came with the new system.
  const since = unit?.goLive ?? later[0]?.date
  if (then && since) {
    const change = {
      id,
      version: 1,
      methodId: loading.id(`method 2 ${benefit.id}`, since),
      text: then,
      sinceOn: loading.day(since),
    }
    await loading.ask(benefits.changeMethod, change, `method 2 ${benefit.id}`)
  }
  for (const point of isMeasured ? later : benefit.points) await addPoint(loading, benefit, id, point)
}

/** How many took part is not in the file. */
const addPoint = (
  loading: Loading,
  { id: label }: BenefitInFile,
  measureId: Id,
  { date, value }: BenefitInFile['points'][number],
) =>
  loading.ask(
    benefits.addPoint,
    {
      id: loading.id(`point ${label} ${date}`, date),
      measureId,
      takenOn: loading.day(date),
      value,
      sample: null,
      note: '',
      correctsId: null,
    },
    `point ${label} ${date}`,
  )

const hoursOf = {
  hearing: { what: 'Høring af kravene', beforeContract: true },
  usabilityTests: { what: 'Brugerprøver af tilbuddene', beforeContract: true },
  evaluationGroup: { what: 'Vurderingsgruppen', beforeContract: true },
  clarificationMeetings: { what: 'Afklaringsmøder', beforeContract: false },
} as const

async function noteHours(loading: Loading, given: BenefitsInFile['participantHours'], placeId: Id): Promise<void> {
  for (const [key, of] of Object.entries(hoursOf)) {
    const minutes = Math.round(given[key as keyof typeof given] * 60)
    const noted = {
      id: loading.id(`spent ${key}`, '2027-05-04'),
      placeId,
      ...of,
      minutes,
      source: 'Deltagernes timer, opgjort af projektet',
    }
    await loading.ask(benefits.noteHours, noted, `spent ${key}`)
  }
}
