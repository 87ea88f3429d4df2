import type { Same } from '#kernel/lang/text.ts'
import type { da } from './text.da.ts'

export const en: Same<typeof da> = {
  offline: 'There is no connection to the server.',
  offlineNotKept: 'There is no connection, and this tablet cannot keep it. Leave the page open.',
  broken: 'The server did not answer as it should. Try again.',
  lapsedTitle: 'Sign in again',
  lapsedWords: (name: string) => `${name}: you were signed out. What you wrote is still here.`,
}
