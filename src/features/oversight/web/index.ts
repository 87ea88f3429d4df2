import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const oversightWeb: FeatureWeb = {
  routes: [
    page('/borger/$citizenId/set', {
      title: () => text.whoLooked,
      load: () => import('./WhoLookedPage.tsx').then((m) => m.WhoLookedPage),
    }),
    page('/log', { title: () => text.log, load: () => import('./LogPage.tsx').then((m) => m.LogPage) }),
    page('/log/opfoelgning/$taskId', {
      title: () => text.review,
      load: () => import('./ReviewPage.tsx').then((m) => m.ReviewPage),
    }),
  ],
  navigation: [
    {
      label: () => text.log,
      href: '/log',
      glyph: 'search',
      order: 55,
      isFor: ({ roles }) => roles.includes('privacy-officer'),
    },
  ],
  panels: [
    { slot: 'card.main', order: 50, load: () => import('./WhoLookedLink.tsx').then((m) => m.WhoLookedLink) },
    { slot: 'task.oversight.review', order: 10, load: () => import('./ReviewTask.tsx').then((m) => m.ReviewTask) },
    { slot: 'task.oversight.misuse', order: 10, load: () => import('./MisuseTask.tsx').then((m) => m.MisuseTask) },
  ],
}
