import { type Day, isBefore } from '#kernel/lang/day.ts'
import { type Refusal, refusal } from '#kernel/lang/problem.ts'

export const directions = ['down', 'up'] as const
export type Direction = (typeof directions)[number]

/** More than ten are not followed. [D] */
export const MOST_MEASURES = 10
/** At least so many are about something else than money. [D] */
export const LEAST_NOT_MONEY = 3
/** A number made by fewer people is not shown: it may tell of one of them. [D, rule 11 of the rollout] */
export const LEAST_SHOWN = 5

export const whyNotAdd = (standing: number): Refusal | undefined =>
  standing >= MOST_MEASURES ? refusal('benefits.ten-at-most', { most: MOST_MEASURES }) : undefined

/** Warned of, and no more: which benefits are worth following is for people to say. */
export const isTooMuchMoney = (measures: readonly { aboutMoney: boolean }[]): boolean =>
  measures.length > 0 && measures.filter(({ aboutMoney }) => !aboutMoney).length < LEAST_NOT_MONEY

/** A baseline measured after the unit went live measures something else: it is shown, and marked `uden nulpunkt`. */
export type BaselineState = 'before' | 'after-go-live' | 'none'
export const baselineState = (baselineOn: Day | null, wentLiveOn: Day | null): BaselineState =>
  baselineOn === null ? 'none' : wentLiveOn !== null && !isBefore(baselineOn, wentLiveOn) ? 'after-go-live' : 'before'

type Point = { takenOn: Day; sample: number | null }

/** Why a measurement cannot be written down; that it is worse than hoped is never a reason. */
export function whyNotPoint({ takenOn, sample }: Point, smallestSample: number, today: Day): Refusal | undefined {
  if (isBefore(today, takenOn)) return refusal('benefits.not-yet', {}, 'takenOn')
  if (sample !== null && sample < smallestSample)
    return refusal('benefits.too-few', { least: smallestSample }, 'sample')
  return undefined
}

/** A method begins after the one before it: what was measured keeps the method it was measured by. */
export function whyNotMethod(sinceOn: Day, latestOn: Day | null, lastPointOn: Day | null): Refusal | undefined {
  if (latestOn !== null && !isBefore(latestOn, sinceOn))
    return refusal('benefits.method-before', { sinceOn: latestOn }, 'sinceOn')
  return lastPointOn !== null && !isBefore(lastPointOn, sinceOn)
    ? refusal('benefits.method-before-points', { takenOn: lastPointOn }, 'sinceOn')
    : undefined
}

/** Which piece of the line a day belongs to: the method that held then. -1 before the first. */
export const pieceOf = (methods: readonly { sinceOn: Day }[], day: Day): number =>
  methods.findLastIndex(({ sinceOn }) => !isBefore(day, sinceOn))

/** How far on the way from baseline to target, 0 to 1 and beyond; below 0 it has gone the wrong way. Undefined without a baseline. */
export function wayOf(baseline: number | null, target: number, value: number): number | undefined {
  if (baseline === null || baseline === target) return undefined
  return (value - baseline) / (target - baseline)
}

export const isReached = (direction: Direction, target: number, value: number): boolean =>
  direction === 'down' ? value <= target : value >= target

/** Adaptations of one bid: how many rows need one, and the hours it estimates for them. */
export type BidAdaptations = { isChosen: boolean; count: number; hours: number }
export type Put = { minutes: number; isPreparation: boolean }

export type Return = {
  /** Mean of the bids that were not chosen, less the chosen one's. */
  adaptationsAvoided: number
  hoursAvoided: number
  /** Hours of preparation put in, by everybody. */
  hoursIn: number
  /** Hours of the vendor's adaptations avoided for each hour of preparation. */
  perHour: number
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const tenth = (number: number): number => Math.round(number * 10) / 10
const hundredth = (number: number): number => Math.round(number * 100) / 100

/**
 * What the preparation cost against what it spared. Hours of staff and hours of a vendor are not the same money: the number says how
 * they stand to each other, not what was saved. Undefined while nothing is known of one of them.
 */
export function returnOf(bids: readonly BidAdaptations[], put: readonly Put[]): Return | undefined {
  const chosen = bids.find(({ isChosen }) => isChosen)
  const others = bids.filter(({ isChosen }) => !isChosen)
  const hoursIn = put.filter(({ isPreparation }) => isPreparation).reduce((sum, { minutes }) => sum + minutes, 0) / 60
  if (!chosen || others.length === 0 || hoursIn === 0) return undefined
  const hoursAvoided = mean(others.map(({ hours }) => hours)) - chosen.hours
  return {
    adaptationsAvoided: tenth(mean(others.map(({ count }) => count)) - chosen.count),
    hoursAvoided: tenth(hoursAvoided),
    hoursIn: tenth(hoursIn),
    perHour: hundredth(hoursAvoided / hoursIn),
  }
}

export const signalKeys = ['plan', 'people', 'set-up', 'vendor', 'benefits'] as const
export type SignalKey = (typeof signalKeys)[number]
export type SignalState = 'ok' | 'waits' | 'not-in-use'
type Part = { done: number; of: number }

/** A signal is well when everything it counts is done. One that counts nothing is not in use, and is never called well. */
export const stateOfSignal = (parts: readonly Part[]): SignalState =>
  parts.every(({ of }) => of === 0) ? 'not-in-use' : parts.every(({ done, of }) => done >= of) ? 'ok' : 'waits'
