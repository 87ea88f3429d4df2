import { Cell, flushDrafts, useCell } from '#kernel/web/index.ts'

const waiting = new Cell<ServiceWorker | undefined>(undefined)

/** A newer version of the app that waits for its turn. */
export const useNewVersion = (): ServiceWorker | undefined => useCell(waiting)

/** The shell of the app for a start without network; only over https or on this machine. It holds no data. */
export async function startShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const shell = await navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  if (!shell) return
  const look = () => navigator.serviceWorker.controller && shell.waiting && waiting.set(shell.waiting)
  look()
  shell.addEventListener('updatefound', () => shell.installing?.addEventListener('statechange', look))
}

/** Words first, then the new version. */
export async function changeVersion(worker: ServiceWorker): Promise<void> {
  await flushDrafts()
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  worker.postMessage({ type: 'SKIP_WAITING' })
}
