import { bilingual } from '#kernel/lang/text.ts'
import { da } from '../text.phone.da.ts'
import { en } from '../text.phone.en.ts'

/** Apart from the rest: only whoever comes to a meeting meets these words. */
export const words = bilingual(da, en)
