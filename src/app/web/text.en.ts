import type { Same } from '#kernel/lang/text.ts'
import type { da } from './text.da.ts'

export const en: Same<typeof da> = {
  product: 'Rød Tråd',
  offline: 'No connection. Just go on writing; it is sent when the network is back.',
  offlineNotKept: 'No connection, and this tablet cannot keep what you write. Leave the page open.',
  keepsNothing: 'This tablet does not keep what you write if the network goes away. Use an address with https.',
  waiting: (count: number) => (count === 1 ? '1 note waits for the network.' : `${count} notes wait for the network.`),
  othersWaiting: (count: number) =>
    `${count === 1 ? '1 note' : `${count} notes`} by a colleague waits here, to be sent when the colleague signs in on this tablet.`,
  refusedCount: (count: number) => (count === 1 ? '1 note could not be sent.' : `${count} notes could not be sent.`),
  see: 'See',
  sendAgain: 'Send again',
  copy: 'Copy the text',
  copied: 'Copied.',
  discard: 'Discard',
  outboxTitle: 'Waiting to be sent',
  written: 'Written',
  newVersion: 'There is a new version of Rød Tråd.',
  change: 'Change now',
  demo: 'Demo: everybody here is invented.',
  settings: 'Look and language',
  signOut: 'Sign out',
  signingOut: 'Signing out …',
  unknownTitle: 'There is no such page',
  unknownWords: 'Perhaps the address is mistyped, or the page has moved.',
  home: 'Go to the front page',
  unreachableTitle: 'No connection',
  unreachableWords:
    'Rød Tråd cannot be reached right now. The page tries again by itself. What you wrote on the tablet is still here.',
  tryNow: 'Try now',
  faultedTitle: 'The page stopped',
  faultedWords:
    'What you wrote is kept. Fetch the page again and go on where you left off. If it happens again, tell your system owner.',
  reload: 'Fetch the page again',
  project: 'Project',
  preparation: 'Needs and choice',
  implementation: 'Rollout',
  across: 'Across',
  protection: 'Data protection',
}
