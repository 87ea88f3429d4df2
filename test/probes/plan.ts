import { plan } from '#features/plan/contract.ts'
import { aPlan, aWave, tasksOf } from '#kit/plan.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: {
    anywhere: 'plan.places plan.plans plan.tasks plan.board',
    own: 'plan.myCalendar plan.makeCalendar plan.endCalendar',
  },
  inUnit: async ({ world, unit }) => {
    const given = await aPlan(world, unit)
    const wave = await aWave(given, 'B1', '2026-08-17', [unit])
    const [task] = await tasksOf(given.signe, unit.id)
    const [engagement, absence] = [newId(), newId()]
    const taken = { who: 'Tone', employeeId: null, room: null, isCancelled: false }
    const hours = { fromAt: '2026-03-12T09:00:00+01:00', untilAt: '2026-03-12T12:00:00+01:00' }
    await ask(given.signe, plan.keepEngagement, {
      id: engagement,
      planId: given.id,
      unitId: null,
      title: 'Kursus',
      ...taken,
      ...hours,
    })
    return {
      plan: given.id,
      wave,
      planTask: task!.id,
      template: given.templateId.go,
      planRole: given.roleId.vendor,
      engagement,
      absence,
    }
  },
  idOf: {
    'plan.moveWave': 'wave',
    'plan.joinWave': 'wave',
    'plan.changeTemplate': 'template',
    'plan.changeTask': 'planTask',
    'plan.moveOn': 'planTask',
    'plan.nameHolder': 'planRole',
  },
  fields: {
    planId: 'plan',
    waveId: 'wave',
    phaseId: '',
    'plan.changeTemplate.roleId': 'planRole',
    'plan.addTask.roleId': 'planRole',
    'plan.changeTask.roleId': 'planRole',
  },
  values: {
    'plan.addTask.needs': [],
    'plan.changeTask.needs': [],
    'plan.keepAbsence.deputyId': null,
    'plan.nameHolder.employeeId': null,
  },
}
