import type { Role } from '../roles.ts'
import { text } from './text.ts'

/** A role in words; one that is not known any more as it was written. */
export const roleWords = (role: string): string => text.roles[role as Role] ?? role
