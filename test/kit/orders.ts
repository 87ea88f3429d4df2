import { orders } from '#features/orders/contract.ts'
import type { GivenCitizen } from './citizens.ts'
import type { GivenUnit } from './given.ts'
import { ask, newId, type Person } from './world.ts'

/** FFB codes of the stories. */
export const ffb = {
  cooking: 'b947f321-7cdb-4b33-9653-f3ff800572b0',
  contact: '3f9da5ac-9686-4eeb-b517-b46e17fcb1d7',
  sleep: '83376fdb-f55d-4dd9-944e-b49631a9836f',
  autism: '9b3fd322-a75a-4ed8-9b74-425fa1e01c95',
  dailyTasks: '638f44df-6bf2-47f8-9935-b8fdc83e5bf5',
} as const

/** The smallest PDF that is one by its octets. */
export const aLetter = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

type Goal = {
  text: string
  themeCode?: string | null
  levelStart?: number | null
  levelWanted?: number | null
  direction?: 'develop' | 'keep' | 'limit-loss' | null
  interventionCode?: string | null
}

export const anOrderLetter = (
  unit: GivenUnit,
  citizen: GivenCitizen,
  goals: Goal[] = [{ text: 'Laver selv mad' }],
) => ({
  id: newId(),
  citizenId: citizen.id,
  unitId: unit.id,
  fileId: newId(),
  fileName: 'bestilling.pdf',
  content: aLetter as Uint8Array,
  purpose: 'At få en hverdag, der hænger sammen.',
  objective: null as string | null,
  orderedOn: '2026-02-02',
  startsOn: '2026-02-15' as string | null,
  endsOn: null as string | null,
  authorityName: 'Egebæk Kommune',
  caseNumber: null as string | null,
  targetGroup: null as string | null,
  offerType: null as string | null,
  followUpOn: '2026-08-15' as string | null,
  goals: goals.map((goal) => ({
    ...{ themeCode: null, levelStart: null, levelWanted: null, direction: null, interventionCode: null },
    ...goal,
  })),
})

/** Somebody types an order from the letter; its goals in the order given. */
export async function typesOrder(person: Person, unit: GivenUnit, citizen: GivenCitizen, goals?: Goal[]) {
  const letter = anOrderLetter(unit, citizen, goals)
  await ask(person, orders.type, letter)
  const whole = await ask(person, orders.order, { orderId: letter.id })
  return { id: letter.id, goals: whole.goals }
}
