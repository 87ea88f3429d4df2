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
  'access.temp-on-duty': {
    da: 'Vikaren er allerede lukket ind her. Giv en ny kode i stedet.',
    en: 'The temp is already let in here. Give a new code instead.',
  },
  'access.temp-without-mark': {
    da: 'Skriv fødselsdag, de sidste fire cifre af telefonen eller nummeret hos bureauet, så vi kan kende vikaren igen.',
    en: 'Write the birthday, the last four digits of the phone or the number at the agency, so that the temp is known again.',
  },
  'access.temp-born-later': {
    da: 'Fødselsdagen ligger ikke før i dag.',
    en: 'The birthday is not before today.',
  },
  'access.not-a-temp': {
    da: 'Det er en fast medarbejder. Lederen kan give en rolle her.',
    en: 'That is a permanent employee. The leader can give a role here.',
  },
  'access.has-roles': {
    da: 'Du er ansat her nu. Log ind som dig selv.',
    en: 'You are employed here now. Sign in as yourself.',
  },
  'access.duty-over': {
    da: 'Vagten er slut. Luk vikaren ind igen, hvis der er brug for det.',
    en: 'The shift is over. Let the temp in again if needed.',
  },
  'access.wrong-code': {
    da: 'Koden passer ikke. Du har {left} forsøg tilbage.',
    en: 'The code does not match. You have {left} tries left.',
  },
  'access.code-dead': {
    da: 'Koden er prøvet for mange gange. En kollega på vagt kan give dig en ny.',
    en: 'The code was tried too often. A colleague on duty can give you a new one.',
  },
  'access.delegates-to-self': {
    da: 'Ingen kan uddelegere til sig selv.',
    en: 'Nobody can delegate to themselves.',
  },
  'access.delegation-too-long': {
    da: 'En delegation gælder højst {days} dage ad gangen.',
    en: 'A delegation holds for at most {days} days at a time.',
  },
} satisfies Sentences
