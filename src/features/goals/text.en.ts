import type { Text } from './text.da.ts'

export const en: Text = {
  plan: 'Plan and goals',
  goal: 'Goal',
  states: { proposed: 'proposed', active: 'active', 'on-hold': 'on hold', completed: 'completed', dropped: 'dropped' },
  attainments: { attained: 'attained', partly: 'partly attained', not: 'not attained' },
  views: { worker: 'Worker', citizen: 'Citizen', relative: 'Relative' },
  movements: {
    away: 'farther away',
    none: 'no change',
    little: 'a little closer',
    much: 'much closer',
    there: 'attained',
  },
  rhythms: {
    once: 'once',
    daily: 'every day',
    weekly: 'every week',
    fortnightly: 'every other week',
    monthly: 'every month',
    'when-needed': 'when needed',
  },
  results: {
    continue: 'The service continues',
    end: 'The service ends',
    'end-and-reassess': 'The service ends, with a new assessment',
  },
  madeWiths: {
    citizen: 'Made together with the citizen',
    partly: 'The citizen was partly in it',
    without: 'The citizen was not in it',
  },
  levels: ['no limitation', 'slight limitation', 'moderate limitation', 'severe limitation', 'complete limitation'],
  acts: {
    propose: 'proposed',
    change: 'changed',
    approve: 'approved',
    hold: 'put on hold',
    resume: 'resumed',
    complete: 'completed',
    drop: 'dropped',
  },
}
