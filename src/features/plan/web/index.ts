import { bringsIntoUse } from '#features/org/roles.ts'
import type { KnotFace, LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { type Chosen, PersonField } from './PersonField.tsx'

export const planFaces: readonly KnotFace[] = [
  {
    kind: 'plan.task',
    noun: () => text.nouns.task,
    states: () => text.states,
    href: (id) => `/plan/opgaver?opgave=${id}`,
  },
  { kind: 'plan.wave', noun: () => text.nouns.wave, href: () => '/plan/boelger' },
]
export const planLoose: LooseWords = {
  'plan.due': () => text.dated.due,
  'plan.go-live': () => text.dated['go-live'],
  'plan.late': () => text.loose.late,
  'plan.unowned': () => text.loose.unowned,
  'plan.undated': () => text.loose.undated,
}

export const planWeb: FeatureWeb = {
  routes: [
    page('/plan', { title: () => text.title, load: () => import('./BoardPage.tsx').then((m) => m.BoardPage) }),
    page('/plan/frem', { title: () => text.title, load: () => import('./AheadPage.tsx').then((m) => m.AheadPage) }),
    page('/plan/opgaver', { title: () => text.title, load: () => import('./TasksPage.tsx').then((m) => m.TasksPage) }),
    page('/plan/boelger', { title: () => text.title, load: () => import('./WavesPage.tsx').then((m) => m.WavesPage) }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/plan',
      glyph: 'today',
      order: 85,
      isFor: ({ roles }) => bringsIntoUse(roles),
    },
  ],
  panels: [
    { slot: 'home.main', order: 15, load: () => import('./MyTasks.tsx').then((m) => m.MyTasks) },
    { slot: 'unit.main', order: 15, load: () => import('./MyTasks.tsx').then((m) => m.MyTasks) },
  ],
}
