import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  Button,
  DayText,
  FaultText,
  FormDialog,
  Lines,
  MomentText,
  Row,
  Section,
  Show,
  Stack,
  Terms,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { call, useMe, useRead, useWrite } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { pointsInWords } from '../danish.ts'
import { standstillRuleOn } from '../standstill.ts'
import { useMaking } from './Material.tsx'
import { Asking } from './StepActs.tsx'
import { text } from './text.ts'

/** The award step by step: draft, second key, letters, standstill, contract. */
export function AwardSection({ whole }: { whole: TenderWhole }) {
  const { award } = whole
  return (
    <Section title={text.award}>
      <Stack gap={4}>
        {award && (
          <>
            <p>
              <strong>{award.winnerLetter}</strong> {award.why}
            </p>
            <Lines label={text.totals}>
              {award.totals.map(({ letter, vendor, total }) => (
                <li key={letter}>
                  <Row gap={2} apart>
                    <span>
                      {letter} · {vendor}
                    </span>
                    <span>{pointsInWords(total)}</span>
                  </Row>
                </li>
              ))}
            </Lines>
            {award.minimumNote && <p>{award.minimumNote}</p>}
            <Terms
              items={[
                { term: text.drafted(award.draftedByName), value: <MomentText at={award.draftedAt} /> },
                {
                  term: award.approvedByName ? text.approved(award.approvedByName) : '',
                  value: award.approvedAt && <MomentText at={award.approvedAt} />,
                },
              ]}
            />
          </>
        )}
        <Acts whole={whole} />
        <Standstill whole={whole} />
        {award && whole.bids !== null && <Papers whole={whole} />}
      </Stack>
    </Section>
  )
}

function Acts({ whole }: { whole: TenderWhole }) {
  const { permitted, award, state } = whole
  if (state === 'notified' && permitted.includes('buy')) return <Conclude whole={whole} />
  if (state !== 'opened') return null
  if (!award) return permitted.includes('buy') && whole.bids !== null ? <DraftDialog whole={whole} /> : null
  if (!award.approvedAt) return permitted.includes('approve') ? <Approve whole={whole} /> : null
  return permitted.includes('buy') ? <NotifyDialog whole={whole} /> : null
}

function DraftDialog({ whole }: { whole: TenderWhole }) {
  const [isOpen, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [note, setNote] = useState('')
  const sender = useWrite(tender.draftAward, { onDone: () => setOpen(false) })
  const save = () => void sender.run({ id: whole.id, why, minimumNote: note || null })
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {text.draftAward}
      </Button>
      {isOpen && (
        <FormDialog title={text.draftAward} sender={sender} onSave={save} onClose={() => setOpen(false)}>
          <TextArea label={text.awardWhy} help={text.awardWhyHelp} value={why} onChange={setWhy} maxLength={2000} />
          <TextArea
            label={text.minimumNote}
            help={text.minimumNoteHelp}
            value={note}
            onChange={setNote}
            maxLength={2000}
            fault={sender.faultOf('minimumNote')}
            isOptional
          />
        </FormDialog>
      )}
    </>
  )
}

function Approve({ whole }: { whole: TenderWhole }) {
  const me = useMe()
  const approving = useWrite(tender.approveAward)
  const tearing = useWrite(tender.tearUpAward)
  return (
    <Stack gap={2}>
      <Row gap={2}>
        {whole.award?.draftedById !== me.id && (
          <Asking
            verb={text.approve}
            ask={text.approveAsk}
            sender={approving}
            onDo={() => void approving.run({ id: whole.id })}
          />
        )}
        <Button kind="plain" isBusy={tearing.isBusy} onPress={() => void tearing.run({ id: whole.id })}>
          {text.tearUp}
        </Button>
      </Row>
      {tearing.problemText && <FaultText>{tearing.problemText}</FaultText>}
    </Stack>
  )
}

function NotifyDialog({ whole }: { whole: TenderWhole }) {
  const rule = standstillRuleOn(whole.procedure, useToday())
  const [days, setDays] = useState(String(rule?.days ?? 10))
  const sender = useWrite(tender.notify)
  const send = () => void sender.run({ id: whole.id, version: whole.version, standstillDays: Number(days) })
  return (
    <Asking verb={text.notify} ask={text.notifyAsk} sender={sender} onDo={send}>
      <TextField
        label={text.standstillDays}
        value={days}
        onChange={setDays}
        inputMode="numeric"
        fault={sender.faultOf('standstillDays')}
      />
      {rule && (
        <p>
          {rule.source.da}. {rule.doubt.da}
        </p>
      )}
    </Asking>
  )
}

function Conclude({ whole }: { whole: TenderWhole }) {
  const sender = useWrite(tender.conclude)
  return (
    <Stack gap={2}>
      <Button isBusy={sender.isBusy} onPress={() => void sender.run({ id: whole.id, version: whole.version })}>
        {text.conclude}
      </Button>
      {sender.problemText && <FaultText>{sender.problemText}</FaultText>}
    </Stack>
  )
}

const Standstill = ({ whole }: { whole: TenderWhole }) =>
  whole.standstillEndsOn ? (
    <Terms items={[{ term: text.dates.standstill, value: <DayText day={whole.standstillEndsOn} /> }]} />
  ) : null

type PaperOf = { what: 'memo' | 'letter' | 'replay'; bidId: string | null; name: string }

/** One paper in the forms it comes in. */
function Paper({
  whole,
  what,
  bidId,
  name,
  formats,
}: PaperOf & { whole: TenderWhole; formats: readonly ('docx' | 'pdf' | 'zip')[] }) {
  const { busy, problemText, fetching } = useMaking()
  return (
    <Row gap={2} apart>
      <span>{name}</span>
      <Row gap={1}>
        {formats.map((format) => (
          <Button
            key={format}
            kind="plain"
            isBusy={busy === format}
            aria-label={text.fetch(name, format)}
            onPress={() =>
              void fetching(format, () =>
                call(tender.makeRecord, { id: newId(), tenderId: whole.id, what, bidId, format }),
              )
            }
          >
            {format}
          </Button>
        ))}
      </Row>
      {problemText && <FaultText>{problemText}</FaultText>}
    </Row>
  )
}

const onPaper = ['docx', 'pdf'] as const

/** Letters, memo and replay, for those who may see bids. */
function Papers({ whole }: { whole: TenderWhole }) {
  const scoring = useRead(tender.scoring, { tenderId: whole.id })
  return (
    <Show of={scoring}>
      {({ bids }) => (
        <Lines label={text.letters}>
          <li>
            <Paper whole={whole} what="memo" bidId={null} name={text.memo} formats={onPaper} />
          </li>
          {bids
            .filter(({ hasLetter }) => hasLetter)
            .map(({ id, vendor }) => (
              <li key={id}>
                <Paper whole={whole} what="letter" bidId={id} name={text.letterTo(vendor)} formats={onPaper} />
              </li>
            ))}
          <li>
            <Paper whole={whole} what="replay" bidId={null} name={text.replay} formats={['zip']} />
            <p>{text.replayHelp}</p>
          </li>
        </Lines>
      )}
    </Show>
  )
}
