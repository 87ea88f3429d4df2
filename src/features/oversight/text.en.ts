import type { Same } from '#kernel/lang/text.ts'
import type { da } from './text.da.ts'

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

export const en: Same<typeof da> = {
  whoLooked: 'Who has looked',
  whoLookedLead:
    'Everybody who has seen or changed something about the citizen at your units, and everybody who was refused.',
  whoLookedLink: 'See who has looked',
  nobodyLooked: 'Nobody looked in that period.',
  period: 'Period',
  periods: { week: '7 days', month: '30 days', year: 'A year' },
  somebody: 'An employee',
  noUnit: 'outside the unit',
  denied: (count) => `was refused ${times(count)}`,
  forPrint: 'for print',
  forExport: 'for export',
  more: 'There are more. Choose a shorter period to see them all.',
}
