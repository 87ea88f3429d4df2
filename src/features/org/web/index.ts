import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { FindEmployee } from './FindEmployee.tsx'
export { roleWords } from './role-words.ts'
export { UnitChooser } from './UnitChooser.tsx'
export { chooseUnit, leads, useMyUnits, useRolesHere, useUnit, useWithout, worksWithCitizens } from './units.ts'
export { capital, useWord, wordNow } from './word.ts'

export const orgWeb: FeatureWeb = {
  routes: [
    page('/unit', { title: () => text.unit, load: () => import('./UnitPage.tsx').then(({ UnitPage }) => UnitPage) }),
    page('/administration', {
      title: () => text.administration,
      load: () => import('./AdministrationPage.tsx').then((m) => m.AdministrationPage),
    }),
    page('/administration/rettigheder', {
      title: () => text.administration,
      load: () => import('./RightsPage.tsx').then((m) => m.RightsPage),
    }),
    page('/administration/enhed/$unitId', {
      title: () => text.administration,
      load: () => import('./UnitAdminPage.tsx').then((m) => m.UnitAdminPage),
    }),
    page('/administration/medarbejder/$employeeId', {
      title: () => text.administration,
      load: () => import('./EmployeePage.tsx').then((m) => m.EmployeePage),
    }),
  ],
  navigation: [
    { label: () => text.unit, href: '/unit', glyph: 'unit', order: 50 },
    {
      label: () => text.administration,
      href: '/administration',
      glyph: 'tasks',
      order: 60,
      isFor: ({ roles }) => roles.includes('administrator'),
    },
  ],
}
