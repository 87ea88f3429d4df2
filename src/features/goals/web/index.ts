import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const goalsWeb: FeatureWeb = {
  routes: [
    page('/borger/$citizenId/plan', {
      title: () => text.plan,
      load: () => import('./PlanPage.tsx').then((m) => m.PlanPage),
    }),
    page('/borger/$citizenId/plan/$goalId', {
      title: () => text.goal,
      load: () => import('./GoalPage.tsx').then((m) => m.GoalPage),
    }),
    page('/borger/$citizenId/min-plan', {
      title: () => text.myPlan,
      load: () => import('./MyPlanPage.tsx').then((m) => m.MyPlanPage),
    }),
  ],
  panels: [
    { slot: 'task.goals.evaluate', order: 10, load: () => import('./GoalTasks.tsx').then((m) => m.EvaluateTask) },
    { slot: 'task.goals.follow-up', order: 10, load: () => import('./GoalTasks.tsx').then((m) => m.FollowUpTask) },
    { slot: 'unit.main', order: 20, load: () => import('./UnitGoals.tsx').then((m) => m.UnitGoals) },
  ],
}
