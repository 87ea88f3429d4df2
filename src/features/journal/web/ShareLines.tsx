import type { ReactNode } from 'react'
import { Button, FaultText, Lines, Mark, momentWords, Row, Stack, useNow } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { journal, type Share } from '../contract.ts'
import { text } from './text.ts'

type Shown = Share & { permitted: readonly string[] }

type LinesProps<R extends Shown> = { rows: readonly R[]; head?: (row: R) => ReactNode }

/** With whom, on what ground, by whom; and a way to stop it. */
export function ShareLines<R extends Shown>({ rows, head = ({ toUnitName }) => toUnitName }: LinesProps<R>) {
  return (
    <Lines label={text.sharedAlready}>
      {rows.map((row) => (
        <li key={row.id}>
          <ShareLine share={row} head={head(row)} />
        </li>
      ))}
    </Lines>
  )
}

function ShareLine({ share, head }: { share: Shown; head: ReactNode }) {
  const now = useNow()
  const sender = useWrite(journal.endShare)
  const { id, version, toUnitName, basis, lawReference, sharedByName, sharedAt, holds, permitted } = share
  return (
    <Row apart gap={2}>
      <Stack gap={1}>
        <span>{head}</span>
        <small>
          {basis === 'law' ? text.onLaw(lawReference ?? '') : text.onConsent} ·{' '}
          {text.sharedBy(sharedByName, momentWords(sharedAt, now))}
        </small>
        {!holds && <Mark>{text.groundOver}</Mark>}
        {sender.problemText && <FaultText>{sender.problemText}</FaultText>}
      </Stack>
      {permitted.includes('end') && (
        <Button
          kind="plain"
          aria-label={text.stopSharingWith(toUnitName)}
          isBusy={sender.isBusy}
          onPress={() => void sender.run({ id, version })}
        >
          {text.stopSharing}
        </Button>
      )}
    </Row>
  )
}
