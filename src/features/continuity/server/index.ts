import type { UseCase } from '#kernel/server/use-case.ts'
import { atUnit } from './at-unit.ts'
import { endTablet } from './end-tablet.ts'
import { pack } from './pack.ts'
import { pair } from './pair.ts'
import { refreshed } from './refreshed.ts'

export const continuityUseCases: readonly UseCase[] = [atUnit, pair, pack, refreshed, endTablet]
