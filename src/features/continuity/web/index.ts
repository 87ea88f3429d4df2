import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { ContinuityBanner, ContinuityDoor } from './fetched.tsx'

export const continuityWeb: FeatureWeb = {
  routes: [
    page('/noedpakke', {
      title: () => text.title,
      load: () => import('./ContinuityPage.tsx').then((m) => m.ContinuityPage),
    }),
  ],
  panels: [{ slot: 'unit.main', order: 40, load: () => import('./UnitContinuity.tsx').then((m) => m.UnitContinuity) }],
}
