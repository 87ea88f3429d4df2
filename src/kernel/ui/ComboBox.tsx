import { fetched } from './fetched.tsx'

export type { Option } from './ComboBoxField.tsx'

/** Type a few letters and choose. */
export const ComboBox = fetched(() => import('./ComboBoxField.tsx').then((m) => m.ComboBoxField))
