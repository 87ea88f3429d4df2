import { useState } from 'react'
import { Button, Mark, Row, Section, Stack } from '#kernel/ui/index.ts'
import type { Measure, Point } from '../contract.ts'
import { baselineState, isReached, pieceOf, wayOf } from '../rules.ts'
import { LinePicture } from './LinePicture.tsx'
import { MethodDialog } from './MethodDialog.tsx'
import { PointDialog } from './PointDialog.tsx'
import { text } from './text.ts'

/** One benefit: where it began, where it is, where it was to go; n and method beside the number. */
export function MeasureLine({ measure, onChange }: { measure: Measure; onChange: () => void }) {
  const [open, setOpen] = useState<'point' | 'method'>()
  const close = () => setOpen(undefined)
  const may = (act: string) => measure.permitted.includes(act)
  return (
    <Section
      title={`G${measure.number} ${measure.title}`}
      note={measure.unitName ?? text.allUnits}
      actions={
        <Row gap={2}>
          {may('measure') && <Button onPress={() => setOpen('point')}>{text.measured}</Button>}
          {may('keep') && (
            <Button kind="plain" onPress={() => setOpen('method')}>
              {text.newMethod}
            </Button>
          )}
          {may('keep') && (
            <Button kind="plain" onPress={onChange}>
              {text.change}
            </Button>
          )}
        </Row>
      }
    >
      <Stack gap={2}>
        <p>{measure.what}</p>
        <Standing measure={measure} />
        <LinePicture measure={measure} />
        <p>
          {measure.owner} · {measure.methods.at(-1)?.text}
        </p>
      </Stack>
      {open === 'point' && <PointDialog measure={measure} onClose={close} />}
      {open === 'method' && <MethodDialog measure={measure} onClose={close} />}
    </Section>
  )
}

const amountOf = (measure: Measure, value: number): string => text.amount(value, measure.countedIn)

function Standing({ measure }: { measure: Measure }) {
  const { baselineOn, wentLiveOn, target, direction, points } = measure
  const last = points.findLast(({ value }) => value !== null)
  const state = baselineState(baselineOn, wentLiveOn)
  return (
    <Row gap={3}>
      {last == null ? <Mark>{text.noPoint}</Mark> : <Now measure={measure} last={last} />}
      {state !== 'before' && <Mark tone="attention">{text.baselineStates[state]}</Mark>}
      {last?.value != null && isReached(direction, target, last.value) && <Mark tone="ok">{text.reached}</Mark>}
    </Row>
  )
}

/** From the baseline, when both were measured alike; alone, when they were not. */
function Now({ measure, last }: { measure: Measure; last: Point }) {
  const { baseline, baselineOn, target, direction, methods } = measure
  const value = last.value!
  const isSame = baselineOn !== null && pieceOf(methods, baselineOn) === pieceOf(methods, last.takenOn)
  if (baseline === null || !isSame)
    return (
      <>
        <strong>{text.nowOnly(amountOf(measure, value), amountOf(measure, target))}</strong>
        {baseline !== null && <Mark>{text.newSince}</Mark>}
      </>
    )
  const way = wayOf(baseline, target, value)
  return (
    <>
      <strong>{text.fromTo(amountOf(measure, baseline), amountOf(measure, value), amountOf(measure, target))}</strong>
      {way !== undefined && !isReached(direction, target, value) && (
        <Mark tone={way < 0 ? 'violet' : 'info'}>{way < 0 ? text.wrongWay : text.onTheWay(Math.round(way * 100))}</Mark>
      )}
    </>
  )
}
