import { loadCapture } from './capture.ts'
import { CaptureInFile } from './file.ts'
import { type Loader, Loading } from './loading.ts'

/**
 * Loads the rollout file section by section through the product's own use cases. The loader must be project coordinator
 * of the municipality, and its units must be there.
 */
export async function loadRollout(loader: Loader, raw: unknown, placeId: string): Promise<void> {
  const file = CaptureInFile.parse(raw)
  const loading = await Loading.open(loader, file)
  await loadCapture(loading, file, placeId)
}
