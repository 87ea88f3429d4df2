import { useState } from 'react'
import { Button, Mark, Row, Section, Stack } from '#kernel/ui/index.ts'
import type { Measure } from '../contract.ts'
import { baselineState, isReached, wayOf } from '../rules.ts'
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
  const { baseline, baselineOn, wentLiveOn, target, direction, points } = measure
  const last = points.findLast(({ value }) => value !== null)?.value
  const state = baselineState(baselineOn, wentLiveOn)
  const way = last == null ? undefined : wayOf(baseline, target, last)
  return (
    <Row gap={3}>
      {last == null ? (
        <Mark>{text.noPoint}</Mark>
      ) : (
        <strong>
          {text.fromTo(
            baseline === null ? '?' : amountOf(measure, baseline),
            amountOf(measure, last),
            amountOf(measure, target),
          )}
        </strong>
      )}
      {state !== 'before' && <Mark tone="attention">{text.baselineStates[state]}</Mark>}
      {last != null && isReached(direction, target, last) && <Mark tone="ok">{text.reached}</Mark>}
      {last != null && !isReached(direction, target, last) && way !== undefined && (
        <Mark tone={way < 0 ? 'violet' : 'info'}>{way < 0 ? text.wrongWay : text.onTheWay(Math.round(way * 100))}</Mark>
      )}
    </Row>
  )
}
