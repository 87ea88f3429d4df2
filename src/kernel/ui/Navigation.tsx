import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { classes } from './classes.ts'
import { Glyph, type GlyphName } from './Glyph.tsx'
import { Hidden } from './Hidden.tsx'
import styles from './Navigation.module.css'
import { text } from './text.ts'
import { useRenderLink } from './Ui.tsx'

export type NavItem = { label: string; href: string; glyph: GlyphName; isCurrent?: boolean; count?: number }

/** Places that belong together, behind one word. With more than one part each part has its heading. */
export type NavGroup = {
  label: string
  glyph: GlyphName
  parts: readonly { label: string; items: readonly NavItem[] }[]
}

const isGroup = (place: NavItem | NavGroup): place is NavGroup => 'parts' in place

/** On phones under the thumb; on wide screens at the top. */
export function Navigation({ places }: { places: readonly (NavItem | NavGroup)[] }) {
  return (
    <nav className={styles.nav} aria-label={text.navigation}>
      <ul className={styles.items}>
        {places.map((place) =>
          isGroup(place) ? (
            <Group key={place.label} group={place} />
          ) : (
            <li key={place.href}>
              <NavLink item={place} className={styles.item} />
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}

function NavLink({ item, className }: { item: NavItem; className: string | undefined }) {
  return useRenderLink()({
    href: item.href,
    className,
    'aria-current': item.isCurrent ? 'page' : undefined,
    children: <NavWords item={item} />,
  })
}

function NavWords({ item }: { item: Pick<NavItem, 'label' | 'glyph' | 'count'> }) {
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

/** A word that opens its places. Links stay links: a screen reader, a bookmark and a new tab find them as such. */
function Group({ group }: { group: NavGroup }) {
  const [isOpen, setOpen] = useState(false)
  const whole = useRef<HTMLLIElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useClosing(isOpen, whole, () => setOpen(false))
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return
    setOpen(false)
    button.current?.focus()
  }
  const isCurrent = group.parts.some(({ items }) => items.some((item) => item.isCurrent))
  return (
    <li ref={whole} className={styles.group} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={classes(styles.item, isCurrent && styles.current)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <NavWords item={group} />
        <span className={styles.down}>
          <Glyph name="down" size={16} />
        </span>
      </button>
      {isOpen && <Places id={id} parts={group.parts} onGo={() => setOpen(false)} />}
    </li>
  )
}

type PlacesProps = { id: string; parts: NavGroup['parts']; onGo: () => void }

function Places({ id, parts, onGo }: PlacesProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a link within was followed
    <div id={id} className={styles.places} onClick={onGo}>
      {parts.map(({ label, items }) => (
        <div key={label}>
          {parts.length > 1 && <p className={styles.heading}>{label}</p>}
          <ul>
            {items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} className={styles.place} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

/** Closes when somebody presses beside it, or the focus goes on to something else. */
function useClosing(isOpen: boolean, whole: { readonly current: HTMLElement | null }, close: () => void): void {
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    if (!isOpen) return undefined
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) latest.current()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen, whole])
}
