import type { Probe } from '#kit/probe.ts'

export const probe: Probe = {
  scopes: {
    unit: 'stays.atUnit stays.ofUnit stays.attendanceToday',
    known: 'stays.open stays.close stays.move',
    citizen: 'stays.ofCitizen',
    today: 'stays.markAttendance',
  },
  fields: { stayId: 'stay' },
  values: { legalGround: null },
}
