import { useState } from 'react'
import {
  Button,
  Lines,
  momentWords,
  Section,
  Stack,
  shortDayWords,
  timeWords,
  useNow,
  useToday,
} from '#kernel/ui/index.ts'
import type { Absence, Engagement, Plan } from '../contract.ts'
import { AbsenceDialog } from './AbsenceDialog.tsx'
import { EngagementDialog } from './EngagementDialog.tsx'
import { KeptLine } from './KeptLine.tsx'
import { text } from './text.ts'

type Open = { absence: Absence | 'new' } | { engagement: Engagement | 'new' }

/** Who is away, and what takes a person or a room: what clashes are found from. For those who keep the plan. */
export function Booked({ one }: { one: Plan }) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  if (!one.permitted.includes('keep')) return null
  return (
    <Stack gap={6}>
      <Away absences={one.absences} onOpen={(absence) => setOpen({ absence })} />
      <Taken engagements={one.engagements} onOpen={(engagement) => setOpen({ engagement })} />
      {open && 'absence' in open && (
        <AbsenceDialog planId={one.id} of={open.absence === 'new' ? undefined : open.absence} onClose={close} />
      )}
      {open && 'engagement' in open && (
        <EngagementDialog one={one} of={open.engagement === 'new' ? undefined : open.engagement} onClose={close} />
      )}
    </Stack>
  )
}

type AwayProps = { absences: readonly Absence[]; onOpen: (absence: Absence | 'new') => void }

function Away({ absences, onOpen }: AwayProps) {
  const today = useToday()
  return (
    <Section title={text.away} actions={<Button onPress={() => onOpen('new')}>{text.addAbsence}</Button>}>
      {absences.length === 0 ? (
        <p>{text.nobodyAway}</p>
      ) : (
        <Lines label={text.away}>
          {absences.map((absence) => (
            <KeptLine
              key={absence.id}
              name={absence.name}
              words={`${absence.name} · ${shortDayWords(absence.fromOn, today)} – ${shortDayWords(absence.toOn, today)}`}
              note={absence.deputyName ? text.standsIn(absence.deputyName) : text.noDeputy}
              onChange={() => onOpen(absence)}
            />
          ))}
        </Lines>
      )}
    </Section>
  )
}

const whenAndWho = ({ fromAt, untilAt, unitName, who, room }: Engagement, now: Date): string =>
  [`${momentWords(fromAt, now)}–${timeWords(untilAt)}`, unitName, who, room].filter(Boolean).join(' · ')

type TakenProps = { engagements: readonly Engagement[]; onOpen: (engagement: Engagement | 'new') => void }

function Taken({ engagements, onOpen }: TakenProps) {
  const now = useNow()
  const ahead = engagements.filter(({ untilAt }) => Date.parse(untilAt) > now.getTime())
  return (
    <Section title={text.taken} actions={<Button onPress={() => onOpen('new')}>{text.addEngagement}</Button>}>
      {ahead.length === 0 ? (
        <p>{text.nothingTaken}</p>
      ) : (
        <Lines label={text.taken}>
          {ahead.map((engagement) => (
            <KeptLine
              key={engagement.id}
              name={engagement.title}
              note={whenAndWho(engagement, now)}
              onChange={engagement.keptIn ? undefined : () => onOpen(engagement)}
              elsewhere={engagement.keptIn ? text.keptElsewhere : undefined}
            />
          ))}
        </Lines>
      )}
    </Section>
  )
}
