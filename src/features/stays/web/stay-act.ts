import type { Card } from '#features/citizens/contract.ts'
import type { OutputOf } from '#kernel/lang/contract.ts'
import type { stays } from '../contract.ts'

export type StayOfCitizen = OutputOf<typeof stays.ofCitizen>[number]

/** What a dialog about one stay is told. */
export type ActProps = { stay: StayOfCitizen; card: Card; onClose: () => void }
