import type { FeatureWeb } from '#kernel/web/index.ts'

export const documentsWeb: FeatureWeb = {
  routes: [],
  panels: [{ slot: 'unit.main', order: 45, load: () => import('./UnitDocuments.tsx').then((m) => m.UnitDocuments) }],
}
