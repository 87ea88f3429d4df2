import { accessWeb } from '#features/access/web/index.ts'
import { assessmentsWeb } from '#features/assessments/web/index.ts'
import { benefitsLoose, benefitsWeb } from '#features/benefits/web/index.ts'
import { captureFaces, captureLoose, captureWeb } from '#features/capture/web/index.ts'
import { certificationWeb } from '#features/certification/web/index.ts'
import { citizensWeb } from '#features/citizens/web/index.ts'
import { clarificationFaces, clarificationLooseWords, clarificationWeb } from '#features/clarification/web/index.ts'
import { continuityWeb } from '#features/continuity/web/index.ts'
import { coordinationWeb } from '#features/coordination/web/index.ts'
import { decisionsFaces, decisionsLoose, decisionsWeb } from '#features/decisions/web/index.ts'
import { documentsWeb } from '#features/documents/web/index.ts'
import { exchangeWeb } from '#features/exchange/web/index.ts'
import { goalsWeb } from '#features/goals/web/index.ts'
import { goliveFaces, goliveLoose, goliveWeb } from '#features/golive/web/index.ts'
import { journalWeb } from '#features/journal/web/index.ts'
import { knowledgeLoose, knowledgeWeb } from '#features/knowledge/web/index.ts'
import { newsletterWeb } from '#features/newsletter/web/index.ts'
import { ordersWeb } from '#features/orders/web/index.ts'
import { orgWeb } from '#features/org/web/index.ts'
import { oversightWeb } from '#features/oversight/web/index.ts'
import { overviewWeb } from '#features/overview/web/index.ts'
import { planFaces, planLoose, planWeb } from '#features/plan/web/index.ts'
import { privacyWeb } from '#features/privacy/web/index.ts'
import { profilesFaces, profilesWeb } from '#features/profiles/web/index.ts'
import { relayFaces, relayLoose, relayWeb } from '#features/relay/web/index.ts'
import { reportsWeb } from '#features/reports/web/index.ts'
import { requirementsFaces, requirementsLoose, requirementsWeb } from '#features/requirements/web/index.ts'
import { signinWeb } from '#features/signin/web/index.ts'
import { staysWeb } from '#features/stays/web/index.ts'
import { tasksWeb } from '#features/tasks/web/index.ts'
import { tenderFaces, tenderLoose, tenderWeb } from '#features/tender/web/index.ts'
import { addKnotFaces, threadLoose, threadWeb } from '#features/thread/web/index.ts'
import { trainingFaces, trainingLoose, trainingWeb } from '#features/training/web/index.ts'
import type { FeatureWeb, NavEntry, PageAt } from '#kernel/web/index.ts'
import type { Gathering } from './menu.ts'
import { text } from './text.ts'

/** Before the choice: what is wanted, asked for, decided and chosen. */
const preparation: readonly FeatureWeb[] = [captureWeb, requirementsWeb, decisionsWeb, tenderWeb]

/** From the choice until it is daily work. A new feature of the rollout wing stands here, in the order of its work. */
const implementation: readonly FeatureWeb[] = [
  clarificationWeb,
  planWeb,
  relayWeb,
  trainingWeb,
  goliveWeb,
  benefitsWeb,
  newsletterWeb,
  knowledgeWeb,
]

/** For those who watch over what others may see. */
const protection: readonly FeatureWeb[] = [accessWeb, oversightWeb, privacyWeb]

/** Every feature with screens, from the ground up. Routes, menu and panels are read off this list. */
export const features: readonly FeatureWeb[] = [
  orgWeb,
  signinWeb,
  tasksWeb,
  certificationWeb,
  documentsWeb,
  threadWeb,
  profilesWeb,
  citizensWeb,
  staysWeb,
  accessWeb,
  journalWeb,
  ordersWeb,
  exchangeWeb,
  goalsWeb,
  assessmentsWeb,
  reportsWeb,
  continuityWeb,
  oversightWeb,
  privacyWeb,
  ...preparation,
  ...implementation,
  coordinationWeb,
  overviewWeb,
]

const project: Gathering = { label: () => text.project, glyph: 'plan', order: 60 }
const gatherings: readonly (Gathering & { features: readonly FeatureWeb[] })[] = [
  { label: () => text.preparation, glyph: 'plan', order: 60, within: project, features: preparation },
  {
    label: () => text.implementation,
    glyph: 'tasks',
    order: 62,
    within: project,
    // What units begin from is ground; in the menu it stands with the work that uses it.
    features: [...implementation, profilesWeb],
  },
  { label: () => text.across, glyph: 'thread', order: 90, within: project, features: [threadWeb] },
  { label: () => text.protection, glyph: 'warning', order: 55, features: protection },
]

addKnotFaces(profilesFaces)
addKnotFaces([], threadLoose)
addKnotFaces(captureFaces, captureLoose)
addKnotFaces(requirementsFaces, requirementsLoose)
addKnotFaces(decisionsFaces, decisionsLoose)
addKnotFaces(tenderFaces, tenderLoose)
addKnotFaces(planFaces, planLoose)
addKnotFaces(relayFaces, relayLoose)
addKnotFaces(trainingFaces, trainingLoose)
addKnotFaces([], benefitsLoose)
addKnotFaces([], knowledgeLoose)
addKnotFaces(clarificationFaces, clarificationLooseWords)
addKnotFaces(goliveFaces, goliveLoose)

/** Outside the house: for guests. */
export const openPages: readonly PageAt[] = features.flatMap((feature) => feature.openPages ?? [])

export const pages: readonly PageAt[] = features.flatMap(({ routes }) => routes)

/** Every place of the menu, each with what it is gathered under. */
export const navigation: readonly { entry: NavEntry; gathering: Gathering | undefined }[] = features
  .flatMap((feature) =>
    (feature.navigation ?? []).map((entry) => ({
      entry,
      gathering: gatherings.find((gathering) => gathering.features.includes(feature)),
    })),
  )
  .sort((a, b) => a.entry.order - b.entry.order)

/** The title of the page at a route, as the browser's tab shows it. */
export const titleOf = (routePath: string | undefined): string | undefined =>
  pages.find(({ path }) => path === routePath)?.title()
