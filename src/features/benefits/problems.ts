import type { Sentences } from '#kernel/lang/problem.ts'

export const benefitsProblems = {
  'benefits.ten-at-most': {
    da: 'Der følges højst {most} gevinster. Ret en af dem i stedet.',
    en: 'At most {most} benefits are followed. Change one of them instead.',
  },
  'benefits.measured-already': {
    da: 'Gevinsten måles allerede. Ret den i stedet.',
    en: 'The benefit is measured already. Change that instead.',
  },
  'benefits.baseline-without-day': {
    da: 'Et nulpunkt har både et tal og den dag, det blev målt.',
    en: 'A baseline has both a number and the day it was measured.',
  },
  'benefits.not-yet': {
    da: 'Dagen er ikke kommet endnu. Skriv målingen, når den er taget.',
    en: 'The day has not come yet. Write the measurement when it has been taken.',
  },
  'benefits.too-few': {
    da: 'Der skal mindst {least} til, før tallet siger noget. Vent, eller ret målets mindste antal.',
    en: 'At least {least} are needed before the number says anything. Wait, or change the smallest sample of the measure.',
  },
  'benefits.method-before': {
    da: 'Den nuværende metode begyndte {sinceOn}. En ny kan først begynde efter den.',
    en: 'The present method began on {sinceOn}. A new one can only begin after it.',
  },
  'benefits.method-before-points': {
    da: 'Der er målt {takenOn} med den nuværende metode. En ny kan først begynde efter den dag.',
    en: 'There is a measurement of {takenOn} by the present method. A new one can only begin after that day.',
  },
  'benefits.corrected-already': {
    da: 'Målingen er allerede rettet. Ret rettelsen.',
    en: 'The measurement has been corrected already. Correct the correction.',
  },
  'benefits.hours-noted': {
    da: 'Der er allerede skrevet timer under det navn.',
    en: 'Hours have already been written under that name.',
  },
} satisfies Sentences
