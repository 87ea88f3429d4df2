import { useState } from 'react'
import { useWord } from '#features/org/web/index.ts'
import { dayOf } from '#kernel/lang/day.ts'
import { language } from '#kernel/lang/text.ts'
import {
  Button,
  DatePicker,
  Disclosure,
  FaultText,
  momentWords,
  Row,
  Select,
  Stack,
  TimeField,
  ToggleChips,
  timeWords,
  useNow,
} from '#kernel/ui/index.ts'
import { themes } from '../themes.ts'
import { ago, type Composition, momentOf, withPrompts } from './composition.ts'
import { text } from './text.ts'
import type { Composing } from './use-composer.ts'

type Change = Composing['change']
type PartProps = {
  composition: Pick<Composition, 'happenedAt' | 'theme' | 'text'>
  change: Change
  fault: (field: string) => string | undefined
}

/** When, theme and writing aid: there for those who want them, out of the way of the rest. */
export function ComposerOptions(props: PartProps) {
  const { composition } = props
  const now = useNow()
  const when = composition.happenedAt ? momentWords(composition.happenedAt, now) : text.whens.now
  return (
    <Disclosure title={text.moreOptions(when, themeWords(composition.theme))}>
      <Stack gap={4}>
        <When {...props} />
        <ThemeSelect
          value={composition.theme}
          onChange={(theme) => props.change((before) => ({ ...before, theme }))}
          fault={props.fault('theme')}
        />
        <WritingAid change={props.change} />
      </Stack>
    </Disclosure>
  )
}

const themeWords = (key: string | null): string | undefined => themes.find((theme) => theme.key === key)?.[language()]

const NONE = 'none'

type ThemeProps = { value: string | null; onChange: (theme: string | null) => void; fault?: string | undefined }
export function ThemeSelect({ value, onChange, fault }: ThemeProps) {
  const choices = [
    { id: NONE, label: text.noTheme },
    ...themes.map((theme) => ({ id: theme.key, label: theme[language()] })),
  ]
  return (
    <Select
      label={text.theme}
      isOptional
      choices={choices}
      value={value ?? NONE}
      onChange={(key) => onChange(key === NONE ? null : key)}
      fault={fault}
    />
  )
}

type Span = keyof typeof text.whens
const spans = ['now', 'quarter', 'hour', 'other'] as const

function When({ composition, change, fault }: PartProps) {
  const [span, setSpan] = useState<Span>(composition.happenedAt ? 'other' : 'now')
  const now = useNow()
  const set = (happenedAt: string | null) => change((before) => ({ ...before, happenedAt }))
  const choose = (to: Span) => {
    setSpan(to)
    set(to === 'now' ? null : to === 'other' ? (composition.happenedAt ?? now.toISOString()) : ago(to, now))
  }
  return (
    <Stack gap={2}>
      <span>{text.when}</span>
      <ToggleChips
        label={text.when}
        choices={spans.map((id) => ({ id, label: text.whens[id] }))}
        value={[span]}
        onChange={([to]) => to && choose(to)}
      />
      {span === 'other' && <MomentFields value={composition.happenedAt ?? now.toISOString()} onChange={set} />}
      {fault('happenedAt') && <FaultText>{fault('happenedAt')}</FaultText>}
    </Stack>
  )
}

/** A day and a time, both Danish. */
export function MomentFields({ value, onChange }: { value: string; onChange: (at: string) => void }) {
  const now = useNow()
  const [day, time] = [dayOf(value), timeWords(value).replace('.', ':')]
  return (
    <Row gap={3}>
      <DatePicker
        label={text.day}
        value={day}
        max={dayOf(now)}
        onChange={(to) => to && onChange(momentOf(time, now, to))}
      />
      <TimeField label={text.time} value={time} onChange={(to) => to && onChange(momentOf(to, now, day))} />
    </Row>
  )
}

function WritingAid({ change }: { change: Change }) {
  const word = useWord()
  const { happened, did, reacted, judged, next } = text.prompts
  const prompts = [happened, did, reacted(word), judged, next]
  const insert = () => change((before) => ({ ...before, text: withPrompts(before.text, prompts) }))
  return (
    <Stack gap={2}>
      <span>{text.aidHelp}</span>
      <Row>
        <Button onPress={insert}>{text.insertAid}</Button>
      </Row>
    </Stack>
  )
}
