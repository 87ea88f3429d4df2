import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

const task = () => import('./CertificationTask.tsx').then((m) => m.CertificationTask)

export const certificationWeb: FeatureWeb = {
  routes: [
    page('/rettigheder', {
      title: () => text.title,
      load: () => import('./RoundsPage.tsx').then((m) => m.RoundsPage),
    }),
    page('/rettigheder/$roundId', {
      title: () => text.title,
      load: () => import('./RoundPage.tsx').then((m) => m.RoundPage),
    }),
  ],
  panels: [
    { slot: 'task.certification.floor', order: 10, load: task },
    { slot: 'task.certification.above', order: 10, load: task },
    { slot: 'administration.unit', order: 20, load: () => import('./UnitRound.tsx').then((m) => m.UnitRound) },
    {
      slot: 'administration.aside',
      order: 20,
      load: () => import('./RhythmSection.tsx').then((m) => m.RhythmSection),
    },
  ],
}
