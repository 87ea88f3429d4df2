import { bilingual } from '#kernel/lang/text.ts'
import { da } from '../text.da.ts'
import { en } from '../text.en.ts'

export const text = bilingual(da, en)
