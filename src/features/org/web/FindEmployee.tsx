import { ComboBox } from '#kernel/ui/index.ts'
import { words } from './administration-text.ts'
import { useFindEmployees } from './use-find-employees.ts'

type FindProps = { value: string | null; onChange: (id: string | null) => void; fault?: string | undefined }

/** Anybody employed here, found by a part of the name. */
export function FindEmployee(pick: FindProps) {
  const find = useFindEmployees()
  const options = (find.found.data ?? []).map(({ id, name, profession, unitNames }) => ({
    id,
    label: name,
    second: [profession, ...unitNames].filter(Boolean).join(' · '),
  }))
  return (
    <ComboBox
      label={words.person}
      help={words.findHelp}
      options={options}
      search={find.words}
      onSearch={find.setWords}
      isSearching={find.found.isFetching}
      {...pick}
    />
  )
}
