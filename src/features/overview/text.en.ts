import type { Same } from '#kernel/lang/text.ts'
import type { da } from './text.da.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const en: Same<typeof da> = {
  myShift: 'My shift',
  today: 'Today',
  shiftNames: { day: 'Day shift', evening: 'Evening shift', night: 'Night shift' },
  livesHere: (count) => `${count} at the unit`,
  here: 'here today',
  noPeople: ({ many: people }) => `There are no ${people} at the unit today.`,
  noUnit: 'You belong to no unit yet. Your leader gives you access.',
  home: 'Front page',
  elsewhere: 'You do not work with citizens here, so notes and handover belong to others.',
  yourUnits: 'Your units',
  seeUnit: 'Choose a unit to see who works there.',
  mine: 'Mine',
  others: (count) => `${count} others at the unit`,
  room: (room) => (/^\d/.test(room) ? `room ${room}` : room),
  waiting: 'Waiting to be saved',
  leader: 'Lately at the unit',
  perDay: 'Notes a day',
  perDayNote: '14 days',
  notes: 'Notes',
  unread: 'Important notes too few have read',
  allRead: 'All important notes have been read.',
  nobody: 'nobody has read it',
  readBy: (readers, of) => `${readers} of ${of} have read it`,
  few: 'too few have read it',
  shift: (start) => `the shift from ${start}`,
  unitDiary: 'Shared diary',
  formerCitizen: 'A former citizen',
  oldDrafts: (count) => `${many(count, 'draft is', 'drafts are')} more than a day old`,
  silent: (count, word) => `${many(count, word.one, word.many)} without a note for 7 days`,
  overdue: (count) => `${many(count, 'warning is', 'warnings are')} to be looked at`,
  inOrder: 'Nothing waits for you here.',
}
