import type { KnotFace, LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { isCarrier } from './carriers.ts'
import { text } from './text.ts'

export { useMessagesItem } from './use-messages-item.ts'

export const relayFaces: readonly KnotFace[] = [
  { kind: 'relay.message', noun: () => text.nouns.message, states: () => text.states },
  { kind: 'relay.question', noun: () => text.nouns.question, states: () => text.stands },
  { kind: 'relay.meeting', noun: () => text.nouns.meeting, href: () => '/moeder' },
  { kind: 'relay.meeting-question', noun: () => text.nouns.meetingQuestion, states: () => text.meetingStates },
]
export const relayLoose: LooseWords = {
  'relay.stalled': () => text.loose.stalled,
  'relay.question-unowned': () => text.loose['question-unowned'],
  'relay.answer-overdue': () => text.loose['answer-overdue'],
  'relay.meeting-unanswered': () => text.loose['meeting-unanswered'],
  'relay.meeting-held': () => text.ahead['meeting-held'],
  'relay.answer-promised': () => text.ahead['answer-promised'],
}

export const relayWeb: FeatureWeb = {
  openPages: [
    page('/moede', {
      title: () => text.meetings,
      load: () => import('./phone/PhonePage.tsx').then((m) => m.PhonePage),
    }),
    page('/moede/$code', {
      title: () => text.meetings,
      load: () => import('./phone/PhonePage.tsx').then((m) => m.PhonePage),
    }),
  ],
  routes: [
    page('/beskeder', { title: () => text.title, load: () => import('./MinePage.tsx').then((m) => m.MinePage) }),
    page('/beskeder/opslag/$messageId/$unitId', {
      title: () => text.sheet,
      load: () => import('./SheetPage.tsx').then((m) => m.SheetPage),
    }),
    page('/kommunikation', {
      title: () => text.coordinatorTitle,
      load: () => import('./MessagesPage.tsx').then((m) => m.MessagesPage),
    }),
    page('/kommunikation/spoergsmaal', {
      title: () => text.questions,
      load: () => import('./QuestionsPage.tsx').then((m) => m.QuestionsPage),
    }),
    page('/kommunikation/kaeden', {
      title: () => text.tabs.chain,
      load: () => import('./ChainPage.tsx').then((m) => m.ChainPage),
    }),
    page('/kommunikation/interessenter', {
      title: () => text.tabs.stakeholders,
      load: () => import('./StakeholdersPage.tsx').then((m) => m.StakeholdersPage),
    }),
    page('/moeder', {
      title: () => text.meetings,
      load: () => import('./MeetingsPage.tsx').then((m) => m.MeetingsPage),
    }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/beskeder',
      glyph: 'info',
      order: 52,
      isFor: ({ roles }) => isCarrier(roles),
    },
    {
      label: () => text.coordinatorTitle,
      href: '/kommunikation',
      glyph: 'people',
      order: 85,
      isFor: ({ roles }) => roles.includes('coordinator') || roles.includes('steering'),
    },
  ],
  panels: [
    { slot: 'shift.before', order: 10, load: () => import('./BeforeShift.tsx').then((m) => m.BeforeShift) },
    { slot: 'unit.main', order: 75, load: () => import('./UnitMessages.tsx').then((m) => m.UnitMessages) },
    { slot: 'unit.main', order: 74, load: () => import('./MeetingsAhead.tsx').then((m) => m.MeetingsAhead) },
    { slot: 'home.main', order: 15, load: () => import('./StartPanel.tsx').then((m) => m.StartPanel) },
    { slot: 'task.relay.stalled', order: 10, load: () => import('./StalledTask.tsx').then((m) => m.StalledTask) },
    { slot: 'task.relay.by-pass', order: 10, load: () => import('./StalledTask.tsx').then((m) => m.ByPassTask) },
  ],
}
