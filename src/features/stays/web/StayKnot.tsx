import { useState } from 'react'
import type { Card } from '#features/citizens/contract.ts'
import { Button, Knot, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { DeathDialog } from './DeathDialog.tsx'
import { groundWords } from './ground-words.ts'
import { LeaveDialog } from './LeaveDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import type { StayOfCitizen } from './stay-act.ts'
import { text } from './text.ts'

const dialogs = { move: MoveDialog, leave: LeaveDialog, death: DeathDialog }

/** One stay: where, since when, on what ground, and what one may do about it. */
export function StayKnot({ stay, card }: { stay: StayOfCitizen; card: Card }) {
  const [open, setOpen] = useState<keyof typeof dialogs>()
  const today = useToday()
  const Open = open && dialogs[open]
  const isPast = stay.endsOn !== null && stay.endsOn <= today
  const word = isPast ? stay.endReason && text.endedBy[stay.endReason] : stay.startsOn > today ? text.begins : text.now
  return (
    <Knot
      kind={isPast ? 'past' : 'ordinary'}
      title={stay.unitName}
      {...(word && { word })}
      label={`${text.kinds[stay.kind]} · ${periodWords(stay, today)}`}
      actions={stay.permitted.length > 0 && <Acts stay={stay} onAct={setOpen} />}
    >
      <p>{stay.legalGround ? groundWords(stay.legalGround) : text.noGround}</p>
      {Open && <Open stay={stay} card={card} onClose={() => setOpen(undefined)} />}
    </Knot>
  )
}

function periodWords({ startsOn, endsOn }: StayOfCitizen, today: string): string {
  const from = shortDayWords(startsOn, today)
  return endsOn ? text.fromTo(from, shortDayWords(endsOn, today)) : text.from(from)
}

type ActsProps = { stay: StayOfCitizen; onAct: (act: keyof typeof dialogs) => void }

function Acts({ stay: { permitted, unitName }, onAct }: ActsProps) {
  return (
    <>
      {permitted.includes('move') && (
        <Button kind="plain" aria-label={text.moveOf(unitName)} onPress={() => onAct('move')}>
          {text.move}
        </Button>
      )}
      {permitted.includes('close') && (
        <>
          <Button kind="plain" aria-label={text.leaveOf(unitName)} onPress={() => onAct('leave')}>
            {text.leave}
          </Button>
          <Button kind="plain" onPress={() => onAct('death')}>
            {text.death}
          </Button>
        </>
      )}
    </>
  )
}
