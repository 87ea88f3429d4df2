import { org } from '#features/org/contract.ts'
import type { OfferGroup } from '#features/org/offer-groups.ts'
import { training } from '#features/training/contract.ts'
import type { Audience, CourseSort } from '#features/training/rules.ts'
import { addDays, type Day, type Instant, instantAt } from '#kernel/lang/day.ts'
import type { Id } from '#kernel/lang/id.ts'
import { Problem } from '#kernel/lang/problem.ts'
import { type Loading, together } from './loading.ts'
import { requirementId } from './requirements.ts'
import type { TrainingInFile } from './training-file.ts'

type InFile = TrainingInFile['courses'][number]['audience']
type ForWhom = { sort: CourseSort; staff: Audience; offerGroups: OfferGroup[]; settingKey: string | null }

const all = { staff: 'all' as const, offerGroups: [], settingKey: null }
const start = (...offerGroups: OfferGroup[]): ForWhom => ({
  sort: 'start',
  staff: 'permanent',
  offerGroups,
  settingKey: null,
})

const forWhom: Record<InFile, ForWhom> = {
  alle: { ...all, sort: 'self-study' },
  superbruger: { ...all, sort: 'super-user', staff: 'super-users' },
  doegn: start('residential'),
  bostoette: start('home-support'),
  dag: start('day'),
  saerlig: start('misuse', 'hostel', 'crisis', 'youth', 'respite', 'acute'),
  leder: { ...all, sort: 'leader', staff: 'leaders' },
  medicin: { ...all, sort: 'topic', settingKey: 'modules.medicine' },
  magt: { ...all, sort: 'topic', staff: 'permanent', settingKey: 'modules.force' },
  nat_vikar: { ...all, sort: 'brief', staff: 'temps-and-nights' },
}

/** The file does not say which rows a course practises; the first three of its work area are taken, enough to show that one can. */
const areaOf: Readonly<Record<string, string>> = {
  'KU-03A': 'C1',
  'KU-03B': 'C2',
  'KU-03C': 'C3',
  'KU-03D': 'C8',
  'KU-05': 'C4',
  'KU-06': 'C6',
  'KU-07': 'C1',
}
const EXERCISES = 3
const MADE_UP = 'Ove Opdigtet'
/** Courses were thought out when the first requirements were published, before there was a plan for them. */
const COURSES_ON = '2027-05-03'
/** Days before a session on which the file's enrolments are taken to have been made. */
const AHEAD_DAYS = 3

const courseId = (loading: Loading, label: string): Id => loading.id(label, COURSES_ON)

/** How many enrolments became what; of those in the file, how many were about somebody who is not employed here. */
export type TrainingLoaded = { attended: number; absent: number; enrolled: number; invited: number; leftOut: number }

export async function loadTraining(loading: Loading, file: TrainingInFile, placeId: Id): Promise<TrainingLoaded> {
  for (const course of file.courses) await addCourse(loading, course, file, placeId)
  for (const session of file.courseSessions) await planSession(loading, session)
  const staff = await staffOf(loading, file)
  const loaded: TrainingLoaded = { attended: 0, absent: 0, enrolled: 0, invited: 0, leftOut: 0 }
  // One person's courses in the order of the file; what one learns leans on nobody else's.
  const byPerson = Map.groupBy(file.enrolments.rows, ([person]) => person)
  await together(byPerson.values(), async (rows) => {
    for (const row of rows) loaded[await enrol(loading, row, file, staff)] += 1
  })
  return loaded
}

async function addCourse(
  loading: Loading,
  course: TrainingInFile['courses'][number],
  file: TrainingInFile,
  placeId: Id,
) {
  const id = courseId(loading, course.id)
  const { sort, ...who } = forWhom[course.audience]
  const written = {
    code: course.id,
    title: course.title,
    minutes: Math.round(course.hours * 60),
    competences: course.competences,
    covers: '',
  }
  const asRefresher = /^Genopfriskning/.test(course.title) ? 'refresher' : sort
  await loading.ask(
    training.addCourse,
    { id, externalId: course.id, placeId, ...written, sort: asRefresher, ...who },
    course.id,
  )
  const area = areaOf[course.id]
  const rows = file.requirements
    .filter(({ code }) => area !== undefined && code.startsWith(`${area}.`))
    .slice(0, EXERCISES)
  for (const row of rows) {
    const exercise = {
      id: loading.id(`${course.id} ${row.id}`, COURSES_ON),
      courseId: id,
      requirementId: requirementId(loading, row.id),
      madeUpName: MADE_UP,
    }
    await loading.ask(training.makeExercise, exercise, `${course.id} ${row.id}`)
  }
}

type SessionInFile = TrainingInFile['courseSessions'][number]

const sessionId = (loading: Loading, { id, date }: Pick<SessionInFile, 'id' | 'date'>): Id => loading.id(id, date)
const startsAt = (loading: Loading, { date, time }: SessionInFile): Instant =>
  instantAt(loading.day(date), time.slice(0, 5))
const endsAt = (loading: Loading, { date, time }: SessionInFile): Instant =>
  instantAt(loading.day(time.endsWith('to dage') ? addDays(date, 1) : date), time.slice(6, 11))

async function planSession(loading: Loading, session: SessionInFile): Promise<void> {
  const { id: label, course, capacity, place, trainer } = session
  await loading.ask(
    training.planSession,
    {
      ...{
        id: sessionId(loading, session),
        externalId: label,
        courseId: courseId(loading, course),
        place,
        trainer,
        trainerId: null,
        capacity,
      },
      ...{
        startsAt: startsAt(loading, session),
        endsAt: endsAt(loading, session),
        unitIds: session.units.map((unit) => loading.unit(unit)),
      },
    },
    label,
  )
}

type Somebody = { employeeId: Id; unitId: Id }

/** The file's people among those who work in their unit, by the name they sign in with. */
async function staffOf(loading: Loading, file: TrainingInFile): Promise<Map<string, Somebody>> {
  const unitAt = file.people.columns.indexOf('unit')
  const unitOf = new Map(file.people.rows.map((row) => [String(row[0]), String(row[unitAt])]))
  const found = new Map<string, Somebody>()
  for (const unit of file.units)
    for (const { id, userName } of await loading.ask(org.employeesOfUnit, { unitId: loading.unit(unit.id) }))
      if (userName && unitOf.get(userName) === unit.id)
        found.set(userName, { employeeId: id, unitId: loading.unit(unit.id) })
  return found
}

const reasons = { syg: 'sick', 'vagt ikke dækket': 'no-cover', udeblev: 'no-show' } as const

async function enrol(
  loading: Loading,
  [person, label, state]: TrainingInFile['enrolments']['rows'][number],
  file: TrainingInFile,
  staff: ReadonlyMap<string, Somebody>,
): Promise<keyof TrainingLoaded> {
  const somebody = staff.get(person)
  if (!somebody) return 'leftOut'
  const session = file.courseSessions.find(({ id }) => id === label)!
  const key = `${label} ${person}`
  const place = { id: loading.id(key, session.date), sessionId: sessionId(loading, session), ...somebody }
  const outcome = await keepPlace(loading, place, { session, key, isInvited: state === 'ikke tilmeldt' })
  if (state === 'tilmeldt' || state === 'ikke tilmeldt') return outcome
  const reason = state === 'deltog' ? null : reasons[state]
  const marked = { id: place.id, version: 1, to: reason ? ('absent' as const) : ('attended' as const), reason }
  const over = endsAt(loading, session)
  // A course of two days may be said to be attended on the first.
  const seen = Date.parse(over) < Date.parse(loading.now) ? over : loading.now
  await loading.askAt([loading.by, seen], training.mark, marked, `${key} ${state}`)
  return marked.to
}

type Keeping = { session: SessionInFile; key: string; isInvited: boolean }
type PlaceGiven = Somebody & { id: Id; sessionId: Id }

/** What is closed is not opened by loading a file: who stands on it is invited until the set-up is applied. */
async function keepPlace(
  loading: Loading,
  place: PlaceGiven,
  { session, key, isInvited }: Keeping,
): Promise<'enrolled' | 'invited'> {
  const day: Day = addDays(loading.day(session.date), -AHEAD_DAYS)
  const when = [loading.by, day < loading.today ? instantAt(day, '09:00') : loading.now] as const
  if (!isInvited)
    try {
      await loading.askAt(when, training.enrol, { ...place, clashAccepted: true }, key)
      return 'enrolled'
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'training.set-up-not-applied') throw error
    }
  await loading.askAt(when, training.invite, place, `${key} invited`)
  return 'invited'
}
