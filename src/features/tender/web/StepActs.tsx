import { type ReactNode, useState } from 'react'
import { requirements } from '#features/requirements/contract.ts'
import { Button, FormDialog, LinkButton, RadioRow, Select, TextArea } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type TenderWhole, tender } from '../contract.ts'
import { LoadBidDialog } from './LoadBidDialog.tsx'
import type { Step } from './step.ts'
import { hrefOf, type Side } from './TenderPage.tsx'
import { text } from './text.ts'

type Given = { whole: TenderWhole; step: Step }

const goesTo: Partial<Record<Step, Side>> = {
  model: 'model',
  lock: 'model',
  answer: 'questions',
  score: 'scoring',
  await: 'scoring',
  settle: 'scoring',
  award: 'result',
  approve: 'result',
  notify: 'result',
  conclude: 'result',
  adapt: 'adaptations',
}

/** What may be done about the step: here, or on the side where it is done. */
export function StepActs({ whole, step }: Given) {
  const buys = whole.permitted.includes('buy')
  const side = goesTo[step]
  if (side) return <LinkButton href={hrefOf(whole.id, side)}>{text.tabs[side]}</LinkButton>
  if (step === 'publish' && buys) return <PublishDialog whole={whole} />
  if (step === 'open' && buys) return <OpenBids whole={whole} />
  if (step === 'declare') return <DeclareDialog whole={whole} />
  return step === 'load' && buys ? <LoadBidDialog whole={whole} /> : null
}

type AskProps = {
  verb: string
  /** What its own button says, where that is another word. */
  does?: string
  ask: string
  sender: { isBusy: boolean; problemText: string | undefined }
  onDo: () => void
  children?: ReactNode
}

/** A button that asks once more, for what cannot be undone. */
export function Asking({ verb, does = verb, ask, sender, onDo, children }: AskProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {verb}
      </Button>
      {isOpen && (
        <FormDialog title={verb} verb={does} sender={sender} onSave={onDo} onClose={() => setOpen(false)}>
          <p>{ask}</p>
          {children}
        </FormDialog>
      )}
    </>
  )
}

function PublishDialog({ whole }: { whole: TenderWhole }) {
  const set = useRead(requirements.table, { specId: whole.specId }, { staleMs: 60_000 })
  const published = (set.data?.baselines ?? []).filter(({ publishedAt }) => publishedAt)
  const [chosen, setChosen] = useState<string>()
  const baselineId = chosen ?? published[0]?.id
  const sender = useWrite(tender.publish)
  const publish = () => baselineId && void sender.run({ id: whole.id, version: whole.version, baselineId })
  return (
    <Asking verb={text.publish} ask={text.publishAsk} sender={sender} onDo={publish}>
      {published.length > 0 ? (
        <Select
          label={text.publishVersion}
          choices={published.map(({ id, label }) => ({ id, label }))}
          value={baselineId ?? ''}
          onChange={setChosen}
        />
      ) : (
        <p>{text.noPublished}</p>
      )}
    </Asking>
  )
}

function OpenBids({ whole }: { whole: TenderWhole }) {
  const sender = useWrite(tender.open)
  const open = () => void sender.run({ id: whole.id, version: whole.version })
  return <Asking verb={text.open} ask={text.openAsk} sender={sender} onDo={open} />
}

export function DeclareDialog({ whole }: { whole: TenderWhole }) {
  const [answer, setAnswer] = useState<'no' | 'yes' | null>(null)
  const [said, setSaid] = useState('')
  const sender = useWrite(tender.declare)
  const sign = () => answer && void sender.run({ id: whole.id, isConflicted: answer === 'yes', said })
  return (
    <Asking verb={text.declare} does={text.sign} ask={text.declareAsk} sender={sender} onDo={sign}>
      <RadioRow
        label={text.declare}
        isLabelHidden
        choices={[
          { id: 'no', label: text.declareNo },
          { id: 'yes', label: text.declareYes },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      {answer === 'yes' && (
        <TextArea
          label={text.declareSaid}
          help={text.declareSaidHelp}
          value={said}
          onChange={setSaid}
          maxLength={1000}
          fault={sender.faultOf('said')}
        />
      )}
    </Asking>
  )
}
