import type { Language } from '#kernel/lang/text.ts'

/** What an entry of the log was, in words a citizen understands. By use case; what is not here is told by its room. */
const acts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'citizens.card': { da: 'Så kortet', en: 'Saw the card' },
  'citizens.ofUnit': { da: 'Så listen over enhedens borgere', en: 'Saw the list of the unit’s citizens' },
  'citizens.mine': { da: 'Så listen over egne borgere', en: 'Saw the list of their own citizens' },
  'citizens.portraits': { da: 'Så billedet', en: 'Saw the portrait' },
  'citizens.find': { da: 'Søgte efter navn', en: 'Searched by name' },
  'citizens.reveal': { da: 'Fik vist skjulte oplysninger', en: 'Had hidden facts shown' },
  'citizens.register': { da: 'Oprettede kortet', en: 'Made the card' },
  'citizens.change': { da: 'Rettede kortet', en: 'Changed the card' },
  'citizens.setNumber': { da: 'Rettede personnummeret', en: 'Changed the number' },
  'citizens.setPhoto': { da: 'Skiftede billedet', en: 'Changed the portrait' },
  'citizens.addContact': { da: 'Tilføjede en kontakt', en: 'Added a contact' },
  'citizens.endContact': { da: 'Fjernede en kontakt', en: 'Ended a contact' },
  'citizens.warn': { da: 'Skrev en advarsel', en: 'Wrote a warning' },
  'citizens.reviewWarning': { da: 'Efterså en advarsel', en: 'Reviewed a warning' },
  'citizens.assignContactPerson': { da: 'Valgte kontaktperson', en: 'Chose a contact person' },
  'stays.ofUnit': { da: 'Så listen over ophold', en: 'Saw the list of stays' },
  'stays.ofCitizen': { da: 'Så ophold', en: 'Saw the stays' },
  'stays.open': { da: 'Skrev et ophold ind', en: 'Opened a stay' },
  'stays.close': { da: 'Afsluttede et ophold', en: 'Closed a stay' },
  'stays.move': { da: 'Flyttede et ophold', en: 'Moved a stay' },
  'stays.markAttendance': { da: 'Satte fremmøde', en: 'Marked attendance' },
  'stays.attendanceToday': { da: 'Så fremmødet', en: 'Saw the attendance' },
  'access.seek': { da: 'Søgte til nødadgang', en: 'Searched for emergency access' },
  'access.open': { da: 'Åbnede nødadgang', en: 'Opened emergency access' },
  'access.emergencies': { da: 'Så nødadgange', en: 'Saw emergency accesses' },
  'access.review': { da: 'Efterså en nødadgang', en: 'Reviewed an emergency access' },
  'journal.ofCitizen': { da: 'Læste dagbogen', en: 'Read the journal' },
  'journal.ofUnit': { da: 'Læste enhedens dagbog', en: 'Read the unit’s diary' },
  'journal.handover': { da: 'Læste overleveringen', en: 'Read the handover' },
  'journal.versions': { da: 'Læste et notats udgaver', en: 'Read a note’s versions' },
  'journal.search': { da: 'Søgte i dagbogen', en: 'Searched the journal' },
  'journal.markRead': { da: 'Satte notater som læst', en: 'Marked notes as read' },
  'journal.write': { da: 'Skrev et notat', en: 'Wrote a note' },
  'journal.writeEvent': { da: 'Skrev om en hændelse', en: 'Wrote about an event' },
  'journal.correct': { da: 'Rettede et notat', en: 'Corrected a note' },
  'journal.withdraw': { da: 'Trak et notat tilbage', en: 'Withdrew a note' },
  'journal.remind': { da: 'Skrev en huskelinje', en: 'Wrote a reminder' },
  'journal.endReminder': { da: 'Fjernede en huskelinje', en: 'Ended a reminder' },
  'journal.saveDraft': { da: 'Begyndte et notat', en: 'Began a note' },
  'journal.myDrafts': { da: 'Så egne kladder', en: 'Saw their own drafts' },
  'journal.importNotes': { da: 'Indlæste notater', en: 'Imported notes' },
  'continuity.pack': { da: 'Hentede nødpakken', en: 'Fetched the continuity pack' },
  'overview.forLeader': { da: 'Så leders overblik', en: 'Saw the leader’s overview' },
  'oversight.whoLooked': { da: 'Så, hvem der har set', en: 'Saw who has looked' },
  'oversight.inquire': { da: 'Undersøgte, hvem der har set', en: 'Inquired who has looked' },
  'oversight.lookups': { da: 'Efterså opslag', en: 'Reviewed look-ups' },
}

const rooms: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  org: { da: 'organisation', en: 'organisation' },
  tasks: { da: 'opgaver', en: 'tasks' },
  thread: { da: 'tråde', en: 'threads' },
  documents: { da: 'dokumenter', en: 'documents' },
  citizens: { da: 'borgerkort', en: 'citizens' },
  stays: { da: 'ophold', en: 'stays' },
  access: { da: 'adgang', en: 'access' },
  journal: { da: 'dagbog', en: 'journal' },
  continuity: { da: 'nødpakke', en: 'continuity' },
  privacy: { da: 'databeskyttelse', en: 'privacy' },
  oversight: { da: 'logopfølgning', en: 'log follow-up' },
}

/** In words, for people: `Læste dagbogen`. A use case without words of its own is told by its room: `Brugte dokumenter`. */
export function actWords(action: string, language: Language): string {
  const known = acts[action]
  if (known) return known[language]
  const [room = ''] = action.split('.')
  const name = rooms[room]?.[language] ?? room
  return language === 'da' ? `Brugte ${name}` : `Used ${name}`
}

/** Reads of one citizen, one at a time: what a look-up is when look-ups are followed up. Lists and diaries show everybody. */
export const singleReads: readonly string[] = [
  'citizens.card',
  'journal.ofCitizen',
  'stays.ofCitizen',
  'journal.versions',
  'citizens.reveal',
  'documents.file',
]
