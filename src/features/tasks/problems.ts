import type { Sentences } from '#kernel/lang/problem.ts'

export const tasksProblems = {
  'tasks.done-already': {
    da: 'Opgaven er allerede lukket. Det kan en anden have gjort imens.',
    en: 'The task is closed already. Somebody else may have done it meanwhile.',
  },
  'tasks.outcome-unknown': {
    da: 'Opgaven kan ikke lukkes sådan. Åbn den, og vælg et af de svar, den har.',
    en: 'The task cannot be closed like that. Open it, and choose one of the answers it has.',
  },
} satisfies Sentences
