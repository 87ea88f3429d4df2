import { useState } from 'react'
import { Button, Columns, Disclosure, Empty, Lines, Mark, Page, Row, Show, Stack } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { type Course, training } from '../contract.ts'
import { CourseDialog } from './CourseDialog.tsx'
import { ExerciseDialog } from './ExerciseDialog.tsx'
import { ExerciseList } from './ExerciseList.tsx'
import { Sides } from './Sides.tsx'
import { text } from './text.ts'

/** The courses, for whom they are, and what is practised. */
export function CoursesPage() {
  const courses = useRead(training.courses, {})
  const places = useRead(training.places, {}, { staleMs: 60_000 })
  const [editing, setEditing] = useState<Course | 'new'>()
  const placeId = places.data?.[0]?.id
  const add = placeId && (
    <Button kind="primary" onPress={() => setEditing('new')}>
      {text.addCourse}
    </Button>
  )
  return (
    <Page title={text.title} lead={text.needsLead} actions={add}>
      <Stack gap={5}>
        <Sides side="courses" />
        <Columns>
          <Show of={courses} lines={8} empty={<Empty action={add}>{text.coursesNone}</Empty>}>
            {(known) => (
              <Lines label={text.tabs.courses}>
                {known.map((course) => (
                  <li key={course.id}>
                    <CourseLine course={course} onChange={() => setEditing(course)} />
                  </li>
                ))}
              </Lines>
            )}
          </Show>
        </Columns>
      </Stack>
      {editing && (
        <CourseDialog
          placeId={placeId ?? ''}
          course={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  )
}

function CourseLine({ course, onChange }: { course: Course; onChange: () => void }) {
  const [isMaking, setMaking] = useState(false)
  const mayPlan = course.permitted.includes('plan')
  return (
    <Stack gap={2}>
      <Row gap={3} apart>
        <Row gap={3}>
          <strong>
            {course.code} {course.title}
          </strong>
          <Mark>{text.sorts[course.sort]}</Mark>
        </Row>
        {mayPlan && <Button onPress={onChange}>{text.changeCourse}</Button>}
      </Row>
      <p>
        {text.length(course.minutes)} · {text.audiences[course.staff]}
        {course.settingKey && `, ${text.onlyWith(text.settings[course.settingKey] ?? course.settingKey)}`} ·{' '}
        {course.competences.join(', ')}
      </p>
      {course.covers && <p>{course.covers}</p>}
      {(course.exercises > 0 || mayPlan) && (
        <Disclosure title={`${text.practise} (${course.exercises})`}>
          <Stack gap={3}>
            <ExerciseList courseId={course.id} mayPlan={mayPlan} />
            {mayPlan && <Button onPress={() => setMaking(true)}>{text.addExercise}</Button>}
          </Stack>
        </Disclosure>
      )}
      {isMaking && <ExerciseDialog course={course} onClose={() => setMaking(false)} />}
    </Stack>
  )
}
