import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { buttonClass } from './Button.tsx'
import { Glyph } from './Glyph.tsx'
import list from './List.module.css'

export type MenuAct = {
  readonly id: string
  readonly label: string
  readonly onAct: () => void
  readonly second?: string
  readonly isDisabled?: boolean
}

export type MenuProps = { label: ReactNode; items: readonly MenuAct[] }

/** Open from the start: it comes when somebody asked for it, in place of the button they pressed. */
export function OpenMenu({ label, items }: MenuProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Where the focus returns to when the menu closes.
    button.current?.focus()
    setOpen(true)
  }, [])
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button ref={button} className={buttonClass('plain')}>
        <span>{label}</span>
        <Glyph name="down" size={16} />
      </Button>
      <Popover className={list.popover} offset={4}>
        <AriaMenu className={list.list} items={items}>
          {({ id, label: words, second, onAct, isDisabled = false }) => (
            <MenuItem id={id} className={list.item} onAction={onAct} isDisabled={isDisabled} textValue={words}>
              <span className={list.words}>
                <span>{words}</span>
                {second && <span className={list.second}>{second}</span>}
              </span>
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
