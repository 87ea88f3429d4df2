import type { ComponentType } from 'react'
import { fetched } from './fetched.tsx'
import type { SelectProps } from './SelectField.tsx'

export type { Choice } from './SelectField.tsx'

const Any = fetched(() =>
  import('./SelectField.tsx').then((m) => m.SelectField as unknown as ComponentType<SelectProps>),
)

/** One of a closed list of four or more. For two or three, `RadioRow` shows them all. */
export const Select = <K extends string>(props: SelectProps<K>) => <Any {...(props as unknown as SelectProps)} />
