/** What a drill found: whether everything held, and the figures of it in one line. */
export type Verdict = { held: boolean; said: string }

/** How much is asked for: `loops` repetitions; `short` is the form that is part of every check. */
export type Scale = { loops: number; short: boolean }

/**
 * Something goes wrong on purpose. The control is the same under a condition in which it cannot hold:
 * a drill whose control holds proves nothing.
 */
export type Drill = {
  name: string
  what: string
  control: string
  /** Mostly waits: begun first where two run at a time. */
  waits?: true
  run: (scale: Scale) => Promise<{ drill: Verdict; control: Verdict }>
}

export type Row = {
  name: string
  what: string
  result: 'held' | 'FAILED' | 'BROKEN'
  drill: string
  control: string
  seconds: number
}

/** Faults by name and number; none may be above nothing. */
export function verdict(faults: Record<string, number>, figures: Record<string, string | number> = {}): Verdict {
  const met = Object.entries(faults).filter(([, count]) => count > 0)
  const none = Object.keys(faults).filter((name) => faults[name] === 0)
  const told = [...Object.entries(figures), ...met].map(([name, value]) => `${name}: ${value}`)
  return {
    held: met.length === 0,
    said: [...told, ...(none.length ? [`none ${none.join(', none ')}`] : [])].join('; '),
  }
}

export const together = (...verdicts: Verdict[]): Verdict => ({
  held: verdicts.every(({ held }) => held),
  said: verdicts.map(({ said }) => said).join('; '),
})

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
export const between = (low: number, high: number) => low + Math.random() * (high - low)
export const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))
export const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** @returns whether it became true in time. */
export async function until(true_: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await wait(5)) if (await true_()) return true
  return false
}
