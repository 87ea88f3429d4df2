import type { Sentences } from '#kernel/lang/problem.ts'

export const orgProblems = {
  'org.wrong-password': {
    da: 'Brugernavn og adgangskode passer ikke sammen. Prøv igen.',
    en: 'User name and password do not match. Try again.',
  },
  'org.user-name-taken': {
    da: 'Brugernavnet er i brug. Vælg et andet.',
    en: 'The user name is taken. Choose another.',
  },
  'org.unit-kind-fixed': {
    da: 'En enhed kan ikke skifte art. Opret en ny enhed.',
    en: 'A unit cannot change its kind. Create a new unit.',
  },
  'org.ends-before-it-starts': {
    da: 'Slutdagen ligger før startdagen ({employedFrom}).',
    en: 'The last day is before the first ({employedFrom}).',
  },
  'org.not-yourself': {
    da: 'Du kan ikke ændre dine egne roller eller afslutte din egen ansættelse. Bed en anden om det.',
    en: 'You cannot change your own roles or end your own employment. Ask somebody else.',
  },
  'org.not-yours-to-give': {
    da: 'Den rolle gives og fjernes af en administrator.',
    en: 'That role is given and taken away by an administrator.',
  },
  'org.role-ended': {
    da: 'Rollen er allerede ophørt ({endsOn}).',
    en: 'The role has already ended ({endsOn}).',
  },
  'org.ends-in-the-past': {
    da: 'En rolle kan tidligst ophøre fra i dag. Det, der er gjort, kan ikke gøres om.',
    en: 'A role can end from today at the earliest. What was done cannot be undone.',
  },
  'org.last-administrator': {
    da: 'Det er den sidste administrator. Giv rollen til en anden først.',
    en: 'This is the last administrator. Give the role to somebody else first.',
  },
  'org.root-stays': {
    da: 'Den øverste enhed kan ikke lukkes.',
    en: 'The topmost unit cannot be closed.',
  },
  'org.unit-closed': {
    da: 'Enheden er lukket ({closedOn}).',
    en: 'The unit is closed ({closedOn}).',
  },
  'org.unit-closes-in-the-past': {
    da: 'En enhed kan tidligst lukke i dag.',
    en: 'A unit can close today at the earliest.',
  },
  'org.unit-has-units': {
    da: 'Der er {count} åbne enheder under denne. Luk dem først.',
    en: 'There are {count} open units below this one. Close them first.',
  },
  'org.unit-in-use': {
    da: 'Her er stadig borgere den dag. Flyt eller udskriv dem først.',
    en: 'There are still citizens here on that day. Move or discharge them first.',
  },
  'org.right-unknown': {
    da: 'Den rettighed findes ikke. Vælg en fra listen.',
    en: 'There is no such right. Choose one from the list.',
  },
  'org.right-stays': {
    da: 'Den rettighed kan ikke fjernes: så kunne ingen give den tilbage.',
    en: 'That right cannot be taken away: nobody could give it back.',
  },
  'org.right-not-held': {
    da: 'Rollen har ikke den rettighed i forvejen.',
    en: 'The role does not have that right in the first place.',
  },
  'org.narrows-in-the-past': {
    da: 'Vælg en dag fra i dag og frem. Det, der er set og gjort, kan ikke gøres om.',
    en: 'Choose a day from today on. What was seen and done cannot be undone.',
  },
  'org.narrowing-ended': {
    da: 'Indskrænkningen er allerede ophørt ({toOn}).',
    en: 'The narrowing has already ended ({toOn}).',
  },
  'org.unit-is-set-up': {
    da: 'Enheden følger sin opsætning. Ret den under »Sådan er jeres system sat op«.',
    en: 'The unit follows its set-up. Change it under “How your system is set up”.',
  },
} satisfies Sentences
