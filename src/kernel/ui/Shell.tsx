import type { ReactNode } from 'react'
import { Announcer } from './Announcer.tsx'
import { type NavGroup, type NavItem, Navigation } from './Navigation.tsx'
import styles from './Shell.module.css'
import { text } from './text.ts'

type ShellProps = {
  brand: ReactNode
  nav: readonly (NavItem | NavGroup)[]
  search?: ReactNode
  actions?: ReactNode
  /** Above everything: no connection, a demo, a new version. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of the product. On phones the pages lie under the thumb; on wide screens they stand at the top. */
export function Shell({ brand, nav, search, actions, banner, children }: ShellProps) {
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {text.skip}
      </a>
      {banner}
      <header className={styles.top}>
        <div className={styles.brand}>{brand}</div>
        {search && <div className={styles.search}>{search}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {nav.length > 0 && <Navigation places={nav} />}
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Announcer />
    </div>
  )
}
