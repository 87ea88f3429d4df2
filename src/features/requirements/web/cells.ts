import { MOST } from '../content.ts'
import type { Line, Requirement } from '../contract.ts'
import { isSentOut } from '../rules.ts'
import { draftIdOf, mostOf, type WrittenField, writtenFields } from './task.ts'
import { text } from './text.ts'

/** What a cell holds: a field of the requirement, the number or the words of a row, or a row to come. */
export type Cell =
  | { readonly kind: 'field'; readonly field: WrittenField }
  | { readonly kind: 'no' | 'text'; readonly line: Line }
  | { readonly kind: 'new' }

export type GridRow = { readonly key: string; readonly cells: readonly Cell[] }

export const keyOf = (cell: Cell): string => {
  if (cell.kind === 'field') return cell.field
  return cell.kind === 'new' ? 'new' : `${cell.kind} ${cell.line.id}`
}

/** Fields, then rows, then a place for the next row, and last the example, which is no demand. */
export function rowsOf({ lines, state }: Requirement, mayWrite: boolean): GridRow[] {
  const fields = writtenFields.map((field): GridRow => ({ key: field, cells: [{ kind: 'field', field }] }))
  const rows = lines.map((line): GridRow => {
    const words: Cell = { kind: 'text', line }
    return { key: line.id, cells: isSentOut(state) || !mayWrite ? [words] : [{ kind: 'no', line }, words] }
  })
  const fresh: GridRow[] = mayWrite ? [{ key: 'new', cells: [{ kind: 'new' }] }] : []
  return [...fields, ...rows, ...fresh, { key: 'example', cells: [{ kind: 'field', field: 'example' }] }]
}

export function wordsIn(cell: Cell, requirement: Requirement): string {
  if (cell.kind === 'field') return requirement[cell.field]
  if (cell.kind === 'new') return ''
  return cell.kind === 'no' ? cell.line.no : cell.line.text
}

export function labelOf(cell: Cell): string {
  if (cell.kind === 'field') return text.fields[cell.field]
  if (cell.kind === 'new') return text.newLine
  return cell.kind === 'no' ? `${text.number} ${cell.line.no}` : text.lineNo(cell.line.no)
}

export const lengthOf = (cell: Cell): number => {
  if (cell.kind === 'field') return mostOf(cell.field)
  return cell.kind === 'no' ? 3 : MOST.line
}

/** Where the words are kept while they are typed: an id of its own for each cell, and the field's name. */
export function draftOf(cell: Cell, requirement: Requirement, newLineId: string) {
  if (cell.kind === 'field')
    return {
      recordId: draftIdOf(requirement.id, cell.field),
      field: cell.field as string,
      basedOn: requirement.version,
    }
  if (cell.kind === 'new') return { recordId: newLineId, field: 'text', basedOn: 0 }
  return { recordId: cell.line.id, field: 'text', basedOn: cell.line.version }
}
