import { employeeName, unitName } from '#features/org/server/index.ts'
import type { Sentence } from '#kernel/lang/problem.ts'
import { sql } from '#kernel/server/sql.ts'
import { type Telling, told } from '#kernel/server/telling.ts'

/**
 * Tasks that name the citizen among what they are about.
 * @param kinds what the features above call their tasks
 */
export const tasksTold = (kinds: Readonly<Record<string, Sentence>>): readonly Telling[] => [
  {
    name: 'tasks.tasks',
    title: { da: 'Opgaver', en: 'Tasks' },
    tables: ['tasks.task'],
    untold: {
      'tasks.task.once_key': 'keeps a job from making it twice; made of ids',
      'tasks.task.about': 'ids and days; that the citizen is among them is why it is told',
      'tasks.task.except_id': 'who may not do it, because it is about what they did themselves',
      'tasks.task.right_name': 'the right its doing takes; says nothing about the citizen',
      'tasks.task.outcomes': 'the outcomes to choose among; the chosen one is told',
      'tasks.task.version': 'counts changes; says nothing about the citizen',
    },
    layout: 'pairs',
    headedBy: 'kind',
    fields: [
      told.choice('kind', 'Slags', 'Kind', kinds),
      told.place('unitName', 'Enhed', 'Unit'),
      told.instant('createdAt', 'Lavet', 'Made'),
      told.day('dueOn', 'Senest', 'By'),
      told.plain('role', 'For', 'For'),
      told.plain('assigneeName', 'For medarbejderen', 'For the employee'),
      told.number('reminders', 'Påmindelser', 'Reminders'),
      told.instant('remindedAt', 'Senest mindet om', 'Last reminded'),
      told.instant('doneAt', 'Gjort', 'Done'),
      told.plain('doneByName', 'Gjort af', 'Done by'),
      told.plain('outcome', 'Udfald', 'Outcome'),
      told.words('note', 'Note', 'Note'),
    ],
    rows: ({ id, from, until }) => sql`
      select id::text, kind, ${unitName(sql`task.unit_id`)} as "unitName", created_at as "createdAt", due_on as "dueOn", role,
        ${employeeName(sql`task.assignee_id`)} as "assigneeName", nullif(reminders, 0) as reminders, reminded_at as "remindedAt", done_at as "doneAt",
        ${employeeName(sql`task.done_by`)} as "doneByName", outcome, note
      from tasks.task where tenant_id = kernel.here() and created_at >= ${from}::timestamptz and created_at < ${until}::timestamptz
        and exists (select from jsonb_each_text(about) named where named.value = ${id}::text)
      order by created_at, id`,
  },
]
