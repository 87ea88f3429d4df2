import { citizens } from '#features/citizens/contract.ts'
import { journal } from '#features/journal/contract.ts'
import { addDays } from '#kernel/lang/day.ts'
import { aUnit } from '#kit/given.ts'
import { writes } from '#kit/notes.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: {
    // Nothing is tied.
    loose: 'journal.untie',
    own: 'journal.myDrafts journal.discardDraft',
    anywhere: 'journal.search journal.markRead',
    unit: 'journal.ofUnit journal.handover journal.takeOver',
    known: 'journal.importNotes',
    citizen: 'journal.ofCitizen',
    writing: 'journal.write journal.writeEvent journal.remind journal.saveDraft',
    about: 'journal.endReminder',
    note: 'journal.tie journal.correct journal.withdraw journal.versions',
    'own-note': 'journal.sharesOf journal.shareNote journal.endShare',
  },
  aboutCitizen: async ({ world, unit, leader, citizen }) => {
    const words = `hemmeligt${citizen.id.slice(-6)}`
    const note = await writes(leader, unit, citizen, `Zacharias ${words}`, { important: true })
    const health = await writes(leader, unit, citizen, `Sundhed ${words}`, { kind: 'health' })
    const [reminder, consent, share] = [newId(), newId(), newId()]
    const expiresAt = `${addDays(world.clock.today(), 3)}T12:00:00Z`
    await ask(leader, journal.remind, { id: reminder, unitId: unit.id, citizenId: citizen.id, text: words, expiresAt })
    const elsewhere = await aUnit(world, `Nabo til ${unit.name} ${newId().slice(-6)}`)
    const given = {
      what: 'notes',
      toUnitId: elsewhere.id,
      toWhom: null,
      basis: 'consent',
      lawReference: null,
      note: null,
    }
    const since = { fromOn: world.clock.today(), toOn: null }
    await ask(leader, citizens.recordConsent, {
      id: consent,
      citizenId: citizen.id,
      unitId: unit.id,
      ...given,
      ...since,
    })
    await ask(leader, journal.shareNote, { id: share, noteId: note.id, toUnitId: elsewhere.id, consentId: consent })
    return { note: note.id, health: health.id, reminder, share, notesConsent: consent }
  },
  idOf: {
    'journal.correct': 'note',
    'journal.withdraw': 'note',
    'journal.endReminder': 'reminder',
    'journal.endShare': 'share',
  },
  fields: {
    noteId: 'note',
    noteIds: 'note',
    consentId: 'notesConsent',
    'journal.writeEvent.noteId': '',
    authorId: 'employee',
  },
  values: {
    seen: '1:1:',
    theme: null,
    draftId: null,
    'journal.remind.expiresAt': '2026-03-12T12:00:00Z',
    'journal.search.words': 'Zacharias OR Sundhed',
    'journal.search.citizenId': null,
    'journal.ofCitizen.before': null,
  },
}
