import { useState } from 'react'
import { Button, Dialog, Lines, Notice, Section, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type ChangeMade, type Profile, profiles } from '../contract.ts'
import styles from './SetUp.module.css'
import { text } from './text.ts'

/** What was applied over time, newest first. The newest that stands can be taken back. */
export function History({ profile, mayApply }: { profile: Profile; mayApply: boolean }) {
  const [undoing, setUndoing] = useState<ChangeMade>()
  const latest = profile.changes.find(({ undoneOn }) => !undoneOn)
  return (
    <Section title={text.history}>
      {profile.changes.length === 0 && <p>{text.noChanges}</p>}
      <Lines label={text.history}>
        {profile.changes.map((change) => (
          <li key={change.id}>
            <Stack gap={1}>
              <Made change={change} />
              {mayApply && change.id === latest?.id && (
                <span>
                  <Button onPress={() => setUndoing(change)}>{text.undo}</Button>
                </span>
              )}
            </Stack>
          </li>
        ))}
      </Lines>
      {undoing && <UndoDialog change={undoing} onClose={() => setUndoing(undefined)} />}
    </Section>
  )
}

function Made({ change }: { change: ChangeMade }) {
  const today = useToday()
  const { note, fromOn, appliedByName, undoneOn, undoneByName, values } = change
  return (
    <>
      <strong>{note}</strong>
      <span className={styles.source}>{text.applied(shortDayWords(fromOn, today), appliedByName)}</span>
      <span className={styles.source}>
        {undoneOn ? text.undone(shortDayWords(undoneOn, today), undoneByName ?? '') : text.values(values)}
      </span>
    </>
  )
}

function UndoDialog({ change, onClose }: { change: ChangeMade; onClose: () => void }) {
  const { run, isBusy, problemText } = useWrite(profiles.undo, { onDone: onClose, touches: ['org', 'thread'] })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.undoTitle}
      actions={
        <Button kind="primary" isBusy={isBusy} onPress={() => void run({ id: change.id })}>
          {text.undo}
        </Button>
      }
    >
      {problemText && (
        <Notice tone="attention" isUrgent>
          {problemText}
        </Notice>
      )}
      <p>
        <strong>{change.note}</strong>
      </p>
      <p>{text.undoLead}</p>
    </Dialog>
  )
}
