import type { Given } from '#features/assessments/contract.ts'

export type DemoAnswer = {
  citizen: string
  unit: string
  by: string
  formKey: string
  /** Counted from today. */
  day: number
  time: string
  given: Given
}

const at = { unit: 'aastedet' } as const
const pain = (day: number, by: string, tal: number, more: Given = {}): DemoAnswer => ({
  ...at,
  ...{ citizen: 'jens-b', by, formKey: 'smerte', day, time: '10:15', given: { 'kan-sige': true, tal, ...more } },
})
const sleep = (day: number, by: string, timer: number, vaagen: number): DemoAnswer => ({
  ...at,
  ...{
    citizen: 'jens-b',
    by,
    formKey: 'soevn',
    day,
    time: '08:05',
    given: { timer, vaagen, kvalitet: Math.max(1, 9 - vaagen) },
  },
})
const weight = (day: number, kilo: number): DemoAnswer => ({
  ...at,
  ...{ citizen: 'birthe-l', by: 'p002', formKey: 'vaegt', day, time: '08:40', given: { kilo } },
})

/** A few forms with their numbers, so that a line can be looked at. Everything here is invented. */
export const demoAnswers: readonly DemoAnswer[] = [
  pain(-12, 'p002', 7, { hvor: 'Højre hofte', gjort: 'Ringede til lægen.' }),
  pain(-11, 'p009', 6, { hvor: 'Højre hofte' }),
  pain(-9, 'p002', 5, { hvor: 'Højre hofte' }),
  pain(-7, 'p011', 4),
  pain(-4, 'p002', 2),
  pain(-1, 'p009', 2),
  sleep(-8, 'p008', 5, 4),
  sleep(-6, 'p008', 6, 3),
  sleep(-3, 'p008', 7, 1),
  weight(-26, 84),
  weight(-19, 83),
  weight(-12, 83),
  weight(-5, 82),
  {
    ...at,
    ...{ citizen: 'jens-b', by: 'p005', formKey: 'mestring', day: -20, time: '14:30' },
    given: {
      tegn: [
        { tegn: 'ikke siger noget ved bordet', selv: 'gå ind og tage radioen', andre: 'spørge én gang og så vente' },
        { tegn: 'står op om natten', selv: 'tænde lyset først', andre: 'komme, når jeg trykker' },
      ],
      ikke: 'taler alle sammen på én gang',
      underskrift: 'Jens',
    },
  },
]
