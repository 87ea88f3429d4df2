import type { SketchField } from '../contract.ts'

/** Changes some of a field while it is being made. */
export type SetField = (change: Partial<SketchField>) => void
