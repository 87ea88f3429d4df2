import type { Sentences } from '#kernel/lang/problem.ts'

export const knowledgeProblems = {
  'knowledge.unowned': {
    da: 'Der er {count} ting uden ejer. Giv hver af dem en ejer på listen, så kan du slippe dem.',
    en: '{count} things have no owner. Give each of them one on the list, and you can let go.',
  },
  'knowledge.nothing-to-take': {
    da: 'Den står ikke på listen mere. Nogen har løst den.',
    en: 'It is no longer on the list. Somebody has solved it.',
  },
  'knowledge.handover-open': {
    da: 'Der er allerede en overdragelse i gang. Gør den færdig først.',
    en: 'A handover is under way already. Finish it first.',
  },
  'knowledge.handover-done': { da: 'Overdragelsen er færdig.', en: 'The handover is done.' },
  'knowledge.not-to-oneself': {
    da: 'Vælg en anden at give det videre til.',
    en: 'Choose somebody else to hand over to.',
  },
  'knowledge.not-a-package': {
    da: 'Filen er ikke en pakke fra Rød Tråd, eller den er gået i stykker. Bed den anden kommune sende den igen.',
    en: 'The file is no package of Rød Tråd, or it is broken. Ask the other municipality to send it again.',
  },
  'knowledge.package-too-large': {
    da: 'Filen er større end {most} MB. En pakke er mindre.',
    en: 'The file is larger than {most} MB. A package is smaller.',
  },
} satisfies Sentences
