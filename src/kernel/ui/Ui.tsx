import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import { dayOf } from '#kernel/lang/day.ts'
import type { Language } from '#kernel/lang/text.ts'

export type LinkParts = {
  href: string
  children: ReactNode
  className?: string | undefined
  'aria-current'?: 'page' | undefined
}
export type RenderLink = (parts: LinkParts) => ReactNode

type Surroundings = { renderLink: RenderLink; clock: () => Date }

const plain: Surroundings = { renderLink: (parts) => <a {...parts} />, clock: () => new Date() }
const Context = createContext(plain)

type UiProps = { language: Language; renderLink?: RenderLink; clock?: () => Date; children: ReactNode }

/** Stands outermost: which language, how a link is made, and what time it is. */
export function Ui({ language, renderLink = plain.renderLink, clock = plain.clock, children }: UiProps) {
  const value = useMemo(() => ({ renderLink, clock }), [renderLink, clock])
  return (
    <I18nProvider locale={language === 'da' ? 'da-DK' : 'en-GB'}>
      {/* Finding its own name taken, the component library leaves out a style element that a strict content policy refuses; ground.css holds the rule. */}
      <span id="react-aria-pressable-style" hidden />
      <Context value={value}>{children}</Context>
    </I18nProvider>
  )
}

export const useRenderLink = (): RenderLink => useContext(Context).renderLink
export const useNow = (): Date => useContext(Context).clock()
export const useToday = () => dayOf(useNow())
