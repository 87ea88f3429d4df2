import { useState } from 'react'
import { newId } from '#kernel/lang/id.ts'
import { Button, Lines, Mark, Row, Section, Stack, TextLink } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { clarification, type UnitClarification } from '../contract.ts'
import { nameOfGap } from '../rules.ts'
import { gapTones } from './CellMark.tsx'
import { AddGapDialog } from './GapDialogs.tsx'
import { text } from './text.ts'

/** What the unit lacks, and where it says so itself when no question asked. */
export function UnitGaps({ known }: { known: UnitClarification }) {
  const [adding, setAdding] = useState<string>()
  const gaps = useRead(clarification.gaps, {})
  const own = (gaps.data ?? []).filter(({ unitId }) => unitId === known.unitId)
  const mayAdd = known.permitted.includes('answer') || known.permitted.includes('coordinate')
  if (own.length === 0 && !mayAdd) return null
  return (
    <Section
      title={text.gaps.title}
      note={own.length || undefined}
      actions={mayAdd && <Button onPress={() => setAdding(newId())}>{text.gaps.add}</Button>}
    >
      {own.length === 0 ? (
        <p>{text.gaps.noneHere}</p>
      ) : (
        <Stack gap={3}>
          <Lines label={text.gaps.title}>
            {own.map((gap) => (
              <li key={gap.id}>
                <p>{gap.text}</p>
                <Row gap={3}>
                  <small>{nameOfGap(gap.number)}</small>
                  <Mark tone={gapTones[gap.state]}>{text.gaps.states[gap.state]}</Mark>
                  {gap.nextStep && <small>{gap.nextStep}</small>}
                </Row>
              </li>
            ))}
          </Lines>
          <TextLink href="/afklaring/gab">{text.gaps.seeAll}</TextLink>
        </Stack>
      )}
      {adding && <AddGapDialog unitId={known.unitId} id={adding} onClose={() => setAdding(undefined)} />}
    </Section>
  )
}
