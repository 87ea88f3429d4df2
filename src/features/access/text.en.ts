import type { Same } from '#kernel/lang/text.ts'
import type { da } from './text.da.ts'

const minutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`)
const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

export const en: Same<typeof da> = {
  title: 'Emergency access',
  listTitle: 'Emergency accesses',
  listLead:
    'Somebody opened a citizen they otherwise have no access to. Each is looked at by somebody other than the one who opened it.',
  none: 'Nobody has used emergency access to citizens of your units.',
  openFrame: (name: string) => `Emergency access to ${name}`,
  until: (time: string, left: number) => `ends at ${time} · ${minutes(left)} left`,
  endNow: 'End now',
  seeCitizen: 'Go to the citizen',
  ended: 'The emergency access has ended.',
  lead: (count: number) =>
    `When a citizen is in danger and you have no access. You can read for ${minutes(count)}. The leader is told at once and reviews it afterwards.`,
  who: 'Who is it?',
  whoHelp: 'The whole name or the whole CPR number. The search is recorded.',
  seek: 'Search',
  nobody: 'Nobody with that name or number. Check the spelling, or call the duty line.',
  whoFault: 'Write the whole name or the number.',
  pick: 'Is it the right one?',
  born: (day: string) => `born ${day}`,
  bornUnknown: 'birthday unknown',
  identityProtected: 'protected name and address',
  reason: 'What has happened?',
  reasonHelp: 'The citizen’s leader reads it.',
  open: 'Open emergency access',
  seekAgain: 'Search again',
  already: 'You already have access.',
  notFoundHere: 'Is the citizen in danger, and outside your units?',
  toReview: (count: number) =>
    count === 1
      ? 'One emergency access waits for you to look at it.'
      : `${count} emergency accesses wait for you to look at them.`,
  see: 'See it',
  seeAll: 'See them',
  task: 'Review an emergency access',
  waiting: 'Waiting',
  reviewed: 'Reviewed',
  nothingWaits: 'None waits.',
  openNow: 'open now',
  openedBy: (name: string) => `opened by ${name}`,
  fromTo: (from: string, to: string) => `${from} – ${to}`,
  looked: (count: number) => (count === 0 ? 'saw nothing' : `looked ${times(count)}`),
  review: 'Review',
  reviewOf: (name: string) => `Review emergency access to ${name}`,
  reviewLead: 'Talk with the one who opened it. What you write stays.',
  outcome: 'What was it?',
  outcomes: {
    needed: 'It was needed',
    understandable: 'Understandable, but not necessary',
    'not-needed': 'Not in order',
  },
  outcomeFault: 'Choose what it was.',
  note: 'What was talked about, and what is done?',
  save: 'Save',
  reviewedBy: (name: string, at: string) => `reviewed by ${name} ${at}`,
  own: 'Your own. Somebody else looks at it.',
  policy: 'Emergency access lasts',
  minutes,
  from: (day: string) => `from ${day}`,
  change: 'Change',
  changePolicy: 'How long does an emergency access last?',
  minutesLabel: 'Minutes',
  minutesFault: 'Between 5 and 720 minutes.',
  fromOn: 'From',
}
