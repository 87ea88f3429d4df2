import { type FeatureWeb, page } from '#kernel/web/index.ts'
import type { LooseWords } from './faces.ts'
import { text } from './text.ts'

export {
  addKnotFaces,
  hrefOf,
  type KnotFace,
  type LooseWords,
  nounOf,
  ruleWordsOf,
  stateWordOf,
  threadHref,
} from './faces.ts'
export { SuspectMark, ThreadButtons } from './ThreadButtons.tsx'

export const threadLoose: LooseWords = { 'thread.suspect-too-long': () => text.suspectTooLong }

const tidies = ['coordinator', 'super-user', 'unit-contact']

export const threadWeb: FeatureWeb = {
  routes: [
    page('/traad/$kind/$id', {
      title: () => text.title,
      load: () => import('./ThreadPage.tsx').then((m) => m.ThreadPage),
    }),
    page('/loese-traade', {
      title: () => text.loose,
      load: () => import('./LooseThreadsPage.tsx').then((m) => m.LooseThreadsPage),
    }),
  ],
  navigation: [
    {
      label: () => text.loose,
      href: '/loese-traade',
      glyph: 'thread',
      order: 90,
      isFor: ({ roles }) => tidies.some((role) => roles.includes(role)),
    },
  ],
}
