import { benefitsDated, benefitsLoose } from '#features/benefits/server/index.ts'
import { captureDated, captureLooseRules, captureNodeKinds } from '#features/capture/server/index.ts'
import { clarificationDated, clarificationKinds, clarificationLoose } from '#features/clarification/server/index.ts'
import { decisionsDated, decisionsKinds, decisionsLoose } from '#features/decisions/server/index.ts'
import { planDated, planKinds, planLoose } from '#features/plan/server/index.ts'
import { profilesKinds } from '#features/profiles/server/index.ts'
import { relayDated, relayKinds, relayLoose } from '#features/relay/server/index.ts'
import { requirementsDated, requirementsKinds, requirementsLoose } from '#features/requirements/server/index.ts'
import { tenderDated, tenderKinds, tenderLoose } from '#features/tender/server/index.ts'
import type { DatedRule, LooseRule, NodeKind } from '#features/thread/server/index.ts'
import { trainingDated, trainingKinds, trainingLoose } from '#features/training/server/index.ts'

/** Every kind of record that may stand on the red thread, from the ground up. */
export const nodeKinds: readonly NodeKind[] = [
  ...profilesKinds,
  ...captureNodeKinds,
  ...requirementsKinds,
  ...decisionsKinds,
  ...tenderKinds,
  ...clarificationKinds,
  ...planKinds,
  ...relayKinds,
  ...trainingKinds,
]

/** What each feature calls a loose thread. */
export const looseRules: readonly LooseRule[] = [
  ...captureLooseRules,
  ...requirementsLoose,
  ...decisionsLoose,
  ...tenderLoose,
  ...clarificationLoose,
  ...planLoose,
  ...relayLoose,
  ...trainingLoose,
  ...benefitsLoose,
]

/** What each feature has a day for. */
export const datedRules: readonly DatedRule[] = [
  ...captureDated,
  ...requirementsDated,
  ...decisionsDated,
  ...tenderDated,
  ...clarificationDated,
  ...planDated,
  ...relayDated,
  ...trainingDated,
  ...benefitsDated,
]
