import { useState } from 'react'
import type { OutputOf } from '#kernel/lang/contract.ts'
import { Button, FormDialog, savedAndClose, TextArea } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { requirements } from '../contract.ts'
import { whyNotContract, whyNotJudge, whyNotPublish } from '../rules.ts'
import { text } from './text.ts'

type Version = OutputOf<typeof requirements.baseline>
type Act = 'judge' | 'publish' | 'contract'

/** What can be done with a version by the one who looks at it. */
export function VersionActs({ version }: { version: Version }) {
  const [open, setOpen] = useState<Act>()
  const close = () => setOpen(undefined)
  const standing = { ...version, isOvertaken: false }
  const may = (act: string) => version.permitted.includes(act)
  return (
    <>
      {may('approve') && !whyNotJudge(standing) && (
        <Button kind="primary" onPress={() => setOpen('judge')}>
          {text.judge}
        </Button>
      )}
      {may('publish') && !whyNotPublish(standing) && (
        <Button kind="primary" onPress={() => setOpen('publish')}>
          {text.publish}
        </Button>
      )}
      {may('publish') && !whyNotContract(standing) && (
        <Button onPress={() => setOpen('contract')}>{text.bindContract}</Button>
      )}
      {open === 'judge' && <JudgeDialog version={version} onClose={close} />}
      {open === 'publish' && <PublishDialog version={version} onClose={close} />}
      {open === 'contract' && <ContractDialog version={version} onClose={close} />}
    </>
  )
}

type ActProps = { version: Version; onClose: () => void }

function JudgeDialog({ version, onClose }: ActProps) {
  const [reason, setReason] = useState('')
  const sender = useWrite(requirements.judge, { onDone: savedAndClose(onClose) })
  const send = (approved: boolean) => void sender.run({ id: version.id, approved, reason: reason || null })
  return (
    <FormDialog
      title={text.judgeTitle(version.label)}
      verb={text.approve}
      sender={sender}
      onSave={() => send(true)}
      onClose={onClose}
      more={<Button onPress={() => send(false)}>{text.sendBack}</Button>}
    >
      <p>{version.note}</p>
      <TextArea
        label={text.whyBack}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        fault={sender.faultOf('reason')}
        isOptional
      />
    </FormDialog>
  )
}

function PublishDialog({ version, onClose }: ActProps) {
  const sender = useWrite(requirements.publish, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={text.publishTitle(version.label)}
      verb={text.publish}
      sender={sender}
      onSave={() => void sender.run({ id: version.id })}
      onClose={onClose}
    >
      <p>{text.publishWords}</p>
    </FormDialog>
  )
}

function ContractDialog({ version, onClose }: ActProps) {
  const sender = useWrite(requirements.bindContract, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={text.bindContract}
      verb={text.bindContract}
      sender={sender}
      onSave={() => void sender.run({ id: version.id })}
      onClose={onClose}
    >
      <p>{text.bindWords}</p>
    </FormDialog>
  )
}
