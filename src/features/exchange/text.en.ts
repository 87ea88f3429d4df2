import type { Text } from './text.da.ts'

export const en: Text = {
  title: 'Exchange',
  lead: 'Messages in and out in the national standard. What waits is tried again by itself.',
  outbox: 'Outbox',
  inbox: 'Received',
  nothingOut: 'Nothing is on its way out.',
  nothingIn: 'Nothing has been received yet.',
  what: 'What',
  state: 'State',
  made: 'Made',
  whenSent: 'Sent, or next try',
  file: 'File',
  came: 'Came',
  toKnow: 'Worth knowing',
  seeChange: 'See the change',
  tried: (times, error) => `tried ${times} ${times === 1 ? 'time' : 'times'} (${error}), next`,
  kinds: { order: 'Order', report: 'Report', status: 'Status', single: 'Single record' },
  states: { waiting: 'waiting', sent: 'sent', refused: 'refused' },
}
