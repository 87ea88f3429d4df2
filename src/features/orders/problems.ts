import type { Sentences } from '#kernel/lang/problem.ts'

export const ordersProblems = {
  'orders.ordered-ahead': {
    da: 'Bestillingen kan ikke være skrevet efter i dag. Se datoen på brevet.',
    en: 'The order cannot have been written after today. See the date on the letter.',
  },
  'orders.ends-before-it-starts': { da: 'Slutdagen ligger før startdagen.', en: 'The last day is before the first.' },
  'orders.unknown-code': {
    da: 'Koden står ikke i kodelisten. Vælg en fra listen, eller lad feltet stå tomt.',
    en: 'The code is not in the code list. Choose one from the list, or leave the field empty.',
  },
  'orders.level-without-activity': {
    da: 'Kun undertemaer under aktivitet og deltagelse har et funktionsevneniveau. Fjern niveauet, eller vælg et andet undertema.',
    en: 'Only sub-themes under activity and participation carry a level. Remove the level, or choose another sub-theme.',
  },
  'orders.already-decided': {
    da: 'Der er allerede taget stilling til ændringen, eller der er kommet en nyere.',
    en: 'The change has been decided on already, or a newer one has come.',
  },
  'orders.decline-says-why': {
    da: 'Skriv, hvorfor ændringen ikke tages ind, så myndigheden kan få svar.',
    en: 'Write why the change is not taken in, so that the authority can be answered.',
  },
  'orders.same-unit': { da: 'Bestillingen ligger allerede i enheden.', en: 'The order is at that unit already.' },
} as const satisfies Sentences
