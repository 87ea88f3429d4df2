import type { Role } from '#features/org/roles.ts'
import type { Sentence } from '#kernel/lang/problem.ts'

/** What the trail calls it, as a citizen would say it. What is not here is told by its room and whether it was read or changed. */
export const acts: Readonly<Record<string, Sentence>> = {
  'citizens.card': { da: 'Så dit kort', en: 'Saw your card' },
  'citizens.find': { da: 'Søgte og fandt dig', en: 'Searched and found you' },
  'citizens.ofUnit': { da: 'Så enhedens borgerliste', en: 'Saw the unit’s list' },
  'citizens.mine': { da: 'Så listen over egne borgere', en: 'Saw the list of own citizens' },
  'citizens.portraits': { da: 'Så dit foto', en: 'Saw your photo' },
  'citizens.register': { da: 'Indskrev dig', en: 'Registered you' },
  'citizens.change': { da: 'Rettede dit kort', en: 'Changed your card' },
  'citizens.setNumber': { da: 'Rettede dit nummer', en: 'Changed your number' },
  'citizens.setPhoto': { da: 'Skiftede dit foto', en: 'Changed your photo' },
  'citizens.reveal': { da: 'Så noget skjult om dig', en: 'Saw something hidden about you' },
  'citizens.addContact': { da: 'Skrev en kontakt', en: 'Added a contact' },
  'citizens.endContact': { da: 'Fjernede en kontakt', en: 'Removed a contact' },
  'citizens.warn': { da: 'Skrev en obs', en: 'Wrote a warning' },
  'citizens.reviewWarning': { da: 'Så en obs efter', en: 'Looked at a warning again' },
  'citizens.assignContactPerson': { da: 'Satte en kontaktperson', en: 'Set a contact person' },
  'stays.ofCitizen': { da: 'Så dine ophold', en: 'Saw your stays' },
  'stays.open': { da: 'Indskrev et ophold', en: 'Opened a stay' },
  'stays.close': { da: 'Afsluttede et ophold', en: 'Closed a stay' },
  'stays.move': { da: 'Flyttede dig', en: 'Moved you' },
  'stays.markAttendance': { da: 'Satte fremmøde', en: 'Marked attendance' },
  'journal.ofCitizen': { da: 'Læste din dagbog', en: 'Read your diary' },
  'journal.write': { da: 'Skrev et notat', en: 'Wrote a note' },
  'journal.writeEvent': { da: 'Skrev om en hændelse', en: 'Wrote about an event' },
  'journal.correct': { da: 'Rettede et notat', en: 'Corrected a note' },
  'journal.withdraw': { da: 'Trak et notat tilbage', en: 'Withdrew a note' },
  'journal.versions': { da: 'Så et notats udgaver', en: 'Saw the versions of a note' },
  'journal.markRead': { da: 'Læste et notat', en: 'Read a note' },
  'journal.takeOver': { da: 'Overtog vagten', en: 'Took over the shift' },
  'journal.ofUnit': { da: 'Læste enhedens dagbog', en: 'Read the unit’s diary' },
  'journal.importNotes': { da: 'Indlæste notater fra et andet system', en: 'Imported notes from another system' },
  'journal.search': { da: 'Søgte i dagbogen', en: 'Searched the diary' },
  'journal.handover': { da: 'Læste overleveringen', en: 'Read the handover' },
  'journal.remind': { da: 'Skrev en huskelinje', en: 'Wrote a reminder' },
  'journal.saveDraft': { da: 'Begyndte på et notat', en: 'Began a note' },
  'continuity.pack': { da: 'Hentede nødpakken', en: 'Fetched the emergency pack' },
  'access.seek': { da: 'Søgte dig frem til nødadgang', en: 'Sought you for emergency access' },
  'access.open': { da: 'Tog nødadgang', en: 'Took emergency access' },
  'access.end': { da: 'Sluttede nødadgang', en: 'Ended emergency access' },
  'oversight.whoLooked': { da: 'Så, hvem der har set dig', en: 'Saw who has looked at you' },
  'privacy.requests': { da: 'Så listen over anmodninger', en: 'Saw the list of requests' },
  'privacy.request': { da: 'Så din anmodning', en: 'Saw your request' },
  'privacy.places': { da: 'Så, hvor andre er nævnt', en: 'Saw where others are named' },
  'privacy.citizens': { da: 'Søgte og fandt dig', en: 'Searched and found you' },
  'privacy.package': { da: 'Hentede din indsigtspakke', en: 'Fetched your package' },
  'privacy.ask': { da: 'Skrev din anmodning om indsigt', en: 'Recorded your request to see' },
  'privacy.preserve': { da: 'Bestemte, at det om dig bevares', en: 'Decided that what is about you is preserved' },
  'privacy.endPreservation': { da: 'Ophævede bevaringen', en: 'Ended the preservation' },
  'privacy.preservations': { da: 'Så listen over det, der bevares', en: 'Saw the list of what is preserved' },
  'privacy.made': { da: 'Lavede din indsigtspakke', en: 'Made your package' },
}

export const outcomes: Readonly<Record<string, Sentence>> = {
  done: { da: '', en: '' },
  denied: { da: 'fik ikke adgang', en: 'was not let in' },
  refused: { da: 'blev afvist', en: 'was refused' },
}

/** What the person had to do with the citizen, as the right found it. */
export const relations: Readonly<Record<string, Sentence>> = {
  stay: { da: 'ophold eller støtte', en: 'stay or support' },
  registration: { da: 'indskrevet der', en: 'registered there' },
  emergency: { da: 'nødadgang', en: 'emergency access' },
}

/** Known purposes; another is told in the words it was given. */
export const purposes: Readonly<Record<string, Sentence>> = {
  print: { da: 'udskrift', en: 'print' },
  export: { da: 'udlevering', en: 'export' },
}

export const roleNames: Readonly<Record<Role, Sentence>> = {
  'unit-leader': { da: 'leder', en: 'leader' },
  'support-worker': { da: 'medarbejder', en: 'support worker' },
  'night-worker': { da: 'nattevagt', en: 'night worker' },
  'temp-worker': { da: 'vikar', en: 'temp' },
  'health-worker': { da: 'sundhedsfaglig', en: 'health worker' },
  specialist: { da: 'specialist', en: 'specialist' },
  office: { da: 'administrativ', en: 'office' },
  administrator: { da: 'administrator', en: 'administrator' },
  coordinator: { da: 'projektkoordinator', en: 'coordinator' },
  'privacy-officer': { da: 'databeskyttelsesrådgiver', en: 'privacy officer' },
  'unit-contact': { da: 'implementeringskontakt', en: 'unit contact' },
  'super-user': { da: 'superbruger', en: 'super user' },
  steering: { da: 'styregruppe', en: 'steering group' },
  buyer: { da: 'indkøber', en: 'buyer' },
  evaluator: { da: 'evaluator', en: 'evaluator' },
}

const rooms: Readonly<Record<string, Sentence>> = {
  org: { da: 'Organisation', en: 'Organisation' },
  citizens: { da: 'Borgere', en: 'Citizens' },
  stays: { da: 'Ophold', en: 'Stays' },
  journal: { da: 'Dagbog', en: 'Diary' },
  documents: { da: 'Filer', en: 'Files' },
  tasks: { da: 'Opgaver', en: 'Tasks' },
  continuity: { da: 'Nødpakke', en: 'Emergency pack' },
  privacy: { da: 'Indsigt', en: 'Right to see' },
}

export function roomOf(action: string): Sentence {
  const room = action.split('.')[0]!
  return rooms[room] ?? { da: room, en: room }
}
