import { bringsIntoUse } from '#features/org/roles.ts'
import type { KnotFace, LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export const clarificationFaces: readonly KnotFace[] = [
  { kind: 'clarification.question', noun: () => text.nouns.question, states: () => text.questionStates },
  { kind: 'clarification.answer', noun: () => text.nouns.answer, states: () => text.cells },
  { kind: 'clarification.gap', noun: () => text.nouns.gap, states: () => text.gaps.states },
]
export const clarificationLooseWords: LooseWords = {
  'clarification.gap-step': () => text.ahead,
  'clarification.gap-stuck': () => text.loose['gap-stuck'],
  'clarification.needs-decision': () => text.loose['needs-decision'],
}

export const clarificationWeb: FeatureWeb = {
  routes: [
    page('/afklaring', { title: () => text.title, load: () => import('./MatrixPage.tsx').then((m) => m.MatrixPage) }),
    page('/afklaring/gab', {
      title: () => text.gaps.title,
      load: () => import('./GapsPage.tsx').then((m) => m.GapsPage),
    }),
    page('/afklaring/kontakter', {
      title: () => text.contacts.title,
      load: () => import('./ContactsPage.tsx').then((m) => m.ContactsPage),
    }),
    page('/afklaring/saet', {
      title: () => text.sets.title,
      load: () => import('./SetsPage.tsx').then((m) => m.SetsPage),
    }),
    page('/afklaring/enhed/$unitId', {
      title: () => text.title,
      load: () => import('./UnitPage.tsx').then((m) => m.UnitPage),
    }),
    page('/afklaring/enhed/$unitId/spoergsmaal', {
      title: () => text.questions.title,
      load: () => import('./QuestionsPage.tsx').then((m) => m.QuestionsPage),
    }),
    page('/afklaring/enhed/$unitId/saadan-er-vi', {
      title: () => text.map.title,
      load: () => import('./MapPage.tsx').then((m) => m.MapPage),
    }),
    page('/afklaring/enhed/$unitId/saadan-bliver-det', {
      title: () => text.plain.title,
      load: () => import('./PlainPage.tsx').then((m) => m.PlainPage),
    }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/afklaring',
      glyph: 'tasks',
      order: 82,
      isFor: ({ roles }) => bringsIntoUse(roles),
    },
  ],
  panels: [
    { slot: 'unit.main', order: 65, load: () => import('./OurClarification.tsx').then((m) => m.OurClarification) },
  ],
}
