import type { Sentences } from '#kernel/lang/problem.ts'

export const certificationProblems = {
  'certification.own': {
    da: 'Du svarer ikke for dine egne rettigheder. Det gør en anden.',
    en: 'You do not answer for your own rights. Somebody else does.',
  },
  'certification.answered-already': {
    da: 'Der er allerede svaret. Hent siden igen for at se det.',
    en: 'It has been answered already. Read the page again to see it.',
  },
  'certification.not-yours': {
    da: 'Den rolle svarer en administrator for.',
    en: 'An administrator answers for that role.',
  },
  'certification.change-to-what': {
    da: 'Vælg, hvilken rolle personen skal have i stedet.',
    en: 'Choose which role the person shall have instead.',
  },
  'certification.round-open': {
    da: 'Enheden er allerede ved at blive gennemgået.',
    en: 'The unit is being gone through already.',
  },
  'certification.nobody': {
    da: 'Ingen har en rolle på selve enheden.',
    en: 'Nobody has a role at the unit itself.',
  },
  'certification.closed': {
    da: 'Gennemgangen er lukket.',
    en: 'The round is closed.',
  },
  'certification.decided-in-the-past': {
    da: 'Det kan tidligst gælde fra i dag.',
    en: 'It can hold from today at the earliest.',
  },
} satisfies Sentences
