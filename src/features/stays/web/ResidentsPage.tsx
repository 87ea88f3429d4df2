import type { MyUnit } from '#features/org/contract.ts'
import { useMyUnits, useUnit } from '#features/org/web/index.ts'
import { addDays, type Day } from '#kernel/lang/day.ts'
import {
  Button,
  Columns,
  DatePicker,
  DayText,
  NewCount,
  Page,
  Row,
  ScreenOnly,
  Section,
  Show,
  Stack,
  useToday,
} from '#kernel/ui/index.ts'
import { useAddressWord, useRead } from '#kernel/web/index.ts'
import { type StayRow, stays } from '../contract.ts'
import { ResidentLines } from './ResidentLines.tsx'
import { text } from './text.ts'
import { useAttendance } from './use-attendance.ts'

/** Who lives in the unit, or comes there, on a day. */
export function ResidentsPage() {
  const unit = useUnit()
  const units = useMyUnits()
  if (unit) return <ResidentsOf key={unit.id} unit={unit} />
  return (
    <Page title={text.residents}>
      <Show of={units} lines={8} empty={text.noUnit}>
        {() => null}
      </Show>
    </Page>
  )
}

const isDay = (word: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(word)

function ResidentsOf({ unit }: { unit: MyUnit }) {
  const today = useToday()
  const [word, setDay] = useAddressWord('dag', today)
  const day = isDay(word) && word <= today ? word : today
  const rows = useRead(stays.ofUnit, { unitId: unit.id, day }, { live: ['stays', unit.id] })
  const title = unit.roundTheClock ? text.residentsOf(unit.name) : text.attendersOf(unit.name)
  return (
    <Page title={title} lead={<DayText day={day} />}>
      <Columns>
        <Stack gap={4}>
          <ScreenOnly>
            <DaySteps day={day} today={today} onChange={setDay} />
            <NewCount count={rows.waiting} onShow={rows.showWaiting} />
          </ScreenOnly>
          <Show of={rows} lines={8} empty={text.nobodyThatDay}>
            {(known) => <Present rows={known} unit={unit} isToday={day === today} />}
          </Show>
        </Stack>
      </Columns>
    </Page>
  )
}

/** Those who died or left since that day stand apart. */
function Present({ rows, unit, isToday }: { rows: readonly StayRow[]; unit: MyUnit; isToday: boolean }) {
  const today = useToday()
  const isGone = ({ endsOn }: StayRow) => endsOn !== null && endsOn <= today
  const here = rows.filter((row) => !isGone(row))
  const gone = rows.filter(isGone)
  const attendance = useAttendance(unit, isToday && !unit.roundTheClock)
  const count = here.filter(({ citizenId }) => attendance?.of(citizenId)?.here).length
  return (
    <Stack gap={5}>
      <p>{attendance ? text.countHere(count, here.length) : text.countPeople(here.length)}</p>
      <ResidentLines label={text.residents} rows={here} attendance={attendance} />
      {gone.length > 0 && (
        <Section title={text.gone}>
          <ResidentLines label={text.gone} rows={gone} attendance={undefined} />
        </Section>
      )}
    </Stack>
  )
}

function DaySteps({ day, today, onChange }: { day: Day; today: Day; onChange: (day: Day) => void }) {
  return (
    <Row gap={2}>
      <Button onPress={() => onChange(addDays(day, -1))}>{text.previousDay}</Button>
      <Button isDisabled={day >= today} onPress={() => onChange(addDays(day, 1))}>
        {text.nextDay}
      </Button>
      <DatePicker label={text.toDay} isLabelHidden value={day} max={today} onChange={(to) => to && onChange(to)} />
      <Button kind="plain" onPress={() => print()}>
        {text.print}
      </Button>
    </Row>
  )
}
