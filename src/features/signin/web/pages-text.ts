import { bilingual } from '#kernel/lang/text.ts'
import { da } from '../text.pages.da.ts'
import { en } from '../text.pages.en.ts'

/** Apart from the door's: these pages are opened seldom. */
export const words = bilingual(da, en)
