import { codeOfDirection, codeOfLevel, type Direction } from '#features/terminology/rules.ts'
import { FFB, KL, kl } from './names.ts'

/** Pieces that every message we write is put together of. */
export const concept = (system: string, code: string) => ({ coding: [{ system, code }] })
export const to = (type: string, id: string) => ({ reference: `${type}/${id}` })
/** The list under its name, or nothing: FHIR has no empty lists. */
export const some = (name: string, list: readonly unknown[]) => (list.length ? { [name]: list } : {})

/** What a goal aims at: the level wanted and the direction, as far as either was said. */
export const targetsOf = ({ levelWanted, direction }: { levelWanted: number | null; direction: Direction | null }) => [
  ...(levelWanted === null
    ? []
    : [
        {
          measure: concept(KL, kl.measuresLevel),
          detailCodeableConcept: concept(FFB, codeOfLevel('level', levelWanted)),
        },
      ]),
  ...(direction
    ? [
        {
          measure: concept(KL, kl.measuresDirection),
          detailCodeableConcept: concept(FFB, codeOfDirection(direction)),
        },
      ]
    : []),
]
