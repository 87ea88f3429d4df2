import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { Empty, Notice } from './Notice.tsx'
import styles from './Show.module.css'
import { text } from './text.ts'

const PATIENCE_MS = 400

/** Holds the place of what is being fetched; says so in words only when it takes long enough to wonder. */
export function Loading({ lines = 4 }: { lines?: 1 | 2 | 4 | 8 }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={classes(styles.loading, styles[`lines${lines}`])} aria-busy="true">
      <span role="status" className={styles.words}>
        {isSlow && text.loading}
      </span>
    </div>
  )
}

type FailedProps = { what?: ReactNode; why?: ReactNode; retry?: (() => void) | undefined }

/** What, why, and what now. */
export function Failed({ what = text.failedWhat, why = text.failedWhy, retry }: FailedProps) {
  return (
    <Notice tone="attention" title={what} isUrgent actions={retry && <Button onPress={retry}>{text.retry}</Button>}>
      <p>{why}</p>
    </Notice>
  )
}

/** Something on its way from somewhere. `offline` with data shows the data, and says how old it may be. */
export type Shown<T> = {
  readonly status: 'loading' | 'failed' | 'refused' | 'offline' | 'ready'
  readonly data?: T | undefined
  readonly problemText?: string | undefined
  readonly retry?: (() => void) | undefined
}

type ShowProps<T> = {
  of: Shown<T>
  /** A sentence, or an `Empty` of your own with a way on. */
  empty?: ReactNode
  isEmpty?: (data: T) => boolean
  lines?: 1 | 2 | 4 | 8
  children: (data: T) => ReactNode
}

const hasNothing = (data: unknown): boolean => data == null || (Array.isArray(data) && data.length === 0)

/** Loading, empty, refused, failed, offline and ready: all six have a face. */
export function Show<T>({ of, empty, isEmpty = hasNothing, lines = 4, children }: ShowProps<T>) {
  if (of.data === undefined && of.status !== 'ready') return <NotReady of={of} lines={lines} />
  const data = of.data as T
  return (
    <>
      {of.status === 'offline' && <Notice tone="neutral">{text.offlineData}</Notice>}
      {of.status === 'failed' && <Failed why={of.problemText} retry={of.retry} />}
      {isEmpty(data) ? <Nothing>{empty}</Nothing> : children(data)}
    </>
  )
}

const Nothing = ({ children }: { children: ReactNode }) =>
  children === undefined || typeof children === 'string' ? <Empty>{children}</Empty> : children

function NotReady({ of, lines }: { of: Shown<unknown>; lines: 1 | 2 | 4 | 8 }) {
  if (of.status === 'loading') return <Loading lines={lines} />
  if (of.status === 'refused') return <Failed what={text.refusedWhat} why={of.problemText} />
  if (of.status === 'offline')
    return <Failed what={text.offlineWhat} why={of.problemText ?? text.offlineWhy} retry={of.retry} />
  return <Failed why={of.problemText} retry={of.retry} />
}
