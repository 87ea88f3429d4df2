import type { Probe } from '#kit/probe.ts'

export const probe: Probe = {
  scopes: {
    anywhere: 'decisions.places decisions.log decisions.risks',
    unit: `decisions.propose decisions.change decisions.decide decisions.withdraw decisions.reveal decisions.beginReview decisions.endReview
      decisions.addRisk decisions.changeRisk`,
  },
  idOf: {
    'decisions.change': 'decision',
    'decisions.decide': 'decision',
    'decisions.withdraw': 'decision',
    'decisions.reveal': 'decision',
    'decisions.beginReview': 'decision',
    'decisions.endReview': 'decision',
    'decisions.changeRisk': 'risk',
  },
  fields: { supersedesId: 'decision' },
}
