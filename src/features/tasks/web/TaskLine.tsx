import { type ReactNode, useState } from 'react'
import { Button, DayText, Mark, Row, Stack, TextLink, useToday } from '#kernel/ui/index.ts'
import type { Task } from '../contract.ts'
import { FinishDialog } from './FinishDialog.tsx'
import { text } from './text.ts'

type LineProps = {
  task: Task
  /** What is to be done, in the words of the feature it belongs to. */
  title: string
  /** Where it is done; left out when it is closed right here. */
  href?: string
  /** Words for the task's outcomes; needed for tasks that are closed from the list. */
  outcomes?: Readonly<Record<string, string>>
  children?: ReactNode
}

/** One thing to do: what, where, by when. Features draw it for their own kinds of task. */
export function TaskLine({ task, title, href, outcomes, children }: LineProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Stack gap={1}>
      <Row apart gap={2}>
        {href ? <TextLink href={href}>{title}</TextLink> : <span>{title}</span>}
        {task.outcomes.length > 0 && outcomes && (
          <Button kind="plain" aria-label={`${text.finish}: ${title}`} onPress={() => setOpen(true)}>
            {text.finish}
          </Button>
        )}
      </Row>
      {children}
      <Due task={task} />
      {isOpen && outcomes && (
        <FinishDialog task={task} title={title} outcomes={outcomes} onClose={() => setOpen(false)} />
      )}
    </Stack>
  )
}

function Due({ task }: { task: Task }) {
  const isLate = task.dueOn < useToday()
  return (
    <Row gap={2}>
      <small>
        {[task.unitName, task.assigneeName].filter(Boolean).join(' · ')} · {isLate ? text.overdue : text.due}{' '}
        <DayText day={task.dueOn} />
      </small>
      {task.reminders > 0 && <Mark tone="attention">{text.reminded(task.reminders)}</Mark>}
    </Row>
  )
}
