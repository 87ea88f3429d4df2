import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { Glyph } from './Glyph.tsx'
import hidden from './Hidden.module.css'
import { text } from './text.ts'

/** What every field can be told. `fault` is a whole sentence: what is wrong, and what to do. */
export type FieldProps = {
  label: string
  isLabelHidden?: boolean
  help?: ReactNode
  fault?: string | undefined
  isOptional?: boolean
  isDisabled?: boolean
  name?: string
}

/** What the component library wants to know of it. */
export const ariaOf = ({ fault, isDisabled, name }: FieldProps) => ({
  isInvalid: fault !== undefined && fault !== '',
  validationBehavior: 'aria' as const,
  isDisabled: isDisabled ?? false,
  className: styles.field,
  ...(name === undefined ? {} : { name }),
})

type AboutProps = Pick<FieldProps, 'label' | 'isLabelHidden' | 'isOptional'>

export function FieldLabel({ label, isLabelHidden, isOptional }: AboutProps) {
  return (
    <Label className={classes(styles.label, isLabelHidden && hidden.hidden)}>
      {label}
      {isOptional && <span className={styles.optional}> ({text.optional})</span>}
    </Label>
  )
}

/** Help and fault, under the field and tied to it. */
export function FieldNotes({ help, fault }: Pick<FieldProps, 'help' | 'fault'>) {
  return (
    <>
      {help && (
        <Text slot="description" className={styles.help}>
          {help}
        </Text>
      )}
      <FieldError className={styles.fault}>
        <Glyph name="warning" size={16} />
        <span>{fault}</span>
      </FieldError>
    </>
  )
}

/** The same sentence for things that are no field of the component library. */
export function FaultText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className={styles.fault}>
      <Glyph name="warning" size={16} />
      <span>{children}</span>
    </span>
  )
}
