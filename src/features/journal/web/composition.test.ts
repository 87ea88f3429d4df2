import { expect, test } from 'vitest'
import { newId } from '#kernel/lang/id.ts'
import {
  aboutOne,
  blank,
  fromDraft,
  hasWords,
  inUnitDiary,
  kindOf,
  momentOf,
  toDraft,
  toEvent,
  toNote,
  whyNotSave,
  withOneMore,
  withoutOne,
  withPrompts,
} from './composition.ts'

const unit = { noteKinds: ['visit' as const, 'health' as const, 'unit' as const] }
const [here, jens, birthe, draftId, goal] = [newId(), newId(), newId(), newId(), newId()]
const now = '2026-11-23T20:00:00.000Z'

test('a note asks for somebody and for words, in that order', () => {
  expect(whyNotSave(blank(here))).toBe('chooseFirst')
  expect(whyNotSave(aboutOne(blank(here), jens))).toBe('writeFirst')
  expect(whyNotSave({ ...aboutOne(blank(here), jens), text: 'Sov godt' })).toBeUndefined()
  expect(whyNotSave({ ...inUnitDiary(blank(here)), text: 'Brandøvelse' })).toBeUndefined()
})

test('the kind is the unit’s first until another is chosen, and the shared diary has its own', () => {
  expect(kindOf(blank(here), unit)).toBe('visit')
  expect(kindOf({ ...blank(here), kind: 'health' }, unit)).toBe('health')
  expect(kindOf({ ...blank(here), kind: 'diary' }, unit)).toBe('visit')
  expect(kindOf(inUnitDiary(blank(here)), unit)).toBe('unit')
})

test('a draft comes back as it was left', () => {
  const event = {
    ...withOneMore(aboutOne(blank(here), jens), birthe),
    text: 'Tur i skoven',
    important: true,
    theme: 'kost',
  }
  const composition = {
    ...event,
    kind: 'health' as const,
    parts: { [jens]: 'Gik forrest', [birthe]: '' },
    belongsTo: { [jens]: [goal], [birthe]: [] },
  }
  const stored = { id: draftId, revision: 3, startedAt: now, savedAt: now, ...toDraft(composition, unit) }
  expect(fromDraft(stored, here)).toEqual({ id: draftId, revision: 3, composition })
})

test('a note and its draft have one id, and an event asks for one note each', () => {
  const one = { ...aboutOne(blank(here), jens), text: 'Sov godt' }
  expect(toNote(one, { draftId, unit, now })).toMatchObject({
    id: draftId,
    draftId,
    citizenId: jens,
    happenedAt: now,
    kind: 'visit',
  })
  const both = { ...withOneMore(one, birthe), parts: { [birthe]: 'Vågen kl. 3' }, belongsTo: { [jens]: [goal] } }
  expect(toEvent(both, { draftId, unit, now }, (id) => id).parts).toEqual([
    { noteId: jens, citizenId: jens, text: '', belongsTo: [goal] },
    { noteId: birthe, citizenId: birthe, text: 'Vågen kl. 3', belongsTo: [] },
  ])
})

test('nobody’s words are lost when somebody is taken out of an event', () => {
  const both = { ...withOneMore(aboutOne(blank(here), jens), birthe), parts: { [birthe]: 'Vågen' } }
  expect(hasWords(both)).toBe(true)
  expect(withOneMore(withoutOne(both, birthe), birthe).parts[birthe]).toBe('Vågen')
})

test('headings come after what stands, and a time later than now was yesterday', () => {
  expect(withPrompts('', ['A', 'B'])).toBe('A\n\nB\n')
  expect(withPrompts('Stod her\n', ['A'])).toBe('Stod her\n\nA\n')
  expect(momentOf('20:30', new Date(now))).toBe('2026-11-23T19:30:00.000Z')
  expect(momentOf('21:30', new Date(now))).toBe('2026-11-22T20:30:00.000Z')
})
