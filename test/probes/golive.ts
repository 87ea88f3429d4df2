import { golive } from '#features/golive/contract.ts'
import { plan } from '#features/plan/contract.ts'
import { aCase, aGolive } from '#kit/golive.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId, signedIn } from '#kit/world.ts'

export const probe: Probe = {
  // Its waves are the plan's.
  comesLate: true,
  scopes: {
    anywhere: 'golive.readiness golive.telling golive.cases golive.vendorSheet golive.pulses',
    // Only whoever told of it.
    never: 'golive.confirm',
    // A case of the place may be joined from any unit of it.
    loose: 'golive.join',
  },
  inUnit: async ({ world, unit, leader }) => {
    const { rows } = await world.owner.query(
      'select id, changed_by from plan.plan where tenant_id = $1 and place_id = $2',
      [world.tenant.id, unit.id],
    )
    const signe = await signedIn(world, rows[0].changed_by, 'Signe')
    const given = await aGolive({ id: rows[0].id, signe } as never, unit)
    const [one, stop, pulse, suggestion] = [aCase(unit.id), newId(), newId(), newId()]
    await ask(leader, golive.report, one)
    await ask(leader, golive.stopLine, { id: one.id, stopId: stop, because: 'Fare' })
    const solved = {
      id: one.id,
      version: 1,
      to: 'solved',
      cause: 'set-up',
      resolution: 'Rettet',
      vendorText: null,
      workaround: null,
      workaroundReviewOn: null,
      severity: 'low',
    }
    await ask(signe, golive.moveCase, solved)
    await ask(signe, golive.suggest, { id: suggestion, caseId: one.id, settingKey: null, text: 'I skabelonen' })
    const today = world.clock.today()
    await ask(signe, golive.openPulse, { id: pulse, placeId: unit.id, opensOn: today, closesOn: today })
    const [known] = await ask(signe, plan.plans, {})
    return {
      check: given.itemId('R11'),
      gate: given.gateId('M4'),
      case: one.id,
      stop,
      pulse,
      suggestion,
      goWave: known!.waves[0]!.id,
    }
  },
  idOf: {
    'golive.join': 'case',
    'golive.moveCase': 'case',
    'golive.confirm': 'case',
    'golive.stopLine': 'case',
    'golive.liftStop': 'stop',
    'golive.answerSuggestion': 'suggestion',
    'golive.answerPulse': 'pulse',
  },
  fields: {
    'golive.record.itemId': 'check',
    'golive.accept.itemId': 'check',
    gateId: 'gate',
    caseId: 'case',
    stopId: '',
    'golive.passGate.waveId': 'goWave',
    'golive.accept.decisionId': '',
    'golive.keepPresence.employeeId': '',
  },
  values: {
    'golive.keepPresence.start': '07:00',
    'golive.report.screen': '/overlevering',
    'golive.begin.settingKey': null,
    'golive.addCheck.settingKey': null,
    'golive.addCheck.measure': null,
    'golive.suggest.settingKey': null,
    'golive.answerSuggestion.key': 'goals.followUpDays',
    'golive.answerSuggestion.offerGroup': 'residential',
    'golive.answerSuggestion.value': 21,
  },
}
