import { bringsIntoUse } from '#features/org/roles.ts'
import type { KnotFace, LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const trainingFaces: readonly KnotFace[] = [
  { kind: 'training.course', noun: () => text.nouns.course },
  { kind: 'training.exercise', noun: () => text.nouns.exercise },
  {
    kind: 'training.session',
    noun: () => text.nouns.session,
    href: (id) => `/kurser/hold/${id}`,
    states: () => text.sessionStates,
  },
]
export const trainingLoose: LooseWords = {
  'training.session': () => text.ahead,
  'training.without-trainer': () => text.loose['without-trainer'],
  'training.trainer-twice': () => text.loose['trainer-twice'],
  'training.unmarked': () => text.loose.unmarked,
}

export const trainingWeb: FeatureWeb = {
  routes: [
    page('/kurser', { title: () => text.title, load: () => import('./SessionsPage.tsx').then((m) => m.SessionsPage) }),
    page('/kurser/daekning', {
      title: () => text.tabs.coverage,
      load: () => import('./CoveragePage.tsx').then((m) => m.CoveragePage),
    }),
    page('/kurser/behov', {
      title: () => text.tabs.needs,
      load: () => import('./NeedsPage.tsx').then((m) => m.NeedsPage),
    }),
    page('/kurser/alle', {
      title: () => text.tabs.courses,
      load: () => import('./CoursesPage.tsx').then((m) => m.CoursesPage),
    }),
    page('/kurser/mine', { title: () => text.mine, load: () => import('./MinePage.tsx').then((m) => m.MinePage) }),
    page('/kurser/hold/$sessionId', {
      title: () => text.title,
      load: () => import('./SessionPage.tsx').then((m) => m.SessionPage),
    }),
    page('/kurser/enhed/$unitId', {
      title: () => text.title,
      load: () => import('./UnitTrainingPage.tsx').then((m) => m.UnitTrainingPage),
    }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/kurser',
      glyph: 'today',
      order: 84,
      isFor: ({ roles }) => bringsIntoUse(roles),
    },
  ],
  panels: [{ slot: 'unit.main', order: 8, load: () => import('./UnitPanel.tsx').then((m) => m.UnitPanel) }],
}
