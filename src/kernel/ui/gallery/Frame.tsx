import type { ReactNode } from 'react'
import { type NavItem, Shell, TextLink } from '../index.ts'

const nav = (current: string): NavItem[] =>
  [
    { label: 'Min vagt', href: '#', glyph: 'today' as const },
    { label: 'Formularer', href: '#forms', glyph: 'write' as const },
    { label: 'Tilstande', href: '#states', glyph: 'tasks' as const, count: 2 },
    { label: 'Enhed', href: '#unit', glyph: 'unit' as const },
  ].map((item) => ({ ...item, isCurrent: item.href === current }))

type FrameProps = { current: string; search?: ReactNode; banner?: ReactNode; children: ReactNode }

export function Frame({ current, ...rest }: FrameProps) {
  return (
    <Shell
      brand="Åstedet · aftenvagt 15–23"
      nav={nav(current)}
      actions={<TextLink href="#me">Omar S.</TextLink>}
      {...rest}
    />
  )
}
