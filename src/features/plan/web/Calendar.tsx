import { useState } from 'react'
import { Button, momentWords, Notice, Row, Section, Stack } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { plan } from '../contract.ts'
import styles from './Ahead.module.css'
import { text } from './text.ts'

/** One's tasks in one's own calendar, by an address that is shown once. */
export function Calendar() {
  const mine = useRead(plan.myCalendar, {})
  const [address, setAddress] = useState<string>()
  const make = useWrite(plan.makeCalendar, { onDone: ({ path }) => setAddress(`${location.origin}${path}`) })
  const end = useWrite(plan.endCalendar, { onDone: () => setAddress(undefined) })
  const { madeAt = null, readAt = null } = mine.data ?? {}
  const now = new Date()
  return (
    <Section title={text.calendar}>
      <Stack gap={3}>
        <p>{text.calendarWords}</p>
        {address && (
          <Notice tone="ok" title={text.calendarShown}>
            <code className={styles.address}>{address}</code>
          </Notice>
        )}
        {madeAt && <p>{text.calendarSince(momentWords(madeAt, now))}</p>}
        {readAt && <p>{text.calendarRead(momentWords(readAt, now))}</p>}
        <Row gap={2}>
          <Button isBusy={make.isBusy} onPress={() => void make.run({})}>
            {madeAt ? text.newCalendar : text.makeCalendar}
          </Button>
          {madeAt && (
            <Button kind="plain" isBusy={end.isBusy} onPress={() => void end.run({})}>
              {text.endCalendar}
            </Button>
          )}
        </Row>
      </Stack>
    </Section>
  )
}
