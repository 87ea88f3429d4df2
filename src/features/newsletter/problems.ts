import type { Sentences } from '#kernel/lang/problem.ts'

export const newsletterProblems = {
  'newsletter.not-a-month': { da: 'Vælg en måned.', en: 'Choose a month.' },
  'newsletter.month-taken': {
    da: 'Der er allerede et nyhedsbrev for den måned.',
    en: 'There is a newsletter for that month already.',
  },
  'newsletter.written-already': {
    da: 'Nyhedsbrevet er redigeret. Et nyt udkast ville skrive over det.',
    en: 'The newsletter has been edited. A new draft would write over it.',
  },
  'newsletter.sent-already': {
    da: 'Nyhedsbrevet er sendt. Skriv rettelsen i det næste.',
    en: 'The newsletter has been sent. Write the correction in the next.',
  },
  'newsletter.too-many-sections': {
    da: 'Højst {most} afsnit. Læg to sammen, eller gem et til næste gang.',
    en: 'At most {most} sections. Join two, or keep one for next time.',
  },
  'newsletter.too-long': {
    da: 'Der er {words} ord, og {most} er det meste. Kort ned, eller gem noget til næste gang.',
    en: 'There are {words} words, and {most} is the most. Shorten it, or keep something for next time.',
  },
  'newsletter.source-sealed': {
    da: 'En af kilderne er ikke meldt ud endnu, så den kan ikke stå i et nyhedsbrev.',
    en: 'One of the sources has not been told yet, so it cannot stand in a newsletter.',
  },
  'newsletter.number-in-text': {
    da: 'Der står noget, der ligner et CPR-nummer. Skriv det om uden.',
    en: 'Something looks like a CPR number. Write it without.',
  },
  'newsletter.not-to-approve': {
    da: 'Nyhedsbrevet er ikke klar til at blive godkendt.',
    en: 'The newsletter is not ready to be approved.',
  },
  'newsletter.empty': { da: 'Nyhedsbrevet har ingen afsnit.', en: 'The newsletter has no sections.' },
  'newsletter.no-title': { da: 'Giv nyhedsbrevet en overskrift.', en: 'Give the newsletter a title.' },
  'newsletter.story-missing': {
    da: 'Historien er ikke skrevet endnu. Skriv den, eller tag afsnittet ud.',
    en: 'The story is not written yet. Write it, or take the section out.',
  },
  'newsletter.not-approved': {
    da: 'Nyhedsbrevet skal godkendes, før det sendes.',
    en: 'The newsletter must be approved before it is sent.',
  },
  'newsletter.nothing-written': { da: 'Der er intet afsnit at godkende.', en: 'There is no paragraph to approve.' },
  'newsletter.address-taken': { da: 'Adressen står der allerede.', en: 'The address is there already.' },
  'newsletter.more-than-all': {
    da: 'Der kan ikke være flere læsere, end der er ansatte.',
    en: 'There can be no more readers than employees.',
  },
} satisfies Sentences
