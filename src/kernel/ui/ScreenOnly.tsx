import type { ReactNode } from 'react'
import styles from './ScreenOnly.module.css'

/** Knobs and fields: on paper only what was written stands. */
export const ScreenOnly = ({ children }: { children: ReactNode }) => <div className={styles.screen}>{children}</div>
