import { bringsIntoUse } from '#features/org/roles.ts'
import type { KnotFace, LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { useTelling } from './use-telling.tsx'

export const goliveFaces: readonly KnotFace[] = [
  {
    kind: 'golive.case',
    noun: () => text.nouns.case,
    states: () => text.caseStates,
    href: (id) => `/klar/det-skete?sag=${id}`,
  },
  { kind: 'golive.verdict', noun: () => text.nouns.verdict, states: () => text.verdicts, href: () => '/klar' },
]
export const goliveLoose: LooseWords = {
  'golive.workaround': () => text.ahead.workaround,
  'golive.unanswered': () => text.loose.unanswered,
  'golive.workaround-due': () => text.loose['workaround-due'],
}

export const goliveWeb: FeatureWeb = {
  routes: [
    page('/klar', { title: () => text.title, load: () => import('./ReadyPage.tsx').then((m) => m.ReadyPage) }),
    page('/klar/porte', { title: () => text.title, load: () => import('./GatesPage.tsx').then((m) => m.GatesPage) }),
    page('/klar/det-skete', {
      title: () => text.title,
      load: () => import('./CasesPage.tsx').then((m) => m.CasesPage),
    }),
    page('/klar/puls', { title: () => text.title, load: () => import('./PulsePage.tsx').then((m) => m.PulsePage) }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/klar',
      glyph: 'tick',
      order: 86,
      isFor: ({ roles }) => bringsIntoUse(roles),
    },
  ],
  panels: [{ slot: 'unit.main', order: 16, load: () => import('./OurReadiness.tsx').then((m) => m.OurReadiness) }],
}
