import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { announce, Notice, ToggleChips } from '#kernel/ui/index.ts'
import { useMe, useWrite } from '#kernel/web/index.ts'
import { type LineKind, lineKinds, nameOfNumber } from '../content.ts'
import { type Requirement, requirements } from '../contract.ts'
import { linesPasted, whyNotChange } from '../rules.ts'
import { CellEditor } from './CellEditor.tsx'
import { type Cell, type GridRow, keyOf, labelOf, rowsOf, wordsIn } from './cells.ts'
import { type At, moved, type Onward, onwards } from './grid-keys.ts'
import { RowBar } from './RowBar.tsx'
import styles from './TaskGrid.module.css'
import type { WrittenField } from './task.ts'
import { text } from './text.ts'
import { useVersions, type Versions } from './use-cell-save.ts'
import { useMoveLine } from './use-move-line.ts'
import type { Whole } from './use-set.ts'

/** What is being typed, for what looks at the whole while one writes. */
export type Typing =
  | { readonly field: WrittenField; readonly words: string }
  | { readonly lineId: string; readonly kind: LineKind; readonly words: string }

type GridProps = { requirement: Requirement; whole: Whole; onTyping: (typing: Typing | undefined) => void }

/** The task as a table: one cell is active, keys move, Enter writes. */
export function TaskGrid({ requirement, whole, onTyping }: GridProps) {
  const me = useMe()
  const mayEdit = whole.permitted.includes('edit')
  const mayWrite =
    whole.permitted.includes('propose') && whyNotChange(requirement, { id: me.id, mayEdit }) === undefined
  const rows = rowsOf(requirement, mayWrite)
  const grid = useGrid(rows)
  const versions = useVersions()
  const { at, isEditing, edit, leave } = grid
  const line = lineIn(rows[at.row])
  const move = useMoveLine(requirement)
  const paste = usePaste(requirement)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isEditing) return
    if (event.altKey && line && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      return void move.by(line.id, event.key === 'ArrowUp' ? -1 : 1)
    }
    if (mayWrite && (event.key === 'Enter' || event.key === 'F2')) {
      event.preventDefault()
      return edit(at)
    }
    grid.onArrow(event)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isEditing || !mayWrite || rows[at.row]?.cells[0]?.kind === 'field') return
    void paste.rows(event.clipboardData.getData('text/plain'), line?.id ?? null)
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table one writes in is a grid */}
      <div
        ref={grid.ref}
        role="grid"
        className={styles.grid}
        aria-label={nameOfNumber(requirement.number)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        tabIndex={-1}
      >
        {rows.map((row, index) => (
          <GridLine
            key={row.key}
            {...{ row, index, requirement, grid, versions, mayWrite, onTyping }}
            onPasted={(pasted) => {
              leave('stay')
              void paste.rows(pasted, lineIn(row)?.id ?? null)
            }}
          />
        ))}
      </div>
      {mayWrite && line && !isEditing && <RowBar requirement={requirement} line={line} move={move} />}
      {paste.problemText && <Notice tone="attention">{paste.problemText}</Notice>}
    </>
  )
}

const lineIn = (row: GridRow | undefined) => {
  const cell = row?.cells.at(-1)
  return cell?.kind === 'text' ? cell.line : undefined
}

/** Where one stands, and whether one writes there. The focus follows, also when rows come and go around it. */
function useGrid(rows: readonly GridRow[]) {
  const ref = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState({ key: rows[0]!.key, column: 0 })
  const [isEditing, setEditing] = useState(false)
  const [wantsFocus, setWantsFocus] = useState(0)
  const widths = rows.map(({ cells }) => cells.length)
  const row = Math.max(
    0,
    rows.findIndex(({ key }) => key === held.key),
  )
  const at = { row, column: Math.min(held.column, (widths[row] ?? 1) - 1) }
  useEffect(() => {
    if (wantsFocus) ref.current?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus()
  }, [wantsFocus])
  const stand = ({ row: index, column }: At) => setHeld({ key: rows[index]!.key, column })
  const go = (to: At) => {
    stand(to)
    setWantsFocus((count) => count + 1)
  }
  return {
    ref,
    at,
    isEditing,
    go,
    edit: (to: At) => {
      stand(to)
      setEditing(true)
    },
    leave: (onward: Onward) => {
      setEditing(false)
      go(onwards(at, onward, widths))
    },
    onArrow: (event: KeyboardEvent) => {
      const to = moved(at, event.key, widths)
      if (!to) return
      event.preventDefault()
      go(to)
    },
  }
}

function usePaste(requirement: Requirement) {
  const add = useWrite(requirements.addLines, { touches: ['thread'] })
  const rows = async (pasted: string, afterId: string | null) => {
    const taken = new Set(requirement.lines.map(({ no }) => no))
    const lines = linesPasted(pasted).map(({ no, ...line }) => ({
      ...line,
      id: newId(),
      no: no && !taken.has(no) ? no : null,
    }))
    if (lines.length === 0) return
    if (await add.run({ requirementId: requirement.id, afterId, lines })) announce(text.saved)
  }
  return { rows, problemText: add.problemText }
}

type LineProps = {
  row: GridRow
  index: number
  requirement: Requirement
  grid: ReturnType<typeof useGrid>
  versions: Versions
  mayWrite: boolean
  onTyping: GridProps['onTyping']
  onPasted: (pasted: string) => void
}

function GridLine({ row, ...rest }: LineProps) {
  const last = row.cells.at(-1)!
  const [kind, setKind] = useState<LineKind>('step')
  const isLine = last.kind === 'text'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a grid
    // biome-ignore lint/a11y/useFocusableInteractive: its cells are what one stands on
    <div role="row" className={`${styles.row} ${styles[classOf(last)] ?? ''}`}>
      {row.cells.length === 1 && (
        // biome-ignore lint/a11y/useSemanticElements: heads its row
        // biome-ignore lint/a11y/useFocusableInteractive: says what the cell beside it holds
        <div role="rowheader" className={styles.head}>
          {isLine ? last.line.no : labelOf(last)}
          {last.kind === 'field' && last.field === 'example' && <em> · {text.exampleNote}</em>}
          {last.kind === 'new' && (
            <ToggleChips
              label={text.newLineKind}
              choices={lineKinds.map((id) => ({ id, label: text.kinds[id] }))}
              value={[kind]}
              onChange={([to]) => to && setKind(to)}
            />
          )}
        </div>
      )}
      {row.cells.map((cell, column) => (
        <GridCell key={keyOf(cell)} {...rest} cell={cell} column={column} kind={kind} />
      ))}
    </div>
  )
}

const classOf = (cell: Cell): string => {
  if (cell.kind === 'field') return cell.field === 'title' ? 'title' : cell.field === 'example' ? 'example' : 'fact'
  return cell.kind === 'new' ? 'new' : (cell.line.kind as string)
}

type CellProps = Omit<LineProps, 'row'> & { cell: Cell; column: number; kind: LineKind }

function GridCell({ cell, column, index, requirement, grid, versions, mayWrite, onTyping, onPasted, kind }: CellProps) {
  const [just, setJust] = useState<{ words: string; version: number }>()
  const [newLineId, setNewLineId] = useState(newId)
  const isActive = grid.at.row === index && grid.at.column === column
  const before = wordsIn(cell, requirement)
  const record = cell.kind === 'no' || cell.kind === 'text' ? cell.line : requirement
  const shown = just && just.version > record.version ? just.words : before
  const onWords = (words: string) => {
    if (cell.kind === 'field') onTyping({ field: cell.field, words })
    if (cell.kind === 'text') onTyping({ lineId: cell.line.id, kind: cell.line.kind, words })
    if (cell.kind === 'new' && words) onTyping({ lineId: newLineId, kind, words })
  }
  const isFresh = useRef(false)
  const onSaved = (words: string, id: string, version: number) => {
    versions.saw(id, version)
    isFresh.current = cell.kind === 'new'
    if (cell.kind === 'new') setNewLineId(newId())
    else setJust({ words, version })
  }
  const onDone = (onward: Onward) => {
    onTyping(undefined)
    const goesOn = isFresh.current && onward === 'down'
    isFresh.current = false
    // After a new row one writes the next.
    if (goesOn) grid.edit({ row: index, column })
    else grid.leave(onward)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a grid
    <div
      role="gridcell"
      className={`${styles.cell} ${styles[`${cell.kind}Cell`] ?? ''}`}
      tabIndex={isActive ? 0 : -1}
      aria-readonly={!mayWrite}
      onClick={() => mayWrite && !(isActive && grid.isEditing) && grid.edit({ row: index, column })}
      onFocus={(event) => event.target === event.currentTarget && !isActive && grid.go({ row: index, column })}
      onKeyDown={() => undefined}
    >
      {isActive && grid.isEditing ? (
        <CellEditor
          key={newLineId}
          {...{ cell, requirement, versions, onSaved, onDone }}
          before={shown}
          newLine={{ id: newLineId, kind, afterId: null }}
          onTyping={onWords}
          onRows={onPasted}
        />
      ) : (
        <span className={shown ? undefined : styles.empty}>{shown || emptyWords(cell)}</span>
      )}
    </div>
  )
}

const emptyWords = (cell: Cell): string => (cell.kind === 'new' ? text.newLineHelp : text.empty)
