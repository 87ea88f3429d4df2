import { type ComponentType, lazy, Suspense } from 'react'
import styles from './Field.module.css'
import { FieldLabel, type FieldProps } from './Field.tsx'

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
  const Field = lazy(async () => ({ default: (await load()) as ComponentType<FieldProps> }))
  return (props: P) => (
    <Suspense fallback={<Coming {...props} />}>
      <Field {...props} />
    </Suspense>
  )
}
