import type { KnotFace } from '#features/thread/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { ValueField } from './ValueField.tsx'
export { WhyButton } from './WhyButton.tsx'

export const profilesFaces: readonly KnotFace[] = [
  { kind: 'profiles.template', noun: () => text.templateNoun, href: () => '/skabeloner' },
  { kind: 'profiles.setting', noun: () => text.noun, states: () => text.states },
]

export const setUpHref = (unitId: string): string => `/opsaetning/${unitId}`

export const profilesWeb: FeatureWeb = {
  routes: [
    page('/opsaetning/$unitId', {
      title: () => text.title,
      load: () => import('./SetUpPage.tsx').then((m) => m.SetUpPage),
    }),
    page('/skabeloner', {
      title: () => text.templates,
      load: () => import('./TemplatesPage.tsx').then((m) => m.TemplatesPage),
    }),
    page('/opsaetning/$unitId/forslag/$proposalId', {
      title: () => text.previewTitle,
      load: () => import('./PreviewPage.tsx').then((m) => m.PreviewPage),
    }),
  ],
  navigation: [
    {
      label: () => text.templates,
      href: '/skabeloner',
      glyph: 'tick',
      order: 83,
      isFor: ({ roles }) => roles.includes('coordinator'),
    },
  ],
  panels: [{ slot: 'unit.links', order: 20, load: () => import('./SetUpLink.tsx').then((m) => m.SetUpLink) }],
}
