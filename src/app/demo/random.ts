/** Deterministic numbers: the same seed gives the same people and notes in every run. */
export type Dice = {
  int: (below: number) => number
  pick: <T>(from: readonly T[]) => T
  chance: (share: number) => boolean
}

export function dice(seed: string): Dice {
  let state = 2166136261
  for (const ch of seed) state = Math.imul(state ^ (ch.codePointAt(0) ?? 0), 16777619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (below: number) => Math.floor(next() * below)
  return {
    int,
    chance: (share) => next() < share,
    pick: (from) => {
      const found = from[int(from.length)]
      if (found === undefined) throw new Error('dice: nothing to pick from')
      return found
    },
  }
}
