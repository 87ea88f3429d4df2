import { LanguageSwitch, Stack, ThemeSwitch } from '#kernel/ui/index.ts'
import { changeLanguage, useLanguage } from './language.ts'

export function Switches() {
  const language = useLanguage()
  return (
    <Stack gap={5}>
      <ThemeSwitch />
      <LanguageSwitch value={language} onChange={(to) => void changeLanguage(to)} />
    </Stack>
  )
}
