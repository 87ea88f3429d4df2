import { fetched } from './fetched.tsx'

const fields = () => import('./DateFields.tsx')

/** A day one knows by heart, such as a birthday. */
export const DateField = fetched(() => fields().then((m) => m.DateField))
/** A day one finds, near today. */
export const DatePicker = fetched(() => fields().then((m) => m.DatePicker))
/** A time of day as `HH:MM`. */
export const TimeField = fetched(() => fields().then((m) => m.TimeField))
