import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import {
  announce,
  Button,
  Dialog,
  Notice,
  Progress,
  Row,
  Section,
  Stack,
  savedAndClose,
  shortDayWords,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type DeletionRun, privacy } from '../contract.ts'
import { RunTable } from './RunTable.tsx'
import { text } from './text.ts'

/** The run that stands now, if one does: worked out, waiting for another person, or under way. */
export function RunNow({ run }: { run: DeletionRun | undefined }) {
  if (!run) return <NoRun />
  return run.state === 'deleting' ? <UnderWay run={run} /> : <Previewed run={run} />
}

function NoRun() {
  const preview = useWrite(privacy.previewDeletion, { onDone: () => announce(text.previewed) })
  return (
    <Section title={text.now}>
      <Stack gap={3}>
        <p>{text.nowLead}</p>
        <Row>
          <Button kind="primary" isBusy={preview.isBusy} onPress={() => void preview.run({ id: newId() })}>
            {text.preview}
          </Button>
        </Row>
        {preview.problemText && <Notice tone="attention">{preview.problemText}</Notice>}
      </Stack>
    </Section>
  )
}

const UnderWay = ({ run }: { run: DeletionRun }) => (
  <Section title={text.deleting}>
    <Stack gap={4}>
      <Progress label={text.deletingSteps} done={run.doneSteps} of={run.steps} />
      <RunTable run={run} />
    </Stack>
  </Section>
)

const countOf = ({ lines }: DeletionRun) => lines.reduce((sum, { rows }) => sum + rows, 0)

function Previewed({ run }: { run: DeletionRun }) {
  const today = useToday()
  const drop = useWrite(privacy.dropDeletion, { onDone: () => announce(text.dropped) })
  const [isAsking, setAsking] = useState(false)
  const hasRows = countOf(run) > 0
  return (
    <Section
      title={hasRows ? text.wouldGo : text.nothingWouldGo}
      note={text.previewedBy(run.previewedByName, shortDayWords(run.asOfOn, today))}
    >
      <Stack gap={4}>
        <RunTable run={run} />
        {hasRows && run.isMine && <Notice>{text.anotherConfirms}</Notice>}
        <Row>
          {hasRows && !run.isMine && (
            <Button kind="primary" onPress={() => setAsking(true)}>
              {text.confirm}
            </Button>
          )}
          <Button
            isBusy={drop.isBusy}
            kind={hasRows ? 'plain' : 'quiet'}
            onPress={() => void drop.run({ id: run.id, version: run.version })}
          >
            {text.drop}
          </Button>
        </Row>
        {drop.problemText && <Notice tone="attention">{drop.problemText}</Notice>}
        {isAsking && <ConfirmDialog run={run} onClose={() => setAsking(false)} />}
      </Stack>
    </Section>
  )
}

function ConfirmDialog({ run, onClose }: { run: DeletionRun; onClose: () => void }) {
  const confirm = useWrite(privacy.confirmDeletion, {
    onDone: savedAndClose(onClose, text.confirmed),
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.confirmTitle(countOf(run))}
      actions={
        <>
          <Button
            kind="primary"
            isBusy={confirm.isBusy}
            onPress={() => void confirm.run({ id: run.id, version: run.version })}
          >
            {text.confirmVerb}
          </Button>
          <Button onPress={onClose}>{text.notNow}</Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{text.confirmWords}</p>
        <p>{text.confirmBackup}</p>
        {confirm.problemText && (
          <Notice tone="attention" isUrgent>
            {confirm.problemText}
          </Notice>
        )}
      </Stack>
    </Dialog>
  )
}
