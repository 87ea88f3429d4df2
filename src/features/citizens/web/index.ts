import { capital, wordNow, worksWithCitizens } from '#features/org/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { CardFields } from './CardFields.tsx'
export { CitizenFrame } from './CitizenFrame.tsx'
export { CitizenHeader } from './CitizenHeader.tsx'
export { ConsentDialog } from './ConsentDialog.tsx'
export { type CardForm, emptyForm, fieldsOf } from './card-form.ts'
export { numberFault } from './NumberDialog.tsx'
export { ProtectedMark, Protection } from './Protection.tsx'
export { shortName, usePhotos } from './people.ts'

export const citizensWeb: FeatureWeb = {
  routes: [
    page('/borgere', {
      title: () => capital(wordNow().many),
      load: () => import('./CitizensPage.tsx').then((m) => m.CitizensPage),
    }),
    page('/borger/$citizenId/kort', {
      title: () => text.card,
      load: () => import('./CardPage.tsx').then((m) => m.CardPage),
    }),
  ],
  panels: [{ slot: 'unit.main', order: 50, load: () => import('./Bars.tsx').then((m) => m.Bars) }],
  navigation: [
    { label: () => capital(wordNow().many), href: '/borgere', glyph: 'people', order: 20, isFor: worksWithCitizens },
  ],
}
