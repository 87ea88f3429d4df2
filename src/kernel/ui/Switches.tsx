import { useState } from 'react'
import type { Language } from '#kernel/lang/text.ts'
import { RadioRow } from './Choices.tsx'
import { text } from './text.ts'
import { storedTheme, storeTheme, type Theme } from './theme.ts'

export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(storedTheme)
  const choose = (to: Theme) => {
    storeTheme(to)
    setTheme(to)
  }
  const choices = [
    { id: 'automatic', label: text.automatic },
    { id: 'light', label: text.light },
    { id: 'dark', label: text.dark },
  ] as const
  return <RadioRow label={text.theme} choices={choices} value={theme} onChange={choose} />
}

/** Each language is written in itself. */
const languages = [
  { id: 'da', label: 'Dansk' },
  { id: 'en', label: 'English' },
] as const

export function LanguageSwitch({ value, onChange }: { value: Language; onChange: (to: Language) => void }) {
  return <RadioRow label={text.language} choices={languages} value={value} onChange={onChange} />
}
