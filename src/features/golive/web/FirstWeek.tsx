import { useState } from 'react'
import {
  Button,
  DatePicker,
  Disclosure,
  FormDialog,
  fullDayWords,
  Mark,
  Section,
  Stack,
  savedAndClose,
  shortDayWords,
  Table,
  TextArea,
  TextField,
  useToday,
} from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { golive, type UnitReadiness } from '../contract.ts'
import { firstWeek, type Shift } from '../rules.ts'
import { openShifts } from '../standing.ts'
import { text } from './text.ts'

type Props = { unit: UnitReadiness }

/** The way back, and a super-user on every shift. */
export function FirstWeek({ unit }: Props) {
  const today = useToday()
  const [open, setOpen] = useState<'fallback' | Shift>()
  const missing = openShifts(unit).length
  const { fallback, permitted } = unit
  const mayWrite = permitted.includes('record')
  return (
    <>
      <Section
        title={text.fallback}
        actions={mayWrite && <Button onPress={() => setOpen('fallback')}>{fallback ? text.change : text.write}</Button>}
      >
        {fallback ? (
          <Stack gap={1}>
            <p>{fallback.plan}</p>
            <small>
              {fallback.who} · {shortDayWords(fallback.untilOn, today)}
            </small>
          </Stack>
        ) : (
          <p>{text.fallbackNone}</p>
        )}
      </Section>
      <Section title={text.presence} note={text.presenceHelp}>
        <Stack gap={3}>
          {missing > 0 && <Mark tone="attention">{text.uncovered(missing)}</Mark>}
          <Disclosure title={text.presence}>
            <Shifts unit={unit} onPick={mayWrite ? setOpen : undefined} />
          </Disclosure>
        </Stack>
      </Section>
      {open === 'fallback' && <FallbackDialog unit={unit} onClose={() => setOpen(undefined)} />}
      {open && open !== 'fallback' && <PresenceDialog unit={unit} shift={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Shifts({ unit, onPick }: Props & { onPick: ((shift: Shift) => void) | undefined }) {
  const today = useToday()
  const who = new Map(unit.presence.map((one) => [`${one.day} ${one.start}`, one.who]))
  return (
    <Table
      caption={text.presence}
      rows={firstWeek(unit, unit.goLiveOn)}
      rowKey={({ day, start }) => `${day} ${start}`}
      columns={[
        {
          head: text.presence,
          cell: ({ day, start }) => text.shift(fullDayWords(day, today), start.replace(':', '.')),
        },
        {
          head: text.who,
          cell: ({ day, start }) => who.get(`${day} ${start}`) ?? <Mark tone="attention">{text.presenceNone}</Mark>,
        },
        ...(onPick
          ? [
              {
                head: text.set,
                cell: (shift: Shift) => (
                  <Button kind="plain" onPress={() => onPick(shift)}>
                    {text.set}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

type DialogProps = Props & { onClose: () => void }

function FallbackDialog({ unit, onClose }: DialogProps) {
  const [form, setForm] = useState({
    plan: unit.fallback?.plan ?? '',
    who: unit.fallback?.who ?? '',
    untilOn: (unit.fallback?.untilOn ?? unit.goLiveOn) as string | null,
  })
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const sender = useWrite(golive.keepFallback, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={text.fallback}
      sender={sender}
      onSave={() => void sender.run({ unitId: unit.id, ...form, untilOn: form.untilOn ?? '' })}
      onClose={onClose}
    >
      <TextArea
        label={text.fallbackPlan}
        value={form.plan}
        onChange={(plan) => set({ plan })}
        maxLength={2000}
        fault={sender.faultOf('plan')}
        autoFocus
      />
      <TextField
        label={text.fallbackWho}
        value={form.who}
        onChange={(who) => set({ who })}
        maxLength={120}
        fault={sender.faultOf('who')}
      />
      <DatePicker
        label={text.fallbackUntil}
        value={form.untilOn}
        onChange={(untilOn) => set({ untilOn })}
        fault={sender.faultOf('untilOn')}
      />
    </FormDialog>
  )
}

function PresenceDialog({ unit, shift: { day, start }, onClose }: DialogProps & { shift: Shift }) {
  const today = useToday()
  const [who, setWho] = useState(unit.presence.find((one) => one.day === day && one.start === start)?.who ?? '')
  const sender = useWrite(golive.keepPresence, { onDone: savedAndClose(onClose) })
  return (
    <FormDialog
      title={text.shift(fullDayWords(day, today), start.replace(':', '.'))}
      sender={sender}
      onSave={() => void sender.run({ unitId: unit.id, day, start, employeeId: null, who })}
      onClose={onClose}
    >
      <TextField
        label={text.who}
        help={text.presenceHelp}
        value={who}
        onChange={setWho}
        maxLength={120}
        fault={sender.faultOf('who')}
        autoFocus
      />
    </FormDialog>
  )
}
