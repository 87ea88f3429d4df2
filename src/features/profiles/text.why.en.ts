import type { Same } from '#kernel/lang/text.ts'
import type { da } from './text.why.da.ts'

export const en: Same<typeof da> = {
  why: 'Why?',
  whyOf: (name) => `Why is it so? ${name}`,
}
