import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const privacyWeb: FeatureWeb = {
  routes: [
    page('/indsigt', {
      title: () => text.title,
      load: () => import('./RequestsPage.tsx').then((m) => m.RequestsPage),
    }),
    page('/sletning', {
      title: () => text.deletion,
      load: () => import('./DeletionPage.tsx').then((m) => m.DeletionPage),
    }),
    page('/indsigt/$requestId', {
      title: () => text.title,
      load: () => import('./RequestPage.tsx').then((m) => m.RequestPage),
    }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/indsigt',
      glyph: 'people',
      order: 56,
      isFor: ({ roles }) => roles.includes('privacy-officer'),
    },
    {
      label: () => text.deletionShort,
      href: '/sletning',
      glyph: 'close',
      order: 65,
      isFor: ({ roles }) => roles.includes('privacy-officer'),
    },
  ],
  panels: [
    { slot: 'unit.links', order: 70, load: () => import('./RequestsLink.tsx').then((m) => m.RequestsLink) },
    {
      slot: 'administration.aside',
      order: 20,
      load: () => import('./DeletionLink.tsx').then((m) => m.DeletionLink),
    },
    { slot: 'task.privacy.answer', order: 10, load: () => import('./AnswerTask.tsx').then((m) => m.AnswerTask) },
  ],
}
