import { useState } from 'react'
import { org } from '#features/org/contract.ts'
import { likelyOfferGroup, type OfferGroup, offerGroups } from '#features/org/offer-groups.ts'
import { dayOf, instantAt } from '#kernel/lang/day.ts'
import { newId } from '#kernel/lang/id.ts'
import { lix } from '#kernel/lang/lix.ts'
import { language } from '#kernel/lang/text.ts'
import {
  Button,
  Checkbox,
  Columns,
  DatePicker,
  FaultText,
  Page,
  RadioRow,
  Row,
  Section,
  Select,
  Show,
  Stack,
  TextArea,
  TextField,
  TimeField,
  timeWords,
} from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { capture, type EventDetail } from '../contract.ts'
import { type Format, newCode } from '../rules.ts'
import { text } from './text.ts'

type Invited = { unitId: string; name: string; group: OfferGroup; isIn: boolean }
type Draft = {
  format: Format
  title: string
  venue: string
  date: string | null
  from: string | null
  to: string | null
  task: string
  prompts: string[]
  notice: string
  joinCode: string
  units: Invited[]
}

const CODE_LETTERS_SHOWN = 5

/** Plans a day, or changes one. */
export function DayFormPage({ dayId }: { dayId?: string }) {
  const units = useRead(org.myUnits, {})
  const days = useRead(capture.events, {})
  const day = useRead(capture.event, { id: dayId ?? '' }, { enabled: dayId !== undefined })
  const offers = (units.data ?? []).filter(({ kind }) => kind === 'offer')
  const place = days.data?.places[0]
  const invited = offers.map((unit): Invited => {
    const former = day.data?.units.find(({ unitId }) => unitId === unit.id)
    const group = former?.offerGroup ?? likelyOfferGroup(unit) ?? 'acute'
    return { unitId: unit.id, name: unit.name, group, isIn: dayId === undefined || former !== undefined }
  })
  const isReady = units.data && place && (dayId === undefined || day.data)
  const asked = { ...units, data: isReady ? { placeId: place.id, day: day.data } : undefined }
  return (
    <Show of={asked} lines={8}>
      {(found) => (
        <DayForm placeId={found.placeId} draft={draftOf(found.day, invited)} {...(found.day && { day: found.day })} />
      )}
    </Show>
  )
}

const draftOf = (day: EventDetail | undefined, units: Invited[]): Draft => ({
  format: day?.format ?? 'cafe',
  title: day?.title ?? '',
  venue: day?.venue ?? '',
  date: day ? dayOf(day.opensAt) : null,
  from: day ? timeWords(day.opensAt).replace('.', ':') : '13:00',
  to: day ? timeWords(day.closesAt).replace('.', ':') : '16:00',
  task: day?.task ?? '',
  prompts: [...(day?.prompts ?? text.defaultPrompts)],
  notice: day?.notice ?? text.defaultNotice,
  joinCode: day?.joinCode ?? newCode(CODE_LETTERS_SHOWN),
  units,
})

type FormProps = { placeId: string; draft: Draft; day?: EventDetail }

function DayForm({ placeId, draft: first, day }: FormProps) {
  const [draft, setDraft] = useState(first)
  const [isShort, setShort] = useState(false)
  const { go } = useAddress()
  const maker = useWrite(capture.createEvent, { onDone: ({ id }) => go(`/dage/${id}`) })
  const changer = useWrite(capture.changeEvent, { onDone: ({ id }) => go(`/dage/${id}`) })
  const sender = day ? changer : maker
  const set = (to: Partial<Draft>) => setDraft((before) => ({ ...before, ...to }))
  const save = () => {
    const fields = fieldsOf(draft)
    setShort(fields === undefined)
    if (fields && day) void changer.run({ id: day.id, version: day.version, ...fields })
    else if (fields) void maker.run({ id: newId(), placeId, ...fields })
  }
  return (
    <Page title={day ? day.title : text.newDay}>
      <Columns>
        <Stack gap={5}>
          <WhenAndWhere draft={draft} set={set} faultOf={sender.faultOf} />
          <Words draft={draft} set={set} faultOf={sender.faultOf} />
          <UnitChoice draft={draft} set={set} />
          {isShort && <FaultText>{text.fillIn}</FaultText>}
          {sender.problemText && <FaultText>{sender.problemText}</FaultText>}
          <Row>
            <Button kind="primary" isBusy={sender.isBusy} onPress={save}>
              {day ? text.change : text.newDay}
            </Button>
          </Row>
        </Stack>
      </Columns>
    </Page>
  )
}

/** Undefined while something that must be there is missing. */
function fieldsOf({ date, from, to, units, prompts, task, ...rest }: Draft) {
  const invited = units.filter(({ isIn }) => isIn).map(({ unitId, group }) => ({ unitId, offerGroup: group }))
  const asked = prompts.map((prompt) => prompt.trim()).filter(Boolean)
  if (!date || !from || !to || !rest.title.trim() || !rest.venue.trim() || !invited.length || !asked.length)
    return undefined
  const isUseCase = rest.format === 'use-case'
  return {
    ...rest,
    joinCode: rest.joinCode.toUpperCase(),
    opensAt: instantAt(date, from),
    closesAt: instantAt(date, to),
    task: isUseCase ? task.trim() || null : null,
    prompts: asked,
    units: invited,
  }
}

type PartProps = { draft: Draft; set: (to: Partial<Draft>) => void; faultOf: (field: string) => string | undefined }

function WhenAndWhere({ draft, set, faultOf }: PartProps) {
  return (
    <Stack gap={4}>
      <RadioRow
        label={text.format}
        choices={(['cafe', 'use-case'] as const).map((id) => ({ id, label: text.formats[id] }))}
        value={draft.format}
        onChange={(format) => set({ format })}
      />
      <TextField label={text.titleField} value={draft.title} onChange={(title) => set({ title })} maxLength={120} />
      {draft.format === 'use-case' && (
        <TextField
          label={text.taskField}
          value={draft.task}
          onChange={(task) => set({ task })}
          maxLength={200}
          fault={faultOf('task')}
        />
      )}
      <TextField label={text.venue} value={draft.venue} onChange={(venue) => set({ venue })} maxLength={120} />
      <Row gap={4}>
        <DatePicker label={text.date} value={draft.date} onChange={(date) => set({ date })} />
        <TimeField label={text.from} value={draft.from} onChange={(from) => set({ from })} />
        <TimeField label={text.to} value={draft.to} onChange={(to) => set({ to })} fault={faultOf('closesAt')} />
      </Row>
    </Stack>
  )
}

function Words({ draft, set, faultOf }: PartProps) {
  const setPrompt = (at: number, words: string) =>
    set({ prompts: draft.prompts.map((prompt, place) => (place === at ? words : prompt)) })
  return (
    <Stack gap={4}>
      {draft.prompts.map((prompt, at) => (
        <TextField
          key={text.promptField(at + 1)}
          label={text.promptField(at + 1)}
          value={prompt}
          onChange={(words) => setPrompt(at, words)}
          maxLength={120}
        />
      ))}
      <TextArea
        label={text.noticeField}
        help={lixWords(draft.notice)}
        value={draft.notice}
        onChange={(notice) => set({ notice })}
        maxLength={600}
        lines={4}
      />
      <TextField
        label={text.codeField}
        help={text.codeHelp}
        value={draft.joinCode}
        onChange={(joinCode) => set({ joinCode: joinCode.toUpperCase() })}
        maxLength={8}
        fault={faultOf('joinCode')}
      />
    </Stack>
  )
}

const groupChoices = () =>
  (Object.keys(offerGroups) as OfferGroup[]).map((id) => ({ id, label: offerGroups[id][language()] }))

function UnitChoice({ draft, set }: Pick<PartProps, 'draft' | 'set'>) {
  const change = (unitId: string, to: Partial<Invited>) =>
    set({ units: draft.units.map((unit) => (unit.unitId === unitId ? { ...unit, ...to } : unit)) })
  return (
    <Section title={text.unitsField} note={draft.units.filter(({ isIn }) => isIn).length}>
      {draft.units.map((unit) => (
        <Row key={unit.unitId} gap={4} apart>
          <Checkbox label={unit.name} value={unit.isIn} onChange={(isIn) => change(unit.unitId, { isIn })} />
          {unit.isIn && (
            <Select
              label={text.offerGroup}
              isLabelHidden
              choices={groupChoices()}
              value={unit.group}
              onChange={(group) => change(unit.unitId, { group })}
            />
          )}
        </Row>
      ))}
    </Section>
  )
}

/** How hard a text for employees is to read; nothing of a few words. */
const lixWords = (words: string): string | undefined => {
  const figure = lix(words)
  return figure === undefined ? undefined : text.lixOf(figure)
}
