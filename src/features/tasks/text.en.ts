import type { Same } from '#kernel/lang/text.ts'
import type { da } from './text.da.ts'

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

export const en: Same<typeof da> = {
  title: 'Tasks',
  nothing: 'You have no tasks.',
  due: 'by',
  overdue: 'was due',
  reminded: (count) => `reminded ${times(count)}`,
  rest: (count) => `${count} more`,
  seeAll: 'All tasks',
  mine: 'Mine',
  ofUnit: 'The unit’s',
  closed: 'Closed',
  nothingAtUnit: 'There are no open tasks at the unit.',
  nothingClosed: 'No task has been closed yet.',
  finish: 'Close the task',
  outcome: 'What came of it?',
  outcomeMissing: 'Choose what came of it.',
  note: 'Remark',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'The task is closed.',
  closedBy: (name) => (name ? `closed by ${name}` : 'closed'),
}
