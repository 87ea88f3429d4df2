import type { ReactNode } from 'react'
import { Announcer } from './Announcer.tsx'
import { Glyph, type GlyphName } from './Glyph.tsx'
import { Hidden } from './Hidden.tsx'
import styles from './Shell.module.css'
import { text } from './text.ts'
import { useRenderLink } from './Ui.tsx'

export type NavItem = { label: string; href: string; glyph: GlyphName; isCurrent?: boolean; count?: number }

type ShellProps = {
  brand: ReactNode
  nav: readonly NavItem[]
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
      {nav.length > 0 && <Navigation items={nav} />}
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Announcer />
    </div>
  )
}

function Navigation({ items }: { items: readonly NavItem[] }) {
  const renderLink = useRenderLink()
  return (
    <nav className={styles.nav} aria-label={text.navigation}>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.href}>
            {renderLink({
              href: item.href,
              className: styles.item,
              'aria-current': item.isCurrent ? 'page' : undefined,
              children: <NavWords item={item} />,
            })}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function NavWords({ item }: { item: NavItem }) {
  return (
    <>
      <span className={styles.glyph}>
        <Glyph name={item.glyph} size={22} />
      </span>
      <span className={styles.label}>{item.label}</span>
      {item.count ? (
        <span className={styles.count}>
          <span aria-hidden="true">{item.count}</span>
          <Hidden>{text.count(item.count)}</Hidden>
        </span>
      ) : null}
    </>
  )
}
