import type { Probe } from '#kit/probe.ts'
import { aModel, aWholeTender } from '#kit/tender.ts'

const named = (record: string, acts: string) =>
  Object.fromEntries(acts.split(' ').map((act) => [`tender.${act}`, record]))

export const probe: Probe = {
  scopes: {
    anywhere: 'tender.list',
    // Nothing is opened yet: what asks for bids is kept from everybody.
    loose: `tender.scoring tender.recordTrial tender.saveScores tender.saveFindings tender.submitScores tender.settle tender.result tender.draftAward
      tender.tearUpAward tender.approveAward tender.notify tender.conclude tender.loadBid tender.withdrawBid tender.correct tender.addAdaptation tender.addGap tender.makeRecord`,
  },
  inUnit: ({ world, unit }) => aWholeTender(world, unit),
  idOf: {
    ...named('tender', 'get change publish seatPanel excuse declare open cancel'),
    ...named('model', 'testModel lockModel'),
    ...{ 'tender.saveText': 'tenderText', 'tender.answerQuestion': 'question', 'tender.file': 'tenderFile' },
    ...{ 'tender.moveAdaptation': 'adaptation', 'tender.moveGap': 'gap', 'tender.answerWay': 'gap' },
  },
  values: { 'tender.saveModel.content': aModel([]), 'tender.fitRows.letter': 'A' },
  fields: { tenderId: 'tender', baselineId: 'baseline', employeeIds: 'employee', requirements: 'requirement' },
}
