import { useEffect, useRef } from 'react'
import type { Card } from '#features/citizens/contract.ts'
import { CitizenFrame } from '#features/citizens/web/index.ts'
import { useUnit } from '#features/org/web/index.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Button, DatePicker, Empty, Foot, Notice, Row, SaveState, Section, Stack, useToday } from '#kernel/ui/index.ts'
import { useAddress, useRead } from '#kernel/web/index.ts'
import { type Answer, assessments, type Form } from '../contract.ts'
import { scoreOf } from '../rules.ts'
import { BandWords } from './BandWords.tsx'
import { FormFields } from './FormFields.tsx'
import { Photos } from './PhotoField.tsx'
import { text } from './text.ts'
import { type Filling, type FillingDesk, useFilling } from './use-filling.ts'
import { useForms } from './use-forms.ts'
import { useOnceFresh } from './use-once-fresh.ts'

type FillProps = { citizenId: Id; formKey: string; answerId: Id }

/** One form about one person, filled in at one's own pace: what is typed is kept as it is typed. */
export function FillPage({ citizenId, formKey, answerId }: FillProps) {
  const answers = useRead(assessments.ofCitizen, { citizenId })
  const isFresh = useOnceFresh(answers)
  return (
    <CitizenFrame citizenId={citizenId} of={answers} back={{ href: `/borger/${citizenId}/skemaer`, label: text.back }}>
      {(all, card) => isFresh && <Opened card={card} formKey={formKey} answerId={answerId} answers={all} />}
    </CitizenFrame>
  )
}

type OpenedProps = { card: Card; formKey: string; answerId: Id; answers: readonly Answer[] }

/** Where I may fill it in: the unit I work in first. */
function useFillingUnit(card: Card, form: Form | undefined): Id | null | undefined {
  const here = useUnit()
  const may = useRead(assessments.forCitizen, { citizenId: card.id }, { staleMs: 60_000 }).data
  if (!may) return undefined
  const ids = form?.isHealth ? may.healthUnitIds : may.unitIds
  return (here && ids.includes(here.id) ? here.id : ids[0]) ?? null
}

function Opened({ card, formKey, answerId, answers }: OpenedProps) {
  const today = useToday()
  const begun = answers.find(({ id }) => id === answerId)
  const latest = useForms().find(({ key }) => key === formKey)
  const form = begun?.form ?? latest
  const unitId = useFillingUnit(card, form)
  if (begun?.signedAt) return <Empty>{text.signed}</Empty>
  if (!form) return <Empty>{text.unknownForm}</Empty>
  if (unitId === undefined) return null
  if (unitId === null && !begun) return <Empty>{text.notHere}</Empty>
  const filling: Filling = {
    ...{ answerId, citizenId: card.id, unitId: begun?.unitId ?? unitId!, form },
    initial: { given: begun?.given ?? {}, answeredOn: begun?.answeredOn ?? today },
    revision: begun?.revision ?? 0,
  }
  return <Filled filling={filling} isOlder={latest !== undefined && latest.version > form.version} />
}

/** Once somebody has tried to sign: to the first field that says why not. */
function useFirstFault(tries: number) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tries === 0) return
    const found = place.current?.querySelector<HTMLElement>(
      '[data-invalid] :is(input, textarea, button, [role=spinbutton])',
    )
    found?.focus()
  }, [tries])
  return place
}

function Filled({ filling, isOlder }: { filling: Filling; isOlder: boolean }) {
  const { form, citizenId, answerId } = filling
  const { go } = useAddress()
  const desk = useFilling(filling, (how) =>
    go(`/borger/${citizenId}/skemaer${how === 'signed' ? `/${answerId}` : ''}`, { replace: true }),
  )
  const place = useFirstFault(desk.faults.tries)
  const today = useToday()
  return (
    <Section title={form.title} note={form.version > 1 ? text.version(form.version) : undefined}>
      <Photos value={{ answerId, flush: desk.flush }}>
        <div ref={place}>
          <Stack gap={5}>
            <p>{form.purpose}</p>
            {isOlder && <Notice tone="neutral">{text.otherVersion}</Notice>}
            <DatePicker
              label={text.answeredOn}
              value={desk.answeredOn}
              max={today}
              onChange={desk.setDay}
              fault={desk.sender.faultOf('answeredOn')}
            />
            <FormFields
              form={form}
              given={desk.given}
              onChange={desk.set}
              onLeave={desk.faults.leave}
              faultOf={(key) => desk.faults.faultOf(key) ?? desk.sender.faultOf(`given.${key}`)}
            />
          </Stack>
        </div>
      </Photos>
      <Footing form={form} desk={desk} isBegun={filling.revision > 0} />
    </Section>
  )
}

function Footing({ form, desk, isBegun }: { form: Form; desk: FillingDesk; isBegun: boolean }) {
  const { faults, sender } = desk
  const isHeld = faults.tries > 0 && faults.all.length > 0
  return (
    <Foot>
      <Stack gap={2}>
        <BandWords form={form} score={scoreOf(form, desk.given)} />
        {(isHeld || sender.problemText) && (
          <Notice tone="attention" isUrgent>
            {isHeld ? text.missing(faults.all.length) : sender.problemText}
          </Notice>
        )}
        <Row gap={3}>
          <Button kind="primary" isBusy={sender.isBusy} onPress={() => void desk.sign()}>
            {text.sign}
          </Button>
          {(isBegun || desk.saving) && (
            <Button kind="plain" onPress={() => void desk.discard()}>
              {text.discard}
            </Button>
          )}
          <SaveState state={desk.saving} />
        </Row>
      </Stack>
    </Foot>
  )
}
