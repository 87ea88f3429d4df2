import type { Admission } from '#features/org/contract.ts'

/** What the server says of a new second factor; the codes for paper come with the first one only. */
export type Added = { recoveryCodes: readonly string[]; admission: Admission }
