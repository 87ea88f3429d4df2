import { bilingual } from '#kernel/lang/text.ts'
import { da } from '../text.administration.da.ts'
import { en } from '../text.administration.en.ts'

/** Apart from the rest: most people never open these pages. */
export const words = bilingual(da, en)
