import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const exchangeWeb: FeatureWeb = {
  routes: [
    page('/udveksling', {
      title: () => text.title,
      load: () => import('./ExchangePage.tsx').then((m) => m.ExchangePage),
    }),
    page('/borger/$citizenId/indberetning', {
      title: () => text.reporting,
      load: () => import('./CasePage.tsx').then((m) => m.CasePage),
    }),
  ],
  panels: [{ slot: 'plan.main', order: 60, load: () => import('./CaseLink.tsx').then((m) => m.CaseLink) }],
  navigation: [
    {
      label: () => text.title,
      href: '/udveksling',
      glyph: 'thread',
      order: 58,
      isFor: ({ roles }) => roles.includes('administrator') || roles.includes('office'),
    },
  ],
}
