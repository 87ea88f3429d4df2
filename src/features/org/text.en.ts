import type { Same } from '#kernel/lang/text.ts'
import type { da } from './text.da.ts'

export const en: Same<typeof da> = {
  roles: {
    'unit-leader': 'leader',
    'support-worker': 'support worker',
    'night-worker': 'night worker',
    'temp-worker': 'temporary worker',
    'health-worker': 'health worker',
    administrator: 'administrator',
    coordinator: 'project coordinator',
    'privacy-officer': 'data protection officer',
  },
  signIn: 'Sign in',
  userName: 'User name',
  password: 'Password',
  fillBoth: 'Write both user name and password.',
  demoLead: 'All citizens and employees here are invented. Choose who you want to be.',
  demoPeople: 'Employees',
  withPassword: 'Sign in with a password',
  goOnAs: (name: string) => `Go on as ${name}`,
  somebodyElse: 'If somebody else signs in, the page closes. What was written is kept for the one who wrote it.',
  unit: 'Unit',
  chooseUnit: 'Choose unit',
  noUnit: 'You do not belong to a unit today. Your leader can give you a role.',
  units: 'Your units',
  colleagues: 'Colleagues',
  noColleagues: 'There are no employees here today.',
  me: 'you',
  roundTheClock: 'staffed day and night',
  shifts: (starts: string) => `shifts change at ${starts}`,
}
