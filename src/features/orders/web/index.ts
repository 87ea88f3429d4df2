import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { UnplacedOrders } from './UnplacedOrders.tsx'

export const ordersWeb: FeatureWeb = {
  routes: [
    page('/borger/$citizenId/bestillinger', {
      title: () => text.title,
      load: () => import('./OrdersPage.tsx').then((m) => m.OrdersPage),
    }),
    page('/bestillinger', {
      title: () => text.waitingTitle,
      load: () => import('./ChangesPage.tsx').then((m) => m.ChangesPage),
    }),
  ],
  panels: [
    { slot: 'card.main', order: 35, load: () => import('./OrdersLink.tsx').then((m) => m.OrdersLink) },
    { slot: 'unit.main', order: 35, load: () => import('./ChangesWait.tsx').then((m) => m.ChangesWait) },
  ],
}
