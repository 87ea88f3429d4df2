import { capture } from '#features/capture/contract.ts'
import { aCafe, aTheme, types } from '#kit/cafe.ts'
import { anEmployee } from '#kit/given.ts'
import type { Probe } from '#kit/probe.ts'
import { ask, newId } from '#kit/world.ts'

export const probe: Probe = {
  scopes: {
    anywhere: 'capture.events capture.needs',
    unit: `capture.event capture.createEvent capture.changeEvent capture.setState capture.setVoting capture.countAttendance capture.wall
      capture.slips capture.typeSlip capture.correctSlip capture.saveTheme capture.removeTheme capture.sort capture.setAside
      capture.hide capture.sameAs capture.need capture.createNeed capture.changeNeed capture.setNeedState capture.gather capture.release
      capture.protest capture.countDots`,
    // There is no photo of the slip.
    loose: 'capture.photo capture.merge capture.unmerge capture.answerProtest',
  },
  inUnit: async ({ world, unit }) => {
    const carla = await anEmployee(world, 'Carla', 'coordinator', unit)
    const day = await aCafe(carla, [{ unit, group: 'residential' }], { placeId: unit.id })
    const slip = await types(carla, day, unit, 'Vi mangler overblik')
    const theme = await aTheme(carla, day, 'Overblik', [slip.id])
    const need = { id: newId(), placeId: unit.id, title: 'Overblik', text: 'Overblik over vagten', slipIds: [slip.id] }
    await ask(carla, capture.createNeed, need)
    return { event: day.id, slip: slip.id, theme, need: need.id }
  },
  idOf: Object.fromEntries([
    ...'event changeEvent setState setVoting countAttendance wall'
      .split(' ')
      .map((name) => [`capture.${name}`, 'event']),
    ...'photo correctSlip setAside hide sameAs'.split(' ').map((name) => [`capture.${name}`, 'slip']),
    ...'need changeNeed setNeedState gather release merge countDots'
      .split(' ')
      .map((name) => [`capture.${name}`, 'need']),
    ['capture.removeTheme', 'theme'],
  ]),
  fields: { eventId: 'event', slipIds: 'slip', slipId: 'slip', themeId: 'theme', needId: 'need' },
  values: {
    'capture.createEvent.label': 'A-8',
    'capture.typeSlip.label': 'S-8',
    'capture.createNeed.label': 'B-8',
    joinCode: 'ABCD2345',
    receiptCode: 'ABCD2345',
  },
}
