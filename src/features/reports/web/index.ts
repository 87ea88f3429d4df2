import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const reportsWeb: FeatureWeb = {
  routes: [
    page('/borger/$citizenId/plan/status/$reportId', {
      title: () => text.title,
      load: () => import('./ReportPage.tsx').then((m) => m.ReportPage),
    }),
  ],
  panels: [
    { slot: 'plan.main', order: 20, load: () => import('./ReportsOfCitizen.tsx').then((m) => m.ReportsOfCitizen) },
    { slot: 'task.reports.approve', order: 10, load: () => import('./ApproveTask.tsx').then((m) => m.ApproveTask) },
    { slot: 'unit.main', order: 22, load: () => import('./UnitReports.tsx').then((m) => m.UnitReports) },
  ],
}
