import type { Same } from '#kernel/lang/text.ts'
import type { da } from './text.da.ts'

export const en: Same<typeof da> = {
  roles: {
    'unit-leader': 'leader',
    'support-worker': 'support worker',
    'night-worker': 'night worker',
    'temp-worker': 'temporary worker',
    'health-worker': 'health worker',
    specialist: 'specialist',
    office: 'office worker',
    administrator: 'administrator',
    coordinator: 'project coordinator',
    'privacy-officer': 'data protection officer',
    'unit-contact': 'implementation contact',
    'super-user': 'super-user',
    steering: 'steering group',
    buyer: 'buyer',
    evaluator: 'evaluator',
  },
  unit: 'Unit',
  chooseUnit: 'Choose unit',
  noUnit: 'You do not belong to a unit today. Your leader can give you a role.',
  units: 'Your units',
  administration: 'Administration',
  staffAndRoles: 'Employees and roles',
  colleagues: 'Colleagues',
  noColleagues: 'There are no employees here today.',
  me: 'you',
  roundTheClock: 'staffed day and night',
  shifts: (starts: string) => `shifts change at ${starts}`,
}
