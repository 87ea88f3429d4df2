import type { Sentences } from '#kernel/lang/problem.ts'

export const accessProblems = {
  'access.too-many-seekings': {
    da: 'Du har søgt mange gange den seneste time. Er det akut, så ring til borgerens enhed eller til vagten.',
    en: 'You have searched many times in the last hour. In an emergency, call the citizen’s unit or the duty line.',
  },
  'access.too-many-namesakes': {
    da: 'Flere end {most} hedder sådan. Brug CPR-nummeret.',
    en: 'More than {most} have that name. Use the CPR number.',
  },
  'access.within-reach': {
    da: 'Du har allerede adgang til borgeren. Åbn kortet som ellers.',
    en: 'You already have access to the citizen. Open the card as usual.',
  },
  'access.already-open': {
    da: 'Din nødadgang til borgeren er åben.',
    en: 'Your emergency access to the citizen is open.',
  },
  'access.reason-too-short': {
    da: 'Skriv, hvad der er sket, med mindst {least} tegn. Borgerens leder læser det.',
    en: 'Write what has happened, in at least {least} characters. The citizen’s leader reads it.',
  },
  'access.ended': {
    da: 'Nødadgangen er allerede slut.',
    en: 'The emergency access has already ended.',
  },
  'access.review-own': {
    da: 'Din egen nødadgang gennemgås af en anden.',
    en: 'Your own emergency access is reviewed by somebody else.',
  },
  'access.reviewed-already': {
    da: 'Nødadgangen er allerede gennemgået.',
    en: 'The emergency access has already been reviewed.',
  },
  'access.review-says-why': {
    da: 'Skriv, hvad der er talt om, og hvad der gøres.',
    en: 'Write what was talked about, and what is done.',
  },
  'access.decided-in-the-past': {
    da: 'Det kan tidligst gælde fra i dag.',
    en: 'It can hold from today at the earliest.',
  },
} satisfies Sentences
