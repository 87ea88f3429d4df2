import type { Read } from '#kernel/lang/contract.ts'
import { cache } from './cache.ts'
import { call } from './call.ts'
import { onBackOnline } from './network.ts'
import { Offline } from './told.ts'

type Shown = { name: string; input: unknown }

/** What stands on the page now, as it was asked for. */
const onThePage = (): Shown[] =>
  cache
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ state }) => state.data !== undefined)
    .map(({ queryKey: [name, input] }) => ({ name: String(name), input }))

/** Without a server it is told when there is one again, as long as the page stands. */
async function tell(shown: Shown): Promise<void> {
  try {
    await call({ kind: 'read', name: shown.name } as Read, shown.input, { purpose: 'print' })
  } catch (problem) {
    if (!(problem instanceof Offline)) return
    const stop = onBackOnline(() => {
      stop()
      void tell(shown)
    })
  }
}

/**
 * Whatever is on the page when somebody prints, by a button or by the browser's own keys, is asked for once more with that
 * purpose: so the log says that it was printed, with every record and citizen on it.
 */
export function tellOfPrinting(): void {
  window.addEventListener('beforeprint', () => {
    for (const shown of onThePage()) void tell(shown)
  })
}
