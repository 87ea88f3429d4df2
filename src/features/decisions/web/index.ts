import type { KnotFace, LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const decisionsFaces: readonly KnotFace[] = [
  { kind: 'decisions.decision', noun: () => text.nouns.decision, states: () => text.states },
  { kind: 'decisions.risk', noun: () => text.nouns.risk, states: () => text.riskStates },
]
export const decisionsLoose: LooseWords = {
  'decisions.review': () => text.ahead,
  'decisions.about-nothing': () => text.loose['about-nothing'],
  'decisions.review-due': () => text.loose['review-due'],
  'decisions.undecided': () => text.loose.undecided,
  'decisions.risk-unmet': () => text.loose['risk-unmet'],
}

const keepers = ['coordinator', 'steering', 'buyer', 'evaluator']

export const decisionsWeb: FeatureWeb = {
  routes: [
    page('/beslutninger', { title: () => text.title, load: () => import('./LogPage.tsx').then((m) => m.LogPage) }),
    page('/beslutninger/risici', {
      title: () => text.risks,
      load: () => import('./RisksPage.tsx').then((m) => m.RisksPage),
    }),
    page('/beslutninger/ny', {
      title: () => text.newTitle,
      load: () => import('./WritePage.tsx').then((m) => m.NewDecisionPage),
    }),
    page('/beslutninger/$decisionId/ret', {
      title: () => text.title,
      load: () => import('./WritePage.tsx').then((m) => m.ChangeDecisionPage),
    }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/beslutninger',
      glyph: 'tick',
      order: 80,
      isFor: ({ roles }) => keepers.some((role) => roles.includes(role)),
    },
  ],
  panels: [{ slot: 'unit.main', order: 70, load: () => import('./OurDecisions.tsx').then((m) => m.OurDecisions) }],
}
