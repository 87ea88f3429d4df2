import type { Card } from '#features/citizens/contract.ts'
import type { OrderLine } from '#features/orders/contract.ts'
import type { Id } from '#kernel/lang/id.ts'
import type { Plan } from '../contract.ts'

/** What the parts of a plan's page share. */
export type PlanProps = { card: Card; plan: Plan; unitId: Id | undefined; ordered: readonly OrderLine[] }
