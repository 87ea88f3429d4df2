import { Empty, Page, Show, Stack, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { orders } from '../contract.ts'
import { ChangeKnot } from './ChangeKnot.tsx'
import { text } from './text.ts'

/** Changed orders that wait for somebody to look at the difference, oldest first. */
export function ChangesPage() {
  const waiting = useRead(orders.waiting, {})
  return (
    <Page title={text.waitingTitle} lead={text.waitingLead}>
      <Show of={waiting} empty={<Empty>{text.nothingWaits}</Empty>} lines={8}>
        {(changes) => (
          <Stack gap={5}>
            {changes.map((change) => (
              <Stack key={change.id} gap={2}>
                <p>
                  <TextLink href={`/borger/${change.citizenId}/bestillinger`}>{change.calledName}</TextLink> ·{' '}
                  {change.unitName} · {change.purpose}
                </p>
                <ChangeKnot
                  title={text.changeWaits}
                  change={change}
                  order={{ id: change.orderId, version: change.version }}
                  mayDecide
                />
              </Stack>
            ))}
          </Stack>
        )}
      </Show>
    </Page>
  )
}
