import type { UseCase } from '#kernel/server/use-case.ts'
import { correct, withdraw } from './amend.ts'
import { discardDraft, myDrafts, saveDraft } from './drafts.ts'
import { handover } from './handover.ts'
import { importNotes } from './import-notes.ts'
import { markRead } from './mark-read.ts'
import { mattersOf, tie, untie } from './matters.ts'
import { ofCitizen } from './of-citizen.ts'
import { ofUnit } from './of-unit.ts'
import { endReminder, remind } from './reminders.ts'
import { search } from './search.ts'
import { endShare, shareNote, sharesAbout, sharesOf } from './shares.ts'
import { takeOver } from './take-over.ts'
import { versions } from './versions.ts'
import { write } from './write.ts'
import { writeEvent } from './write-event.ts'

export { forgetEndedDrafts } from './end-draft.ts'
export { notesPerDay, oldDrafts, silentCitizens, unreadImportant } from './for-leaders.ts'
export { keepMatter, linkedNotes, type Matter, noteOpen, notesById, notesOfMatter } from './matters.ts'
export { notesLately } from './notes-lately.ts'
export { mayReadHealth } from './permissions.ts'
export { journalEffects, journalLeanings } from './profile-effects.ts'
export { journalTold } from './told.ts'

export const journalUseCases: readonly UseCase[] = [
  sharesOf,
  sharesAbout,
  shareNote,
  endShare,
  write,
  writeEvent,
  correct,
  withdraw,
  ofCitizen,
  ofUnit,
  versions,
  mattersOf,
  tie,
  untie,
  search,
  handover,
  takeOver,
  markRead,
  remind,
  endReminder,
  saveDraft,
  discardDraft,
  myDrafts,
  importNotes,
]
