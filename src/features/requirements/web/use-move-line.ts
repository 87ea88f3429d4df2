import { announce } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Requirement, requirements } from '../contract.ts'
import { text } from './text.ts'

/** Rows change places, or get their numbers anew. */
export function useMoveLine(requirement: Requirement) {
  const sender = useWrite(requirements.arrangeLines, { touches: ['thread'] })
  const { id, version, lines } = requirement
  const arrange = async (ids: string[], renumber: boolean) => {
    if (await sender.run({ id, version, ids, renumber })) announce(text.saved)
  }
  const by = async (lineId: string, steps: -1 | 1) => {
    const ids = lines.map((line) => line.id)
    const from = ids.indexOf(lineId)
    const to = from + steps
    if (from < 0 || to < 0 || to >= ids.length) return
    ;[ids[from], ids[to]] = [ids[to]!, ids[from]!]
    await arrange(ids, false)
  }
  const renumber = () =>
    arrange(
      lines.map((line) => line.id),
      true,
    )
  return { by, renumber, sender }
}
export type MoveLine = ReturnType<typeof useMoveLine>
