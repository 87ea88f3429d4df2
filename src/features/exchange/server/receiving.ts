import type { Id } from '#kernel/lang/id.ts'
import type { Acting } from '#kernel/server/use-case.ts'

export type Receiving = Pick<Acting<never, never>, 'db' | 'by' | 'clock' | 'scan'>
/** What somebody should know: a code with its sentence, and facts that are never words about a person. */
export type Note = { code: `exchange.${string}`; facts: Record<string, string | number> }
/** What became of a message. */
export type Kept = { citizenId: Id | null; orderId: Id | null; revisionId: Id | null; notes: Note[] }
