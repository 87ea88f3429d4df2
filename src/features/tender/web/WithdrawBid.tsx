import { useState } from 'react'
import { announce, Button, FormDialog, Lines, momentWords, Section, Stack, TextArea, useNow } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Bid, tender, type WithdrawnBid } from '../contract.ts'
import { text } from './text.ts'

/** For a bid that was loaded by mistake. */
export function WithdrawBid({ bid }: { bid: Bid }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" aria-label={text.withdrawBidOf(bid.letter)} onPress={() => setOpen(true)}>
        {text.withdrawBid}
      </Button>
      {isOpen && <WithdrawDialog bid={bid} onClose={() => setOpen(false)} />}
    </>
  )
}

function WithdrawDialog({ bid, onClose }: { bid: Bid; onClose: () => void }) {
  const [because, setBecause] = useState('')
  const [isTried, setTried] = useState(false)
  const sender = useWrite(tender.withdrawBid, {
    onDone: () => {
      announce(text.withdrawnSaid(bid.letter))
      onClose()
    },
  })
  const isEmpty = because.trim() === ''
  const save = () => {
    setTried(true)
    if (!isEmpty) void sender.run({ id: bid.id, because })
  }
  const title = text.withdrawBidOf(bid.letter)
  return (
    <FormDialog title={title} verb={text.withdrawBid} sender={sender} onSave={save} onClose={onClose}>
      <TextArea
        label={text.withdrawBecause}
        help={text.withdrawHelp}
        value={because}
        onChange={setBecause}
        maxLength={1000}
        fault={sender.faultOf('because') ?? (isTried && isEmpty ? text.withdrawBecauseFault : undefined)}
      />
    </FormDialog>
  )
}

/** That they lay here, and why they went; never what they said. */
export function Withdrawn({ bids }: { bids: readonly WithdrawnBid[] }) {
  const now = useNow()
  if (bids.length === 0) return null
  return (
    <Section title={text.withdrawn}>
      <Lines label={text.withdrawn}>
        {bids.map(({ letter, vendor, receipt, because, withdrawnAt, withdrawnByName }) => (
          <li key={letter}>
            <Stack gap={1}>
              <span>
                {letter} · {vendor} · {receipt}
              </span>
              <span>{because}</span>
              <small>{text.withdrawnBy(withdrawnByName, momentWords(withdrawnAt, now))}</small>
            </Stack>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
