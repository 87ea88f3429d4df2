import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { announce, Button, Dialog, Mark, Notice, timeWords } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Handover, journal } from '../contract.ts'
import { text } from './text.ts'

type TakeOverProps = {
  handover: Handover /** Important notes not yet seen. */
  unread: number
  kind?: 'primary' | 'quiet'
  /** False where nobody takes over a shift: then one has just read it. */
  isShift?: boolean
  /** The page says it, where this button may be gone by then. */
  onTaken?: (at: string) => void
}

export const takenWords = (isShift: boolean, at: string): string =>
  (isShift ? text.takenOver : text.readUpToAt)(timeWords(at))

/** The shift is mine: what was shown is from now on behind me. Says first when something important is unread. */
export function TakeOver({ handover, unread, kind = 'primary', onTaken, isShift = true }: TakeOverProps) {
  const [isAsking, setAsking] = useState(false)
  const [taken, setTaken] = useState<string>()
  const take = useWrite(journal.takeOver, {
    onDone: ({ takenAt }) => {
      setTaken(takenAt)
      onTaken?.(takenAt)
      announce(takenWords(isShift, takenAt))
    },
  })
  const run = () => {
    setAsking(false)
    void take.run({ id: newId(), unitId: handover.id, cursor: handover.cursor })
  }
  return (
    <>
      {take.problemText !== undefined && (
        <Notice tone="attention" isUrgent>
          <p>{take.problemText}</p>
        </Notice>
      )}
      {taken && !onTaken && <Mark tone="ok">{takenWords(isShift, taken)}</Mark>}
      <Button kind={taken ? 'quiet' : kind} isBusy={take.isBusy} onPress={() => (unread > 0 ? setAsking(true) : run())}>
        {isShift ? text.takeOver : text.readUpTo}
      </Button>
      <Ask isOpen={isAsking} unread={unread} onClose={() => setAsking(false)} onTake={run} />
    </>
  )
}

type AskProps = { isOpen: boolean; unread: number; onClose: () => void; onTake: () => void }

function Ask({ isOpen, unread, onClose, onTake }: AskProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={text.takeOver}
      actions={
        <>
          <Button kind="primary" onPress={onClose}>
            {text.seeThem}
          </Button>
          <Button onPress={onTake}>{text.takeOverAnyway}</Button>
        </>
      }
    >
      <p>{text.unreadLeft(unread)}</p>
    </Dialog>
  )
}
