import type { OutputOf } from '#kernel/lang/contract.ts'
import type { org } from '../contract.ts'

/** One employee as the administration's page has them. */
export type Employed = OutputOf<typeof org.employee>
