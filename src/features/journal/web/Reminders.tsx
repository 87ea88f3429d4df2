import { useState } from 'react'
import { ProtectedMark } from '#features/citizens/web/index.ts'
import type { MyUnit } from '#features/org/contract.ts'
import { Button, Empty, Lines, MomentText, Row, Section, Stack } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { journal, type Reminder } from '../contract.ts'
import type { People } from './people.ts'
import { ReminderDialog } from './ReminderDialog.tsx'
import { text } from './text.ts'

type RemindersProps = { unit: MyUnit; people: People; reminders: readonly Reminder[] }

/** What the next ones must remember, until it goes away. */
export function Reminders({ unit, people, reminders }: RemindersProps) {
  const [isWriting, setWriting] = useState(false)
  return (
    <Section title={text.reminders}>
      {reminders.length === 0 ? (
        <Empty>{text.noReminders}</Empty>
      ) : (
        <Lines>
          {reminders.map((reminder) => (
            <li key={reminder.id}>
              <ReminderLine
                reminder={reminder}
                name={reminder.citizenId && people.nameOf(reminder.citizenId)}
                isProtected={people.isProtected(reminder.citizenId)}
              />
            </li>
          ))}
        </Lines>
      )}
      <Row>
        <Button onPress={() => setWriting(true)}>{text.addReminder}</Button>
      </Row>
      {isWriting && <ReminderDialog unit={unit} people={people} onClose={() => setWriting(false)} />}
    </Section>
  )
}

type LineProps = { reminder: Reminder; name: string | null; isProtected: boolean }

function ReminderLine({ reminder, name, isProtected }: LineProps) {
  const end = useWrite(journal.endReminder)
  const done = () => void end.run({ id: reminder.id, version: reminder.version })
  return (
    <Stack gap={1}>
      <span>
        {name && <strong>{name}: </strong>}
        {isProtected && (
          <>
            <ProtectedMark />{' '}
          </>
        )}
        {reminder.text}
      </span>
      <Row apart gap={2}>
        <small>
          {reminder.authorName} · {text.until('')}
          <MomentText at={reminder.expiresAt} />
        </small>
        <Button kind="plain" isBusy={end.isBusy} onPress={done} aria-label={text.doneWith(reminder.text)}>
          {text.done}
        </Button>
      </Row>
      {end.problemText !== undefined && <span role="alert">{end.problemText}</span>}
    </Stack>
  )
}
