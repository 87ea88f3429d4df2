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
import { loadTraining, type TrainingLoaded } from './training.ts'
import { TrainingInFile } from './training-file.ts'

/** A section of the file, and how it is loaded; answers what could not be taken, in words. */
type Section = { title: string; load: () => Promise<readonly string[]> }

const whole = async (work: Promise<unknown>): Promise<readonly string[]> => {
  await work
  return []
}

/** In the order in which the later lean on the earlier. */
function sectionsOf(loading: Loading, raw: unknown, placeId: string): Section[] {
  const told = RelayInFile.parse(raw)
  const at = (title: string, load: Section['load']): Section => ({ title, load })
  return [
    at('café days and needs', () => whole(loadCapture(loading, CaptureInFile.parse(raw), placeId))),
    at('requirements', () => whole(loadRequirements(loading, RequirementsInFile.parse(raw), placeId))),
    at('the coordinator’s hours', () => whole(loadHours(loading, HoursInFile.parse(raw), placeId))),
    at('decisions and risks', () => whole(loadDecisions(loading, DecisionsInFile.parse(raw), placeId))),
    at('tender', () => whole(loadTender(loading, TenderInFile.parse(raw)))),
    at('clarification and set-ups', () => whole(loadClarification(loading, ClarificationInFile.parse(raw), placeId))),
    at('plan', () => whole(loadPlan(loading, PlanInFile.parse(raw), placeId))),
    at('courses', async () => leftOfTraining(await loadTraining(loading, TrainingInFile.parse(raw), placeId))),
    at('benefits', () => whole(loadBenefits(loading, BenefitsInFile.parse(raw), placeId))),
    at('go-live', () => loadGolive(loading, GoliveInFile.parse(raw), placeId)),
    at('messages and meetings', async () => leftOfRelay(await loadRelay(loading, told, placeId))),
    at('newsletters', async () => leftOfNews(await loadNewsletters(loading, told, placeId))),
  ]
}

const leftOfTraining = ({ leftOut }: TrainingLoaded): string[] =>
  leftOut > 0 ? [`${leftOut} enrolments are of people who do not work here`] : []
const leftOfRelay = (without: readonly string[]): string[] =>
  without.length > 0 ? [`nobody is implementation contact in ${without.join(', ')}: messages are left out`] : []
const leftOfNews = (sources: readonly string[]): string[] =>
  sources.length > 0 ? [`not among the records of the house, and left out as sources: ${sources.join(', ')}`] : []

/** How far a file has come: one line when a section is in. */
export type Heard = (done: number, of: number, title: string) => void

/**
 * Loads the rollout file section by section through the product's own use cases. The loader must be project coordinator
 * of the municipality, and its units must be there.
 * @returns what of the file could not be taken, a sentence each
 */
export async function loadRollout(
  loader: Loader,
  raw: unknown,
  placeId: string,
  hear: Heard = () => undefined,
): Promise<string[]> {
  const loading = await Loading.open(loader, CaptureInFile.parse(raw))
  const sections = sectionsOf(loading, raw, placeId)
  const left: string[] = []
  for (const [at, { title, load }] of sections.entries()) {
    left.push(...(await load()).map((what) => `${title}: ${what}`))
    hear(at + 1, sections.length, title)
  }
  return left
}
