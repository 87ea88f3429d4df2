import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { MyTasks } from './MyTasks.tsx'
export { TaskLine } from './TaskLine.tsx'

export const tasksWeb: FeatureWeb = {
  routes: [
    page('/opgaver', { title: () => text.title, load: () => import('./TasksPage.tsx').then((m) => m.TasksPage) }),
  ],
}
