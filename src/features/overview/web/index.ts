import { worksWithCitizens } from '#features/org/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const overviewWeb: FeatureWeb = {
  routes: [
    page('/', { title: () => text.myShift, load: () => import('./MyShiftPage.tsx').then((m) => m.MyShiftPage) }),
  ],
  navigation: [
    { label: () => text.myShift, href: '/', glyph: 'today', order: 10, isFor: worksWithCitizens },
    { label: () => text.home, href: '/', glyph: 'today', order: 10, isFor: (who) => !worksWithCitizens(who) },
  ],
}
