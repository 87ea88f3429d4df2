import type { Sentences } from '#kernel/lang/problem.ts'

export const continuityProblems = {
  'continuity.tablet-ended': {
    da: 'Tabletten er allerede afmeldt. Par den igen, hvis den skal bruges.',
    en: 'The tablet is already ended. Pair it again if it is to be used.',
  },
} satisfies Sentences
