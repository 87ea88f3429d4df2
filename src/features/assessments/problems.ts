import type { Sentences } from '#kernel/lang/problem.ts'

export const assessmentsProblems = {
  'assessments.field-twice': { da: 'To felter har samme navn.', en: 'Two fields have the same name.' },
  'assessments.condition-ahead': {
    da: 'Et felt kan kun afhænge af et felt, der står før det.',
    en: 'A field can only depend on one that stands before it.',
  },
  'assessments.no-choices': { da: 'Feltet mangler valgmuligheder.', en: 'The field has no choices.' },
  'assessments.sum-ahead': {
    da: 'En sum kan kun lægge felter sammen, der står før den.',
    en: 'A sum can only add up fields that stand before it.',
  },
  'assessments.score-unknown': { da: 'Scoren peger på et felt, der ikke findes.', en: 'The score names no field.' },
  'assessments.bands-with-gaps': {
    da: 'Intervallerne skal følge lige efter hinanden uden huller.',
    en: 'The bands must follow each other without gaps.',
  },
  'assessments.out-of-range': {
    da: 'Tallet skal ligge mellem {min} og {max}.',
    en: 'The number must be between {min} and {max}.',
  },
  'assessments.no-number': { da: 'Skriv et tal, for eksempel 7 eller 7,5.', en: 'Write a number, such as 7 or 7.5.' },
  'assessments.not-a-choice': { da: 'Vælg en af mulighederne.', en: 'Choose one of the possibilities.' },
  'assessments.required': {
    da: 'Feltet skal udfyldes, før skemaet kan underskrives.',
    en: 'The field must be filled in before the form is signed.',
  },
  'assessments.in-the-future': {
    da: 'Datoen ligger i fremtiden. Ret den.',
    en: 'The date is in the future. Change it.',
  },
  'assessments.form-unknown': {
    da: 'Skemaet findes ikke i den udgave. Åbn det igen.',
    en: 'The form is not there in that version. Open it again.',
  },
  'assessments.signed-already': {
    da: 'Skemaet er underskrevet og kan ikke ændres. Udfyld et nyt.',
    en: 'The form is signed and cannot be changed. Fill in a new one.',
  },
  'assessments.not-yours': {
    da: 'Kun den, der udfyldte skemaet, kan rette eller strege det.',
    en: 'Only whoever filled in the form can change it or strike it out.',
  },
  'assessments.no-photo': {
    da: 'Vælg et billede: JPEG, PNG eller WebP.',
    en: 'Choose a picture: JPEG, PNG or WebP.',
  },
  'assessments.struck-already': { da: 'Skemaet er allerede streget.', en: 'The form is already struck out.' },
  'assessments.shipped': {
    da: 'Skemaet følger med systemet og kan ikke rettes. Lav et nyt med et andet navn.',
    en: 'The form came with the product and cannot be changed. Make another under a new name.',
  },
  'assessments.version-follows': {
    da: 'En anden har udgivet skemaet imens. Hent siden igen. Din kladde er gemt.',
    en: 'Somebody else has published the form meanwhile. Load the page again. Your draft is saved.',
  },
} as const satisfies Sentences
