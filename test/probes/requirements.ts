import type { Probe } from '#kit/probe.ts'
import { aWholeSpec } from '#kit/requirements.ts'

export const probe: Probe = {
  scopes: {
    own: 'requirements.myDrafts requirements.discardDraft',
    anywhere: 'requirements.specs requirements.places requirements.myHearings',
    unit: `requirements.openSpec requirements.changeSpec requirements.table requirements.addArea requirements.changeArea requirements.add
      requirements.change requirements.takeUp requirements.drop requirements.arrange requirements.addLines requirements.changeLine
      requirements.removeLine requirements.arrangeLines requirements.changes requirements.saveDraft requirements.addBenefit
      requirements.changeBenefit requirements.makeBaseline requirements.baseline requirements.judge requirements.publish
      requirements.bindContract requirements.openHearing requirements.closeHearing requirements.unitsToHear requirements.hearingOf
      requirements.answerHearing requirements.coverage requirements.said requirements.reply`,
  },
  inUnit: async ({ world, unit }) => ({ ...(await aWholeSpec(world, unit)) }),
  idOf: {
    'requirements.changeSpec': 'spec',
    'requirements.changeArea': 'area',
    'requirements.arrange': 'area',
    'requirements.one': 'requirement',
    'requirements.change': 'requirement',
    'requirements.takeUp': 'requirement',
    'requirements.drop': 'requirement',
    'requirements.arrangeLines': 'requirement',
    'requirements.changeLine': 'line',
    'requirements.removeLine': 'line',
    'requirements.changeBenefit': 'benefit',
    'requirements.baseline': 'baseline',
    'requirements.judge': 'baseline',
    'requirements.publish': 'baseline',
    'requirements.bindContract': 'baseline',
    'requirements.closeHearing': 'hearing',
  },
  fields: { specId: 'spec', areaId: 'area', requirementId: 'requirement', hearingId: 'hearing', answerId: 'answer' },
  values: { 'requirements.makeBaseline.label': '1.0', 'requirements.openHearing.label': '0.8', no: '1' },
}
