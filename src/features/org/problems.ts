import type { Sentences } from '#kernel/lang/problem.ts'

export const orgProblems = {
  'org.wrong-password': {
    da: 'Brugernavn og adgangskode passer ikke sammen. Prøv igen.',
    en: 'User name and password do not match. Try again.',
  },
  'org.user-name-taken': {
    da: 'Brugernavnet er i brug. Vælg et andet.',
    en: 'The user name is taken. Choose another.',
  },
  'org.unit-kind-fixed': {
    da: 'En enhed kan ikke skifte art. Opret en ny enhed.',
    en: 'A unit cannot change its kind. Create a new unit.',
  },
  'org.ends-before-it-starts': {
    da: 'Slutdagen ligger før startdagen ({employedFrom}).',
    en: 'The last day is before the first ({employedFrom}).',
  },
} satisfies Sentences
