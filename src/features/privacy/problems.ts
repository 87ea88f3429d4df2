import type { Sentences } from '#kernel/lang/problem.ts'

export const privacyProblems = {
  'privacy.period-backwards': {
    da: 'Perioden slutter, før den begynder. Ret den ene af dagene.',
    en: 'The period ends before it begins. Correct one of the days.',
  },
  'privacy.received-in-the-future': {
    da: 'Anmodningen kan ikke være modtaget efter i dag.',
    en: 'The request cannot have been received after today.',
  },
  'privacy.requester-unexplained': {
    da: 'Skriv, hvad der giver vedkommende ret til at bede om det: fuldmagt, værgemål eller sagen hos myndigheden.',
    en: 'Write what gives them the right to ask: power of attorney, guardianship, or the authority’s case.',
  },
  'privacy.still-looking': {
    da: 'Teksterne bliver gennemsøgt for andres navne. Vent, til det er gjort, og lav så pakken.',
    en: 'The texts are being searched for others’ names. Wait until that is done, then make the package.',
  },
  'privacy.already-closed': {
    da: 'Anmodningen er afsluttet. Skriv en ny, hvis der skal laves en pakke til.',
    en: 'The request is closed. Make a new one if another package is needed.',
  },
  'privacy.refusal-unexplained': {
    da: 'Skriv, hvad der blev holdt tilbage eller afslået, og hvorfor. Borgeren har ret til at få det at vide.',
    en: 'Write what was held back or refused, and why. The citizen has a right to know.',
  },
  'privacy.package-not-there': {
    da: 'Pakken er ikke lavet færdig, eller den er slettet igen. Lav en ny.',
    en: 'The package is not finished, or has been deleted again. Make a new one.',
  },
  'privacy.archive-unasked': {
    da: 'Vælg, hvad arkivet har sagt. Det, der hører til en sag, må først slettes, når Rigsarkivet eller kommunens arkiv har taget stilling.',
    en: 'Choose what the archive said. What belongs to a case may only go when Rigsarkivet or the municipality’s archive has decided.',
  },
  'privacy.archive-not-asked': {
    da: 'Arkivet spørges kun om det, der hører til en sag. Lad feltet stå tomt.',
    en: 'The archive is asked only about what belongs to a case. Leave the field empty.',
  },
  'privacy.deletion-stands': {
    da: 'Der er allerede en forhåndsvisning eller en sletning i gang. Bekræft den, drop den, eller vent, til den er færdig.',
    en: 'There is already a preview or a deletion under way. Confirm it, drop it, or wait until it is done.',
  },
  'privacy.deletion-over': {
    da: 'Forhåndsvisningen er allerede bekræftet eller droppet. Lav en ny.',
    en: 'The preview is already confirmed or dropped. Make a new one.',
  },
  'privacy.deletion-alone': {
    da: 'Du har selv lavet forhåndsvisningen. En anden skal se den og bekræfte.',
    en: 'You made the preview yourself. Somebody else must look at it and confirm.',
  },
  'privacy.preservation-over': {
    da: 'Bevaringen er allerede ophævet.',
    en: 'The preservation is already ended.',
  },
  'privacy.already-preserved': {
    da: 'Borgeren står allerede på listen over det, der skal bevares.',
    en: 'The citizen is already on the list of what is to be preserved.',
  },
} satisfies Sentences
