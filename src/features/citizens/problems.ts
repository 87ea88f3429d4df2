import type { Sentences } from '#kernel/lang/problem.ts'

export const citizensProblems = {
  'citizens.number-shape': {
    da: 'Det ligner ikke et CPR-nummer. Skriv ti tegn, eller lad feltet stå tomt.',
    en: 'That does not look like a CPR number. Write ten characters, or leave the field empty.',
  },
  'citizens.number-taken': {
    da: 'Nummeret er allerede i brug i kommunen. Kontakt den, der opretter borgere, hvis du mener, det er forkert.',
    en: 'The number is already in use in the municipality. Ask whoever registers citizens if you think that is wrong.',
  },
  'citizens.photo-kind': {
    da: 'Billedet skal være JPEG, PNG eller WebP.',
    en: 'The picture must be JPEG, PNG or WebP.',
  },
  'citizens.photo-too-big': {
    da: 'Billedet fylder for meget: højst {maxKb} kB.',
    en: 'The picture is too large: at most {maxKb} kB.',
  },
  'citizens.contact-ended': { da: 'Kontakten er allerede fjernet.', en: 'The contact has already been removed.' },
  'citizens.warning-ended': { da: 'Advarslen er allerede afsluttet.', en: 'The warning has already been ended.' },
  'citizens.review-in-the-past': {
    da: 'Vælg en dag fra i dag og frem.',
    en: 'Choose a day from today on.',
  },
  'citizens.review-too-far': {
    da: 'En advarsel skal ses efter mindst en gang om året: vælg en dag til og med {latest}.',
    en: 'A warning must be looked at again at least once a year: choose a day no later than {latest}.',
  },
  'citizens.not-at-unit': {
    da: 'Medarbejderen arbejder ikke med borgere i enheden på den dag.',
    en: 'The employee does not work with citizens in the unit on that day.',
  },
  'citizens.bars-oneself': {
    da: 'Bed en anden leder om det: du kunne ikke selv ophæve det igen.',
    en: 'Ask another leader: you could not lift it again yourself.',
  },
  'citizens.bars-in-the-past': {
    da: 'Vælg en dag fra i dag og frem. Det, der er set, kan ikke gøres om.',
    en: 'Choose a day from today on. What was seen cannot be undone.',
  },
  'citizens.bar-ended': {
    da: 'Afskærmningen er allerede ophørt ({toOn}).',
    en: 'It has already ended ({toOn}).',
  },
  'citizens.ends-before-it-starts': {
    da: 'Slutdagen ligger før startdagen.',
    en: 'The last day is before the first.',
  },
  'citizens.shares-with-one': {
    da: 'Vælg den enhed, der deles med, eller skriv, hvem uden for kommunen det er. Ikke begge dele.',
    en: 'Choose the unit it is shared with, or write who outside it is. Not both.',
  },
  'citizens.shares-with-itself': {
    da: 'Enheden kender det allerede. Vælg en anden enhed.',
    en: 'The unit knows it already. Choose another unit.',
  },
  'citizens.law-missing': {
    da: 'Skriv, hvilken lov og paragraf der giver lov til at dele.',
    en: 'Write which act and paragraph lets it be shared.',
  },
  'citizens.law-not-needed': {
    da: 'Et samtykke har ingen paragraf. Slet den, eller vælg lov som grundlag.',
    en: 'A consent has no paragraph. Take it away, or choose law as the basis.',
  },
  'citizens.consent-withdrawn': {
    da: 'Det er allerede trukket tilbage.',
    en: 'It has already been withdrawn.',
  },
} satisfies Sentences
