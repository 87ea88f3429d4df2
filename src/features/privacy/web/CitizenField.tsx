import { useEffect, useState } from 'react'
import { ComboBox, type Option, shortDayWords, useToday } from '#kernel/ui/index.ts'
import { useRead } from '#kernel/web/index.ts'
import { privacy } from '../contract.ts'
import { text } from './text.ts'

const PAUSE_MS = 250

type CitizenFieldProps = { value: string | null; onChange: (id: string | null) => void; fault: string | undefined }

/** By name, or by the whole number; also those who left long ago. */
export function CitizenField({ value, onChange, fault }: CitizenFieldProps) {
  const today = useToday()
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  const found = useRead(privacy.citizens, { words: asked }, { enabled: asked.length > 1, keepFormer: true })
  const options: Option[] = (found.data ?? []).map(({ id, fullName, bornOn, unitNames }) => ({
    id,
    label: fullName,
    second: [bornOn && shortDayWords(bornOn, today), ...unitNames].filter(Boolean).join(' · '),
  }))
  return (
    <ComboBox
      label={text.citizen}
      help={text.citizenHelp}
      options={options}
      value={value}
      onChange={onChange}
      search={words}
      onSearch={setWords}
      isSearching={found.isFetching}
      fault={fault}
      autoFocus
    />
  )
}
