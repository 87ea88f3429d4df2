import type { Sentences } from '#kernel/lang/problem.ts'

export const staysProblems = {
  'stays.overlaps': {
    da: 'Borgeren har allerede et ophold af samme slags i den tid. Afslut det først, eller brug "Flyt".',
    en: 'The citizen already has a stay of the same kind at that time. End it first, or use "Move".',
  },
  'stays.citizen-died': {
    da: 'Borgeren døde {diedOn}; et ophold kan ikke begynde eller ændres derefter.',
    en: 'The citizen died on {diedOn}; no stay can begin or change after that.',
  },
  'stays.unknown-ground': {
    da: 'Det lovgrundlag kendes ikke. Vælg et fra listen.',
    en: 'That legal ground is not known. Choose one from the list.',
  },
  'stays.already-ended': {
    da: 'Opholdet er allerede afsluttet {endsOn}.',
    en: 'The stay already ended on {endsOn}.',
  },
  'stays.ends-before-it-starts': {
    da: 'Dagen ligger før opholdets første dag ({startsOn}).',
    en: 'The day is before the first day of the stay ({startsOn}).',
  },
  'stays.died-in-the-future': {
    da: 'Dødsdagen kan ikke ligge efter i dag.',
    en: 'The day of death cannot be after today.',
  },
  'stays.already-there': { da: 'Borgeren er der allerede.', en: 'The citizen is there already.' },
} satisfies Sentences
