import { roles } from '#features/org/roles.ts'
import { right } from '#features/org/server/index.ts'

/** Follow a record's thread: everybody, among the records they may read anyway. */
export const mayFollow = right('thread.follow', roles)
/** Say that a link still holds, make one, and end one. */
export const mayKeep = right('thread.keep', ['coordinator', 'super-user', 'unit-contact'])
/** See every loose thread of the project. */
export const mayTidy = right('thread.tidy', ['coordinator', 'super-user', 'unit-contact', 'unit-leader'])
