import { useState } from 'react'
import { Button, Empty, Lines, Notice, Section, Show, Stack, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Preservation, privacy } from '../contract.ts'
import { PreserveDialog } from './PreserveDialog.tsx'
import { text } from './text.ts'

/** Citizens whose record stays whatever its age. */
export function Preserved() {
  const [isOpen, setOpen] = useState(false)
  const rows = useRead(privacy.preservations, {})
  return (
    <Section title={text.preserved} actions={<Button onPress={() => setOpen(true)}>{text.preserve}</Button>}>
      <Show of={rows} empty={<Empty>{text.nonePreserved}</Empty>}>
        {(all) => (
          <Lines label={text.preserved}>
            {all.map((row) => (
              <li key={row.id}>
                <One row={row} />
              </li>
            ))}
          </Lines>
        )}
      </Show>
      {isOpen && <PreserveDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

function One({ row: { id, citizenName, reason, keptByName, keptAt } }: { row: Preservation }) {
  const today = useToday()
  const end = useWrite(privacy.endPreservation)
  return (
    <Stack gap={1}>
      <strong>{citizenName}</strong>
      <span>{reason}</span>
      <small>{text.keptBy(keptByName, shortDayWords(keptAt.slice(0, 10), today))}</small>
      <div>
        <Button
          kind="plain"
          isBusy={end.isBusy}
          onPress={() => void end.run({ id })}
          aria-label={text.endPreservationOf(citizenName)}
        >
          {text.endPreservation}
        </Button>
      </div>
      {end.problemText && <Notice tone="attention">{end.problemText}</Notice>}
    </Stack>
  )
}
