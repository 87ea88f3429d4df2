import { useState } from 'react'
import { Button, Dialog, Empty, Lines, MomentText, Row, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Carried, relay } from '../contract.ts'
import { text } from './text.ts'

/** For a unit's leader, where readers were told beforehand: who has said that they read it. Never who has not, and never how many are left. */
export function NamesButton({ row }: { row: Carried }) {
  const [isOpen, setOpen] = useState(false)
  if (!row.namedReceipts || !row.permitted.includes('see-names')) return null
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {text.whoHasRead}
      </Button>
      {isOpen && <NamesDialog row={row} onClose={() => setOpen(false)} />}
    </>
  )
}

function NamesDialog({ row, onClose }: { row: Carried; onClose: () => void }) {
  const names = useRead(relay.namedReceipts, { messageId: row.id, unitId: row.unitId })
  return (
    <Dialog isOpen onClose={onClose} title={text.whoHasRead}>
      <Stack gap={4}>
        <p>
          <strong>{row.title}</strong> · {row.unitName}
        </p>
        <p>{text.whoHasReadNote}</p>
        <Show of={names} lines={4} empty={<Empty>{text.nobodyYet}</Empty>}>
          {(known) => (
            <Lines label={text.whoHasRead}>
              {known.map(({ id, name, receivedAt }) => (
                <li key={id}>
                  <Row apart gap={3}>
                    <span>{name}</span>
                    <small>
                      <MomentText at={receivedAt} />
                    </small>
                  </Row>
                </li>
              ))}
            </Lines>
          )}
        </Show>
      </Stack>
    </Dialog>
  )
}
