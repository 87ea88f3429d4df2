import type { Drill } from './drill.ts'
import { droppedAnswer } from './dropped-answer.ts'
import { editors } from './editors.ts'
import { handover } from './handover.ts'
import { bothKill, databaseKill, serverKill } from './kills.ts'

export const drills: readonly Drill[] = [serverKill, bothKill, databaseKill, droppedAnswer, editors, handover]
