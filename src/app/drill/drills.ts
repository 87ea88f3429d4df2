import { backup } from './backup.ts'
import type { Drill } from './drill.ts'
import { droppedAnswer } from './dropped-answer.ts'
import { editors } from './editors.ts'
import { handover } from './handover.ts'
import { bothKill, databaseKill, serverKill } from './kills.ts'
import { oversized } from './oversized.ts'
import { poolHeld } from './pool-held.ts'
import { slowClients } from './slow-clients.ts'
import { streams } from './streams.ts'
import { trail } from './trail.ts'

export const drills: readonly Drill[] = [
  serverKill,
  bothKill,
  databaseKill,
  droppedAnswer,
  editors,
  handover,
  backup,
  slowClients,
  oversized,
  poolHeld,
  streams,
  trail,
]
