import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './Button.module.css'
import { classes } from './classes.ts'
import { Glyph, type GlyphName } from './Glyph.tsx'
import { text } from './text.ts'
import { useRenderLink } from './Ui.tsx'

export type ButtonKind = 'primary' | 'quiet' | 'plain'
type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> & {
  kind?: ButtonKind
  isBusy?: boolean
  children: ReactNode
}

/** For what must look like a button and is not one. */
export const buttonClass = (kind: ButtonKind = 'quiet'): string => classes(styles.button, styles[kind])

/** Its words are a verb. While busy it keeps its width and does not fire. */
export function Button({ kind = 'quiet', isBusy = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={isBusy} className={buttonClass(kind)}>
      <span className={styles.words}>{children}</span>
      {isBusy && <span className={styles.busy}>{text.busy}</span>}
    </AriaButton>
  )
}

/** A place to go that looks like a button. */
export function LinkButton({ href, kind, children }: { href: string; kind?: ButtonKind; children: ReactNode }) {
  return useRenderLink()({ href, className: buttonClass(kind), children })
}

export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return useRenderLink()({ href, children })
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'kind' | 'isBusy'> & { glyph: GlyphName; label: string }

/** Only where a word has no room and the sign is known by all: close, previous, next. */
export function IconButton({ glyph, label, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} className={classes(styles.button, styles.plain, styles.icon)}>
      <Glyph name={glyph} />
    </AriaButton>
  )
}
