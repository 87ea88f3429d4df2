import { useState } from 'react'
import { Button, FormDialog, Menu, Notice, Row, SaveState, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useMe, useWrite } from '#kernel/web/index.ts'
import { type Report, reports } from '../contract.ts'
import { whyNotApprove, whyNotSend, whyNotSubmit, whyNotWrite } from '../rules.ts'
import { SendDialog } from './SendDialog.tsx'
import { text } from './text.ts'
import type { Editing } from './use-editing.ts'

type ActsProps = { report: Report; editing: Editing }

/** The one next step first; what is not saved yet is saved before anything else. */
export function ReportActs({ report, editing }: ActsProps) {
  const { permitted } = report
  if (editing.clash) return null
  if (editing.isChanged)
    return (
      <Row gap={2}>
        <span>{text.unsaved}</span>
        <SaveState state={editing.saving} />
        <Button kind="primary" isBusy={editing.isBusy} onPress={editing.save}>
          {text.keep}
        </Button>
        <Menu label={text.more} items={[{ id: 'drop', label: text.dropMine, onAct: editing.discard }]} />
      </Row>
    )
  return (
    <Row gap={2}>
      {permitted.includes('write') && <Submit report={report} />}
      {permitted.includes('approve') && <Approve report={report} />}
      {permitted.includes('write') && !whyNotSend(report) && <SendButton report={report} />}
      {permitted.includes('write') && !whyNotWrite(report) && <More report={report} />}
    </Row>
  )
}

type OneProps = { report: Report }

const Why = ({ words }: { words: string | undefined }) =>
  words ? (
    <Notice tone="attention" isUrgent>
      <p>{words}</p>
    </Notice>
  ) : null

function Submit({ report }: OneProps) {
  const sender = useWrite(reports.submit, { touches: ['tasks'] })
  if (whyNotSubmit(report)) return null
  return (
    <>
      <Button
        kind="primary"
        isBusy={sender.isBusy}
        onPress={() => void sender.run({ id: report.id, version: report.version })}
      >
        {text.submit}
      </Button>
      <Why words={sender.problemText} />
    </>
  )
}

function Approve({ report }: OneProps) {
  const [isOpen, setOpen] = useState(false)
  const me = useMe()
  const sender = useWrite(reports.approve, { touches: ['tasks'] })
  if (report.state !== 'submitted') return null
  const why = whyNotApprove(report, me.id)
  return (
    <>
      {why ? (
        <span>{text.ownWork}</span>
      ) : (
        <Button
          kind="primary"
          isBusy={sender.isBusy}
          onPress={() => void sender.run({ id: report.id, version: report.version })}
        >
          {text.approve}
        </Button>
      )}
      <Button onPress={() => setOpen(true)}>{text.giveBack}</Button>
      <Why words={sender.problemText} />
      {isOpen && <GiveBackDialog report={report} onClose={() => setOpen(false)} />}
    </>
  )
}

type DialogProps = OneProps & { onClose: () => void }

function GiveBackDialog({ report, onClose }: DialogProps) {
  const [because, setBecause] = useState('')
  const sender = useWrite(reports.giveBack, { onDone: savedAndClose(onClose), touches: ['tasks'] })
  const run = () => void sender.run({ id: report.id, version: report.version, because })
  return (
    <FormDialog title={text.giveBack} verb={text.giveBack} sender={sender} onSave={run} onClose={onClose}>
      <TextArea
        label={text.giveBackWhy}
        value={because}
        onChange={setBecause}
        maxLength={1000}
        fault={sender.faultOf('because')}
        autoFocus
      />
    </FormDialog>
  )
}

function SendButton({ report }: OneProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {text.send}
      </Button>
      {isOpen && <SendDialog report={report} onClose={() => setOpen(false)} />}
    </>
  )
}

function More({ report }: OneProps) {
  const sender = useWrite(reports.drop, { touches: ['tasks'] })
  const drop = () => void sender.run({ id: report.id, version: report.version })
  return <Menu label={text.more} items={[{ id: 'drop', label: text.drop, onAct: drop }]} />
}
