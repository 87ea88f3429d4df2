import { bilingual } from '#kernel/lang/text.ts'
import { da } from '../text.temps.da.ts'
import { en } from '../text.temps.en.ts'

export const words = bilingual(da, en)
