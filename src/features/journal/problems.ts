import type { Sentences } from '#kernel/lang/problem.ts'

export const journalProblems = {
  'journal.in-the-future': {
    da: 'Tidspunktet ligger i fremtiden. Ret det, og gem igen.',
    en: 'The time is in the future. Change it and save again.',
  },
  'journal.theme-unknown': {
    da: 'Temaet findes ikke på listen. Vælg et andet, eller lad det stå tomt.',
    en: 'The theme is not on the list. Choose another, or leave it empty.',
  },
  'journal.citizen-missing': {
    da: 'Vælg den borger, notatet handler om, eller skriv i fællesdagbogen.',
    en: 'Choose the citizen the note is about, or write in the shared diary.',
  },
  'journal.unit-note-has-citizen': {
    da: 'Fællesdagbogen handler ikke om en borger. Vælg en anden slags notat.',
    en: 'The shared diary is about no citizen. Choose another kind of note.',
  },
  'journal.kind-not-used': {
    da: 'Den slags notat bruges ikke her på stedet. Vælg en anden.',
    en: 'That kind of note is not used in this unit. Choose another.',
  },
  'journal.already-withdrawn': {
    da: 'Notatet er trukket tilbage og kan ikke ændres.',
    en: 'The note has been withdrawn and cannot be changed.',
  },
  'journal.not-yours': {
    da: 'Kun den, der skrev notatet, eller lederen kan gøre det.',
    en: 'Only the author of the note or the leader can do that.',
  },
  'journal.citizen-twice': { da: 'Den samme borger står der to gange.', en: 'The same citizen stands there twice.' },
  'journal.event-too-long': {
    da: 'Fælles tekst og afsnit er for lange tilsammen: højst {max} tegn.',
    en: 'Common text and paragraph are too long together: at most {max} characters.',
  },
  'journal.common-text-names': {
    da: 'Den fælles tekst nævner en af borgerne ved navn. Skriv det i borgerens eget afsnit.',
    en: 'The common text names one of the citizens. Write that in the citizen’s own paragraph.',
  },
  'journal.cursor-unknown': {
    da: 'Overleveringen kunne ikke genkendes. Åbn den igen, og overtag vagten derfra.',
    en: 'The handover was not recognised. Open it again and take over from there.',
  },
  'journal.reminder-over': {
    da: 'Huskelinjen skal udløbe senere end nu.',
    en: 'The reminder must expire later than now.',
  },
  'journal.reminder-too-long': {
    da: 'En huskelinje kan højst vare {days} dage. Skal det huskes længere, så skriv en obs.',
    en: 'A reminder lasts at most {days} days. For longer, write a warning.',
  },
  'journal.reminder-done': { da: 'Huskelinjen er allerede klaret.', en: 'The reminder is already done.' },
  'journal.no-consent': {
    da: 'Der er intet samtykke eller lovgrundlag, der dækker det. Skriv det i samtykkerne først.',
    en: 'There is no consent or legal basis that covers it. Write it into the register of consents first.',
  },
  'journal.shared-already': {
    da: 'Notatet er allerede delt med den enhed.',
    en: 'The note is already shared with that unit.',
  },
  'journal.share-ended': { da: 'Delingen er allerede ophørt.', en: 'The sharing has already ended.' },
} satisfies Sentences
