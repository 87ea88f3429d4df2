import type { Sentences } from '#kernel/lang/problem.ts'

export const captureProblems = {
  'capture.unknown-code': {
    da: 'Koden kendes ikke. Se på skærmen eller kvitteringen, og skriv den igen.',
    en: 'The code is not known. Look at the screen or the receipt and type it again.',
  },
  'capture.day-not-yet': {
    da: 'Dagen er ikke begyndt. Man kan være med fra en halv time før.',
    en: 'The day has not begun. One can take part from half an hour before.',
  },
  'capture.day-over': {
    da: 'Dagen er slut. Aflevér din seddel til ordstyreren, så kommer den med.',
    en: 'The day is over. Give your slip to the facilitator, and it will be counted.',
  },
  'capture.too-fast': {
    da: 'Der kom mange sedler fra denne telefon. Vent et minut; det skrevne er gemt her.',
    en: 'Many slips came from this telephone. Wait a minute; what you wrote is kept here.',
  },
  'capture.number-in-text': {
    da: 'Det ligner et CPR-nummer. Skriv uden nummer, så sender vi sedlen.',
    en: 'That looks like a CPR number. Write without the number, and the slip will be sent.',
  },
  'capture.name-in-text': {
    da: 'Det ligner et navn på et menneske. Skriv uden navn, eller send alligevel, hvis ingen kan kendes på det.',
    en: 'That looks like the name of a person. Write without it, or send anyway if nobody can be recognised.',
  },
  'capture.says-nothing': {
    da: 'Skriv noget, eller tag et billede af sedlen.',
    en: 'Write something, or take a picture of the slip.',
  },
  'capture.photo-kind': {
    da: 'Billedet kan ikke læses. Brug JPEG, PNG eller WebP.',
    en: 'The picture cannot be read. Use JPEG, PNG or WebP.',
  },
  'capture.photo-too-big': {
    da: 'Billedet fylder for meget: højst {maxKb} kB.',
    en: 'The picture is too large: at most {maxKb} kB.',
  },
  'capture.receipt-taken': {
    da: 'Kvitteringen fandtes allerede. Send igen, så får sedlen en ny.',
    en: 'The receipt was taken. Send again, and the slip gets another.',
  },
  'capture.label-taken': { da: 'Nummeret er allerede brugt.', en: 'The number is already used.' },
  'capture.code-taken': {
    da: 'Koden bruges af en anden dag. Vælg en anden.',
    en: 'Another day uses the code. Choose another.',
  },
  'capture.unit-not-invited': {
    da: 'Enheden er ikke inviteret til dagen. Føj den til først.',
    en: 'The unit is not invited to the day. Add it first.',
  },
  'capture.kind-not-here': {
    da: 'Den slags sedler hører ikke til denne dag.',
    en: 'That kind of slip does not belong to this day.',
  },
  'capture.times': { da: 'Dagen skal slutte, efter at den er begyndt.', en: 'The day must end after it began.' },
  'capture.task-missing': {
    da: 'En use-case-dag handler om én opgave. Skriv, hvilken.',
    en: 'A use-case day is about one task. Write which.',
  },
  'capture.state-order': {
    da: 'Dagen går ét trin frem ad gangen: planlagt, åben, lukket, behandlet, besvaret.',
    en: 'The day goes one step at a time: planned, open, closed, processed, answered.',
  },
  'capture.slips-left': {
    da: '{slips} sedler har hverken et behov eller en begrundelse endnu.',
    en: '{slips} slips have neither a need nor a reason yet.',
  },
  'capture.answers-left': {
    da: '{slips} sedler venter stadig på, at deres behov bliver afgjort.',
    en: '{slips} slips still wait for their need to be settled.',
  },
  'capture.answered': {
    da: 'Dagen er besvaret. Der kommer ikke flere sedler på den.',
    en: 'The day is answered. It takes no more slips.',
  },
  'capture.reason-missing': {
    da: 'Skriv en begrundelse: den, der skrev sedlen, skal kunne læse den.',
    en: 'Write a reason: whoever wrote the slip must be able to read it.',
  },
  'capture.gathered-already': {
    da: 'Sedlen er samlet i {label}. Tag den ud dér først.',
    en: 'The slip is gathered in {label}. Take it out there first.',
  },
  'capture.not-gathered': {
    da: 'Sedlen er ikke samlet i behovet.',
    en: 'The slip is not gathered in the need.',
  },
  'capture.words-not-yours': {
    da: 'Sedlens ord er forfatterens. Du kan kun skrive af fra et billede.',
    en: 'The words are the author’s. You can only type what a picture says.',
  },
  'capture.duplicate-of-duplicate': {
    da: 'Den anden seddel er selv talt med et andet sted. Vælg den oprindelige.',
    en: 'The other slip is itself counted elsewhere. Choose the original.',
  },
  'capture.withdrawn-already': {
    da: 'Sedlen er allerede trukket tilbage.',
    en: 'The slip is already withdrawn.',
  },
  'capture.withdraw-too-late': {
    da: 'En seddel kan trækkes tilbage i {days} dage. Skriv til projektkoordinatoren.',
    en: 'A slip can be withdrawn for {days} days. Write to the project coordinator.',
  },
  'capture.voting-not-open': {
    da: 'Afstemningen er ikke åben.',
    en: 'Voting is not open.',
  },
  'capture.dots-spent': {
    da: 'Du har sat dine tre prikker i det tema. Tag en tilbage først.',
    en: 'You have used your three dots in this theme. Take one back first.',
  },
  'capture.voting-over': {
    da: 'Dagen er behandlet. Der kan ikke stemmes mere.',
    en: 'The day has been worked through. There is no more voting.',
  },
  'capture.no-themes': {
    da: 'Læg sedlerne i temaer først; man stemmer inden for et tema.',
    en: 'Lay the slips in themes first; one votes within a theme.',
  },
  'capture.need-merged': {
    da: 'Behovet er lagt ind i et andet. Åbn det i stedet, eller skil dem ad.',
    en: 'The need is merged into another. Open that one, or take them apart.',
  },
  'capture.merge-itself': {
    da: 'Et behov kan ikke lægges sammen med sig selv.',
    en: 'A need cannot be merged with itself.',
  },
  'capture.unmerged-already': { da: 'De er allerede skilt ad.', en: 'They are apart already.' },
  'capture.protest-too-late': {
    da: 'Der kan protesteres i {days} dage. Skriv til projektkoordinatoren.',
    en: 'One can protest for {days} days. Write to the project coordinator.',
  },
  'capture.protest-not-yours': {
    da: 'Enheden har ingen seddel i behovet.',
    en: 'The unit has no slip in the need.',
  },
  'capture.answered-already': { da: 'Protesten er besvaret.', en: 'The protest is answered.' },
} satisfies Sentences
