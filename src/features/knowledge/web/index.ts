import type { LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

/** What a coordinator owns is a loose end only when the coordinator goes. */
export const knowledgeLoose: LooseWords = {
  'knowledge.risk-of-coordinator': () => text.loose['risk-of-coordinator'],
  'knowledge.benefit-of-coordinator': () => text.loose['benefit-of-coordinator'],
}

export const knowledgeWeb: FeatureWeb = {
  routes: [
    page('/viden', { title: () => text.title, load: () => import('./BookPage.tsx').then((m) => m.BookPage) }),
    page('/viden/overdragelse', {
      title: () => text.handoverTitle,
      load: () => import('./HandoverPage.tsx').then((m) => m.HandoverPage),
    }),
    page('/viden/pakker', {
      title: () => text.packagesTitle,
      load: () => import('./PackagesPage.tsx').then((m) => m.PackagesPage),
    }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/viden',
      glyph: 'search',
      order: 92,
      isFor: ({ roles }) =>
        ['coordinator', 'super-user', 'unit-leader', 'steering'].some((role) => roles.includes(role)),
    },
  ],
  panels: [{ slot: 'unit.main', order: 80, load: () => import('./BookLink.tsx').then((m) => m.BookLink) }],
}
