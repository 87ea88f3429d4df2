import { text } from './text.ts'

const NONE = 'none'

/** Levels of functioning to choose among, and not having judged. */
export const levelChoices = () => [
  { id: NONE, label: text.noLevel },
  ...text.levels.map((word, level) => ({ id: String(level), label: text.levelWord(level, word) })),
]
export const levelOf = (id: string): number | null => (id === NONE ? null : Number(id))
export const levelId = (level: number | null): string => (level === null ? NONE : String(level))
