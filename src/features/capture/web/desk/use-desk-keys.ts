import { type RefObject, useEffect, useRef } from 'react'
import type { Id } from '#kernel/lang/id.ts'
import type { Theme } from '../../contract.ts'

type Desk = {
  table: RefObject<HTMLElement | null>
  chosen: readonly Id[]
  themes: readonly Theme[]
  layIn: (slipIds: readonly Id[], themeId: Id | null) => void
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, [contenteditable]')

/** Arrows go from slip to slip; a figure lays what is chosen, or the slip one stands on, in that theme. */
export function useDeskKeys(desk: Desk): void {
  const latest = useRef(desk)
  latest.current = desk
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      if (act(latest.current, event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function act({ table, chosen, themes, layIn }: Desk, key: string): boolean {
  const here = table.current
  if (!here || document.querySelector('[role=dialog]')) return false
  const boxes = [...here.querySelectorAll<HTMLElement>('[data-slip] input')]
  const at = boxes.indexOf(document.activeElement as HTMLElement)
  if (key === 'ArrowDown' || key === 'ArrowUp') return move(boxes, at + (key === 'ArrowDown' ? 1 : -1))
  if (key === '/') return focus(here.querySelector<HTMLElement>('input[type=search]'))
  if (key.toLowerCase() === 'b') return press(here.querySelector<HTMLElement>('[data-key=b]'))
  if (!/^\d$/.test(key)) return false
  const standing = boxes[at]?.closest<HTMLElement>('[data-slip]')?.dataset.slip
  const slipIds = chosen.length ? chosen : standing ? [standing] : []
  const theme = key === '0' ? null : themes[Number(key) - 1]?.id
  if (!slipIds.length || theme === undefined) return false
  layIn(slipIds, theme)
  return true
}

const focus = (element: HTMLElement | null | undefined): boolean => {
  element?.focus()
  return element !== null && element !== undefined
}
const move = (boxes: readonly HTMLElement[], to: number): boolean =>
  focus(boxes[Math.max(0, Math.min(to, boxes.length - 1))])
const press = (holder: HTMLElement | null): boolean => {
  const button = holder?.querySelector('button')
  button?.click()
  return button !== null && button !== undefined
}
