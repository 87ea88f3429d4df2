import { type Day, daysBetween } from '#kernel/lang/day.ts'
import type { Measure } from '../contract.ts'
import { pieceOf } from '../rules.ts'

export type Dot = {
  readonly key: string
  readonly on: Day
  readonly value: number
  readonly piece: number
  readonly isBaseline: boolean
}
export type Line = {
  readonly dots: readonly Dot[]
  readonly from: Day
  readonly to: Day
  readonly low: number
  readonly high: number
  /** Days on which the method changed, between the dots. */
  readonly breaks: readonly Day[]
}

/** Baseline and points in order, with the piece of the line each belongs to. Undefined while nothing was measured. */
export function lineOf(measure: Measure): Line | undefined {
  const { baseline, baselineOn, points, target, methods } = measure
  const first =
    baseline === null || baselineOn === null
      ? []
      : [{ key: 'baseline', on: baselineOn, value: baseline, isBaseline: true }]
  const told = points.flatMap(({ id, takenOn, value }) =>
    value === null ? [] : [{ key: id, on: takenOn, value, isBaseline: false }],
  )
  const dots = [...first, ...told]
    .map((dot) => ({ ...dot, piece: pieceOf(methods, dot.on) }))
    .sort((a, b) => a.on.localeCompare(b.on))
  if (dots.length === 0) return undefined
  const values = [...dots.map(({ value }) => value), target]
  return {
    dots,
    from: dots[0]!.on,
    to: dots.at(-1)!.on,
    low: Math.min(0, ...values),
    high: Math.max(...values),
    breaks: methods.slice(1).map(({ sinceOn }) => sinceOn),
  }
}

/** 0 at the left, 1 at the right; one day alone stands at the left. */
export const acrossOf = ({ from, to }: Line, on: Day): number => {
  const days = daysBetween(from, to)
  return days === 0 ? 0 : daysBetween(from, on) / days
}
/** 0 at the foot, 1 at the top. */
export const upOf = ({ low, high }: Line, value: number): number => (high === low ? 0.5 : (value - low) / (high - low))

/** Points that hang together: measured by the same method. */
export const piecesOf = ({ dots }: Line): Dot[][] => [...Map.groupBy(dots, ({ piece }) => piece).values()]
