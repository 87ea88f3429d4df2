import { Button, Notice, Stack } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { training } from '../contract.ts'
import { text } from './text.ts'

/** A set-up changed after one's course: five minutes, not a new course. */
export function Updates() {
  const updates = useRead(training.updates, {}, { staleMs: 60_000 })
  const sender = useWrite(training.briefed)
  if (!updates.data?.length) return null
  return (
    <Stack gap={3}>
      {updates.data.map(({ id, unitName }) => (
        <Notice
          key={id}
          tone="info"
          title={text.updateTitle(unitName)}
          actions={
            <Button isBusy={sender.isBusy} onPress={() => void sender.run({ unitId: id })}>
              {text.updateDone}
            </Button>
          }
        >
          <p>{text.update}</p>
        </Notice>
      ))}
    </Stack>
  )
}
