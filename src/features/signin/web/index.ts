import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { IdleLock } from './IdleLock.tsx'
export { Lapsed } from './Lapsed.tsx'
export { SignInPage } from './SignInPage.tsx'
export { useOwnItems } from './use-own-items.ts'

export const signinWeb: FeatureWeb = {
  routes: [
    page('/sikkerhed', {
      title: () => text.security,
      load: () => import('./SecurityPage.tsx').then((m) => m.SecurityPage),
    }),
    page('/administration/log-ind', {
      title: () => text.signIn,
      load: () => import('./SignInRulesPage.tsx').then((m) => m.SignInRulesPage),
    }),
  ],
  panels: [
    { slot: 'administration.unit', order: 30, load: () => import('./UnitDevices.tsx').then((m) => m.UnitDevices) },
    { slot: 'administration.aside', order: 30, load: () => import('./RulesLink.tsx').then((m) => m.RulesLink) },
    {
      slot: 'administration.employee',
      order: 30,
      load: () => import('./EmployeeWays.tsx').then((m) => m.EmployeeWays),
    },
  ],
}
