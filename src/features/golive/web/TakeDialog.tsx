import { useState } from 'react'
import { type OfferGroup, offerGroupKeys, offerGroups } from '#features/org/offer-groups.ts'
import { profiles, type SettingKey, type SettingValue, settingKeys, specOf } from '#features/profiles/contract.ts'
import { ValueField } from '#features/profiles/web/index.ts'
import { language } from '#kernel/lang/text.ts'
import { FormDialog, Select, savedAndClose, TextArea, useToday } from '#kernel/ui/index.ts'
import { useRead, useWrite } from '#kernel/web/index.ts'
import { type Case, golive } from '../contract.ts'
import { text } from './text.ts'

type Suggestion = Case['suggestions'][number]
type Props = { one: Case; suggestion: Suggestion; onClose: () => void }

export const settingChoices = () => settingKeys.map((id) => ({ id, label: specOf(id)[language()] }))
const groupChoices = () => offerGroupKeys.map((id) => ({ id, label: offerGroups[id][language()] }))

type Form = { offerGroup: OfferGroup | null; key: SettingKey | null; value: SettingValue; answer: string }

/** What the newest template of the group says now: where one begins from. */
function useTemplate(offerGroup: OfferGroup | null) {
  const templates = useRead(profiles.templates, {}, { staleMs: 60_000 })
  const ofGroup = templates.data?.filter((one) => one.offerGroup === offerGroup) ?? []
  return ofGroup.toSorted((a, b) => b.version - a.version)[0]
}

/** Becomes the next version of a template; the unit's own kind of offer is suggested. */
export function TakeDialog({ one, suggestion, onClose }: Props) {
  const today = useToday()
  const profile = useRead(profiles.of, { unitId: one.unitId, day: today })
  const [form, setForm] = useState<Form>({
    ...{ offerGroup: null, key: suggestion.settingKey as SettingKey | null, value: null, answer: suggestion.text },
  })
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const offerGroup = form.offerGroup ?? profile.data?.offerGroup ?? null
  const newest = useTemplate(offerGroup)
  const sender = useWrite(golive.answerSuggestion, {
    onDone: savedAndClose(onClose),
    touches: ['profiles', 'thread'],
  })
  const { key, value, answer } = form
  const template = offerGroup && key ? { offerGroup, key, value } : null
  const says = (of: SettingKey): SettingValue => newest?.settings[of] ?? null
  return (
    <FormDialog
      title={text.takeTitle}
      verb={text.take}
      sender={sender}
      onSave={() => void sender.run({ id: suggestion.id, isTaken: true, answer, template })}
      onClose={onClose}
    >
      <p>{text.takeWords}</p>
      <Select
        label={text.group}
        choices={groupChoices()}
        value={offerGroup}
        onChange={(to) => set({ offerGroup: to })}
      />
      <Select
        label={text.setting}
        choices={settingChoices()}
        value={key}
        onChange={(to) => set({ key: to, value: says(to) })}
        fault={sender.faultOf('template')}
      />
      {key && <ValueField key={`${offerGroup} ${key}`} of={key} value={value} onChange={(to) => set({ value: to })} />}
      <TextArea
        label={text.answer}
        value={answer}
        onChange={(words) => set({ answer: words })}
        maxLength={500}
        fault={sender.faultOf('answer')}
      />
    </FormDialog>
  )
}

/** Not for a template: with a word of where it goes instead. */
export function DeclineDialog({ suggestion, onClose }: Omit<Props, 'one'>) {
  const [answer, setAnswer] = useState('')
  const sender = useWrite(golive.answerSuggestion, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={text.declineTitle}
      verb={text.decline}
      sender={sender}
      onSave={() => void sender.run({ id: suggestion.id, isTaken: false, answer, template: null })}
      onClose={onClose}
    >
      <TextArea
        label={text.declineWhy}
        value={answer}
        onChange={setAnswer}
        maxLength={500}
        fault={sender.faultOf('answer')}
        autoFocus
      />
    </FormDialog>
  )
}
