import type { FeatureWeb } from '#kernel/web/index.ts'

export const coordinationWeb: FeatureWeb = {
  routes: [],
  panels: [{ slot: 'home.main', order: 10, load: () => import('./StartPanel.tsx').then((m) => m.StartPanel) }],
}
