import { training } from '#features/training/contract.ts'
import { instantAt } from '#kernel/lang/day.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { aRequirement, aSpec } from '#kit/requirements.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: {
    own: 'training.mine training.updates',
    anywhere: 'training.places training.courses training.sessions training.coverage training.needs training.seats',
    // A place in a session, and a swap, are one's own.
    never: 'training.checkIn training.appointment training.askSwap training.answerSwap',
    // Whoever works there takes the five minutes for themselves.
    loose: 'training.briefed',
  },
  inUnit: async ({ world, unit }) => {
    const [course, session, exercise] = [newId(), newId(), newId()]
    const spec = await aSpec(world, unit)
    const { id: requirementId } = await aRequirement(spec, 'Øv overlevering')
    const written = {
      code: 'KU-1',
      title: 'Medicin',
      sort: 'topic' as const,
      minutes: 60,
      competences: ['medicin'],
      covers: '',
    }
    const forWhom = { offerGroups: [], staff: 'all' as const, settingKey: null }
    await ask(spec.signe, training.addCourse, { id: course, placeId: unit.id, ...written, ...forWhom })
    await ask(spec.signe, training.makeExercise, {
      id: exercise,
      courseId: course,
      requirementId,
      madeUpName: 'Ove Opdigtet',
    })
    const on = world.clock.today()
    const held = {
      startsAt: instantAt(on, '20:00'),
      endsAt: instantAt(on, '21:00'),
      place: 'her',
      trainer: 'Signe',
      trainerId: null,
      capacity: 5,
    }
    await ask(spec.signe, training.planSession, { id: session, courseId: course, ...held, unitIds: [unit.id] })
    const [knud, liv] = [
      await anEmployee(world, 'Knud', 'support-worker', unit),
      await anEmployee(world, 'Liv', 'support-worker', unit),
    ]
    const later = newId()
    await ask(spec.signe, training.planSession, {
      id: later,
      courseId: course,
      ...held,
      startsAt: instantAt(on, '22:00'),
      endsAt: instantAt(on, '23:00'),
      unitIds: [unit.id],
    })
    const places = [newId(), newId()] as const
    await ask(spec.signe, training.enrol, {
      id: places[0],
      sessionId: session,
      employeeId: knud.id,
      unitId: unit.id,
      clashAccepted: false,
    })
    await ask(spec.signe, training.enrol, {
      id: places[1],
      sessionId: later,
      employeeId: liv.id,
      unitId: unit.id,
      clashAccepted: false,
    })
    const swap = newId()
    await ask(knud, training.askSwap, { id: swap, mineId: places[0], theirsId: places[1] })
    return { course, session, exercise, enrolment: places[0], swap }
  },
  values: { 'training.addCourse.minutes': 60, 'training.changeCourse.minutes': 60 },
  idOf: {
    'training.changeCourse': 'course',
    'training.refreshExercise': 'exercise',
    'training.changeSession': 'session',
    'training.cancelSession': 'session',
    'training.openSession': 'session',
    'training.takeOff': 'enrolment',
    'training.mark': 'enrolment',
    'training.checkIn': 'enrolment',
    'training.appointment': 'enrolment',
    'training.answerSwap': 'swap',
  },
  fields: {
    courseId: 'course',
    sessionId: 'session',
    exerciseId: 'exercise',
    mineId: 'enrolment',
    theirsId: 'enrolment',
    'training.openSession.decisionId': 'decision',
  },
}
