import { families, menMid, womenMid } from '#app/demo/names.ts'
import { phone } from '#app/demo/person.ts'
import type { Random } from '../random.ts'

export type Contact = { kind: string; name: string; relation: string; phone: string; note: string | null }
export type Warning = { kind: string; text: string; reviewInDays: number }
export type Around = { readonly contacts: readonly Contact[]; readonly warnings: readonly Warning[] }

const DOCTORS = ['Lægehuset Torvet', 'Lægerne ved Åen', 'Lægefællesskabet Nord', 'Lægeklinikken Østergade']
const NOTES = [
  'Må få alt at vide.',
  'Ring ikke efter kl. 20.',
  'Kun ved sygdom.',
  'Kommer hver anden søndag.',
  null,
  null,
]
const RELATIVES = ['mor', 'far', 'søster', 'bror', 'faster', 'datter', 'søn', 'niece']

export function contactsFor(random: Random, age: number): Contact[] {
  const contacts: Contact[] = [
    { kind: 'doctor', name: random.pick(DOCTORS), relation: 'egen læge', phone: phone(random.below(4)), note: null },
  ]
  for (let i = random.below(3); i > 0; i--) {
    const relation = random.pick(age < 45 ? RELATIVES.slice(0, 5) : RELATIVES.slice(2))
    const woman = ['mor', 'søster', 'faster', 'datter', 'niece'].includes(relation)
    const name = `${random.pick(woman ? womenMid : menMid)} ${random.pick(families)}`
    contacts.push({ kind: 'relative', name, relation, phone: phone(random.below(9_000)), note: random.pick(NOTES) })
  }
  if (random.chance(0.3))
    contacts.push({
      kind: 'guardian',
      name: `${random.pick(womenMid)} ${random.pick(families)}`,
      relation: 'værge',
      phone: phone(random.below(9_000)),
      note: null,
    })
  return contacts
}

const WARNINGS: readonly (readonly [string, string])[] = [
  ['allergy', 'Tåler ikke nødder. Adrenalinpen ligger i køkkenskabet.'],
  ['allergy', 'Tåler ikke penicillin.'],
  ['epilepsy', 'Epilepsi. Ved anfald over fem minutter ringes 112.'],
  ['fall', 'Faldrisiko om natten. Lys på gangen og sko ved sengen.'],
  ['violence', 'Kan slå ud, når nogen står bag ved. Kom altid forfra.'],
  ['infection', 'MRSA. Handsker og sprit ved pleje.'],
  ['alone-time', 'Vil ikke være alene med mandligt personale.'],
  ['other', 'Må ikke få udleveret lightere.'],
]

export function warningsFor(random: Random): Warning[] {
  return random.chance(0.28) ? [warning(random)] : []
}

function warning(random: Random): Warning {
  const [kind, text] = random.pick(WARNINGS)
  return { kind, text, reviewInDays: 10 + random.below(300) }
}
