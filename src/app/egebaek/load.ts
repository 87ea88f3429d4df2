import { BenefitsInFile, loadBenefits } from './benefits.ts'
import { loadCapture } from './capture.ts'
import { loadClarification } from './clarification.ts'
import { ClarificationInFile } from './clarification-file.ts'
import { loadDecisions } from './decisions.ts'
import { CaptureInFile } from './file.ts'
import { loadGolive } from './golive.ts'
import { GoliveInFile } from './golive-file.ts'
import { HoursInFile, loadHours } from './hours.ts'
import { type Loader, Loading } from './loading.ts'
import { loadNewsletters } from './newsletter.ts'
import { loadPlan } from './plan.ts'
import { PlanInFile } from './plan-file.ts'
import { loadRelay } from './relay.ts'
import { RelayInFile } from './relay-file.ts'
import { loadRequirements } from './requirements.ts'
import { DecisionsInFile, RequirementsInFile } from './requirements-file.ts'
import { loadTender } from './tender.ts'
import { TenderInFile } from './tender-file.ts'
import { loadTraining } from './training.ts'
import { TrainingInFile } from './training-file.ts'

/**
 * Loads the rollout file section by section through the product's own use cases. The loader must be project coordinator
 * of the municipality, and its units must be there.
 */
export async function loadRollout(loader: Loader, raw: unknown, placeId: string): Promise<void> {
  const file = CaptureInFile.parse(raw)
  const loading = await Loading.open(loader, file)
  await loadCapture(loading, file, placeId)
  await loadRequirements(loading, RequirementsInFile.parse(raw), placeId)
  await loadHours(loading, HoursInFile.parse(raw), placeId)
  await loadDecisions(loading, DecisionsInFile.parse(raw), placeId)
  await loadTender(loading, TenderInFile.parse(raw))
  await loadClarification(loading, ClarificationInFile.parse(raw), placeId)
  await loadPlan(loading, PlanInFile.parse(raw), placeId)
  await loadTraining(loading, TrainingInFile.parse(raw), placeId)
  await loadBenefits(loading, BenefitsInFile.parse(raw), placeId)
  await loadGolive(loading, GoliveInFile.parse(raw), placeId)
  const told = RelayInFile.parse(raw)
  await loadRelay(loading, told, placeId)
  const left = await loadNewsletters(loading, told, placeId)
  if (left.length > 0)
    process.stdout.write(`Newsletters: ${left.join(', ')} stand nowhere in the house and are left out as sources.\n`)
}
