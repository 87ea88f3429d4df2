import type { Sentences } from '#kernel/lang/problem.ts'

export const coordinationProblems = {
  'coordination.not-yet': {
    da: 'Dagen er ikke kommet endnu. Skriv timerne, når de er brugt.',
    en: 'The day has not come yet. Write the hours when they have been spent.',
  },
  'coordination.purpose-taken': {
    da: 'Der er allerede sat timer af under det navn.',
    en: 'Hours are already set aside under that name.',
  },
} satisfies Sentences
