import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const staysWeb: FeatureWeb = {
  routes: [
    page('/borger/$citizenId/ophold', {
      title: () => text.stays,
      load: () => import('./StaysPage.tsx').then((m) => m.StaysPage),
    }),
    page('/enhed/beboere', {
      title: () => text.residents,
      load: () => import('./ResidentsPage.tsx').then((m) => m.ResidentsPage),
    }),
    page('/borgere/ny', {
      title: () => text.register,
      load: () => import('./RegisterPage.tsx').then((m) => m.RegisterPage),
    }),
  ],
  panels: [{ slot: 'unit.links', order: 20, load: () => import('./ResidentsLink.tsx').then((m) => m.ResidentsLink) }],
}
