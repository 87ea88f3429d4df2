import { worksWithCitizens } from '#features/org/web/index.ts'
import { type FeatureWeb, page } from '#kernel/web/index.ts'
import { text } from './text.ts'

export { Changes } from './Changes.tsx'
export { Composer } from './Composer.tsx'
export { newDraft, type OpenDraft } from './composition.ts'
export { NoteKnot } from './NoteKnot.tsx'
export { OwnDrafts } from './OwnDrafts.tsx'
export { type People, usePeople } from './people.ts'
export { Reminders } from './Reminders.tsx'
export { SinceLast } from './SinceLast.tsx'
export type { Said } from './use-composer.ts'
export { useHandover } from './use-handover.ts'
export { useWaitingNotes, WaitingKnots } from './WaitingKnots.tsx'

export const journalWeb: FeatureWeb = {
  routes: [
    page('/overlevering', {
      title: () => text.handover,
      load: () => import('./HandoverPage.tsx').then((m) => m.HandoverPage),
    }),
    page('/borger/$citizenId', {
      title: () => text.citizen,
      load: () => import('./CitizenPage.tsx').then((m) => m.CitizenPage),
    }),
    page('/enhed', {
      title: () => text.unitDiaryToday,
      load: () => import('./UnitDiaryPage.tsx').then((m) => m.UnitDiaryPage),
    }),
    page('/soeg', { title: () => text.search, load: () => import('./SearchPage.tsx').then((m) => m.SearchPage) }),
  ],
  navigation: [
    {
      label: () => text.handover,
      href: '/overlevering',
      glyph: 'thread',
      order: 30,
      isFor: (who) => worksWithCitizens(who) && !who.without.includes('handover'),
    },
    { label: () => text.search, href: '/soeg', glyph: 'search', order: 40, isFor: worksWithCitizens },
  ],
  panels: [
    { slot: 'unit.links', order: 10, load: () => import('./UnitLinks.tsx').then((m) => m.UnitLinks) },
    { slot: 'card.shared', order: 10, load: () => import('./SharedNotes.tsx').then((m) => m.SharedNotes) },
  ],
}
