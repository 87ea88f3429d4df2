import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { Button, FaultText, Notice, Row, SaveState } from '#kernel/ui/index.ts'
import { call, useDraft, useRead } from '#kernel/web/index.ts'
import type { LineKind } from '../content.ts'
import { type Requirement, requirements } from '../contract.ts'
import { type Cell, draftOf, labelOf, lengthOf } from './cells.ts'
import type { Onward } from './grid-keys.ts'
import styles from './TaskGrid.module.css'
import { text } from './text.ts'
import { useCellSave, type Versions } from './use-cell-save.ts'

export type EditorProps = {
  cell: Cell
  requirement: Requirement
  before: string
  versions: Versions
  newLine: { id: string; kind: LineKind; afterId: string | null }
  onTyping: (words: string) => void
  onSaved: (words: string, recordId: string, version: number) => void
  onDone: (onward: Onward) => void
  /** Several rows from a spreadsheet. */
  onRows: (pasted: string) => void
}

/** One cell being written: kept on the device at once, as a draft on the server soon after, and in the table when one goes on. */
export function CellEditor(props: EditorProps) {
  const { cell, onTyping, onRows } = props
  const { drafting, words, commit, leave, sender, clash, theirs } = useCommit(props)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [])
  const tell = useRef(onTyping)
  tell.current = onTyping
  useEffect(() => tell.current(words), [words])
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (cell.kind === 'field' || cell.kind === 'no' || !/\r|\n.|\t/.test(pasted.trim())) return
    event.preventDefault()
    onRows(pasted)
  }
  const fault = clash ? undefined : (sender.faultOf(cell.kind === 'no' ? 'no' : 'text') ?? sender.problemText)
  return (
    <div className={styles.editor}>
      <div className={styles.grow} data-value={words}>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={labelOf(cell)}
          aria-invalid={fault ? true : undefined}
          rows={1}
          maxLength={lengthOf(cell)}
          value={words}
          onChange={(event) => drafting.change({ [fieldName(cell)]: event.target.value })}
          onKeyDown={(event) => onKey(event, commit, leave)}
          onPaste={onPaste}
          onBlur={(event) => stillHere(event.relatedTarget, field.current) || void commit('stay')}
        />
      </div>
      {cell.kind !== 'no' && (
        <span className={styles.state}>
          <SaveState state={drafting.saving} />
        </span>
      )}
      {fault && <FaultText>{fault}</FaultText>}
      {clash && (
        <Clash
          byName={clash.changedByName}
          theirs={theirs}
          onKeep={() => void commit('stay', clash.version)}
          onTake={() => void leave('stay')}
        />
      )}
    </div>
  )
}

type ClashProps = { byName: string; theirs: string; onKeep: () => void; onTake: () => void }

/** Somebody else was faster in the same cell: both texts in sight, and one chooses. */
const Clash = ({ byName, theirs, onKeep, onTake }: ClashProps) => (
  <Notice tone="attention" title={text.staleTitle(byName)} isUrgent>
    <p>
      {text.theirs}: {theirs}
    </p>
    <Row gap={2}>
      <Button kind="primary" onPress={onKeep}>
        {text.keepMine}
      </Button>
      <Button onPress={onTake}>{text.takeTheirs}</Button>
    </Row>
  </Notice>
)

const fieldName = (cell: Cell): string => (cell.kind === 'field' ? cell.field : 'text')

/** Going on saves what was changed; a refusal leaves one where one was, with one's words. */
function useCommit(props: EditorProps) {
  const { cell, requirement, before, onDone } = props
  const { drafting, words } = useWords(props)
  const { save, ...saving } = useCellSave(props)
  const leave = async (onward: Onward) => {
    const { recordId } = draftOf(cell, requirement, props.newLine.id)
    await drafting.drop()
    if (drafting.saving) void call(requirements.discardDraft, { id: recordId }, { key: crypto.randomUUID() })
    onDone(onward)
  }
  const commit = async (onward: Onward, version?: number) => {
    if (words.trim() === before.trim() && version === undefined) return leave(onward)
    await drafting.hold()
    if (!(await save(words, version))) return drafting.resume()
    await drafting.drop()
    onDone(onward)
  }
  return { drafting, words, commit, leave, ...saving }
}

/** The words being written: those kept from before win over what stands in the table. */
function useWords({ cell, requirement, before, newLine }: EditorProps) {
  const drafts = useRead(requirements.myDrafts, {}, { staleMs: 60_000 })
  const { recordId, field, basedOn } = draftOf(cell, requirement, newLine.id)
  const kept = drafts.data?.find((draft) => draft.recordId === recordId)
  // A row's number is typed in a moment and has no words to lose.
  const id = cell.kind === 'no' ? `${recordId.slice(0, -1)}0` : recordId
  const drafting = useDraft<Record<string, string>>({
    id,
    initial: kept ? { content: kept.content, revision: kept.revision } : { content: { [field]: before }, revision: 0 },
    save: async (content, revision, options) => {
      if (cell.kind === 'no') return new Date().toISOString()
      const draft = { requirementId: requirement.id, recordId, content, revision, basedOn }
      const answer = await call(requirements.saveDraft, draft, { ...options, key: crypto.randomUUID() })
      return answer.savedAt
    },
  })
  return { drafting, words: drafting.content[field] ?? before }
}

/** The buttons of a clash belong to the cell. */
const stillHere = (to: EventTarget | null, field: HTMLElement | null): boolean =>
  to instanceof Node && (field?.closest('[role=gridcell]')?.contains(to) ?? false)

type Commit = (onward: Onward) => Promise<void>

function onKey(event: KeyboardEvent, commit: Commit, leave: Commit): void {
  const how: Record<string, [Commit, Onward]> = {
    Enter: [commit, 'down'],
    Tab: [commit, event.shiftKey ? 'former' : 'next'],
    Escape: [leave, 'stay'],
  }
  const found = how[event.key]
  event.stopPropagation()
  if (!found || (event.key === 'Enter' && event.shiftKey)) return
  event.preventDefault()
  void found[0](found[1])
}
