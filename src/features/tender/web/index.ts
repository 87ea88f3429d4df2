import type { KnotFace, LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const tenderFaces: readonly KnotFace[] = [
  { kind: 'tender.tender', noun: () => text.nouns.tender, states: () => text.states },
  { kind: 'tender.text', noun: () => text.nouns.text },
  { kind: 'tender.question', noun: () => text.nouns.question, states: () => text.questionStates },
  { kind: 'tender.answer', noun: () => text.nouns.answer, states: () => text.answers },
  { kind: 'tender.answer-row', noun: () => text.nouns.answerRow, states: () => text.answers },
  { kind: 'tender.score', noun: () => text.nouns.score },
  { kind: 'tender.adaptation', noun: () => text.nouns.adaptation, states: () => text.adaptationStates },
  { kind: 'tender.gap', noun: () => text.nouns.gap, states: () => text.gapStates },
]
export const tenderLoose: LooseWords = {
  'tender.questions-close': () => text.dated['questions-close'],
  'tender.bids-due': () => text.dated['bids-due'],
  'tender.notice-planned': () => text.dated['notice-planned'],
  'tender.standstill-ends': () => text.dated['standstill-ends'],
  'tender.gap-next': () => text.dated['gap-next'],
  'tender.unanswered': () => text.loose.unanswered,
  'tender.undecided': () => text.loose.undecided,
  'tender.without-decision': () => text.loose['without-decision'],
  'tender.gap-stuck': () => text.loose['gap-stuck'],
  'tender.way-unanswered': () => text.loose['way-unanswered'],
}

const takesPart = ['coordinator', 'buyer', 'evaluator', 'steering']

export const tenderWeb: FeatureWeb = {
  routes: [
    page('/udbud', { title: () => text.title, load: () => import('./TendersPage.tsx').then((m) => m.TendersPage) }),
    page('/udbud/$tenderId', {
      title: () => text.title,
      load: () => import('./OverviewPage.tsx').then((m) => m.OverviewPage),
    }),
    page('/udbud/$tenderId/model', {
      title: () => text.tabs.model,
      load: () => import('./ModelPage.tsx').then((m) => m.ModelPage),
    }),
    page('/udbud/$tenderId/spoergsmaal', {
      title: () => text.tabs.questions,
      load: () => import('./QuestionsPage.tsx').then((m) => m.QuestionsPage),
    }),
    page('/udbud/$tenderId/evaluering', {
      title: () => text.tabs.scoring,
      load: () => import('./ScoringPage.tsx').then((m) => m.ScoringPage),
    }),
    page('/udbud/$tenderId/resultat', {
      title: () => text.tabs.result,
      load: () => import('./ResultPage.tsx').then((m) => m.ResultPage),
    }),
    page('/udbud/$tenderId/tilretninger', {
      title: () => text.tabs.adaptations,
      load: () => import('./AdaptationsPage.tsx').then((m) => m.AdaptationsPage),
    }),
  ],
  panels: [{ slot: 'unit.main', order: 7, load: () => import('./WaysAsked.tsx').then((m) => m.WaysAsked) }],
  navigation: [
    {
      label: () => text.title,
      href: '/udbud',
      glyph: 'plan',
      order: 70,
      isFor: ({ roles }) => takesPart.some((role) => roles.includes(role)),
    },
  ],
}
