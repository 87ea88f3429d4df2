import { useState } from 'react'
import { addDays, dayOf } from '#kernel/lang/day.ts'
import {
  Button,
  FormDialog,
  Lines,
  Mark,
  Row,
  Stack,
  savedAndClose,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Narrowing, org } from '../contract.ts'
import { words } from './administration-text.ts'
import { rightWords } from './right-words.ts'
import { roleWords } from './role-words.ts'

export const narrowedWhere = ({ unitName }: Narrowing): string => unitName ?? words.everywhere

/** What was taken away, from whom, where, why, and by whom. */
export function Narrowings({ all }: { all: readonly Narrowing[] }) {
  return (
    <Lines label={words.narrowings}>
      {all.map((one) => (
        <li key={one.id}>
          <One narrowing={one} />
        </li>
      ))}
    </Lines>
  )
}

function One({ narrowing }: { narrowing: Narrowing }) {
  const today = useToday()
  const [isEnding, end] = useState(false)
  const { rightName, role, fromOn, toOn, note, decidedByName, decidedAt, permitted } = narrowing
  const from = shortDayWords(fromOn, today)
  const period = toOn
    ? words.fromTo(from, shortDayWords(toOn, today))
    : fromOn > today
      ? words.from(from)
      : words.since(from)
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <span>
          {rightWords(rightName)} · {roleWords(role)} · {narrowedWhere(narrowing)}
        </span>
        <span>{note}</span>
        <small>
          {period} · {words.narrowedBy(decidedByName, shortDayWords(dayOf(decidedAt), today))}
        </small>
      </Stack>
      {permitted.includes('end') ? (
        <Button aria-label={words.endNarrowingOf(rightWords(rightName))} onPress={() => end(true)}>
          {words.endNarrowing}
        </Button>
      ) : (
        <Mark>{words.over}</Mark>
      )}
      {isEnding && <EndNarrowing narrowing={narrowing} onClose={() => end(false)} />}
    </Row>
  )
}

function EndNarrowing({ narrowing, onClose }: { narrowing: Narrowing; onClose: () => void }) {
  const today = useToday()
  const sender = useWrite(org.endNarrowing, { onDone: savedAndClose(onClose) })
  const { id, version, rightName } = narrowing
  return (
    <FormDialog
      title={words.endNarrowingOf(rightWords(rightName))}
      verb={words.endNarrowing}
      sender={sender}
      onSave={() => void sender.run({ id, version, lastDay: addDays(today, -1) })}
      onClose={onClose}
    >
      <p>{words.endNarrowingHelp}</p>
    </FormDialog>
  )
}
