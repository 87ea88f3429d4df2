import type { DemoNote } from '../shape.ts'
import { aastedetFirstWeek } from './aastedet-first-week.ts'
import { aastedetSecondWeek } from './aastedet-second-week.ts'
import { ankeretNotes, laerkenNotes } from './ankeret-laerken.ts'
import { bnordNotes } from './bnord.ts'
import { generateNotes } from './generate.ts'
import { solsikkenNotes } from './solsikken.ts'

export const writtenNotes: DemoNote[] = [
  ...aastedetFirstWeek,
  ...aastedetSecondWeek,
  ...bnordNotes,
  ...solsikkenNotes,
  ...ankeretNotes,
  ...laerkenNotes,
]

/** Those with many written notes stand alone; the quieter ones get ordinary days made for them. */
function storied(notes: DemoNote[]): Set<string> {
  const counts = new Map<string, number>()
  for (const n of notes) counts.set(`${n.unit}/${n.citizen}`, (counts.get(`${n.unit}/${n.citizen}`) ?? 0) + 1)
  return new Set([...counts].flatMap(([key, count]) => (key.startsWith('aastedet/') && count < 10 ? [] : [key])))
}

function inOrder(a: DemoNote, b: DemoNote): number {
  return a.day - b.day || a.time.localeCompare(b.time)
}

/** Two weeks, oldest first. The sort is stable, so the order is the same in every run. */
export const notes: DemoNote[] = [...writtenNotes, ...generateNotes(storied(writtenNotes))].sort(inOrder)
