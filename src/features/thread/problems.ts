import type { Sentences } from '#kernel/lang/problem.ts'

export const threadProblems = {
  'thread.changed-again': {
    da: 'Der er kommet en nyere ændring, siden du så efter. Åbn tråden igen og se den først.',
    en: 'There is a newer change since you looked. Open the thread again and look at it first.',
  },
  'thread.linked-already': {
    da: 'De to er allerede forbundet på den måde.',
    en: 'The two are already linked that way.',
  },
  'thread.link-to-itself': {
    da: 'En post kan ikke forbindes med sig selv.',
    en: 'A record cannot be linked to itself.',
  },
} satisfies Sentences
