import type { Sentences } from '#kernel/lang/problem.ts'

export const reportsProblems = {
  'reports.sent': {
    da: 'Statusrapporten er sendt og kan ikke ændres. Lav en ny.',
    en: 'The status report has been sent and cannot be changed. Make a new one.',
  },
  'reports.dropped': { da: 'Udkastet er kasseret. Lav et nyt.', en: 'The draft was dropped. Make a new one.' },
  'reports.ends-before-it-starts': {
    da: 'Perioden slutter, før den begynder. Ret datoerne.',
    en: 'The period ends before it starts. Change the dates.',
  },
  'reports.in-the-future': { da: 'Datoen ligger i fremtiden. Ret den.', en: 'The date is in the future. Change it.' },
  'reports.empty': {
    da: 'Der står ikke noget i rapporten endnu. Skriv mindst én sætning.',
    en: 'There is nothing in the report yet. Write at least one sentence.',
  },
  'reports.sentence-without-source': {
    da: 'En sætning er tom eller mangler kilde. Vælg et notat, en vurdering eller "min egen vurdering", eller fjern den.',
    en: 'A sentence is empty or has no source. Choose a note, an evaluation or "my own view", or take it out.',
  },
  'reports.source-unknown': {
    da: 'En af kilderne findes ikke blandt borgerens notater og vurderinger. Fjern den.',
    en: 'One of the sources is not among the citizen’s notes and evaluations. Take it out.',
  },
  'reports.submitted-already': {
    da: 'Rapporten er allerede hos lederen.',
    en: 'The report is already with the leader.',
  },
  'reports.citizen-has-not-read': {
    da: 'Borgeren har ikke læst rapporten, som den står nu. Vis den, eller skriv hvorfor det ikke kan lade sig gøre.',
    en: 'The citizen has not read the report as it stands. Show it, or write why that cannot be done.',
  },
  'reports.not-submitted': {
    da: 'Rapporten er ikke sendt til godkendelse endnu.',
    en: 'The report has not been submitted for approval.',
  },
  'reports.own-work': {
    da: 'Du har selv skrevet i rapporten. En anden leder skal godkende den.',
    en: 'You have written in the report yourself. Another leader has to approve it.',
  },
  'reports.not-approved': {
    da: 'Rapporten skal godkendes af en leder, før den sendes.',
    en: 'A leader has to approve the report before it is sent.',
  },
  'reports.agrees-missing': { da: 'Vælg, om borgeren er enig.', en: 'Choose whether the citizen agrees.' },
  'reports.why-unread': {
    da: 'Skriv, hvorfor borgeren ikke har læst rapporten.',
    en: 'Write why the citizen has not read the report.',
  },
} as const satisfies Sentences
