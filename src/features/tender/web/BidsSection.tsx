import { useState } from 'react'
import {
  Button,
  FormDialog,
  MomentText,
  Row,
  Section,
  Show,
  Stack,
  Table,
  TextArea,
  TextField,
  useNow,
} from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Bid, type Scoring, type TenderWhole, tender } from '../contract.ts'
import { LoadBidDialog } from './LoadBidDialog.tsx'
import { FetchButton } from './Material.tsx'
import { stepOf } from './step.ts'
import { text } from './text.ts'
import { WithdrawBid, Withdrawn } from './WithdrawBid.tsx'

/** Bids as they came; only for those who may see them. */
export function BidsSection({ whole }: { whole: TenderWhole }) {
  const now = useNow()
  if (whole.bids === null) return whole.openedAt ? <p>{text.sealed}</p> : null
  return whole.bids === 0 && stepOf(whole, now) === 'load' ? null : <Loaded whole={whole} />
}

function Loaded({ whole }: { whole: TenderWhole }) {
  const scoring = useRead(tender.scoring, { tenderId: whole.id })
  const mayLoad = whole.permitted.includes('buy') && whole.state === 'opened' && !whole.award
  return (
    <Section title={text.bids} actions={mayLoad && <LoadBidDialog whole={whole} />}>
      <Show of={scoring}>
        {(known) => (
          <Stack gap={4}>
            <BidTable whole={whole} scoring={known} mayLoad={mayLoad} />
            <Withdrawn bids={known.withdrawn} />
          </Stack>
        )}
      </Show>
    </Section>
  )
}

type TableProps = { whole: TenderWhole; scoring: Scoring; mayLoad: boolean }

const BidTable = ({ whole, scoring, mayLoad }: TableProps) => (
  <Table
    caption={text.bids}
    rows={scoring.bids}
    columns={[
      { head: text.vendor, cell: ({ letter, vendor }) => `${letter} · ${vendor}` },
      { head: text.receipt, cell: ({ receipt }) => receipt },
      { head: text.receivedOn, cell: ({ receivedAt }) => <MomentText at={receivedAt} /> },
      ...(scoring.model.trial
        ? [{ head: text.trial, cell: (bid: Bid) => <Trial whole={whole} bid={bid} scoring={scoring} /> }]
        : []),
      { head: text.file, cell: ({ fileId, letter }) => <FetchButton id={fileId} name={`tilbud-${letter}.xlsx`} /> },
      ...(mayLoad ? [{ head: text.withdrawBid, cell: (bid: Bid) => <WithdrawBid key={bid.id} bid={bid} /> }] : []),
    ]}
  />
)

function Trial({ whole, bid, scoring }: { whole: TenderWhole; bid: Bid; scoring: Scoring }) {
  const [isOpen, setOpen] = useState(false)
  const of = scoring.model.trial!.participants
  const mayRecord = whole.state === 'opened' && !whole.award
  return (
    <Row gap={2}>
      {bid.trialSolved !== null && <span>{text.rowOf(bid.trialSolved, of)}</span>}
      {mayRecord && (
        <Button kind="plain" onPress={() => setOpen(true)}>
          {text.trial}
        </Button>
      )}
      {isOpen && <TrialDialog bid={bid} of={of} onClose={() => setOpen(false)} />}
    </Row>
  )
}

function TrialDialog({ bid, of, onClose }: { bid: Bid; of: number; onClose: () => void }) {
  const [solved, setSolved] = useState(String(bid.trialSolved ?? ''))
  const [note, setNote] = useState(bid.trialNote ?? '')
  const sender = useWrite(tender.recordTrial, { onDone: onClose })
  const save = () => void sender.run({ id: bid.id, version: bid.trialVersion ?? 0, solved: Number(solved), note })
  return (
    <FormDialog title={text.trialOf(bid.letter)} sender={sender} onSave={save} onClose={onClose}>
      <Stack gap={4}>
        <TextField
          label={text.solved(of)}
          value={solved}
          onChange={setSolved}
          inputMode="numeric"
          fault={sender.faultOf('solved')}
        />
        <TextArea label={text.trialNote} help={text.trialNoteHelp} value={note} onChange={setNote} maxLength={2000} />
      </Stack>
    </FormDialog>
  )
}
