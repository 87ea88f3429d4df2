import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { EmergencyFrame } from './EmergencyFrame.tsx'
export { useEmergency } from './EmergencyStart.tsx'

export const accessWeb: FeatureWeb = {
  routes: [
    page('/noedadgange', {
      title: () => text.listTitle,
      load: () => import('./EmergenciesPage.tsx').then((m) => m.EmergenciesPage),
    }),
  ],
  navigation: [
    {
      label: () => text.listTitle,
      href: '/noedadgange',
      glyph: 'warning',
      order: 55,
      isFor: ({ roles }) => roles.includes('privacy-officer'),
    },
  ],
  panels: [
    {
      slot: 'task.access.review-emergency',
      order: 10,
      load: () => import('./ReviewTask.tsx').then((m) => m.ReviewTask),
    },
    { slot: 'unit.links', order: 60, load: () => import('./EmergenciesLink.tsx').then((m) => m.EmergenciesLink) },
    { slot: 'unit.main', order: 5, load: () => import('./TempsSection.tsx').then((m) => m.TempsSection) },
    {
      slot: 'unit.main',
      order: 6,
      load: () => import('./DelegationsSection.tsx').then((m) => m.DelegationsSection),
    },
    { slot: 'door', order: 10, load: () => import('./TempDoor.tsx').then((m) => m.TempDoor) },
    { slot: 'find.nobody', order: 10, load: () => import('./EmergencyStart.tsx').then((m) => m.EmergencyStart) },
    {
      slot: 'administration.aside',
      order: 10,
      load: () => import('./PolicySection.tsx').then((m) => m.PolicySection),
    },
  ],
}
