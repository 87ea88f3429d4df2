import { type ComponentType, lazy, Suspense } from 'react'
import styles from './Field.module.css'
import { FieldLabel, type FieldProps } from './Field.tsx'

const FIRST_WAIT_MS = 1_000
const SLOWEST_WAIT_MS = 15_000

/** After a while, or as soon as the browser says that the network is back. */
const later = (ms: number): Promise<void> =>
  new Promise((go) => {
    const now = () => {
      clearTimeout(timer)
      removeEventListener('online', now)
      go()
    }
    const timer = setTimeout(now, ms)
    addEventListener('online', now)
  })

/**
 * Fetches a part of a page that somebody stands on. When the network goes before it has come, it is asked for again until it
 * does: what is missing is one part, and the page with its words stays.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, SLOWEST_WAIT_MS)) {
    try {
      return await load()
    } catch {
      await later(wait)
    }
  }
}

/** Holds the place while the field comes, so that nothing jumps. */
const Coming = (props: FieldProps) => (
  <div className={styles.field} aria-busy="true">
    <FieldLabel {...props} />
    <div className={styles.input} />
  </div>
)

/**
 * A heavy field, fetched when the first of its kind is drawn: few pages show one at once, and the app's shell keeps it for
 * times without network.
 */
export function fetched<P extends FieldProps>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Field = lazy(async () => ({ default: (await patiently(load)) as ComponentType<FieldProps> }))
  return (props: P) => (
    <Suspense fallback={<Coming {...props} />}>
      <Field {...props} />
    </Suspense>
  )
}
