import { useState } from 'react'
import { threadHref } from '#features/thread/web/index.ts'
import { Button, Mark, Row, Stack, shortDayWords, TextLink, useToday } from '#kernel/ui/index.ts'
import { useWrite } from '#kernel/web/index.ts'
import { type Opened, plan, type Task } from '../contract.ts'
import { lateDays, openNeeds, type Status, statusOf, toldOf } from '../rules.ts'
import { DropDialog } from './DropDialog.tsx'
import { TaskDialog } from './TaskDialog.tsx'
import { text } from './text.ts'
import { touches } from './touches.ts'

const tones = {
  waiting: 'neutral',
  ready: 'info',
  planned: 'ok',
  doing: 'info',
  done: 'ok',
  dropped: 'neutral',
} as const satisfies Record<Status, string>

export type TaskLineProps = {
  task: Task
  all: ReadonlyMap<string, Task>
  onOpened: (opened: readonly Opened[]) => void
}

/** A task where it stands: what, whose, by when, what it waits for, and what can be done with it. */
export function TaskLine({ task, all, onOpened }: TaskLineProps) {
  const waits = openNeeds(task, all).flatMap((id) => all.get(id)?.title ?? [])
  return (
    <Stack gap={1}>
      <strong>
        {task.code && !task.unitId ? `${task.code} ` : ''}
        {task.title}
      </strong>
      <small>
        {[task.unitName ?? text.project, task.ownerName ?? text.nobody].join(' · ')}
        {task.why && ` · ${task.why}`}
      </small>
      {task.fromAnswer && <TextLink href={threadHref('plan.task', task.id)}>{text.whyTask}</TextLink>}
      <When task={task} all={all} />
      {waits.length > 0 && task.state !== 'dropped' && (
        <small>
          {text.waitsFor}: {waits.join(', ')}
        </small>
      )}
      {task.because && <small>{task.because}</small>}
      {task.permitted.includes('act') && <Acts task={task} isOpen={waits.length === 0} onOpened={onOpened} />}
    </Stack>
  )
}

function When({ task, all }: Pick<TaskLineProps, 'task' | 'all'>) {
  const today = useToday()
  const late = lateDays(task, today)
  const status = statusOf(task, all)
  const day = task.doneOn ?? task.dueOn
  const told = toldOf(late)
  return (
    <Row gap={3}>
      <Mark tone={tones[status]}>{text.status[status]}</Mark>
      {day ? (
        <small>{task.doneOn ? shortDayWords(day, today) : text.due(shortDayWords(day, today))}</small>
      ) : (
        <Mark tone="attention">{text.undated}</Mark>
      )}
      {late > 0 && <Mark tone="attention">{text.lateBy(late)}</Mark>}
      {late > 0 && told !== 'owner' && <small>{text.told[told]}</small>}
    </Row>
  )
}

type ActsProps = { task: Task; isOpen: boolean; onOpened: TaskLineProps['onOpened'] }

function Acts({ task, isOpen, onOpened }: ActsProps) {
  const [dialog, setDialog] = useState<'change' | 'drop'>()
  const move = useWrite(plan.moveOn, { onDone: ({ opened }, { to }) => to === 'done' && onOpened(opened), touches })
  const { id, version, state } = task
  const isOver = state === 'done' || state === 'dropped'
  const to = (next: Task['state']) => () => void move.run({ id, version, to: next, because: null, doneOn: null })
  return (
    <>
      <Row gap={2}>
        {!isOver && isOpen && (
          <Button isBusy={move.isBusy} onPress={to('done')}>
            {text.doneIt}
          </Button>
        )}
        {state === 'open' && isOpen && (
          <Button kind="plain" onPress={to('doing')}>
            {text.beginIt}
          </Button>
        )}
        {isOver ? (
          <Button kind="plain" onPress={to('open')}>
            {text.reopen}
          </Button>
        ) : (
          <>
            <Button kind="plain" onPress={() => setDialog('change')}>
              {text.plan}
            </Button>
            <Button kind="plain" onPress={() => setDialog('drop')}>
              {text.drop}
            </Button>
          </>
        )}
      </Row>
      {move.problemText && <Mark tone="attention">{move.problemText}</Mark>}
      {dialog === 'change' && <TaskDialog planId={task.planId} task={task} onClose={() => setDialog(undefined)} />}
      {dialog === 'drop' && <DropDialog task={task} onClose={() => setDialog(undefined)} />}
    </>
  )
}
