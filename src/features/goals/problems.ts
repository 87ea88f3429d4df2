import type { Sentences } from '#kernel/lang/problem.ts'

export const goalsProblems = {
  'goals.ends-before-it-starts': {
    da: 'Delmålet slutter, før det begynder. Ret datoerne.',
    en: 'The goal ends before it starts. Change the dates.',
  },
  'goals.too-long': {
    da: 'Et delmål kan højst vare {years} år. Del det op i flere.',
    en: 'A goal lasts at most {years} years. Divide it into several.',
  },
  'goals.over-already': {
    da: 'Perioden er allerede forbi. Vælg en senere slutdato.',
    en: 'The period is over already. Choose a later end.',
  },
  'goals.why-without': {
    da: 'Skriv kort, hvorfor borgeren ikke har været med til at lave delmålet.',
    en: 'Write briefly why the citizen was not part of making the goal.',
  },
  'goals.one-level': {
    da: 'Udfyld både niveauet nu og det ønskede, eller lad begge stå tomme.',
    en: 'Fill in both the present level and the one wanted, or leave both empty.',
  },
  'goals.ended': {
    da: 'Delmålet er afsluttet og kan ikke ændres. Lav et nyt.',
    en: 'The goal has ended and cannot be changed. Make a new one.',
  },
  'goals.approved-already': { da: 'Delmålet er allerede godkendt.', en: 'The goal is already approved.' },
  'goals.own-work': {
    da: 'Du har selv skrevet delmålet. En anden leder skal godkende det.',
    en: 'You wrote the goal yourself. Another leader has to approve it.',
  },
  'goals.not-active': {
    da: 'Delmålet er ikke i gang. Det skal godkendes, eller genoptages, først.',
    en: 'The goal is not active. It must be approved, or resumed, first.',
  },
  'goals.not-on-hold': { da: 'Delmålet er ikke sat på pause.', en: 'The goal is not on hold.' },
  'goals.in-the-future': { da: 'Datoen ligger i fremtiden. Ret den.', en: 'The date is in the future. Change it.' },
  'goals.before-the-goal': {
    da: 'Datoen ligger før delmålet begyndte. Ret den.',
    en: 'The date is before the goal began. Change it.',
  },
  'goals.level-is-the-workers': {
    da: 'Et funktionsniveau kan kun stå ved medarbejderens egen vurdering.',
    en: 'A level of functioning can only stand with the worker’s own view.',
  },
  'goals.whose-view': { da: 'Skriv, hvem den pårørende er.', en: 'Write who the relative is.' },
  'goals.not-yours': {
    da: 'Kun den, der skrev vurderingen, kan strege den.',
    en: 'Only whoever wrote the evaluation can strike it out.',
  },
  'goals.struck-already': { da: 'Vurderingen er allerede streget.', en: 'The evaluation is already struck out.' },
  'goals.follow-up-past': {
    da: 'Dagen for opfølgning er allerede forbi. Vælg en senere dag.',
    en: 'The day of the follow-up is past. Choose a later day.',
  },
  'goals.follow-up-held': {
    da: 'Opfølgningen er allerede holdt. Skriv en ny dag i stedet.',
    en: 'The follow-up has been held. Write down a new day instead.',
  },
  'goals.responsible-elsewhere': {
    da: 'Den ansvarlige arbejder ikke i enheden. Vælg en anden.',
    en: 'The one responsible does not work in the unit. Choose another.',
  },
  'goals.objective-unknown': {
    da: 'Borgerens eget mål findes ikke længere. Vælg et andet, eller lad det stå tomt.',
    en: 'The citizen’s own objective is no longer there. Choose another, or leave it empty.',
  },
  'goals.order-goal-unknown': {
    da: 'Indsatsmålet står ikke længere i bestillingen. Vælg et andet, eller lad det stå tomt.',
    en: 'The authority’s goal is no longer in the order. Choose another, or leave it empty.',
  },
  'goals.not-its-notes': {
    da: 'Et af notaterne hører ikke til delmålet. Knyt det først.',
    en: 'One of the notes does not belong to the goal. Tie it first.',
  },
} as const satisfies Sentences
