import { bilingual } from '#kernel/lang/text.ts'
import { da } from '../text.why.da.ts'
import { en } from '../text.why.en.ts'

export const words = bilingual(da, en)
