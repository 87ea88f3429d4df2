import { type Day, daysBetween } from '#kernel/lang/day.ts'
import type { Band, Form } from '../contract.ts'

export type Scored = { readonly id: string; readonly on: Day; readonly score: number }
/** Where a point stands: 0 to 1 across by its day, 0 to 1 up by its number. */
export type Placed = Scored & { readonly across: number; readonly up: number }
export type Shelf = { readonly title: string; readonly from: number; readonly up: number }
export type ScoreLine = {
  readonly points: readonly Placed[]
  /** The outcomes, each with the line where it begins. */
  readonly shelves: readonly Shelf[]
  readonly low: number
  readonly high: number
}

/** Points that can still be told apart. */
const MOST_POINTS = 24

const lowest = (scores: readonly number[], bands: readonly Band[]) =>
  Math.min(...scores, ...bands.map(({ from }) => from))
const highest = (scores: readonly number[], bands: readonly Band[]) =>
  Math.max(...scores, ...bands.map(({ from }) => from))

/**
 * What the line is drawn of: the latest points, oldest first. Where there are outcomes they give the scale; a top outcome that reaches far
 * beyond what was measured does not press the line flat.
 */
export function scoreLineOf({ bands }: Pick<Form, 'bands'>, all: readonly Scored[]): ScoreLine {
  const scored = [...all].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).slice(-MOST_POINTS)
  const scores = scored.map(({ score }) => score)
  const [low, high] = [lowest(scores, bands), highest(scores, bands)]
  const upOf = (value: number) => (high === low ? 0.5 : (value - low) / (high - low))
  const [first, last] = [scored[0]?.on, scored.at(-1)?.on]
  const days = first && last ? daysBetween(first, last) : 0
  // All on one day: beside each other in the order they came.
  const acrossOf = (on: Day, at: number) =>
    days > 0 ? daysBetween(first!, on) / days : at / Math.max(1, scored.length - 1)
  return {
    points: scored.map((one, at) => ({ ...one, across: acrossOf(one.on, at), up: upOf(one.score) })),
    shelves: bands
      .filter(({ from }) => from >= low && from <= high)
      .map(({ title, from }) => ({ title, from, up: upOf(from) })),
    low,
    high,
  }
}
