import { useState } from 'react'
import type { UnitInTree } from '#features/org/contract.ts'
import { newId } from '#kernel/lang/id.ts'
import { Button, FaultText, LinkButton, Row, Section, Show, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useAddress, useRead, useWrite } from '#kernel/web/index.ts'
import { certification, type Round } from '../contract.ts'
import { Told } from './RoundsPage.tsx'
import { text } from './text.ts'

/** On a unit's page: when its rights were gone through last, and a way to do it now. */
export function UnitRound({ unit }: { unit: UnitInTree }) {
  const rounds = useRead(certification.rounds, {})
  const mine = { ...rounds, data: rounds.data?.filter(({ unitId }) => unitId === unit.id) }
  return (
    <Section title={text.unitTitle}>
      <Show of={mine} lines={1} isEmpty={() => false}>
        {(all) => <Latest unit={unit} all={all} />}
      </Show>
    </Section>
  )
}

function Latest({ unit, all }: { unit: UnitInTree; all: readonly Round[] }) {
  const today = useToday()
  const open = all.find(({ closedAt }) => closedAt === null)
  const last = [...all].sort((a, b) => b.beganOn.localeCompare(a.beganOn))[0]
  if (open)
    return (
      <Row gap={3}>
        <span>
          {text.running} <Told round={open} />
        </span>
        <LinkButton href={`/rettigheder/${open.id}`}>{text.see}</LinkButton>
      </Row>
    )
  return (
    <Row gap={3}>
      <span>{last ? text.last(shortDayWords(last.beganOn, today)) : text.never}</span>
      {unit.permitted.includes('change') && unit.people > 0 && <Begin unitId={unit.id} />}
    </Row>
  )
}

function Begin({ unitId }: { unitId: string }) {
  const [id] = useState(newId)
  const { go } = useAddress()
  const sender = useWrite(certification.begin, { touches: ['tasks'], onDone: () => go(`/rettigheder/${id}`) })
  return (
    <>
      <Button isBusy={sender.isBusy} onPress={() => void sender.run({ id, unitId })}>
        {text.begin}
      </Button>
      {sender.problemText && <FaultText>{sender.problemText}</FaultText>}
    </>
  )
}
