import type { Sentences } from '#kernel/lang/problem.ts'

export const decisionsProblems = {
  'decisions.title-asks': {
    da: 'Overskriften skal sige, hvad der er besluttet. Et spørgsmål hører til i feltet over.',
    en: 'The title must say what was decided. A question belongs in the field above.',
  },
  'decisions.title-is-long': {
    da: 'Overskriften skal være én sætning. Resten hører til i begrundelsen.',
    en: 'The title must be one sentence. The rest belongs in the reason.',
  },
  'decisions.says-no-why': { da: 'Skriv, hvorfor det blev sådan.', en: 'Write why it became so.' },
  'decisions.decided-later': {
    da: 'Beslutningens dag er ikke kommet endnu.',
    en: 'The day of the decision has not come yet.',
  },
  'decisions.nobody-decided': {
    da: 'Skriv, hvem der besluttede det. Tavshed beslutter ikke noget.',
    en: 'Write who decided it. Silence decides nothing.',
  },
  'decisions.no-other-option': {
    da: 'Skriv mindst én mulighed, der ikke blev valgt, eller hvorfor der ikke var andre.',
    en: 'Write at least one option that was not chosen, or why there were no others.',
  },
  'decisions.about-nothing': {
    da: 'Knyt beslutningen til det, den handler om: et krav, et behov, en udgave.',
    en: 'Link the decision to what it is about: a requirement, a need, a version.',
  },
  'decisions.coordinator-left-out': {
    da: 'Projektkoordinatoren har ikke været med. Skriv hvorfor, eller tag koordinatoren med.',
    en: 'The project coordinator took no part. Write why, or take the coordinator in.',
  },
  'decisions.review-before': {
    da: 'Dagen for gennemsyn skal ligge efter beslutningen.',
    en: 'The day of review must come after the decision.',
  },
  'decisions.number-taken': { da: 'Nummeret er brugt.', en: 'The number is taken.' },
  'decisions.not-a-proposal': {
    da: 'Beslutningen er taget og kan ikke ændres. Skriv en ny, der afløser den.',
    en: 'The decision is made and cannot be changed. Write a new one that takes its place.',
  },
  'decisions.not-secret': { da: 'Beslutningen er ikke hemmelig.', en: 'The decision is not secret.' },
  'decisions.not-in-force': { da: 'Beslutningen gælder ikke nu.', en: 'The decision is not in force now.' },
  'decisions.no-review': { da: 'Beslutningen er ikke til gennemsyn.', en: 'The decision is not under review.' },
  'decisions.nothing-to-supersede': {
    da: 'Kun en beslutning, der gælder, kan afløses.',
    en: 'Only a decision in force can be superseded.',
  },
  'decisions.unknown-kind': {
    da: 'Det kan en beslutning ikke knyttes til.',
    en: 'A decision cannot be linked to that.',
  },
} satisfies Sentences
