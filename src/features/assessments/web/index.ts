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
    { slot: 'administration.aside', order: 40, load: () => import('./MakingLink.tsx').then((m) => m.MakingLink) },
    { slot: 'unit.links', order: 30, load: () => import('./DueForms.tsx').then((m) => m.UnitFormsLink) },
  ],
}
