import type { Sentences } from '#kernel/lang/problem.ts'

export const oversightProblems = {
  'oversight.note-missing': {
    da: 'Skriv med et par ord, hvad forklaringen er, eller hvad du har mistanke om.',
    en: 'Write in a few words what the explanation is, or what you suspect.',
  },
  'oversight.judged-already': {
    da: 'Opslaget er allerede vurderet. Det kan en anden have gjort imens.',
    en: 'The look-up is judged already. Somebody else may have done it meanwhile.',
  },
  'oversight.too-long': {
    da: 'Vælg en periode på højst et år, hvor den første dag kommer først.',
    en: 'Choose a period of at most a year, the first day first.',
  },
} satisfies Sentences
