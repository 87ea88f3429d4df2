import { addDays, type Day, daysBetween } from '#kernel/lang/day.ts'
import { weekWords } from '#kernel/ui/index.ts'
import type { Task } from '../contract.ts'
import { isSettled } from '../rules.ts'
import styles from './Ahead.module.css'
import { text } from './text.ts'

const WIDTH = 448
type StripProps = { tasks: readonly Task[]; all: ReadonlyMap<string, Task>; today: Day; days: number }

/** A thread for each unit, a knot for each task: filled when it is settled, open when something is owed. The list beneath says the same. */
export function Strip({ tasks, all, today, days }: StripProps) {
  const units = Map.groupBy(tasks, ({ unitName }) => unitName ?? text.project)
  const weeks = Array.from({ length: days / 7 }, (_, week) => weekWords(addDays(today, week * 7)))
  return (
    <figure className={styles.strip} aria-hidden="true">
      <div className={styles.row}>
        <span />
        <div className={styles.weeks}>
          {weeks.map((week) => (
            <span key={week}>{week}</span>
          ))}
        </div>
      </div>
      {[...units].map(([name, own]) => (
        <div key={name} className={styles.row}>
          <span>{name}</span>
          <svg className={styles.line} viewBox={`0 0 ${WIDTH} 14`} aria-hidden="true" focusable="false">
            <line className={styles.thread} x1="0" y1="7" x2={WIDTH} y2="7" />
            {own.map((task) => (
              <circle
                key={task.id}
                className={isSettled(task, all, today) ? styles.settled : styles.owed}
                cx={6 + (daysBetween(today, task.dueOn!) * (WIDTH - 12)) / days}
                cy="7"
                r="4"
              />
            ))}
          </svg>
        </div>
      ))}
    </figure>
  )
}
