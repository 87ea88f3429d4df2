import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const assessmentsWeb: FeatureWeb = {
  routes: [
    page('/borger/$citizenId/skemaer', {
      title: () => text.title,
      load: () => import('./AnswersPage.tsx').then((m) => m.AnswersPage),
    }),
    page('/borger/$citizenId/skemaer/udfyld/$formKey/$answerId', {
      title: () => text.fill,
      load: () => import('./FillPage.tsx').then((m) => m.FillPage),
    }),
    page('/borger/$citizenId/skemaer/$answerId', {
      title: () => text.form,
      load: () => import('./AnswerPage.tsx').then((m) => m.AnswerPage),
    }),
    page('/enhed/skemaer', {
      title: () => text.unitTitle,
      load: () => import('./UnitFormsPage.tsx').then((m) => m.UnitFormsPage),
    }),
    page('/skemaer', {
      title: () => text.making,
      load: () => import('./MakingPage.tsx').then((m) => m.MakingPage),
    }),
    page('/skemaer/$formKey', {
      title: () => text.making,
      load: () => import('./BuilderPage.tsx').then((m) => m.BuilderPage),
    }),
  ],
  panels: [
    { slot: 'card.main', order: 33, load: () => import('./LatestForms.tsx').then((m) => m.LatestForms) },
    { slot: 'unit.main', order: 24, load: () => import('./DueForms.tsx').then((m) => m.DueForms) },
    { slot: 'unit.links', order: 30, load: () => import('./DueForms.tsx').then((m) => m.UnitFormsLink) },
  ],
  navigation: [
    {
      label: () => text.making,
      href: '/skemaer',
      glyph: 'tasks',
      order: 57,
      isFor: ({ roles }) => roles.includes('super-user') || roles.includes('administrator'),
    },
  ],
}
