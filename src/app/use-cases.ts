import { accessProblems } from '#features/access/problems.ts'
import { accessUseCases } from '#features/access/server/index.ts'
import { assessmentsProblems } from '#features/assessments/problems.ts'
import { assessmentsUseCases } from '#features/assessments/server/index.ts'
import { benefitsProblems } from '#features/benefits/problems.ts'
import { benefitsUseCases } from '#features/benefits/server/index.ts'
import { captureProblems } from '#features/capture/problems.ts'
import { captureUseCases } from '#features/capture/server/index.ts'
import { certificationProblems } from '#features/certification/problems.ts'
import { certificationUseCases } from '#features/certification/server/index.ts'
import { citizensProblems } from '#features/citizens/problems.ts'
import { citizensUseCases } from '#features/citizens/server/index.ts'
import { clarificationProblems } from '#features/clarification/problems.ts'
import { clarificationUseCases } from '#features/clarification/server/index.ts'
import { continuityProblems } from '#features/continuity/problems.ts'
import { continuityUseCases } from '#features/continuity/server/index.ts'
import { coordinationProblems } from '#features/coordination/problems.ts'
import { coordinationUseCases } from '#features/coordination/server/index.ts'
import { decisionsProblems } from '#features/decisions/problems.ts'
import { decisionsUseCases } from '#features/decisions/server/index.ts'
import { documentsProblems } from '#features/documents/problems.ts'
import { documentsUseCases } from '#features/documents/server/index.ts'
import { exchangeProblems } from '#features/exchange/problems.ts'
import { exchangeUseCases } from '#features/exchange/server/index.ts'
import { goalsProblems } from '#features/goals/problems.ts'
import { goalsUseCases } from '#features/goals/server/index.ts'
import { goliveProblems } from '#features/golive/problems.ts'
import { goliveUseCases } from '#features/golive/server/index.ts'
import { journalProblems } from '#features/journal/problems.ts'
import { journalUseCases } from '#features/journal/server/index.ts'
import { knowledgeProblems } from '#features/knowledge/problems.ts'
import { knowledgeUseCases } from '#features/knowledge/server/index.ts'
import { newsletterProblems } from '#features/newsletter/problems.ts'
import { newsletterUseCases } from '#features/newsletter/server/index.ts'
import { ordersProblems } from '#features/orders/problems.ts'
import { ordersUseCases } from '#features/orders/server/index.ts'
import { orgProblems } from '#features/org/problems.ts'
import { orgUseCases } from '#features/org/server/index.ts'
import { oversightProblems } from '#features/oversight/problems.ts'
import { oversightUseCases } from '#features/oversight/server/index.ts'
import { overviewUseCases } from '#features/overview/server/index.ts'
import { planProblems } from '#features/plan/problems.ts'
import { planRoutes, planUseCases } from '#features/plan/server/index.ts'
import { privacyProblems } from '#features/privacy/problems.ts'
import { privacyUseCases } from '#features/privacy/server/index.ts'
import { profilesProblems } from '#features/profiles/problems.ts'
import { profilesUseCases } from '#features/profiles/server/index.ts'
import { relayProblems } from '#features/relay/problems.ts'
import { relayUseCases } from '#features/relay/server/index.ts'
import { reportsProblems } from '#features/reports/problems.ts'
import { reportsUseCases } from '#features/reports/server/index.ts'
import { requirementsProblems } from '#features/requirements/problems.ts'
import { requirementsUseCases } from '#features/requirements/server/index.ts'
import { signinProblems } from '#features/signin/problems.ts'
import { signinUseCases, ssoRoutes } from '#features/signin/server/index.ts'
import { staysProblems } from '#features/stays/problems.ts'
import { staysUseCases } from '#features/stays/server/index.ts'
import { tasksProblems } from '#features/tasks/problems.ts'
import { tasksUseCases } from '#features/tasks/server/index.ts'
import { tenderProblems } from '#features/tender/problems.ts'
import { tenderUseCases } from '#features/tender/server/index.ts'
import { terminologyProblems } from '#features/terminology/problems.ts'
import { terminologyUseCases } from '#features/terminology/server/index.ts'
import { threadProblems } from '#features/thread/problems.ts'
import { threadUseCases } from '#features/thread/server/index.ts'
import { trainingProblems } from '#features/training/problems.ts'
import { trainingUseCases } from '#features/training/server/index.ts'
import type { Sentences } from '#kernel/lang/problem.ts'
import { kernelProblems } from '#kernel/lang/problems.ts'
import type { Route } from '#kernel/server/route.ts'
import type { UseCase } from '#kernel/server/use-case.ts'
import { benefitSources } from './benefit-sources.ts'
import { bookings } from './bookings.ts'
import { morePages, ownedByCoordinator } from './knowledge-sources.ts'
import { newsRules } from './news-rules.ts'
import { profileEffects, profileFollowings, profileLeanings } from './profile-effects.ts'
import { datedRules, looseRules, nodeKinds } from './thread-kinds.ts'

/** Every feature that is part of this house, from the ground up. Endpoints, documents and tests are read off this list. */
export const useCases: readonly UseCase[] = [
  ...orgUseCases,
  ...signinUseCases,
  ...tasksUseCases,
  ...certificationUseCases,
  ...threadUseCases(nodeKinds, looseRules, datedRules),
  ...terminologyUseCases,
  ...profilesUseCases(nodeKinds, profileEffects, profileLeanings, profileFollowings),
  ...documentsUseCases,
  ...citizensUseCases,
  ...staysUseCases,
  ...accessUseCases,
  ...journalUseCases,
  ...ordersUseCases,
  ...goalsUseCases,
  ...assessmentsUseCases,
  ...reportsUseCases,
  ...exchangeUseCases,
  ...continuityUseCases,
  ...requirementsUseCases,
  ...captureUseCases(nodeKinds),
  ...decisionsUseCases(nodeKinds),
  ...tenderUseCases,
  ...planUseCases(bookings),
  ...relayUseCases,
  ...newsletterUseCases(nodeKinds, newsRules),
  ...trainingUseCases,
  ...benefitsUseCases(benefitSources),
  ...knowledgeUseCases(morePages, { kinds: nodeKinds, rules: [...looseRules, ...ownedByCoordinator] }),
  ...clarificationUseCases,
  ...goliveUseCases,
  ...coordinationUseCases,
  ...privacyUseCases,
  ...oversightUseCases,
  ...overviewUseCases,
]

export const sentences: Sentences = {
  ...kernelProblems,
  ...orgProblems,
  ...signinProblems,
  ...tasksProblems,
  ...certificationProblems,
  ...threadProblems,
  ...terminologyProblems,
  ...profilesProblems,
  ...documentsProblems,
  ...citizensProblems,
  ...staysProblems,
  ...accessProblems,
  ...journalProblems,
  ...ordersProblems,
  ...goalsProblems,
  ...assessmentsProblems,
  ...reportsProblems,
  ...exchangeProblems,
  ...continuityProblems,
  ...privacyProblems,
  ...requirementsProblems,
  ...captureProblems,
  ...decisionsProblems,
  ...tenderProblems,
  ...planProblems,
  ...relayProblems,
  ...newsletterProblems,
  ...trainingProblems,
  ...benefitsProblems,
  ...knowledgeProblems,
  ...clarificationProblems,
  ...goliveProblems,
  ...coordinationProblems,
  ...oversightProblems,
}

/** Addresses that are no use cases: where other houses send people back. */
export const routes: readonly Route[] = [...ssoRoutes, ...planRoutes]
