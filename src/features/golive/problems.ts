import type { Sentences } from '#kernel/lang/problem.ts'

export const goliveProblems = {
  'golive.there-are-checks': {
    da: 'Her er allerede punkter. Ret dem i stedet.',
    en: 'There are checks here already. Change those instead.',
  },
  'golive.code-taken': { da: 'Kortnavnet er brugt.', en: 'The short name is taken.' },
  'golive.unknown-setting': {
    da: 'Den indstilling findes ikke.',
    en: 'There is no such setting.',
  },
  'golive.seen-later': { da: 'Dagen er ikke kommet endnu.', en: 'That day has not come yet.' },
  'golive.needs-decision': {
    da: 'Punktet er blokerende. Det kan kun accepteres med en beslutning.',
    en: 'The check is blocking. Only a decision can accept it.',
  },
  'golive.decision-not-in-force': {
    da: 'Beslutningen gælder ikke nu. Vælg en, der gælder.',
    en: 'The decision is not in force. Choose one that is.',
  },
  'golive.needs-end': {
    da: 'Skriv, hvor længe det er accepteret.',
    en: 'Write how long it is accepted.',
  },
  'golive.ends-in-the-past': { da: 'Dagen er allerede gået.', en: 'That day has passed.' },
  'golive.passed-already': { da: 'Porten er allerede passeret.', en: 'The gate has been passed already.' },
  'golive.gate-of-a-wave': {
    da: 'Porten passeres for hver bølge. Vælg bølgen.',
    en: 'The gate is passed for each wave. Choose the wave.',
  },
  'golive.gate-of-all': {
    da: 'Porten passeres én gang for alle bølger.',
    en: 'The gate is passed once for all waves.',
  },
  'golive.not-planned': {
    da: 'Enheden er ikke med i en bølge endnu.',
    en: 'The unit is in no wave yet.',
  },
  'golive.not-super-user': {
    da: 'Personen er ikke superbruger i enheden.',
    en: 'The person is not a super-user in the unit.',
  },
  'golive.no-such-shift': {
    da: 'Den vagt er ikke i enhedens første uge.',
    en: 'There is no such shift in the unit’s first week.',
  },
  'golive.says-no-why': { da: 'Skriv hvorfor.', en: 'Write why.' },
  'golive.line-is-stopped': {
    da: 'Der er trukket i bremsen. Ingen går i drift, før den er løftet.',
    en: 'The line is stopped. Nobody goes live until that is lifted.',
  },
  'golive.gates-first': {
    da: 'Kommunen har ikke passeret alle porte: {gates}.',
    en: 'The municipality has not passed all gates: {gates}.',
  },
  'golive.blocking-first': {
    da: 'Blokerende punkter er ikke i orden: {checks}. Få dem i orden, eller accepter dem med en beslutning.',
    en: 'Blocking checks are not in order: {checks}. Put them in order, or accept them with a decision.',
  },
  'golive.no-way-back': {
    da: 'Enheden har ingen vej tilbage. Skriv, hvad I gør, hvis det ikke går.',
    en: 'The unit has no way back. Write what you do when it does not go.',
  },
  'golive.shift-without-super-user': {
    da: 'Der mangler en superbruger på {count} vagter i den første uge.',
    en: 'A super-user is missing on {count} shifts of the first week.',
  },
  'golive.no-conditions': {
    da: 'Skriv mindst én betingelse: hvad, hvem og hvornår.',
    en: 'Write at least one condition: what, who and when.',
  },
  'golive.number-in-text': {
    da: 'Der står et CPR-nummer. Skriv det uden. Sagen kan komme til leverandøren.',
    en: 'There is a CPR number. Write it without. The case may go to the vendor.',
  },
  'golive.name-in-text': {
    da: 'Det ligner et navn. Skriv »en borger« i stedet, eller sig, at det ikke er en borger.',
    en: 'That looks like a name. Write “a citizen” instead, or say that it is not one.',
  },
  'golive.vendor-told-nothing': {
    da: 'Skriv, hvad leverandøren skal have at vide. De ser ikke andet.',
    en: 'Write what the vendor is to know. They see nothing else.',
  },
  'golive.not-from-here': {
    da: 'Sagen kan ikke flyttes dertil, hvor den står nu.',
    en: 'The case cannot be moved there from where it stands.',
  },
  'golive.needs-cause': {
    da: 'Vælg årsagen. Den siger, hvad der skal gøres ved det.',
    en: 'Choose the cause. It says what is to be done about it.',
  },
  'golive.says-no-what': { da: 'Skriv, hvad der blev gjort.', en: 'Write what was done.' },
  'golive.not-solved': { da: 'Sagen er ikke meldt løst endnu.', en: 'The case has not been said to be solved yet.' },
  'golive.not-about-set-up': {
    da: 'Kun en sag om opsætning kan ændre skabelonen.',
    en: 'Only a case about set-up can change the template.',
  },
  'golive.taken-by-no-template': {
    da: 'Vælg, hvilken indstilling i hvilken skabelon det er. Kan ingen indstilling sige det, så tag det ikke med, og skriv, hvor det går hen.',
    en: 'Choose which setting of which template it is. When no setting can say it, do not take it, and write where it goes.',
  },
  'golive.answered-already': { da: 'Forslaget er allerede besvaret.', en: 'The suggestion has been answered already.' },
  'golive.not-stopped': { da: 'Bremsen er allerede løftet.', en: 'The stop has been lifted already.' },
  'golive.pulse-overlaps': {
    da: 'Der er allerede en puls i de dage.',
    en: 'There is a pulse in those days already.',
  },
  'golive.pulse-backwards': { da: 'Den sidste dag ligger før den første.', en: 'The last day is before the first.' },
  'golive.pulse-closed': { da: 'Pulsen er ikke åben.', en: 'The pulse is not open.' },
  'golive.pulse-answered': { da: 'Du har allerede svaret.', en: 'You have answered already.' },
} satisfies Sentences
