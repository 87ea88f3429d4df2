import type { PageKind, PageState } from './rules.ts'
import type { da } from './text.da.ts'

const sizes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-GB')} kB`

export const en: typeof da = {
  title: 'Knowledge book',
  lead: 'Ask why something is as it is. The pages are made of what stands in the system already; somebody must stand by them.',
  tabsLabel: 'Sides of knowledge',
  tabs: { book: 'Knowledge book', handover: 'Handover', packages: 'Pass on' },
  search: 'Ask',
  searchHint: 'why …',
  ofUnit: 'Unit',
  allUnits: 'all',
  none: 'No pages yet. They come of decisions, set-ups and courses.',
  notFound: 'Nothing is written of that. Try another word, or ask a super-user.',
  more: 'There are more pages. Choose a unit, or ask, and they come.',
  kinds: {
    setting: 'Set-up',
    decision: 'Decision',
    case: 'Solved case',
    course: 'Course',
    contact: 'Contact',
  } satisfies Record<PageKind, string>,
  states: { unread: 'unread', changed: 'changed since', confirmed: 'somebody stands by it' } satisfies Record<
    PageState,
    string
  >,
  since: 'Since',
  why: 'Why',
  standsBy: (name: string) => `${name} stands by it`,
  standBy: 'Stand by the page',
  standAgain: 'Read it again, and stand by it',
  sentence: 'Write it in your own words',
  sentenceHelp: 'One sentence that a new colleague understands.',
  handoverTitle: 'Handover',
  handoverLead: 'The project coordinator can let go when nothing is without an owner.',
  begin: 'Begin the handover',
  to: 'Who owns the system from now on',
  fromTo: (from: string, to: string) => `From ${from} to ${to}`,
  begun: 'Begun',
  doneAt: 'Done',
  left: (count: number) => (count === 1 ? '1 thing without an owner' : `${count} things without an owner`),
  leftNone: 'Everything has an owner. You can go on in peace.',
  owned: (count: number) => `Has an owner (${count})`,
  giveOwner: 'Give an owner',
  owner: 'New owner',
  ownerHelp: 'A name or a post: system owner, leader of a unit.',
  finish: 'Finish the handover',
  handoverNone: 'No handover is under way.',
  loose: {
    'risk-of-coordinator': 'Risk that the coordinator owns',
    'benefit-of-coordinator': 'Benefit that the coordinator owns',
  },
  packagesTitle: 'Pass on',
  packagesLead:
    'What you have learnt, without names: requirements, decisions, courses and benefits. The next municipality begins where you ended.',
  make: 'Make a package',
  spec: 'Set of requirements',
  noSpec: 'without requirements',
  made: (requirements: number, decisions: number) =>
    `The package is made: ${requirements} requirements and ${decisions} decisions. Read it through before you send it.`,
  leftOut:
    'Names of municipality, units, staff and vendors are taken out, units become their kind, and numbers under five are hidden. Read it through all the same: something peculiar can be recognised without a name.',
  fetch: 'Fetch',
  directions: { out: 'made here', in: 'from another municipality' },
  size: sizes,
  take: 'Take in a package',
  file: 'The file from the other municipality',
  setTitle: 'What your set of requirements is to be called',
  taken: (requirements: number, courses: number, lessons: number) =>
    `${requirements} requirements lie as drafts, with ${courses} courses and ${lessons} lessons.`,
  packagesNone: 'No packages yet.',
  lessons: 'Lessons of others',
  lessonSorts: { decision: 'They decided', setting: 'They chose', benefit: 'They measured' },
}
