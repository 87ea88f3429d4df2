import type { Sentences } from './problem.ts'

/** What the kernel itself can say no to. */
export const kernelProblems = {
  'kernel.bad-input': {
    da: 'Noget mangler eller er skrevet forkert. Se felterne.',
    en: 'Something is missing or mistyped. See the fields.',
  },
  'kernel.missing': { da: 'Feltet skal udfyldes.', en: 'This field must be filled in.' },
  'kernel.bad-value': { da: 'Værdien kan ikke bruges her.', en: 'This value cannot be used here.' },
  'kernel.unknown-field': { da: 'Feltet findes ikke.', en: 'There is no such field.' },
  'kernel.too-big': { da: 'For langt: højst {max}.', en: 'Too long: at most {max}.' },
  'kernel.too-small': { da: 'For kort: mindst {min}.', en: 'Too short: at least {min}.' },
  'kernel.text-empty': { da: 'Skriv noget først.', en: 'Write something first.' },
  'kernel.text-unstorable': {
    da: 'Teksten indeholder et tegn, der ikke kan gemmes (NUL). Fjern det og gem igen.',
    en: 'The text holds a character that cannot be stored (NUL). Remove it and save again.',
  },
  'kernel.too-large': {
    da: 'Det sendte fylder for meget: højst {max} kB.',
    en: 'What was sent is too large: at most {max} kB.',
  },
  'kernel.not-json': { da: 'Det sendte kunne ikke læses som JSON.', en: 'What was sent could not be read as JSON.' },
  'kernel.key-missing': { da: 'Kaldet mangler en Idempotency-Key.', en: 'The call has no Idempotency-Key.' },
  'kernel.purpose-unknown': {
    da: 'Et kald kan kun sige, at det er til print eller eksport, når det læser.',
    en: 'A call can only say that it is for print or export when it reads.',
  },
  'kernel.key-reused': {
    da: 'Den samme Idempotency-Key er brugt med et andet indhold.',
    en: 'The same Idempotency-Key was used with another body.',
  },
  'kernel.already-there': {
    da: 'Det findes allerede; måske nåede en anden det først. Hent siden igen og se efter. Intet er ændret.',
    en: 'It exists already; perhaps somebody else was first. Load the page again and look. Nothing was changed.',
  },
  'kernel.id-taken': { da: 'Id er allerede brugt.', en: 'The id is already taken.' },
  'kernel.not-found': {
    da: 'Det findes ikke, eller du har ikke adgang til det.',
    en: 'It does not exist, or you do not have access to it.',
  },
  'kernel.not-permitted': { da: 'Det har du ikke ret til.', en: 'You are not permitted to do that.' },
  'kernel.signed-out': {
    da: 'Du er logget ud. Log ind igen; det, du har skrevet, er gemt.',
    en: 'You are signed out. Sign in again; what you wrote is kept.',
  },
  'kernel.stale': {
    da: 'En anden har ændret det imens. Din tekst er gemt ved siden af.',
    en: 'Somebody else changed it meanwhile. Your text is kept beside it.',
  },
  'kernel.foreign-origin': {
    da: 'Kaldet kom fra en anden side og blev afvist.',
    en: 'The call came from another site and was refused.',
  },
  'kernel.no-tenant': { da: 'Der er ingen kommune på den adresse.', en: 'There is no municipality at that address.' },
  'kernel.too-many': {
    da: 'Der kom for mange kald på kort tid. Prøv igen om {seconds} sekunder.',
    en: 'Too many calls in a short time. Try again in {seconds} seconds.',
  },
  'kernel.busy': {
    da: 'Systemet har travlt lige nu. Prøv igen om et øjeblik; intet er gået tabt.',
    en: 'The system is busy right now. Try again in a moment; nothing is lost.',
  },
  'kernel.scanner-away': {
    da: 'Filen kan ikke undersøges for virus lige nu. Prøv igen om lidt; intet er gemt.',
    en: 'The file cannot be examined for viruses right now. Try again in a while; nothing was stored.',
  },
  'kernel.broken': {
    da: 'Noget gik galt hos os, og intet blev ændret. Prøv igen; bliver det ved, så sig det til jeres systemansvarlige.',
    en: 'Something went wrong on our side, and nothing was changed. Try again; if it goes on, tell your system owner.',
  },
} satisfies Sentences
