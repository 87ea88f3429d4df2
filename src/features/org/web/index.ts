import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { SignInAgain } from './SignInAgain.tsx'
export { SignInPage } from './SignInPage.tsx'
export { UnitChooser } from './UnitChooser.tsx'
export { chooseUnit, useMyUnits, useUnit, worksWithCitizens } from './units.ts'

export const orgWeb: FeatureWeb = {
  routes: [
    page('/unit', { title: () => text.unit, load: () => import('./UnitPage.tsx').then(({ UnitPage }) => UnitPage) }),
  ],
  navigation: [{ label: () => text.unit, href: '/unit', glyph: 'unit', order: 50 }],
}
