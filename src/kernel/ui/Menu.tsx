import { lazy, Suspense, useState } from 'react'
import { Button } from 'react-aria-components'
import { buttonClass } from './Button.tsx'
import { patiently } from './fetched.tsx'
import { Glyph } from './Glyph.tsx'
import type { MenuProps } from './OpenMenu.tsx'

export type { MenuAct } from './OpenMenu.tsx'

const fetchMenu = () => import('./OpenMenu.tsx')
const OpenMenu = lazy(() => patiently(fetchMenu).then(({ OpenMenu }) => ({ default: OpenMenu })))

/** Ahead of the press; without network it is the press that asks again. */
const soon = () => void fetchMenu().catch(() => undefined)

/** The seldom verbs, behind a word. What opens is fetched when somebody is about to press. */
export function Menu(props: MenuProps) {
  const [isWanted, setWanted] = useState(false)
  const closed = <ClosedMenu label={props.label} onWant={() => setWanted(true)} />
  return isWanted ? (
    <Suspense fallback={closed}>
      <OpenMenu {...props} />
    </Suspense>
  ) : (
    closed
  )
}

const ClosedMenu = ({ label, onWant }: { label: MenuProps['label']; onWant: () => void }) => (
  <Button
    className={buttonClass('plain')}
    aria-haspopup="menu"
    aria-expanded={false}
    onHoverStart={soon}
    onFocus={soon}
    onPress={onWant}
    onKeyDown={({ key }) => (key === 'ArrowDown' || key === 'ArrowUp') && onWant()}
  >
    <span>{label}</span>
    <Glyph name="down" size={16} />
  </Button>
)
