import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const oversightWeb: FeatureWeb = {
  routes: [
    page('/borger/$citizenId/set', {
      title: () => text.whoLooked,
      load: () => import('./WhoLookedPage.tsx').then((m) => m.WhoLookedPage),
    }),
  ],
  panels: [{ slot: 'card.main', order: 50, load: () => import('./WhoLookedLink.tsx').then((m) => m.WhoLookedLink) }],
}
