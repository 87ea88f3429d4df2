import type { KnotFace, LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { JoinByCode } from './guest/JoinByCode.tsx'
export { QrCode } from './QrCode.tsx'

const takesPart = ['coordinator', 'super-user', 'unit-contact', 'steering', 'buyer', 'evaluator']

export const captureFaces: readonly KnotFace[] = [
  { kind: 'capture.slip', noun: () => text.slip, states: () => ({ ...text.slipStates, gathered: '' }) },
  { kind: 'capture.need', noun: () => text.need, href: (id) => `/behov/${id}`, states: () => text.needStates },
  { kind: 'capture.event', noun: () => text.dayNoun, href: (id) => `/dage/${id}`, states: () => text.eventStates },
]
export const captureLoose: LooseWords = {
  'capture.day': () => text.aheadDay,
  'capture.slip-without-place': () => text.looseSlip,
  'capture.need-without-requirement': () => text.looseNeed,
  'capture.need-without-owner': () => text.looseOwner,
  'capture.protest-unanswered': () => text.looseProtest,
}

export const captureWeb: FeatureWeb = {
  openPages: [
    page('/cafe', { title: () => text.joinTitle, load: () => import('./guest/CafePage.tsx').then((m) => m.CafePage) }),
    page('/cafe/$code', {
      title: () => text.joinTitle,
      load: () => import('./guest/CafePage.tsx').then((m) => m.CafePage),
    }),
    page('/seddel', {
      title: () => text.fateTitle,
      load: () => import('./guest/FatePage.tsx').then((m) => m.FatePage),
    }),
  ],
  routes: [
    page('/behov', {
      title: () => text.needsTitle,
      load: () => import('./needs/NeedsPage.tsx').then((m) => m.NeedsPage),
    }),
    page('/behov/$needId', {
      title: () => text.needsTitle,
      load: () => import('./needs/NeedPage.tsx').then((m) => m.NeedPage),
    }),
    page('/dage', { title: () => text.daysTitle, load: () => import('./DaysPage.tsx').then((m) => m.DaysPage) }),
    page('/dage/ny', { title: () => text.newDay, load: () => import('./DayFormPage.tsx').then((m) => m.DayFormPage) }),
    page('/dage/$dayId', { title: () => text.daysTitle, load: () => import('./DayPage.tsx').then((m) => m.DayPage) }),
    page('/dage/$dayId/ret', {
      title: () => text.change,
      load: () => import('./DayFormPage.tsx').then((m) => m.DayFormPage),
    }),
    page('/dage/$dayId/bord', {
      title: () => text.deskTitle,
      load: () => import('./desk/DeskPage.tsx').then((m) => m.DeskPage),
    }),
    page('/dage/$dayId/vaeg', {
      title: () => text.wallTitle,
      load: () => import('./WallPage.tsx').then((m) => m.WallPage),
    }),
  ],
  navigation: [
    {
      label: () => text.needsTitle,
      href: '/behov',
      glyph: 'people',
      order: 60,
      isFor: ({ roles }) => takesPart.some((role) => roles.includes(role)),
    },
  ],
}
