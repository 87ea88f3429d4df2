import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

/** Everybody else finds the latest on their unit's page. */
const writers = ['coordinator', 'steering', 'unit-contact', 'unit-leader']

export const newsletterWeb: FeatureWeb = {
  routes: [
    page('/nyhedsbrev', { title: () => text.title, load: () => import('./IssuesPage.tsx').then((m) => m.IssuesPage) }),
    page('/nyhedsbrev/modtagere', {
      title: () => text.recipients,
      load: () => import('./RecipientsPage.tsx').then((m) => m.RecipientsPage),
    }),
    page('/nyhedsbrev/$issueId', {
      title: () => text.title,
      load: () => import('./IssuePage.tsx').then((m) => m.IssuePage),
    }),
    page('/nyhedsbrev/$issueId/skriv', {
      title: () => text.title,
      load: () => import('./WritePage.tsx').then((m) => m.WritePage),
    }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/nyhedsbrev',
      glyph: 'write',
      order: 86,
      isFor: ({ roles }) => writers.some((role) => roles.includes(role)),
    },
  ],
  panels: [{ slot: 'unit.main', order: 80, load: () => import('./LatestIssue.tsx').then((m) => m.LatestIssue) }],
}
