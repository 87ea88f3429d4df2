import type { BidIn } from './model.ts'

/**
 * A price so far below the mean of the others is worth asking about before an award.
 * @source own choice: no number is known from the law; whether a price is abnormally low is for a lawyer to say
 */
export const LOW_PERCENT = 30

export type LowPrice = { readonly id: string; readonly belowPercent: number }

/** Bids whose price lies that far below the mean of the others, in whole per cent. It takes no bid out and moves no point. */
export function lowPrices(bids: readonly Pick<BidIn, 'id' | 'priceOere'>[]): LowPrice[] {
  const sum = bids.reduce((all, { priceOere }) => all + priceOere, 0)
  return bids.flatMap(({ id, priceOere }) => {
    const others = bids.length - 1
    if (others === 0) return []
    const belowPercent = Math.floor(100 - (100 * priceOere * others) / (sum - priceOere))
    return belowPercent >= LOW_PERCENT ? [{ id, belowPercent }] : []
  })
}
