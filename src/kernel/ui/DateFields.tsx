import { parseDate, parseTime } from '@internationalized/date'
import {
  DateField as AriaDateField,
  DatePicker as AriaDatePicker,
  TimeField as AriaTimeField,
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components'
import type { Day } from '#kernel/lang/day.ts'
import { classes } from './classes.ts'
import styles from './Dates.module.css'
import fields from './Field.module.css'
import { ariaOf, FieldLabel, FieldNotes, type FieldProps } from './Field.tsx'
import { Glyph } from './Glyph.tsx'
import list from './List.module.css'
import { text } from './text.ts'

export type DateProps = FieldProps & {
  value: Day | null
  onChange: (day: Day | null) => void
  min?: Day
  max?: Day
}

const dateParts = (props: DateProps) => ({
  ...ariaOf(props),
  value: props.value ? parseDate(props.value) : null,
  onChange: (date: { toString(): string } | null) => props.onChange(date?.toString() ?? null),
  minValue: props.min ? parseDate(props.min) : undefined,
  maxValue: props.max ? parseDate(props.max) : undefined,
})

const Segments = ({ className }: { className: string | undefined }) => (
  <DateInput className={className ?? ''}>
    {(segment) => <DateSegment segment={segment} className={fields.segment} />}
  </DateInput>
)

/** A day one knows by heart, such as a birthday. */
export function DateField(props: DateProps) {
  return (
    <AriaDateField {...dateParts(props)}>
      <FieldLabel {...props} />
      <div className={classes(fields.group, fields.short)}>
        <Segments className={fields.segments} />
      </div>
      <FieldNotes {...props} />
    </AriaDateField>
  )
}

/** A day one finds, near today. */
export function DatePicker(props: DateProps) {
  return (
    <AriaDatePicker {...dateParts(props)}>
      <FieldLabel {...props} />
      <Group className={classes(fields.group, fields.short)}>
        <Segments className={fields.segments} />
        <Button className={fields.trigger} aria-label={text.openCalendar}>
          <Glyph name="today" />
        </Button>
      </Group>
      <FieldNotes {...props} />
      <Popover className={classes(list.popover, list.calendar)} offset={4}>
        <Dialog className={styles.dialog}>
          <Month />
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}

function Month() {
  return (
    <Calendar firstDayOfWeek="mon">
      <header className={styles.head}>
        <Button slot="previous" className={fields.trigger} aria-label={text.previousMonth}>
          <Glyph name="left" />
        </Button>
        <Heading className={styles.month} />
        <Button slot="next" className={fields.trigger} aria-label={text.nextMonth}>
          <Glyph name="right" />
        </Button>
      </header>
      <CalendarGrid className={styles.grid} weekdayStyle="short">
        {(date) => <CalendarCell date={date} className={styles.cell} />}
      </CalendarGrid>
    </Calendar>
  )
}

export type TimeProps = FieldProps & { value: string | null; onChange: (time: string | null) => void }

/** A time of day as `HH:MM`. */
export function TimeField(props: TimeProps) {
  return (
    <AriaTimeField
      {...ariaOf(props)}
      hourCycle={24}
      value={props.value ? parseTime(props.value) : null}
      onChange={(time) => props.onChange(time?.toString().slice(0, 5) ?? null)}
    >
      <FieldLabel {...props} />
      <div className={classes(fields.group, fields.time)}>
        <Segments className={fields.segments} />
      </div>
      <FieldNotes {...props} />
    </AriaTimeField>
  )
}
