import { useEffect, useRef } from 'react'
import { Problem } from '#kernel/lang/problem.ts'
import { useWrite } from '#kernel/web/index.ts'
import type { LineKind } from '../content.ts'
import { type Requirement, requirements } from '../contract.ts'
import type { Cell } from './cells.ts'

type Told = { readonly version: number; readonly changedByName: string } & Readonly<Record<string, unknown>>

/** Versions that our own answers have told of, before the table is read again. */
export type Versions = { of: (id: string, known: number) => number; saw: (id: string, version: number) => void }

export function useVersions(): Versions {
  const seen = useRef(new Map<string, number>())
  return {
    of: (id, known) => Math.max(known, seen.current.get(id) ?? 0),
    saw: (id, version) => void seen.current.set(id, version),
  }
}

type SaveOptions = {
  cell: Cell
  requirement: Requirement
  before: string
  versions: Versions
  newLine: { id: string; kind: LineKind; afterId: string | null }
  onSaved: (words: string, recordId: string, version: number) => void
}

/** What stands now, when somebody else was faster. */
export const staleOf = (problem: unknown): Told | undefined =>
  problem instanceof Problem && problem.kind === 'stale' ? (problem.current as Told) : undefined

const fieldOf = (cell: Cell): string => (cell.kind === 'field' ? cell.field : cell.kind === 'no' ? 'no' : 'text')

/**
 * Saves one cell from the version it was begun at. Another field of the requirement changed meanwhile is no clash: then it
 * is saved again, on top of that.
 */
export function useCellSave({ cell, requirement, before, versions, newLine, onSaved }: SaveOptions) {
  const touches = { touches: ['thread'] }
  const change = useWrite(requirements.change, touches)
  const changeLine = useWrite(requirements.changeLine, touches)
  const addLines = useWrite(requirements.addLines, touches)
  const words = useRef('')
  const sender = cell.kind === 'field' ? change : cell.kind === 'new' ? addLines : changeLine

  const send = async (version: number | undefined): Promise<boolean> => {
    const said = words.current
    if (cell.kind === 'new') {
      const { afterId, ...line } = newLine
      const lines = [{ ...line, no: null, text: said }]
      const answer = await addLines.run({ requirementId: requirement.id, afterId, lines })
      if (answer) onSaved('', line.id, 1)
      return answer !== undefined
    }
    const record = cell.kind === 'field' ? requirement : cell.line
    const from = version ?? versions.of(record.id, record.version)
    const answer =
      cell.kind === 'field'
        ? await change.run({ id: record.id, version: from, fields: { [cell.field]: said } })
        : await changeLine.run({ id: record.id, version: from, [cell.kind]: said })
    if (answer) onSaved(said, answer.id, answer.version)
    return answer !== undefined
  }
  const save = (said: string, version?: number) => {
    words.current = said
    return send(version)
  }

  const told = staleOf(sender.problem)
  const isElsewhere = told !== undefined && told[fieldOf(cell)] === before
  const sendAgain = useRef(send)
  sendAgain.current = send
  useEffect(() => {
    if (isElsewhere) void sendAgain.current(told?.version)
  }, [isElsewhere, told?.version])
  return { save, sender, clash: isElsewhere ? undefined : told, theirs: String(told?.[fieldOf(cell)] ?? '') }
}
