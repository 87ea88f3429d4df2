import { announce } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Requirement, requirements } from '../contract.ts'
import { text } from './text.ts'
import type { Whole } from './use-set.ts'

/** A requirement changes place with the one before or after it in its area; undefined where there is none. */
export function useMoveRequirement({ id, areaId }: Requirement, whole: Whole) {
  const sender = useWrite(requirements.arrange)
  const ids = whole.requirements.filter((one) => one.areaId === areaId).map((one) => one.id)
  const from = ids.indexOf(id)
  const by = (steps: -1 | 1) => {
    const other = ids[from + steps]
    if (from < 0 || other === undefined) return undefined
    const moved = ids.map((one) => (one === id ? other : one === other ? id : one))
    return async () => {
      if (await sender.run({ id: areaId, ids: moved })) announce(text.saved)
    }
  }
  return { up: by(-1), down: by(1), problemText: sender.problemText }
}
export type MoveRequirement = ReturnType<typeof useMoveRequirement>
