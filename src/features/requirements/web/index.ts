import type { KnotFace, LooseWords } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { Coverage } from './Coverage.tsx'
export { groupWord, groupWords } from './group-words.ts'
export { HeardRequirement } from './HeardRequirement.tsx'

export const requirementsFaces: readonly KnotFace[] = [
  {
    kind: 'requirements.requirement',
    noun: () => text.nouns.requirement,
    href: (id) => `/kravet/${id}`,
    states: () => text.states,
  },
  { kind: 'requirements.benefit', noun: () => text.nouns.benefit },
  { kind: 'requirements.version', noun: () => text.nouns.version, states: () => text.purposes },
  { kind: 'requirements.spec', noun: () => text.nouns.spec, href: (id) => `/krav/${id}` },
]
export const requirementsLoose: LooseWords = {
  'requirements.hearing-closes': () => text.ahead.hearing,
  'requirements.benefit-due': () => text.ahead.benefit,
  'requirements.without-benefit': () => text.loose['without-benefit'],
  'requirements.without-need': () => text.loose['without-need'],
  'requirements.unreplied': () => text.loose.unreplied,
  'requirements.proposed': () => text.loose.proposed,
  'requirements.benefit-undated': () => text.loose['benefit-undated'],
}

const keepers = ['coordinator', 'steering', 'buyer', 'evaluator', 'super-user']

export const requirementsWeb: FeatureWeb = {
  routes: [
    page('/krav', { title: () => text.sets, load: () => import('./SetsPage.tsx').then((m) => m.SetsPage) }),
    page('/krav/$specId', { title: () => text.title, load: () => import('./TablePage.tsx').then((m) => m.TablePage) }),
    page('/krav/$specId/hoering', {
      title: () => text.hearing,
      load: () => import('./HearingPage.tsx').then((m) => m.HearingPage),
    }),
    page('/krav/$specId/udgaver', {
      title: () => text.versions,
      load: () => import('./VersionsPage.tsx').then((m) => m.VersionsPage),
    }),
    page('/krav/$specId/udgaver/$versionId', {
      title: () => text.versions,
      load: () => import('./VersionPage.tsx').then((m) => m.VersionPage),
    }),
    page('/krav/$specId/gevinster', {
      title: () => text.benefits,
      load: () => import('./BenefitsPage.tsx').then((m) => m.BenefitsPage),
    }),
    page('/kravet/$requirementId', {
      title: () => text.title,
      load: () => import('./RequirementPage.tsx').then((m) => m.RequirementPage),
    }),
    page('/hoering', {
      title: () => text.myHearings,
      load: () => import('./MyHearingsPage.tsx').then((m) => m.MyHearingsPage),
    }),
    page('/hoering/$hearingId/$unitId', {
      title: () => text.hearing,
      load: () => import('./AnswerPage.tsx').then((m) => m.AnswerPage),
    }),
  ],
  navigation: [
    {
      label: () => text.title,
      href: '/krav',
      glyph: 'plan',
      order: 60,
      isFor: ({ roles }) => keepers.some((role) => roles.includes(role)),
    },
  ],
  panels: [{ slot: 'unit.main', order: 60, load: () => import('./HearingWaits.tsx').then((m) => m.HearingWaits) }],
}
