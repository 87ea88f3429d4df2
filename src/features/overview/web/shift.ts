/** The shift that is on: when it began and when the next one takes over. */
export type Shift = { readonly from: string; readonly to: string; readonly name: 'day' | 'evening' | 'night' }

/** Hours from which a shift is called an evening's and a night's. */
const EVENING = 12
const NIGHT = 20
const MORNING = 4

function nameOf(start: string): Shift['name'] {
  const hour = Number(start.slice(0, 2))
  if (hour >= NIGHT || hour < MORNING) return 'night'
  return hour >= EVENING ? 'evening' : 'day'
}

/**
 * @param starts local start of each shift, `15:00`, in order of the day
 * @param time   local time of day; before the first start last evening's shift is still on
 */
export function shiftAt(starts: readonly string[], time: string): Shift | undefined {
  if (starts.length < 2) return undefined
  const at = starts.findLastIndex((start) => start <= time)
  const from = starts.at(at)!
  return { from, to: starts[(starts.indexOf(from) + 1) % starts.length]!, name: nameOf(from) }
}
