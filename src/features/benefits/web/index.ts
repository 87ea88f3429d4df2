import type { LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const benefitsLoose: LooseWords = {
  'benefits.measurement': () => text.ahead,
  'benefits.measurement-due': () => text.loose['measurement-due'],
  'benefits.without-baseline': () => text.loose['without-baseline'],
}

const followers = ['coordinator', 'steering', 'unit-leader']

export const benefitsWeb: FeatureWeb = {
  routes: [
    page('/gevinster', {
      title: () => text.title,
      load: () => import('./BenefitsPage.tsx').then((m) => m.BenefitsPage),
    }),
    page('/gevinster/forarbejde', {
      title: () => text.tabs.preparation,
      load: () => import('./PreparationPage.tsx').then((m) => m.PreparationPage),
    }),
    page('/ledelse', {
      title: () => text.tabs.leadership,
      load: () => import('./LeadershipPage.tsx').then((m) => m.LatestLeadershipPage),
    }),
    page('/ledelse/$pageId', {
      title: () => text.tabs.leadership,
      load: () => import('./LeadershipPage.tsx').then((m) => m.KeptLeadershipPage),
    }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/gevinster',
      glyph: 'tick',
      order: 88,
      isFor: ({ roles }) => followers.some((role) => roles.includes(role)),
    },
  ],
}
